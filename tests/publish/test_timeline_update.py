"""A timeline that is kept up to date is the one that a clean build makes, and that is every event compared with every other."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.edtf import chronological
from generator.publish.dates import year_of
from generator.publish.event_rows import Telling, brief_events, unpacked
from generator.publish.pagination import A_SHEET, Sheet
from generator.publish.same_events import agree, is_same
from generator.publish.shelf import ShelfInMemory
from generator.publish.timeline import DatedEvent, event_sheets, event_years, last_events_of
from generator.publish.timeline_update import EventLimits, changed_events
from generator.text.words import content_words
from tests.publish.making import brief, event
from tests.publish.shelves import contents

Told = tuple[str, tuple[tuple[str, str], ...]]
FREQUENT = 2
WORDS = st.lists(st.sampled_from(["bridge", "opened", "north", "river", "flood", "1948", "mayor"]), min_size=1, max_size=5)
DATES = st.sampled_from(["1948", "1948-03", "1948-03-02", "1949", "../1950", "1948/..", "-0043", "../.."])
TEXTS = st.sampled_from(["bridge opened north", "bridge opened north river", "flood river mayor"]) | WORDS.map(" ".join)
EVENTS = st.lists(st.tuples(DATES, TEXTS), max_size=3).map(tuple)
BRIEFS = st.tuples(st.sampled_from(["One", "Two"]), EVENTS)
BATCHES = st.lists(st.dictionaries(st.sampled_from("abcde"), BRIEFS | st.none(), max_size=3), max_size=8)


def row(slug: str, told: Told | None) -> Any:
    if told is None:
        return slug, None
    events = [event(date, text=text) for date, text in told[1]]
    return slug, brief_events(slug, brief(title=told[0], timeline=events))


def limits(few: float) -> EventLimits:
    return EventLimits(sheet=3, frequent=FREQUENT, few=few)


def pages(shelf: ShelfInMemory, count: int) -> list[Sheet[DatedEvent]]:
    return list(event_sheets(shelf, range(1, count + 1), 3))


def same(slugs: str, date: str = "1948") -> dict[str, Told | None]:
    return dict.fromkeys(slugs, ("One", ((date, "bridge opened north"),)))


BOTH: Told = ("One", (("1948", "bridge river flood mayor"),))


@settings(max_examples=300)
@given(BATCHES, st.sampled_from([0.0, 2.0, 2.0]))
@example([same("ab"), same("a", "1949")], 2.0)
@example([same("ab"), same("c")], 2.0)
@example([same("ab"), same("c"), {"a": None}], 2.0)
@example([same("ab"), same("b", "1948-03"), same("a", "1949"), same("b", "1949")], 2.0)
@example(
    [{"a": ("One", (("1948", "bridge opened north river"),)), **same("b")}, {"c": ("One", (("1948", "bridge opened"),))}], 2.0
)
@example([dict.fromkeys("ab", ("One", (("1948", "bridge opened north river"),))), {"c": ("One", (("1948", "river"),))}], 2.0)
@example([{"e": ("Two", (("1948", "flood river mayor"),)), "a": BOTH}, {"e": ("Two", (("1948", "bridge river flood"),))}], 0.0)
@example([{"e": ("Two", (("1948", "flood river mayor"),)), "a": BOTH}, {"e": ("Two", (("1948", "bridge river flood"),))}], 2.0)
def test_after_any_changes_the_timeline_is_that_of_a_clean_build(batches: list[dict[str, Told | None]], few: float) -> None:
    shelf, told, shown = ShelfInMemory(), dict[str, Told](), list[Sheet[DatedEvent]]()
    years: dict[str, int] = {}
    last: dict[str, tuple[DatedEvent, ...]] = {}
    for batch in [{}, *batches]:
        found = changed_events((row(*item) for item in batch.items()), shelf, limits(few))
        told = {slug: one for slug, one in (told | batch).items() if one is not None}
        now = pages(shelf, found.count)
        assert [sheet.number for n, sheet in enumerate(now) if n >= len(shown) or shown[n].items != sheet.items] == [
            *found.sheets
        ]
        assert (found.before, found.count) == (len(shown), len(now))
        assert (years != (years := event_years(shelf, 3))) <= found.years
        told_of = {slug: last_events_of(shelf, [slug], 100) for slug in "abcde"}
        assert {slug for slug in told_of if told_of[slug] != last.get(slug, ())} <= found.briefs
        shown, last = now, told_of

    clean = ShelfInMemory()
    changed = changed_events((row(*item) for item in sorted(told.items())), clean, limits(few))
    assert shown == pages(clean, changed.count)
    assert years == event_years(clean, 3)
    assert last == {slug: last_events_of(clean, [slug], 100) for slug in "abcde"}
    assert len(contents(shelf)) == len(contents(clean)) + (contents(shelf).keys() - contents(clean).keys() == {b"n"})


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from("abcde"), BRIEFS))
def test_a_clean_timeline_is_every_event_compared_with_every_other(told: dict[str, Told]) -> None:
    shelf = ShelfInMemory()
    found = changed_events((row(*item) for item in told.items()), shelf, limits(0))

    shown = [one for sheet in pages(shelf, found.count) for one in sheet.items]
    assert shown == plainly(told)
    for group in ("ab", "cde"):
        of = [one for one in shown if any(f"briefs/{slug}/" in telling.url for slug in group for telling in one.told)]
        assert list(last_events_of(shelf, group, 2)) == of[-2:]


def test_a_new_title_touches_the_pages_that_tell_of_its_events() -> None:
    shelf, text = ShelfInMemory(), "The northern bridge was opened to lorries."
    told: dict[str, Told] = {
        f"b{n:03}": ("One", tuple((str(1000 + 2 * n + k), f"Event {n} of it.") for k in (0, 1))) for n in range(200)
    }
    told |= {"first": ("One", (("1948", text),)), "second": ("Two", (("1949", text),))}
    changed_events((row(*item) for item in told.items()), shelf)

    found = changed_events([row("second", ("Another", (("1949", text),)))], shelf)
    (page,) = found.sheets
    (sheet,) = event_sheets(shelf, [page])
    assert (found.count, found.before, found.years) == (9, 9, False)
    assert found.briefs == {"first", "second"}
    assert [one.otherwise[0].title for one in sheet.items if one.otherwise] == ["Another", "One"]


def test_nothing_changed_touches_nothing() -> None:
    shelf, told = ShelfInMemory(), [row("a", ("One", (("1948", "A bridge."),)))]
    changed_events(told, shelf)

    found = changed_events(told, shelf)
    assert (found.sheets, found.count, found.before, found.years, found.briefs) == ((), 1, 1, False, frozenset())


@pytest.mark.parametrize("size", [A_SHEET])
def test_years_lead_to_the_first_page_that_has_them(size: int) -> None:
    shelf = ShelfInMemory()
    changed_events(
        [row("a", ("One", (*(("1948", f"Event {n}.") for n in range(size)), ("1949", "Last."), ("-0043", "First."))))], shelf
    )

    assert event_years(shelf) == {"timeline/#y-43": -43, "timeline/#y1948": 1948, "timeline/2/#y1949": 1949}


@given(BRIEFS)
def test_a_row_comes_back_as_it_was_packed(told: Told) -> None:
    found = unpacked(row("a", told)[1].row)

    assert (found.title, [(one.date, one.text) for one in found.events]) == (told[0], list(told[1]))
    assert [one.year for one in found.events] == [year_of(date) for date, _ in told[1]]


def test_rows_sort_as_dates_do() -> None:
    dates = [
        "-9999",
        "-0043",
        "0079",
        "../1950",
        "19XX",
        "1948",
        "1948/..",
        "1948-03",
        "1948-03-02",
        "1948-Q1",
        "9999",
        "../..",
    ]
    found = unpacked(row("a", ("One", tuple((date, "It.") for date in dates)))[1].row)

    assert sorted(found.events, key=lambda one: one.order) == sorted(
        found.events, key=lambda one: (year_of(one.date), chronological(one.date))
    )


def plainly(told: Mapping[str, Told]) -> list[DatedEvent]:
    """The timeline without a shelf or an index."""
    found = [(slug, title, n, date, text) for slug, (title, events) in told.items() for n, (date, text) in enumerate(events)]
    found.sort(key=lambda one: (year_of(one[3]), chronological(one[3]), one[0], one[2]))
    bags = [set(content_words(one[4])) for one in found]
    rare = {word for bag in bags for word in bag if sum(word in each for each in bags) <= FREQUENT}
    same = [
        [at for at, bag in enumerate(bags) if found[at][0] != one[0] and bag & own & rare and is_same(bag, own)]
        for one, own in zip(found, bags, strict=True)
    ]
    shown = []
    for at, (slug, _, n, date, text) in enumerate(found):
        agreeing = [other for other in same[at] if agree(date, found[other][3])]
        if any(other < at and found[other][3] == date for other in agreeing):
            continue
        tellings = [Telling(one[1], f"briefs/{one[0]}/#event-{one[2] + 1}", "en", one[3]) for one in found]
        told_so = tuple(tellings[other] for other in sorted({at, *agreeing}))
        otherwise = tuple(tellings[other] for other in same[at] if other not in agreeing)
        shown.append(DatedEvent(date, text, "en", f"{slug}-{n + 1}", told_so, otherwise))
    return shown
