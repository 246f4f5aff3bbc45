from hypothesis import given
from hypothesis import strategies as st

from generator.publish.catalogue import by_year, catalogue, neighbours
from tests.publish.making import published

DATES = st.sampled_from(
    [
        None,
        "2021",
        "2022-06",
        "2022-06-14",
        "2022-Q3",
        "-0043",
        "../2020",
        "../..",
        "2020/..",
        "2021/2023",
        "19XX",
        "202X",
        "../9999",
        "9999",
        "-9999/2021",
    ]
)


def test_the_newest_comes_first_and_what_has_no_date_last() -> None:
    briefs = [
        published("a"),
        published("b", published="2021"),
        published("d", published="2022-06"),
        published("c", published="2022-06"),
    ]

    assert [entry.slug for entry in catalogue(briefs)] == ["c", "d", "b", "a"]


@given(st.lists(DATES, max_size=8), st.randoms())
def test_the_order_of_reading_does_not_show(dates: list[str | None], random: object) -> None:
    briefs = [published(f"brief-{n}", published=date) for n, date in enumerate(dates)]
    shuffled = briefs.copy()
    random.shuffle(shuffled)

    assert catalogue(shuffled) == catalogue(briefs)


@given(st.lists(DATES, max_size=8))
def test_a_year_is_listed_once(dates: list[str | None]) -> None:
    years = by_year(catalogue([published(f"brief-{n}", published=date) for n, date in enumerate(dates)]))

    anchors = [year.anchor for year in years]
    assert len(anchors) == len(set(anchors))
    assert sum(len(year.entries) for year in years) == len(dates)


def test_what_is_open_at_both_ends_has_no_year() -> None:
    (year,) = by_year(catalogue([published("a", published="../.."), published("b")]))

    assert (year.number, [entry.slug for entry in year.entries]) == (None, ["a", "b"])


def test_years_hold_the_entries_in_their_order() -> None:
    entries = catalogue(
        [
            published("a", published="2022-06"),
            published("b", published="2022"),
            published("c"),
            published("d", published="-0043"),
        ]
    )

    years = [(year.number, year.anchor, [entry.slug for entry in year.entries]) for year in by_year(entries)]
    assert years == [(2022, "y2022", ["a", "b"]), (-43, "y-43", ["d"]), (None, "undated", ["c"])]


def test_neighbours_in_time() -> None:
    entries = catalogue([published("a", published="2020"), published("b", published="2021"), published("c", published="2022")])

    around = [neighbours(entries, at) for at in range(3)]
    assert [(one.newer, one.older) for one in around] == [(None, entries[1]), (entries[0], entries[2]), (entries[1], None)]


def test_no_briefs() -> None:
    assert (catalogue([]), by_year([])) == ((), ())
