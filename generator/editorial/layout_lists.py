"""Lists that the layout makes: list items in a row, and headings that name problems.

    items      two or more list items one after the other, each by its first sentence
    headings   two or more headings that state a problem themselves ("Rising costs"), each for the section below it
    section    the paragraphs under one heading that announces problems ("The challenges ahead"), each by its first sentence

They come as chains, as enumerations in running text do (see `discourse`), with the sentence before the first item as their
announcement. Lists of links or names are no business of this module: they state no problem, and `problem_lists` sees that.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.editorial.annotate import AnnotatedSentence
from generator.editorial.chain_markers import Words
from generator.editorial.discourse import Chain, announcement
from generator.editorial.phrases import find_phrases, phrase_table
from generator.editorial.problems import evidence

_STATES_A_PROBLEM = 1.5
_LONGEST_ANNOUNCING_HEADING = 5


def layout_lists(sentences: Sequence[AnnotatedSentence], words: Words) -> tuple[Chain, ...]:
    """The lists among an article's sentences, headings included; members of heading lists are the headings."""
    return (*_item_lists(sentences, words), *_heading_lists(sentences, words), *_announced_sections(sentences, words))


def _item_lists(sentences: Sequence[AnnotatedSentence], words: Words) -> Iterator[Chain]:
    for kind, run in groupby(sentences, key=lambda sentence: sentence.kind):
        members = tuple(sentence for sentence in run if sentence.place == 0)
        if kind == "item" and len(members) > 1:
            announced, _, announcer = announcement(sentences, words, members[0].number)
            yield Chain(members, announced, announcer)


def _heading_lists(sentences: Sequence[AnnotatedSentence], words: Words) -> Iterator[Chain]:
    headings = [sentence for sentence in sentences if sentence.kind == "heading"]
    said = {one.number: evidence(words[one.number]).problem for one in headings if not _announces(words[one.number])}
    stating = [one for one in headings if said.get(one.number, 0.0) >= _STATES_A_PROBLEM]
    if len(stating) > 1:
        yield Chain(tuple(stating), "", None)


def _announced_sections(sentences: Sequence[AnnotatedSentence], words: Words) -> Iterator[Chain]:
    for at, heading in enumerate(sentences):
        if heading.kind == "heading" and _announces(words[heading.number]):
            members = tuple(one for one in _section(sentences, at) if one.place == 0)
            if len(members) > 1:
                yield Chain(members, "problem", None)


def _section(sentences: Sequence[AnnotatedSentence], heading: int) -> Iterator[AnnotatedSentence]:
    for sentence in sentences[heading + 1 :]:
        if sentence.kind == "heading":
            return
        yield sentence


def _announces(words: tuple[str, ...]) -> bool:
    """Whether a heading only says that problems follow: "Problems", "The main challenges"."""
    named = [found.phrase.kind for found in find_phrases(phrase_table("enumerated_nouns", kinds=True), words)]
    return named == ["problem"] and len(words) <= _LONGEST_ANNOUNCING_HEADING and words[-1].endswith("s")
