"""What numbers a sentence within an enumeration.

    adverb   "First of all,"  "Another is"  "A third, and the least discussed, is"       data/enumerators.txt
    noun     "The first mistake"  "One reason"  "– the second mistake": a noun of data/enumerated_nouns.txt
    other    "The first weak spot is": any noun before "is", which the second must repeat
    worse    "What is worse,"  "Worst of all,"
    number   "1."  "(2)" at the head of a paragraph

A marker proves no enumeration: `discourse` looks for those that go together.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.editorial.annotate import AnnotatedSentence
from generator.editorial.phrases import find_phrases, phrase_table, placed_tokens

LAST = 99
LATER = 0
_OPENERS = frozenset({"and", "but", "yet", "so", "well", '"', "“", "("})
_DASHES = frozenset("–—-,;:")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "yet", "still"})
_IS = frozenset({"is", "was", "are", "were", "lies", "concerns", "comes", "has", ":", ","})
_STRICT = frozenset({"first", "second", "third", "fourth", "fifth", "last", "final"})
_LONGEST_LABEL = 4
_FARTHEST = 80
_NUMBER = re.compile(r"\A\s*[(\[#]?\d{1,2}[.)\]:、]{1,2}\s+")
_NUMBERED = re.compile(r"[(\[]?(\d{1,2})[.)\]]?[.):、]\s*\S|[#(]?(\d{1,2})\)\s")

# The tokens of each sentence, by its number.
Words = Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Marker:
    """What numbers a sentence within an enumeration; `noun` is the kind that it names ("problem" in "the first mistake"),
    `label` the noun itself where it is no listed one."""

    rank: int
    family: str
    noun: str
    label: tuple[str, ...] = ()


def marker_of(sentence: AnnotatedSentence, words: tuple[str, ...]) -> Marker | None:
    """The marker that `sentence` opens with, or names in apposition ("– the second mistake")."""
    numbered = _NUMBERED.match(sentence.text) if sentence.place == 0 else None
    if numbered:
        return Marker(int(numbered[1] or numbered[2]), "number", "")
    start = next((i for i, word in enumerate(words) if word not in _OPENERS), 0)
    adverb = next(find_phrases(phrase_table("enumerators", kinds=True), words[start : start + 6]), None)
    if adverb is not None and adverb.start == 0 and adverb.phrase.kind != "noun":
        return Marker(int(adverb.phrase.weight), adverb.phrase.kind, "")
    return _noun_marker(words, start) or _labelled(words, start)


def without_marker(text: str) -> str:
    """The text of a member without the marker before its own words: "1.", "Worst of all,"."""
    text = _NUMBER.sub("", text, count=1)
    placed = placed_tokens(text[:_FARTHEST])
    start = 1 if placed and placed[0][0] in _OPENERS else 0
    words = tuple(token for token, _ in placed[start : start + 7])
    marker = next(find_phrases(phrase_table("enumerators", kinds=True), words), None)
    if marker is None or marker.start or marker.phrase.kind not in ("adverb", "worse"):
        return text
    end = start + marker.end
    closed = marker.phrase.words[-1] == "," or (end < len(placed) and placed[end][0] == ",")
    end += marker.phrase.words[-1] != ","
    beside = end >= len(placed) or placed[end][0] in ("and", "or")  # "A third, and the worst, is …"
    return text[placed[end][1].start :] if closed and not beside else text


def goes_on(opening: Marker, marker: Marker) -> bool:
    """Whether `marker` can belong to the enumeration that `opening` opens."""
    if "number" in (opening.family, marker.family):
        return opening.family == marker.family
    if opening.label or marker.label:
        return opening.label == marker.label or marker.family == "one"
    same = opening.noun == marker.noun or "neutral" in (opening.noun, marker.noun)
    return not (opening.noun and marker.noun) or same


def _noun_marker(words: tuple[str, ...], start: int) -> Marker | None:
    """ "The first mistake", "One problem": an ordinal with what it counts at most two words on."""
    ordinals = _ordinals()
    if ordinals.keys().isdisjoint(words):
        return None
    nouns = phrase_table("enumerated_nouns", kinds=True)
    for at, word in enumerate(words):
        if word not in ordinals or not _at_head(words, at, start):
            continue
        among = words[at + 1 : at + 2] == ("of",)
        reach = words[at + 1 : at + (6 if among else 4)]
        named = next((nouns[w].phrases[(w,)] for w in reach if w in nouns and among == _is_plural(w)), None)
        if named is not None:
            return Marker(ordinals[word], "noun", named.kind)
    return None


def _labelled(words: tuple[str, ...], start: int) -> Marker | None:
    """ "The first weak spot is": any noun, between an ordinal and a verb of being."""
    if words[start : start + 1] != ("the",) or words[start + 1 : start + 2] == () or words[start + 1] not in _STRICT:
        return None
    rank = _ordinals()[words[start + 1]]
    rest = words[start + 2 : start + 3 + _LONGEST_LABEL]
    end = next((place for place, word in enumerate(rest) if word in _IS), 0)
    return Marker(rank, "other", "", rest[:end]) if end else None


@cache
def _ordinals() -> dict[str, int]:
    """The rank of each word that numbers a noun."""
    entries = (phrase for found in phrase_table("enumerators", kinds=True).values() for phrase in found.phrases.values())
    return {phrase.words[0]: int(phrase.weight) for phrase in entries if phrase.kind == "noun"}


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "is"))


def _at_head(words: tuple[str, ...], at: int, start: int) -> bool:
    """Whether the ordinal opens the sentence, or stands as "the second" after a dash or comma."""
    if at <= start + 1 and all(word in _ARTICLES for word in words[start:at]):
        return True
    return at >= 2 and words[at - 1] == "the" and words[at - 2] in _DASHES
