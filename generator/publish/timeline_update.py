"""The timeline across briefs kept up to date: which of its pages a change of some briefs touches.

A clean build is a change of all briefs on an empty shelf. A few changes are looked at one by one; after many, pairs and order
are worked out anew from the rows.
"""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from generator.publish.event_order import Order, first_sheets, order_of, sheet_count, sheet_of
from generator.publish.event_pairs import pair_anew, pair_changed
from generator.publish.event_rows import BriefEvents, BriefRow, place, unpacked, year_of_place
from generator.publish.event_shelf import (
    MOST_OF_A_BRIEF,
    Events,
    events_of,
    every_row,
    number_key,
    row_key,
    shelve,
    told_key,
    with_all_partners,
)
from generator.publish.pagination import A_SHEET
from generator.publish.same_events import TOO_FREQUENT
from generator.publish.shelf import Shelf

Change = tuple[str, BriefEvents | None]
"""The slug of a brief, and the brief as it is now, or None where it is gone."""


@dataclass(frozen=True, slots=True)
class EventLimits:
    """Events on a page; events of a word that still finds others; the share of all briefs that still counts as a few."""

    sheet: int = A_SHEET
    frequent: int = TOO_FREQUENT
    few: float = 0.03  # of 10,000 synthetic briefs 300 changed one by one take nearly as long as all anew


@dataclass(frozen=True, slots=True)
class EventChanges:
    """What became of the timeline.

    `sheets` are the pages with other events than before, of `count`; there were `before` (none on an empty shelf). `years` says
    if a year is found on another page now. `briefs` are those, by slug, that tell of an event that is shown otherwise now.
    """

    sheets: tuple[int, ...]
    count: int
    before: int
    years: bool
    briefs: frozenset[str]

    @property
    def is_none(self) -> bool:
        """Whether all is shown as it was."""
        return not (self.sheets or self.briefs or self.years) and self.count == self.before


@dataclass(slots=True)
class _Batch:
    """Rows as they were, where these are a few; events that are others now, of these the ones that came, went or have another
    date; events that are told under another title.
    """

    room: int
    before: dict[int, BriefRow | None] = field(default_factory=dict)
    count: int = 0
    events: set[int] = field(default_factory=set)
    redated: set[int] = field(default_factory=set)
    renamed: set[int] = field(default_factory=set)


