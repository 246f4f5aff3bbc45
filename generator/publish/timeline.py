"""The timeline across briefs: every event of every brief, by year, in the order of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.edtf import chronological
from generator.model import PublishedBrief
from generator.publish.dates import DateWords, in_words, year_in_words, year_of


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """One event, its date in words, and where its brief tells of it."""

    date: DateWords
    text: str
    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class EventYear:
    """The events of one year."""

    name: str
    anchor: str
    events: tuple[DatedEvent, ...]


def timeline(briefs: Sequence[PublishedBrief]) -> tuple[EventYear, ...]:
    """Every event of `briefs` under its year, the earliest first."""
    dated = sorted(
        (
            (year_of(event.date), chronological(event.date), one.slug, number, one)
            for one in briefs
            for number, event in enumerate(one.brief.timeline, 1)
        ),
        key=lambda item: item[:4],
    )
    years = groupby(((year, _event(one, number)) for year, _, _, number, one in dated), lambda pair: pair[0])
    return tuple(EventYear(year_in_words(year), f"y{year}", tuple(event for _, event in pairs)) for year, pairs in years)


def _event(published: PublishedBrief, number: int) -> DatedEvent:
    event = published.brief.timeline[number - 1]
    return DatedEvent(
        date=in_words(event.date),
        text=event.text,
        title=published.brief.title,
        url=f"briefs/{published.slug}/#event-{number}",
        language=published.brief.language,
    )
