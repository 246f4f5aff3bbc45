"""From an Article to an AnnotatedArticle: its sentences with their words, dates and places, found once and handed on."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article, Block, BlockKind, Span
from generator.text.sentences import sentences
from generator.text.timex import Timex, find
from generator.text.words import content_words


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """One sentence: where it stands and what was found in it.

    `number` counts the article's sentences from 0, `block` its blocks, `place` the sentences of the block. `words` are
    the folded and stemmed content words in order. Timexes' offsets count in the article's text, as `span` does.
    """

    number: int
    span: Span
    text: str
    block: int
    place: int
    kind: BlockKind
    words: tuple[str, ...]
    timexes: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its annotated sentences, headings included (their kind tells)."""

    article: Article
    text: str
    sentences: tuple[AnnotatedSentence, ...]
    headline_words: tuple[str, ...]

    @property
    def prose(self) -> tuple[AnnotatedSentence, ...]:
        """The sentences that are not headings."""
        return tuple(sentence for sentence in self.sentences if sentence.kind != "heading")

    @property
    def length(self) -> int:
        """How many sentences the text has: a heading, which is annotated as one, may hold several."""
        headings = [sentence.text for sentence in self.sentences if sentence.kind == "heading"]
        within = sum(len(sentences(heading, self.article.language)) for heading in headings)
        return len(self.sentences) - len(headings) + within


def annotate(article: Article) -> AnnotatedArticle:
    """Everything that is found in `article`."""
    text = article.text
    placed = tuple(_placed(article))
    timexes = find(text, article.published, [span for span, *_ in placed], article.language)
    return AnnotatedArticle(article, text, tuple(_annotated(article, placed, timexes)), content_words(article.headline))


def _placed(article: Article) -> Iterator[tuple[Span, str, int, int, BlockKind]]:
    start = 0
    for number, block in enumerate(article.blocks):
        for place, (span, text) in enumerate(_sentences(block, article.language)):
            yield Span(span.start + start, span.end + start), text, number, place, block.kind
        start += len(block.text) + len("\n\n")


def _sentences(block: Block, language: str) -> list[tuple[Span, str]]:
    if block.kind == "heading":
        return [(Span(0, len(block.text)), block.text)]
    return [(sentence.span, sentence.text) for sentence in sentences(block.text, language)]


def _annotated(
    article: Article, placed: tuple[tuple[Span, str, int, int, BlockKind], ...], timexes: tuple[Timex, ...]
) -> Iterator[AnnotatedSentence]:
    at = 0
    for number, (span, text, block, place, kind) in enumerate(placed):
        while at < len(timexes) and timexes[at].span.start < span.start:
            at += 1
        first = at
        while at < len(timexes) and timexes[at].span.start < span.end:
            at += 1
        words = content_words(text)
        yield AnnotatedSentence(number, span, text, block, place, kind, words, timexes[first:at])
