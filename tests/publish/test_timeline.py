from generator.publish.timeline import by_year, timeline
from tests.publish.making import event, published


def test_events_of_all_briefs_by_year_in_order_of_time() -> None:
    briefs = [
        published("b", timeline=[event("2021-03"), event("2023")]),
        published("a", timeline=[event("2021"), event("2021-03-02", text="Later.")]),
    ]

    years = [(year.number, year.anchor, [one.told[0].url for one in year.events]) for year in by_year(timeline(briefs))]
    assert years == [
        (2021, "y2021", ["briefs/a/#event-1", "briefs/b/#event-1", "briefs/a/#event-2"]),
        (2023, "y2023", ["briefs/b/#event-2"]),
    ]
    assert timeline(briefs) == timeline(briefs[::-1])


def test_years_before_the_common_era_come_first() -> None:
    years = by_year(timeline([published("a", timeline=[event("-0043"), event("0079")])]))

    assert [(year.number, year.anchor) for year in years] == [(-43, "y-43"), (79, "y79")]


def test_an_open_start_is_listed_under_its_end() -> None:
    (year,) = by_year(timeline([published("a", timeline=[event("../2021")])]))

    assert year.number == 2021


def test_an_event_that_two_briefs_date_alike_stands_once_with_both() -> None:
    text = "The northern bridge was opened to lorries."
    (one,) = timeline([published(slug, timeline=[event("1948-03", text=text)]) for slug in ("a", "b")])

    assert [told.url for told in one.told] == ["briefs/a/#event-1", "briefs/b/#event-1"]
    assert one.otherwise == ()


def test_conflicting_dates_of_one_event_are_shown_at_each() -> None:
    first = published("a", timeline=[event("1948", text="The northern bridge was opened to lorries.")])
    second = published(
        "b", timeline=[event("1949-05", text="The bridge in the north, the northern bridge, opened to lorries.")]
    )

    events = timeline([first, second])
    assert [(one.date, [told.date for told in one.otherwise]) for one in events] == [
        ("1948", ["1949-05"]),
        ("1949-05", ["1948"]),
    ]
    assert [one.otherwise[0].url for one in events] == ["briefs/b/#event-1", "briefs/a/#event-1"]
