"""The numbers and names that a person writes and a piece of evidence does not hold.

A name is a word of two letters or more, one of them a capital, that is not the first of its sentence, or that is nearly one of
the evidence's; spelled-out numbers up to twenty, and tens, count as figures.
"""

import difflib
import re
from collections.abc import Collection, Iterator

from generator.text.type_repair import repair

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+)[\"'“‘(]*$")
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELLED = {word: value for value, word in enumerate((*_ONES, *_TEENS))} | {ten: 20 + 10 * n for n, ten in enumerate(_TENS)}
_NEARLY = 0.8
"""How like a word of the text one at the start of a sentence is that is taken for a slip (difflib's ratio)."""


def unheld(text: str, evidence: str) -> Iterator[str]:
    """The numbers and names of `text`, as typed, that do not stand in `evidence`."""
    text, evidence = repair(text), repair(evidence)
    words = {word.lower() for word in WORD.findall(evidence)}
    figures = {_plain(number) for number in NUMBER.findall(evidence)}
    figures |= {str(value) for word, value in _SPELLED.items() if word in words}
    yield from (number for number in NUMBER.findall(text) if _plain(number) not in figures)
    capitalised = {word for word in WORD.findall(evidence) if word[0].isupper()}
    for match in WORD.finditer(text):
        is_name = len(match[0]) > 1 and any(letter.isupper() for letter in match[0]) and not _is_held(match[0], words)
        if is_name and (
            not starts_sentence(text, match.start()) or difflib.get_close_matches(match[0], capitalised, 1, _NEARLY)
        ):
            yield match[0]


def starts_sentence(text: str, at: int) -> bool:
    """Whether the word at `at` is the first of its sentence."""
    return _SENTENCE_START.search(text, 0, at) is not None


def _is_held(word: str, words: Collection[str]) -> bool:
    bare = re.sub(r"['’]s?$", "", word.lower())
    return {word.lower(), bare} & {*words} != set() or f"{bare}'s" in words or f"{bare}’s" in words


def _plain(number: str) -> str:
    return number.replace(",", "")
