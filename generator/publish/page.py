"""A brief's page: everything that the theme's `brief` template shows, worked out and in order.

The HTML of the source is the only markup here; all other values are plain text for the theme to escape.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Brief, PublishedBrief, Readability, SourceText, Span
from generator.publish.catalogue import Entry, Neighbours
from generator.publish.charts import GradeScale, SentenceStrip, TimeScale, grade_scale, sentence_strip, time_scale
from generator.publish.evidence import CitedSentence, Evidence, FoundStatement, Statement, find, statements, tie
from generator.publish.excerpts import cut, moved, shown_spans, shown_text
from generator.publish.metadata import web_address
from generator.publish.reading import Figure, Pace, brief_minutes, brief_readability, difficulty, direction, figures, pace
from generator.publish.source import Piece, TextsDifferError, check_same, mark
from generator.publish.text_fragments import at_sentence
from generator.publish.topics import Related
from generator.text import body
from generator.text.sentences import sentence_spans


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
    source_text: SourceText
    shown: tuple[Span, ...]

    @property
    def notes(self) -> dict[int, tuple[int, ...]]:
        """The numbers of people's notes, by the number of the sentence that each stands beside."""
        beside: dict[int, tuple[int, ...]] = {}
        for number in range(1, len(self.brief.notes) + 1):
            sentence = self.evidence.markers[f"note-{number}"][-1].sentence
            beside[sentence] = (*beside.get(sentence, ()), number)
        return beside


@dataclass(frozen=True, slots=True)
class BriefPage:
    """What the `brief` template is given; `at_publisher` is the original's address at each statement's quote, by anchor."""

    annotated: Annotated
    surroundings: Surroundings
    original: str | None
    at_publisher: dict[str, str]
    minutes: int
    direction: str
    pace: Pace
    figures: tuple[Figure, ...]
    grade_scale: GradeScale | None
    own: Readability
    strip: SentenceStrip | None
    time_scale: TimeScale | None

    @property
    def brief(self) -> Brief:
        """The brief itself."""
        return self.annotated.brief

    @property
    def evidence(self) -> Evidence:
        """Its statements' markers and its cited sentences."""
        return self.annotated.evidence


def annotate(published: PublishedBrief, source_text: SourceText = "full") -> Annotated | tuple[str, ...]:
    """The brief with its source marked, or what keeps it from being shown, one message each.

    `source_text` is how much of the article's text is published where the brief does not say.
    """
    brief = published.brief
    mode = brief.source_text or source_text
    text = body.to_text(brief.body)
    found, missing = find(brief, text)
    if missing:
        return tuple(map(_not_found, missing))
    spans = sentence_spans(text, brief.language)
    evidence = tie(found, spans)
    shown = shown_spans(mode, text, spans, evidence.cited, found)
    try:
        source = _marked(body.to_html(brief.body), text, evidence.cited, shown)
    except TextsDifferError as error:
        return (str(error),)
    return Annotated(published.slug, brief, text, found, spans, evidence, source, mode, shown)


def _marked(html: str, text: str, cited: Sequence[CitedSentence], shown: Sequence[Span]) -> tuple[Piece, ...]:
    if list(shown) == [Span(0, len(text))]:
        return mark(html, text, cited)
    check_same(html, text)
    return mark(cut(html, text, shown), shown_text(text, shown), moved(cited, shown))


def brief_page(annotated: Annotated, surroundings: Surroundings) -> BriefPage:
    """The page of a brief among the others."""
    brief = annotated.brief
    readability, original = brief.readability, web_address(brief.source.url)
    own = brief_readability(brief)
    measured = difficulty([span.of(annotated.text) for span in annotated.sentences], readability)
    return BriefPage(
        annotated=annotated,
        surroundings=surroundings,
        original=original,
        at_publisher={one.anchor: at_sentence(original, one.quote) for one in statements(brief)} if original else {},
        minutes=brief_minutes(brief),
        own=own,
        direction=direction(brief.language),
        pace=pace(brief.language),
        figures=figures(readability, own) if readability else (),
        grade_scale=grade_scale(readability, own) if readability else None,
        strip=sentence_strip(measured, [sentence.number for sentence in annotated.evidence.cited]),
        time_scale=time_scale([event.date for event in brief.timeline]),
    )


def _not_found(statement: Statement) -> str:
    name = statement.kind.replace("_", " ")
    return f"the quote of {name} {statement.number} is not in the article's text; 'briefs check' says where"
