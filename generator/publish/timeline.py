"""The timeline across briefs: every event of every brief in the order of time, each with the others that tell the same.

An event that several briefs tell with the same date stands once, with all of them; one that they date otherwise stands at
each of its dates, and each names the others. It is read from a shelf, which `timeline_update` keeps up to date.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby

from generator.model import PublishedBrief
from generator.publish.dates import year_of
from generator.publish.event_order import first_sheets, order_of, sheet_count, sheet_of
from generator.publish.event_rows import Telling, brief_events, telling
from generator.publish.event_shelf import MOST_OF_A_BRIEF, Events, told_key
from generator.publish.pagination import A_SHEET, Sheet, sheet_url
from generator.publish.shelf import Shelf, ShelfInMemory
from generator.publish.timeline_update import changed_events

BASE = "timeline/"
"""The address of the timeline's first page, below the site's root."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """One event: its EDTF date, its words, the briefs that tell it so, and those that date it otherwise."""

    date: str
    text: str
    language: str
    anchor: str
    told: tuple[Telling, ...]
    otherwise: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class EventYear:
    """The events of one year."""

    number: int
    events: tuple[DatedEvent, ...]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"y{self.number}"


def timeline(briefs: Sequence[PublishedBrief]) -> tuple[DatedEvent, ...]:
    """Every event of `briefs`, the earliest first."""
    shelf = ShelfInMemory()
    count = changed_events(((one.slug, brief_events(one.slug, one.brief)) for one in briefs), shelf).count
    return tuple(event for sheet in event_sheets(shelf, range(1, count + 1)) for event in sheet.items)


def by_year(events: Sequence[DatedEvent]) -> tuple[EventYear, ...]:
    """Events in their order under their year."""
    return tuple(EventYear(year, tuple(group)) for year, group in groupby(events, lambda event: year_of(event.date)))


def event_sheets(shelf: Shelf, wanted: Iterable[int], size: int = A_SHEET) -> Iterator[Sheet[DatedEvent]]:
    """The pages of the timeline of these numbers, from 1."""
    order = order_of(shelf)
    count = sheet_count(order, size)
    for number in wanted:
        events = Events(shelf)
        shown = tuple(_dated_event(events, event) for event in sheet_of(order, number, size))
        yield Sheet(shown, BASE, number, count)


def event_years(shelf: Shelf, size: int = A_SHEET) -> dict[str, int]:
    """The years of the timeline by the address of the heading on the first page that has them."""
    first = first_sheets(order_of(shelf), size)
    return {f"{sheet_url(BASE, number)}#{EventYear(year, ()).anchor}": year for year, number in first.items()}


def last_events_of(shelf: Shelf, slugs: Iterable[str], most: int) -> tuple[DatedEvent, ...]:
    """The last events that the briefs of these slugs tell of, in the order of time, at most so many."""
    lines: set[bytes] = set()
    for slug in slugs:
        lines.update((shelf.get(told_key(slug)) or b"").splitlines())
    events = Events(shelf)
    return tuple(_dated_event(events, int(line.rpartition(b"\t")[2])) for line in sorted(nlargest(most, lines)))


def _dated_event(events: Events, event: int) -> DatedEvent:
    row, own = events.row(event), events.event(event)
    agreeing = {event, *events.agreeing(event)}
    return DatedEvent(
        date=own.date,
        text=own.text,
        language=row.language,
        anchor=f"{row.slug}-{event % MOST_OF_A_BRIEF + 1}",
        told=_tellings(events, agreeing),
        otherwise=_tellings(events, events.partners(event) - agreeing),
    )


def _tellings(events: Events, some: Iterable[int]) -> tuple[Telling, ...]:
    return tuple(telling(events.row(event), event % MOST_OF_A_BRIEF) for event in sorted(some, key=events.place))
