from generator.publish.timeline import timeline
from tests.publish.making import event, published


def test_events_of_all_briefs_by_year_in_order_of_time() -> None:
    briefs = [
        published("b", timeline=[event("2021-03"), event("2023")]),
        published("a", timeline=[event("2021"), event("2021-03-02", text="Later.")]),
    ]

    years = [(year.name, year.anchor, [one.url for one in year.events]) for year in timeline(briefs)]
    assert years == [
        ("2021", "y2021", ["briefs/a/#event-1", "briefs/b/#event-1", "briefs/a/#event-2"]),
        ("2023", "y2023", ["briefs/b/#event-2"]),
    ]
    assert timeline(briefs) == timeline(briefs[::-1])


def test_years_before_the_common_era_come_first() -> None:
    years = timeline([published("a", timeline=[event("-0043"), event("0079")])])

    assert [(year.name, year.anchor) for year in years] == [("44 BCE", "y-43"), ("AD 79", "y79")]


def test_an_open_start_is_listed_under_its_end() -> None:
    (year,) = timeline([published("a", timeline=[event("../2021")])])

    assert year.name == "2021"
