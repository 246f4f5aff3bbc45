"""The events of all briefs as their shelf keeps them. An event is named by a number: that of its brief, times 512, and its own.

    b <slug>      the number of a brief                     s <event>    the events that tell the same
    r <number>    its row (`event_rows`)                    t <slug>     the events shown that a brief tells of, by their places
    w <word>      the events that have a word               o, y         the events that are shown, in order, and their years
    n             the number that the next brief gets

Numbers say nothing of any order, and no page shows them: a brief keeps its own as long as it is there.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.publish.event_rows import BriefRow, EventRow, place, unpacked
from generator.publish.same_events import agree
from generator.publish.shelf import Shelf

MOST_OF_A_BRIEF = 512
_WIDTH = 4
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Events:
    """The events on a shelf; what was read of it is kept, so a value of this is for a few events or for one change."""

    shelf: Shelf
    rows: dict[int, BriefRow | None] = field(default_factory=dict)
    found_partners: dict[int, frozenset[int]] = field(default_factory=dict)
    has_all_partners: bool = False

    def row(self, event: int) -> BriefRow:
        """The brief that tells of `event`."""
        row = self.row_of(event // MOST_OF_A_BRIEF)
        if row is None:
            raise KeyError(event)
        return row

    def row_of(self, number: int) -> BriefRow | None:
        """The brief of that number, if there is one."""
        if number not in self.rows:
            kept = self.shelf.get(row_key(number))
            self.rows[number] = unpacked(kept) if kept else None
        return self.rows[number]

    def event(self, event: int) -> EventRow:
        """The event itself."""
        return self.row(event).events[event % MOST_OF_A_BRIEF]

    def has(self, event: int) -> bool:
        """Whether there is such an event."""
        row = self.row_of(event // MOST_OF_A_BRIEF)
        return row is not None and event % MOST_OF_A_BRIEF < len(row.events)

    def place(self, event: int) -> str:
        """What it sorts by."""
        return place(self.row(event), event % MOST_OF_A_BRIEF)

    def partners(self, event: int) -> frozenset[int]:
        """The events of other briefs that tell the same."""
        if self.has_all_partners:
            return self.found_partners.get(event, _NONE)
        if event not in self.found_partners:
            self.found_partners[event] = frozenset(numbers(self.shelf.get(partners_key(event))))
        return self.found_partners[event]

    def is_shown(self, event: int) -> bool:
        """Whether it stands in the timeline, and not with an earlier one of the same date."""
        partners = self.partners(event)
        if not partners:
            return True
        date, own = self.event(event).date, self.place(event)
        return not any(self.event(other).date == date and self.place(other) < own for other in partners)

    def agreeing(self, event: int) -> list[int]:
        """The events that tell the same and whose dates agree with its own."""
        date = self.event(event).date
        return [other for other in self.partners(event) if agree(date, self.event(other).date)]

    def told_by(self, number: int, row: BriefRow) -> bytes:
        """The events shown that a brief tells of: a line each of its place and its number."""
        own = events_of(number, row)
        lines = [f"{place(row, at)}\t{event}" for at, event in enumerate(own) if self.is_shown(event)]
        others = {other for event in own if self.partners(event) for other in self.agreeing(event) if self.is_shown(other)}
        lines += (f"{self.place(other)}\t{other}" for other in others.difference(own))
        return "\n".join(sorted(lines)).encode("ascii")


def events_of(number: int, row: BriefRow) -> range:
    """The numbers of the events of the brief of that number."""
    return range(number * MOST_OF_A_BRIEF, number * MOST_OF_A_BRIEF + len(row.events))


def with_all_partners(shelf: Shelf) -> Events:
    """The events on a shelf, the partners of all of them read at once; most have none."""
    kept = shelf.items(b"s", b"t")
    return Events(shelf, {}, {int.from_bytes(key[1:], "big"): frozenset(numbers(value)) for key, value in kept}, True)


def every_row(shelf: Shelf) -> Iterator[tuple[int, BriefRow]]:
    """All briefs by their numbers; the shelf may be written to meanwhile, but for rows."""
    for key in list(shelf.keys(b"r", b"s")):
        if kept := shelf.get(key):
            yield int.from_bytes(key[1:], "big"), unpacked(kept)


def numbers(kept: bytes | None) -> "array[int]":
    """Events from how a shelf keeps them."""
    return array("I", kept or b"")


def packed(events: Iterable[int]) -> bytes:
    """Events as a shelf keeps them."""
    return array("I", sorted(events)).tobytes()


def number_key(slug: str) -> bytes:
    """Where the number of a brief stands."""
    return b"b" + slug.encode("ascii")


def row_key(number: int) -> bytes:
    """Where the row of the brief of that number stands."""
    return b"r" + number.to_bytes(_WIDTH, "big")


def word_key(word: str) -> bytes:
    """Where the events that have a word stand."""
    return b"w" + word.encode("utf-8", "surrogatepass")


def partners_key(event: int) -> bytes:
    """Where the events that tell the same as one stand."""
    return b"s" + event.to_bytes(_WIDTH, "big")


def told_key(slug: str) -> bytes:
    """Where the events that a brief tells of stand."""
    return b"t" + slug.encode("ascii")


def shelve(shelf: Shelf, key: bytes, value: bytes | None) -> bool:
    """Puts `value` under `key`, nothing where it is empty; returns whether that changed anything."""
    if shelf.get(key) == (value or None):
        return False
    if value:
        shelf.put(key, value)
    else:
        shelf.delete(key)
    return True
