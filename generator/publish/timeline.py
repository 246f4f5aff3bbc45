"""The timeline across briefs: every event of every brief in the order of time, each with the others that tell the same.

An event that several briefs tell with the same date stands once, with all of them; one that they date otherwise stands at
each of its dates, and each names the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.edtf import chronological
from generator.model import PublishedBrief, TimelineEvent
from generator.publish.dates import year_of
from generator.publish.same_events import Same, Told, same_events

_Dated = tuple[PublishedBrief, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a brief tells of an event: its title and the place on its page, and the date it gives."""

    title: str
    url: str
    language: str
    date: str


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
    dated = sorted(((one, number) for one in briefs for number in range(len(one.brief.timeline))), key=_order)
    same = same_events([Told(one.slug, _event(one, n).date, _event(one, n).text) for one, n in dated])
    return tuple(_dated_event(at, dated, same[at]) for at in range(len(dated)) if not _is_told_before(at, dated, same[at]))


def by_year(events: Sequence[DatedEvent]) -> tuple[EventYear, ...]:
    """Events in their order under their year."""
    return tuple(EventYear(year, tuple(group)) for year, group in groupby(events, lambda event: year_of(event.date)))


def _order(dated: _Dated) -> tuple[object, ...]:
    one, number = dated
    date = _event(one, number).date
    return year_of(date), chronological(date), one.slug, number


def _is_told_before(at: int, dated: Sequence[_Dated], same: Same) -> bool:
    return any(other < at and _date(dated[other]) == _date(dated[at]) for other in same.agreeing)


def _dated_event(at: int, dated: Sequence[_Dated], same: Same) -> DatedEvent:
    one, number = dated[at]
    return DatedEvent(
        date=_date(dated[at]),
        text=_event(one, number).text,
        language=one.brief.language,
        anchor=f"{one.slug}-{number + 1}",
        told=tuple(_telling(*dated[other]) for other in sorted({at, *same.agreeing})),
        otherwise=tuple(_telling(*dated[other]) for other in same.otherwise),
    )


def _telling(one: PublishedBrief, number: int) -> Telling:
    url = f"briefs/{one.slug}/#event-{number + 1}"
    return Telling(one.brief.title, url, one.brief.language, _event(one, number).date)


def _date(dated: _Dated) -> str:
    return _event(*dated).date


def _event(one: PublishedBrief, number: int) -> TimelineEvent:
    return one.brief.timeline[number]
