"""A brief's page: everything that the theme's `brief` template shows, worked out and in order.

The HTML of the source is the only markup here; all other values are plain text for the theme to escape.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Brief, PublishedBrief, Span
from generator.publish.catalogue import Entry, Neighbours
from generator.publish.charts import GradeScale, SentenceStrip, grade_scale, sentence_strip
from generator.publish.dates import DateWords, in_words
from generator.publish.evidence import Evidence, FoundStatement, Statement, find, tie
from generator.publish.reading import Figure, Pace, brief_minutes, direction, figures, length, pace
from generator.publish.source import Piece, TextsDifferError, mark
from generator.publish.topics import Related, Topic, related
from generator.text import body
from generator.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page knows of the other briefs."""

    entry: Entry
    neighbours: Neighbours
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A brief whose every quote was found in its body."""

    slug: str
    brief: Brief
    text: str
    found: tuple[FoundStatement, ...]
    sentences: tuple[Span, ...]
    evidence: Evidence
    source: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class BriefPage:
    """What the `brief` template is given."""

    annotated: Annotated
    surroundings: Surroundings
    event_dates: tuple[DateWords, ...]
    note_dates: tuple[DateWords | None, ...]
    minutes: int
    direction: str
    pace: Pace
    figures: tuple[Figure, ...]
    grade_scale: GradeScale | None
    strip: SentenceStrip | None

    @property
    def brief(self) -> Brief:
        """The brief itself."""
        return self.annotated.brief

    @property
    def evidence(self) -> Evidence:
        """Its statements' markers and its cited sentences."""
        return self.annotated.evidence


def annotate(published: PublishedBrief) -> Annotated | tuple[str, ...]:
    """The brief with its source marked, or what keeps it from being shown, one message each."""
    brief = published.brief
    text = body.to_text(brief.body)
    found, missing = find(brief, text)
    if missing:
        return tuple(map(_not_found, missing))
    spans = tuple(sentence.span for sentence in sentences(text, brief.language))
    evidence = tie(found, spans)
    try:
        source = mark(body.to_html(brief.body), text, evidence.cited)
    except TextsDifferError as error:
        return (str(error),)
    return Annotated(published.slug, brief, text, found, spans, evidence, source)


def brief_page(annotated: Annotated, surroundings: Surroundings) -> BriefPage:
    """The page of a brief among the others."""
    brief = annotated.brief
    readability = brief.readability
    lengths = [length(span.of(annotated.text)) for span in annotated.sentences]
    return BriefPage(
        annotated=annotated,
        surroundings=surroundings,
        event_dates=tuple(in_words(event.date) for event in brief.timeline),
        note_dates=tuple(in_words(note.date) if note.date else None for note in brief.notes),
        minutes=brief_minutes(brief),
        direction=direction(brief.language),
        pace=pace(brief.language),
        figures=figures(readability) if readability else (),
        grade_scale=grade_scale(readability) if readability else None,
        strip=sentence_strip(lengths, [sentence.number for sentence in annotated.evidence.cited]),
    )


def surroundings(entries: Sequence[Entry], around: dict[str, Neighbours], found: dict[str, Topic]) -> dict[str, Surroundings]:
    """What each brief's page knows of the others, by slug."""
    return {entry.slug: Surroundings(entry, around[entry.slug], related(entry, found)) for entry in entries}


def _not_found(statement: Statement) -> str:
    name = statement.kind.replace("_", " ")
    return f"the quote of {name} {statement.number} is not in the article's text; 'briefs check' says where"
