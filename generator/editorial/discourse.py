"""Enumerations that run through an article, and what they are of.

    "First, … Second, …"      "First of all … Secondly … In the end"      "One problem is … Another …"
    "The first mistake … the second mistake"      "The first weak spot is … The second weak spot is …"
    "… What is worse, … Worst of all, …"          numbered paragraphs

A chain opens with a first member and goes on with the next number, with "another" or with the last; each member is the sentence
that carries the marker. "What is worse" makes the sentence before it the first member. The sentences just before a chain
announce it ("three problems", "for two reasons") and may say how many members it has: later markers then belong to something
else. "Moreover" alone carries no chain: it counts between numbered members, or at the head of a paragraph.

It does not decide whether what is enumerated are problems: it says what the announcement calls them, if anything.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from generator.editorial.annotate import AnnotatedSentence
from generator.editorial.chain_markers import LAST, LATER, Marker, Words, goes_on, marker_of
from generator.editorial.phrases import find_phrases, phrase_table

_NUMBERS = {word: n for n, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}
_NUMBERS |= dict.fromkeys(("several", "some", "many", "various", "following", "few", "these", "other", "main"), LAST)
# Members further apart than this are taken for parts of different lists.
_LONGEST_GAP = 24
_ANNOUNCING = 3
_COUNTED_ON = {"noun", "one", "other"}
_MOST_MARKERS, _MOST_PENDING = 50, 8


@dataclass(frozen=True, slots=True)
class Chain:
    """An enumeration: its members in order, what it is called ("problem", "remedy", "neutral", ""), how it is made, and
    the sentence that announces it; `counted` says whether that one gives their number."""

    members: tuple[AnnotatedSentence, ...]
    kind: str
    announced_by: AnnotatedSentence | None
    family: str = "items"
    counted: bool = False


def chains(sentences: Sequence[AnnotatedSentence], words: Words) -> tuple[Chain, ...]:
    """The enumerations among `sentences`, in order; each has at least two members."""
    markers = ((at, marker_of(sentence, words[sentence.number])) for at, sentence in enumerate(sentences))
    marked = [(at, marker) for at, marker in markers if marker is not None]
    found, used = [], set[int]()
    for place, (at, marker) in enumerate(marked):
        if at in used or not (marker.rank == 1 or _makes_worse(sentences, at, marker, used)):
            continue
        rest = marked[place : place + _MOST_MARKERS]
        if marker.rank != 1:
            rest = [(at - 1, Marker(1, "worse", "")), *rest]
        chain, members = _chain(sentences, words, rest, used)
        if len(members) > 1:
            used.update(members)
            found.append(chain)
    return tuple(found)


def _makes_worse(sentences: Sequence[AnnotatedSentence], at: int, marker: Marker, used: Container[int]) -> bool:
    """Whether "what is worse" at the sentence makes a first member of the one before it."""
    return marker.family == "worse" and marker.rank == LATER and sentences[at].number > 0 and at > 0 and at - 1 not in used


def _chain(
    sentences: Sequence[AnnotatedSentence], words: Words, marked: Sequence[tuple[int, Marker]], used: Container[int]
) -> tuple[Chain, list[int]]:
    """The chain that the first of `marked` opens, with the places of its members; another chain inside keeps its own."""
    first, opening = marked[0]
    announced, count, announcer = announcement(sentences, words, first)
    members, nouns, pending, inner, last = [first], {opening.noun}, list[int](), set[str](), first
    for at, marker in marked[1:]:
        if at in used or (marker.rank == 1 and marker.family == opening.family) or at - last > _LONGEST_GAP:
            break
        if marker.rank == 1:
            inner.add(marker.family)
        if marker.rank == 1 or marker.family in inner or len(members) >= count or not goes_on(opening, marker):
            continue
        skipping = marker.rank == LAST or (bool(pending) and marker.rank == len(members) + len(pending) + 1)
        next_one = _is_next(opening, marker, sentences[at])
        if skipping or marker.rank == len(members) + 1 or next_one:
            members += [*pending, at] if skipping else [at]
            pending, last = [], at
            nouns.add(marker.noun)
        elif marker.rank == LATER and sentences[at].place == 0:
            pending, last = [*pending, at], at
        if marker.rank == LAST or len(pending) > _MOST_PENDING:
            break
    members += pending if len(members) == 1 else []
    kind = "problem" if "problem" in nouns else opening.noun or announced
    told = tuple(sentences[at] for at in members[:count])
    return Chain(told, kind, announcer, opening.family, counted=count < LAST), members


def _is_next(opening: Marker, marker: Marker, sentence: AnnotatedSentence) -> bool:
    """Whether "another" or, at the head of a paragraph, "worse" goes on with the list that `opening` opened."""
    if marker.rank != LATER or opening.family not in _COUNTED_ON:
        return marker.rank == LATER and marker.family == opening.family == "worse"
    return marker.family in _COUNTED_ON or (marker.family == "worse" and sentence.place == 0)


def announcement(sentences: Sequence[AnnotatedSentence], words: Words, first: int) -> tuple[str, int, AnnotatedSentence | None]:
    """What is enumerated from the sentence at `first` on, how many there are (LAST: not said), and the sentence before it."""
    before = sentences[max(0, first - _ANNOUNCING) : first]
    for sentence in reversed(before):
        said = words[sentence.number]
        for found in find_phrases(phrase_table("enumerated_nouns", kinds=True), said):
            quantity = next((w for w in said[max(0, found.start - 3) : found.start] if w in _NUMBERS), None)
            if quantity is not None:
                return found.phrase.kind, _NUMBERS[quantity], sentence
    announcer = before[-1] if before else None
    return "", LAST, announcer
