"""Lists that the layout makes: list items in a row, and headings that name problems.

    items      two or more list items one after the other, each by its first sentence
    headings   as many as the lead counts problems ("Two difficulties remain"); else numbered headings; else all headings where
               two or more state a problem themselves ("Rising costs"), or where the headline speaks of trouble ("Why the
               railway is late"): each for the section below it
    section    the paragraphs under one heading that announces problems ("The challenges ahead"), each by its first sentence

They come as chains, as enumerations in running text do (see `discourse`), with the sentence before the first item as their
announcement. Whether a list is one of problems is no business of this module: `problem_lists` weighs that.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.editorial.annotate import AnnotatedSentence
from generator.editorial.chain_markers import Words
from generator.editorial.challenge_context import counts_problems
from generator.editorial.discourse import Chain, announcement
from generator.editorial.phrases import find_phrases, phrase_table
from generator.editorial.problems import evidence
from generator.editorial.tone import tone

_STATES_A_PROBLEM = 1.5
_SPEAKS_OF_TROUBLE = 1.0
_ANNOUNCING = 3
_LONGEST_ANNOUNCING_HEADING = 5
_NUMBERED = re.compile(r"\W?\d{1,2}[.):]?\s+\S")


def layout_lists(sentences: Sequence[AnnotatedSentence], words: Words, headline: tuple[str, ...] = ()) -> tuple[Chain, ...]:
    """The lists among an article's sentences, headings included; members of heading lists are the headings."""
    lists = (_item_lists(sentences, words), _heading_lists(sentences, words, headline), _announced_sections(sentences, words))
    return tuple(chain for kind in lists for chain in kind)


def _item_lists(sentences: Sequence[AnnotatedSentence], words: Words) -> Iterator[Chain]:
    for kind, run in groupby(sentences, key=lambda sentence: sentence.kind):
        members = tuple(sentence for sentence in run if sentence.place == 0)
        if kind == "item" and len(members) > 1:
            announced, _, announcer = announcement(sentences, words, members[0].number)
            yield Chain(members, announced, announcer)


def _heading_lists(sentences: Sequence[AnnotatedSentence], words: Words, headline: tuple[str, ...]) -> Iterator[Chain]:
    headings = [one for one in sentences if one.kind == "heading" and not _announces(words[one.number])]
    numbered = [one for one in headings if _NUMBERED.match(one.text)]
    stating = [one for one in headings if evidence(words[one.number]).problem >= _STATES_A_PROBLEM]
    under = headings if headline and _speaks_of_trouble(headline) else []
    members = numbered if len(numbered) > 1 else headings if len(stating) > 1 else under
    members = members if len(members) > 1 else []
    counted = _counted_before(sentences, headings, words)
    if counted and len(headings) >= counted > 1:
        yield Chain(tuple(headings[:counted]), "problem", None, "headings", counted=True)
    elif members:
        announced, _, announcer = announcement(sentences, words, members[0].number)
        yield Chain(tuple(members), announced, announcer, "headings", counted=members is numbered)


def _counted_before(sentences: Sequence[AnnotatedSentence], headings: Sequence[AnnotatedSentence], words: Words) -> int:
    """How many problems the last sentences before the first heading say there are."""
    first = headings[0].number if headings else 0
    before = [one for one in sentences[max(0, first - _ANNOUNCING) : first] if one.kind == "paragraph"]
    return max((counts_problems(words[one.number]) for one in before), default=0)


def _speaks_of_trouble(headline: tuple[str, ...]) -> bool:
    said = tone(headline)
    return said.trouble + said.hint - said.praise - said.remedy >= _SPEAKS_OF_TROUBLE


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
