"""How far one sentence repeats another, by the words that they share.

A word counts from four letters on, as it stands; Chinese and Japanese count by pairs of characters. The same measure holds for
key points against each other and against the standfirst.
"""

import re

from generator.text.words import content_words

_WORD = re.compile(r"[^\W_]{4,}")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def telling_words(text: str) -> frozenset[str]:
    """The words of `text` by which it is compared."""
    if _IDEOGRAPHS.search(text):
        return frozenset(content_words(text))
    return frozenset(_WORD.findall(text.casefold()))


def repetition(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of the shorter one's words that the other has too, 0 to 1."""
    shorter = min(len(words), len(others))
    return len(words & others) / shorter if shorter else 0.0
