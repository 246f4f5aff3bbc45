"""The catalogue: every brief as the lists of the site show it, the newest first.

Order is the article's date, later first; what has no date comes last; slugs decide between equals. Nothing here depends on
the order in which briefs were read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import PublishedBrief
from generator.publish.dates import is_unbounded, newest_first, year_of
from generator.publish.reading import GradeBand, grade_band


@dataclass(frozen=True, slots=True)
class Entry:
    """One brief in a list: its words are the brief's own, its address is relative to the site's root."""

    slug: str
    title: str
    standfirst: str | None
    author: str | None
    published: str | None
    year: int | None
    language: str
    topics: tuple[str, ...]
    source_minutes: int | None
    statements: int
    band: GradeBand

    @property
    def url(self) -> str:
        """The page's address below the site's root."""
        return f"briefs/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Year:
    """The briefs of one year, or of none."""

    number: int | None
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return "undated" if self.number is None else f"y{self.number}"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The briefs before and after one in time."""

    newer: Entry | None
    older: Entry | None


def catalogue(briefs: Sequence[PublishedBrief]) -> tuple[Entry, ...]:
    """Every brief as an entry, the newest first."""
    return newest(map(entry_of, briefs))


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, the newest first."""
    return tuple(sorted(entries, key=lambda entry: (newest_first(entry.published), entry.slug)))


def by_year(entries: Sequence[Entry]) -> tuple[Year, ...]:
    """The entries, in their order, under the year of their date."""
    return tuple(Year(year, tuple(group)) for year, group in groupby(entries, lambda entry: entry.year))


def neighbours(entries: Sequence[Entry], at: int) -> Neighbours:
    """The newer and the older brief of the one at a place, from 0."""
    return Neighbours(entries[at - 1] if at else None, entries[at + 1] if at + 1 < len(entries) else None)


def entry_of(published: PublishedBrief) -> Entry:
    """One brief as an entry."""
    brief = published.brief
    return Entry(
        slug=published.slug,
        title=brief.title,
        standfirst=brief.standfirst,
        author=brief.author,
        published=brief.published,
        year=year_of(brief.published) if brief.published and not is_unbounded(brief.published) else None,
        language=brief.language,
        topics=brief.topics,
        source_minutes=brief.readability.reading_minutes if brief.readability else None,
        statements=len(brief.key_points) + len(brief.challenges) + len(brief.timeline),
        band=grade_band(brief.readability),
    )