class TimelineUpdate:
    """A timeline that is brought up to date: what changed is taken brief by brief, each slug once, and then told."""

    def __init__(self, shelf: Shelf, limits: EventLimits | None = None) -> None:
        self._shelf, self._limits = shelf, limits or EventLimits()
        self._before = order_of(shelf) if shelf.get(b"o") is not None else None
        room = int(self._limits.few * sum(1 for _ in shelf.keys(b"b", b"c"))) if self._before else 0
        self._batch = _Batch(room)

    def take(self, slug: str, after: BriefEvents | None) -> None:
        """A brief as it is now, or None where it is gone."""
        shelf = self._shelf
        kept = shelf.get(number_key(slug))
        number = int.from_bytes(kept or _next_number(shelf), "big")
        before, row = shelf.get(row_key(number)) if kept else None, after.row if after else None
        if before == row:
            return
        shelve(shelf, row_key(number), row)
        if row is None:
            shelf.delete(number_key(slug))
        elif not kept:
            shelf.put(number_key(slug), number.to_bytes(4, "big"))
        self._batch.count += 1
        if self._before is not None:  # else all are new
            _note(self._batch, number, unpacked(before) if before else None, unpacked(row) if row else None)

    def changes(self) -> EventChanges:
        """What all that was taken touches; the shelf is up to date then."""
        before, batch, shelf = self._before, self._batch, self._shelf
        if before and batch.count <= batch.room:
            events = Events(shelf)
            dirty = _dirty(events, batch, pair_changed(events, batch.before, batch.events, self._limits.frequent))
            order, briefs = _moved(events, batch, before, dirty), _told_anew(events, batch, dirty)
        else:
            touched = pair_anew(shelf, self._limits.frequent)
            events = with_all_partners(shelf)
            dirty = _dirty(events, batch, touched) if before else set()
            order, briefs = _ordered_anew(events)
            briefs |= {row.slug for event in _with_partners(events, dirty) if (row := events.row_of(event // MOST_OF_A_BRIEF))}
        shelf.put(b"o", order.events.tobytes())
        shelf.put(b"y", order.years.tobytes())
        return _compared(before, order, dirty, self._limits.sheet, frozenset(briefs))


def changed_events(changes: Iterable[Change], shelf: Shelf, limits: EventLimits | None = None) -> EventChanges:
    """Brings the shelf up to date with these changes and says what they touch. A slug comes once."""
    update = TimelineUpdate(shelf, limits)
    for slug, after in changes:
        update.take(slug, after)
    return update.changes()


def _compared(before: Order | None, now: Order, dirty: set[int], size: int, briefs: frozenset[str]) -> EventChanges:
    old = before or Order.empty()
    had, count = sheet_count(old, size) if before else 0, sheet_count(now, size)
    sheets = [
        number
        for number in range(1, count + 1)
        if number > had or (here := sheet_of(now, number, size)) != sheet_of(old, number, size) or not dirty.isdisjoint(here)
    ]
    return EventChanges(tuple(sheets), count, had, first_sheets(old, size) != first_sheets(now, size), briefs)


def _next_number(shelf: Shelf) -> bytes:
    number = shelf.get(b"n") or bytes(4)
    shelf.put(b"n", (int.from_bytes(number, "big") + 1).to_bytes(4, "big"))
    return number


def _note(batch: _Batch, number: int, before: BriefRow | None, now: BriefRow | None) -> None:
    if batch.count <= batch.room:
        batch.before[number] = before
    pairs = zip_longest(before.events if before else (), now.events if now else ())
    first = number * MOST_OF_A_BRIEF
    for event, (old, new) in enumerate(pairs, first):
        if old != new:
            batch.events.add(event)
            if not old or not new or old.date != new.date:
                batch.redated.add(event)
    if before and now and (before.title, before.language) != (now.title, now.language):
        batch.renamed.update(events_of(number, now))


def _dirty(events: Events, batch: _Batch, touched: set[int]) -> set[int]:
    """The events that are shown otherwise: they, their partners, or how a partner is told of are others now.

    Of a partner date and title are told, not its words.
    """
    return batch.events | _with_partners(events, batch.redated | batch.renamed) | touched


def _with_partners(events: Events, some: Collection[int]) -> set[int]:
    return set(some).union(*(events.partners(event) for event in some))


def _moved(events: Events, batch: _Batch, before: Order, dirty: Collection[int]) -> Order:
    """The order without what changed, and what is shown of that where it stands now."""
    shown, years = array("I", before.events), array("h", before.years)

    def placed_before(event: int) -> str:
        number = event // MOST_OF_A_BRIEF
        row = batch.before[number] if number in batch.before else events.row_of(number)
        return place(row, event % MOST_OF_A_BRIEF) if row and event in events_of(number, row) else ""

    for event in dirty:
        at = bisect_left(shown, placed_before(event), key=placed_before)
        if at < len(shown) and shown[at] == event:
            del shown[at], years[at]
    for event in dirty:
        if events.has(event) and events.is_shown(event):
            at = bisect_left(shown, events.place(event), key=events.place)
            shown.insert(at, event)
            years.insert(at, events.event(event).year)
    return Order(shown, years)


def _told_anew(events: Events, batch: _Batch, dirty: Collection[int]) -> set[str]:
    """Notes what the briefs around these events tell of now; returns their slugs."""
    slugs = set()
    for number in {event // MOST_OF_A_BRIEF for event in _with_partners(events, dirty)}:
        row = events.row_of(number)
        if named := row or batch.before[number]:
            slugs.add(named.slug)
            shelve(events.shelf, told_key(named.slug), events.told_by(number, row) if row else None)
    return slugs


def _ordered_anew(events: Events) -> tuple[Order, set[str]]:
    """All events in order, and the slugs of the briefs that tell of others than before."""
    lines: list[str] = []
    gone, slugs = set(events.shelf.keys(b"t", b"u")), set()
    for number, row in every_row(events.shelf):
        own = events_of(number, row)
        lines += (f"{place(row, at)}\t{event}" for at, event in enumerate(own) if events.is_shown(event))
        gone.discard(told_key(row.slug))
        if shelve(events.shelf, told_key(row.slug), events.told_by(number, row)):
            slugs.add(row.slug)
    for key in gone:
        events.shelf.delete(key)
        slugs.add(key[1:].decode("ascii"))
    lines.sort()
    years = array("h", (year_of_place(line) for line in lines))
    return Order(array("I", (int(line.rpartition("\t")[2]) for line in lines)), years), slugs
