"""Words with their places, and the words that carry content.

    word    = letters and digits, joined inside by an apostrophe, a hyphen, or a separator between digits ("1,200", "2.5")
    Chinese and Japanese: each character is a word; a content word is a pair of neighbours

A stem need not be a word: it only makes "merchants" and "merchant", or "prices", "priced" and "pricing", equal.
It knows English endings alone, and no irregular forms.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Span
from generator.text.word_lists import word_list

_IDEOGRAPH = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"[^\W_{_IDEOGRAPH}]+"
_JOINED = rf"{_LETTERS}(?:(?:['’-]|(?<=\d)[.,](?=\d)){_LETTERS})*"
_WORD = re.compile(rf"{_JOINED}|[{_IDEOGRAPH}]")
_RUN = re.compile(rf"{_JOINED}|[{_IDEOGRAPH}]+")
_IDEOGRAPHS = re.compile(rf"[{_IDEOGRAPH}]")
_BROKEN_COMPOUND = re.compile(r" -(?<=\w -)(?=[a-z])")
_VOWEL = re.compile(r"[aeiouy]")
_NO_PLURAL = frozenset(["news", "series", "species", "lens", "always", "perhaps"])


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `text` stands at `span`."""

    span: Span
    text: str


def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; a Chinese or Japanese character counts as one."""
    return tuple(Word(Span(*match.span()), match[0]) for match in _WORD.finditer(text))


def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that are no stop words, in order and with repeats."""
    stop = word_list("stop_words")
    folded = text.lower().replace("’", "'")
    runs = _RUN.findall(_BROKEN_COMPOUND.sub("-", folded) if " -" in folded else folded)
    if not _IDEOGRAPHS.search(folded):
        return tuple([stem(run) for run in runs if run not in stop])
    return tuple(stem for run in runs if run not in stop for stem in _stems(run))


# An article uses a few hundred words over and over; 16,384 are those of some twenty articles, and take about 2 MB.
@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The light stem of a lower-case word: without possessive, plural, "-ing", "-ed" and last "e"."""
    word = word.removesuffix("'").removesuffix("'s")
    if len(word) < 4 or not word[-1].isalpha():
        return word
    return _last_letters(_without_ending(_singular(word)))


def _stems(run: str) -> tuple[str, ...]:
    if _IDEOGRAPHS.match(run):
        return tuple(run[i : i + 2] for i in range(max(1, len(run) - 1)))
    return (stem(run),)


def _singular(word: str) -> str:
    if word in _NO_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("ies", "sses", "shes", "ches", "xes")) and len(word) > 4:
        return word[:-2]
    return word.removesuffix("s")


def _without_ending(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if word.endswith(("reed", "teed")) else word
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            return root[:-1] if root[-1] == root[-2] and root[-1] not in "aeiolsz" else root
    return word


def _last_letters(word: str) -> str:
    if len(word) > 3 and word[-1] == "e":
        return word[:-1]
    if len(word) > 3 and word[-1] == "y" and word[-2] not in "aeiou":
        return word[:-1] + "i"
    return word[:-1] if len(word) > 5 and word.endswith("ll") else word
