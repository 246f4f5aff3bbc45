"""The values that the pipeline hands on, each frozen, each a stage of its own.

    Article          what a source file says: headline, byline, blocks of text, what was taken out
    Brief            what is published: the front matter and the body of content/briefs/<slug>.md

`Record`s are also the format of the front matter: their fields are its keys, in its order, and their descriptions
are what an editor's completion shows. In-memory values that never reach the disk are plain dataclasses.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field

from generator.edtf import span_of
from generator.errors import on_one_line


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


SourceText = Literal["full", "excerpts", "none"]
"""How much of an article's text its page carries: all, the paragraphs around what is cited, or the quotes alone."""

BlockKind = Literal["paragraph", "heading", "item", "quotation"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: a paragraph, a heading, a list item or a quotation; `text` is a single line."""

    kind: BlockKind
    text: str
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """What a source file says once its format is gone. `text` is the blocks joined by blank lines; offsets count in it."""

    headline: str
    byline: str | None
    published: str | None
    url: str | None
    language: str
    standfirst: str | None
    blocks: tuple[Block, ...]
    removed: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The plain text that every quote stands in."""
        return "\n\n".join(block.text for block in self.blocks)


def _edtf(value: str) -> str:
    span_of(value)
    return value


def _single_line(value: str) -> str:
    if not value.strip():
        raise ValueError("it is empty")
    return value


MOST_CHALLENGES = 3
MOST_NOTES = 500

_PREFIX = "What stands just before the quote, where the quote alone stands in the body more than once."
_SUFFIX = "What stands just after the quote, where the quote alone stands in the body more than once."


def _moment(value: str) -> str:
    moment_of(value)
    return value


def _alias(value: str) -> str:
    """An alias in the form of an address of the site: `/old` and `old/` are "old/", `old.html` stays."""
    parts = value.strip().strip("/").split("/")
    if not all(_ADDRESS_PART.fullmatch(part) and part.strip(".") for part in parts) or len(value) > 200:
        raise ValueError(f"{value[:60]!r} is no address of the site such as briefs/old-name/")
    address = "/".join(parts).removesuffix("/index.html")
    return address if address.endswith(".html") else f"{address}/"


_ADDRESS_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
Line = Annotated[str, AfterValidator(_single_line)]
EdtfDate = Annotated[str, AfterValidator(_edtf)]
Moment = Annotated[str, AfterValidator(_moment)]
Alias = Annotated[str, AfterValidator(_alias)]
Status = Literal["draft", "published"]


def moment_of(value: str) -> datetime:
    """The moment (UTC) that an ISO 8601 date-time with a zone names. Raises ValueError where it is none."""
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{value!r} is not a date and time with a zone such as 2026-01-31T09:00:00+01:00")


class Record(BaseModel):
    """A frozen part of the front matter that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Record):
    """Where the text is from."""

    file: Line | None = Field(None, description="The article's file name in content/articles/.")
    url: str | None = Field(None, description="The article's address on its publisher's site (http or https).")
    publisher: Line | None = Field(None, description="Who published the article.")
    licence: Line | None = Field(None, description='What may be done with the text: "CC BY 4.0", or a sentence.')


class KeyPoint(Record):
    """One thing the article says that a reader should know."""

    text: Line = Field(description="What the reader reads.")
    quote: Line = Field(description="The sentence it rests on, verbatim in the body.")
    prefix: str | None = Field(None, description=_PREFIX)
    suffix: str | None = Field(None, description=_SUFFIX)
    rule: Line | None = Field(None, description="The rule of the engine that chose it; a person's own needs none.")


class Challenge(Record):
    """Something the article says its subject struggles with."""

    title: Line = Field(description="Two to six words.")
    text: Line = Field(description="What the reader reads.")
    quote: Line = Field(description="The sentence it rests on, verbatim in the body.")
    prefix: str | None = Field(None, description=_PREFIX)
    suffix: str | None = Field(None, description=_SUFFIX)
    rule: Line | None = Field(None, description="The rule of the engine that chose it; a person's own needs none.")


class TimelineEvent(Record):
    """Something that happened or is scheduled."""

    date: EdtfDate = Field(description="EDTF, at the precision that the article gives: 2022, 2022-06, 2022-06-14, 2022-Q3.")
    expression: Line | None = Field(None, description='The article\'s own words for the date: "June this year".')
    text: Line = Field(description="What happened, in a short clause.")
    quote: Line = Field(description="The sentence it rests on, verbatim in the body.")
    prefix: str | None = Field(None, description=_PREFIX)
    suffix: str | None = Field(None, description=_SUFFIX)
    rule: Line | None = Field(None, description="The rule of the engine that chose it; a person's own needs none.")


class Readability(Record):
    """How hard the article is to read. A formula that does not hold is null and `not_available` says why."""

    words: int = Field(ge=0, description="Words of the article (characters where the language writes no spaces).")
    sentences: int = Field(ge=0, description="Sentences of the article.")
    reading_minutes: int | None = Field(
        None,
        ge=1,
        validation_alias=AliasChoices("reading_minutes", "minutes"),
        description="Minutes at 238 words (Chinese: 255, Japanese: 357 characters) a minute; 'minutes' is read as well.",
    )
    flesch_reading_ease: float | None = Field(None, description="Flesch Reading Ease: 0 very hard, 100 very easy.")
    flesch_kincaid_grade: float | None = Field(None, description="Flesch-Kincaid Grade Level, in years of American school.")
    gunning_fog: float | None = Field(None, description="Gunning Fog Index, in years of school.")
    smog_index: float | None = Field(None, description="SMOG, in years of school; it needs 30 sentences.")
    automated_readability_index: float | None = Field(None, description="Automated Readability Index, in years of school.")
    coleman_liau_index: float | None = Field(None, description="Coleman-Liau Index, in years of school.")
    dale_chall: float | None = Field(None, description="Dale-Chall score: below 5 for ten-year-olds, 10 for graduates.")
    grade: str | None = Field(None, description="The school grade in words for people.")
    method: str | None = Field(None, description="What computed the figures, with its version.")
    not_available: dict[str, str] = Field(default_factory=dict, description="Why a formula does not hold, by its name.")


class Note(Record):
    """A person's margin note."""

    quote: Line = Field(description="The sentence it stands beside, verbatim in the body.")
    prefix: str | None = Field(None, description=_PREFIX)
    suffix: str | None = Field(None, description=_SUFFIX)
    text: Line = Field(description="What is said of it.")
    by: str | None = Field(None, description="Who says so.")
    date: EdtfDate | None = Field(None, description="When, in EDTF: 2026-01-31.")


class Generated(Record):
    """What the machine wrote, by digest, so that it can tell its words from a person's."""

    engine: str = Field(description="The version of annotated-briefs that wrote the brief.")
    article: str = Field(description="Digest of the article's bytes.")
    published: EdtfDate | None = Field(None, description="The publication date given from outside the article.")
    fields: dict[str, str] = Field(default_factory=dict, description="Each field as the machine wrote it, by digest.")
    key_points: tuple[str, ...] = Field((), description="The quote and the whole of each key point that it wrote.")
    challenges: tuple[str, ...] = Field((), description="The quote and the whole of each challenge that it wrote.")
    timeline: tuple[str, ...] = Field((), description="The quote and the whole of each timeline event that it wrote.")


class Brief(Record):
    """One brief: the front matter's keys, and the body below it."""

    title: Line = Field(description="The headline.")
    author: Line | None = Field(None, description="Who wrote the article, as it says.")
    published: EdtfDate | None = Field(None, description="When the article was published, in EDTF: 2022-08-16.")
    source: Source = Field(default_factory=Source, description="The article's file, address and publisher.")
    language: str = Field(
        "en", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47 tag of the article's language."
    )
    standfirst: Line | None = Field(None, description="One sentence below the headline.")
    topics: tuple[Line, ...] = Field((), max_length=50, description="What the article is about; each has a page.")
    aliases: tuple[Alias, ...] = Field((), description="Addresses that the page had before: briefs/old-name/.")
    status: Status = Field("published", description="A draft is shown by 'briefs serve' alone.")
    publish_at: Moment | None = Field(None, description="When it is first shown: 2026-01-31T09:00:00+01:00.")
    source_text: SourceText | None = Field(None, description="How much of the text is published; the site decides where null.")
    key_points: tuple[KeyPoint, ...] = Field((), max_length=100, description="What a reader should know.")
    challenges: tuple[Challenge, ...] = Field(
        (), max_length=MOST_CHALLENGES, description="What the article says its subject struggles with; never padded."
    )
    timeline: tuple[TimelineEvent, ...] = Field((), max_length=500, description="What happened or will, in order of time.")
    readability: Readability | None = Field(None, description="How hard the article is to read.")
    notes: tuple[Note, ...] = Field((), max_length=MOST_NOTES, description="Margin notes of people's.")
    generated: Generated | None = Field(None, description="What the machine wrote, by digest; without it all is a person's.")
    body: str = Field(description="The article's own text, as Markdown, below the front matter.")


@dataclass(frozen=True, slots=True)
class PublishedBrief:
    """A brief with the slug that names its article, its file and its page."""

    slug: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did with one article; `reason` completes the line for what was not converted."""

    path: str
    kind: Literal["converted", "unchanged", "kept", "skipped"]
    reason: str = ""

    def __str__(self) -> str:
        return on_one_line(f"{self.kind} {self.path}" + (f": {self.reason}" if self.reason else ""))
