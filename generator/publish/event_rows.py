"""What the timeline takes from one brief, worked out from that brief alone and packed, so that any process may do it.

An event's `order` is a text that sorts as events do: the year that it is listed under, its first day, and its last day counted
backwards, so that of two that begin together the longer comes first.
"""

import json
from dataclasses import dataclass
from typing import NamedTuple

from generator.edtf import chronological
from generator.model import Brief, TimelineEvent
from generator.publish.dates import year_of
from generator.text.words import content_words

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NO_YEAR = 10_000  # added to a year, it makes all of them five digits


class EventRow(NamedTuple):
    """One event: its EDTF date, what it sorts by, what happened, and the stems of its words, each once, between spaces."""

    date: str
    order: str
    text: str
    words: str

    @property
    def year(self) -> int:
        """The year that it is listed under."""
        return year_of_place(self.order)


@dataclass(frozen=True, slots=True)
class BriefRow:
    """The events of one brief and how it is named where they are told."""

    slug: str
    title: str
    language: str
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a brief tells of an event: its title and the place on its page, and the date it gives."""

    title: str
    url: str
    language: str
    date: str


@dataclass(frozen=True, slots=True)
class BriefEvents:
    """A brief as the timeline takes it: its `BriefRow` as JSON."""

    slug: str
    row: bytes


def brief_events(slug: str, brief: Brief) -> BriefEvents:
    """The brief as the timeline takes it."""
    events = [(event.date, _order(event), event.text, _words(event)) for event in brief.timeline]
    row = _JSON.encode([slug, brief.title, brief.language, events])
    return BriefEvents(slug, row.encode("utf-8", "surrogatepass"))


def unpacked(row: bytes) -> BriefRow:
    """The row that `brief_events` packed."""
    slug, title, language, events = json.loads(row.decode("utf-8", "surrogatepass"))
    return BriefRow(slug, title, language, tuple(EventRow(*event) for event in events))


def place(row: BriefRow, number: int) -> str:
    """What the event of that number, from 0, sorts by among all: its order, then its brief, then its number."""
    return f"{row.events[number].order}{row.slug}\0{number:03}"


def year_of_place(order: str) -> int:
    """The year that an event is listed under, from what it sorts by."""
    return int(order[:5]) - _NO_YEAR


def telling(row: BriefRow, number: int) -> Telling:
    """Where the brief tells of its event of that number, from 0."""
    return Telling(row.title, f"briefs/{row.slug}/#event-{number + 1}", row.language, row.events[number].date)


def _order(event: TimelineEvent) -> str:
    (year, month, day), (last_year, last_month, last_day) = chronological(event.date)
    listed = year_of(event.date) + _NO_YEAR
    return f"{listed:05}{year + _NO_YEAR:05}{month:02}{day:02}{last_year + _NO_YEAR:05}{last_month + 12:02}{last_day + 31:02}"


def _words(event: TimelineEvent) -> str:
    return " ".join(dict.fromkeys(content_words(event.text)))
