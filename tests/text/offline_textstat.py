"""textstat, the reference for our values, with our syllables in place of the dictionary that it would fetch."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import textstat

from generator.text.syllables import table

REFERENCE: dict[str, Callable[[str], float]] = {
    "flesch_reading_ease": textstat.flesch_reading_ease,
    "flesch_kincaid_grade": textstat.flesch_kincaid_grade,
    "gunning_fog": textstat.gunning_fog,
    "smog_index": textstat.smog_index,
    "automated_readability_index": textstat.automated_readability_index,
    "coleman_liau_index": textstat.coleman_liau_index,
    "dale_chall": textstat.dale_chall_readability_score,
}

# textstat counts the vowels of `get_cmudict(lang)[word][0]`, and looks that name up in this module, and nowhere else.
SEAM: Any = import_module("textstat.backend.counts._count_syllables")


class Pronunciations(Mapping[str, list[list[str]]]):
    """A pronouncing dictionary for textstat: each word has one pronunciation, of so many vowels."""

    def __init__(self, syllables: Mapping[str, int]) -> None:
        self._syllables = syllables

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["AH0"] * self._syllables[word]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._syllables)

    def __len__(self) -> int:
        return len(self._syllables)


def use(syllables: Mapping[str, int]) -> None:
    if not hasattr(SEAM, "get_cmudict"):
        raise AttributeError("textstat looks the dictionary up elsewhere now: move the seam")
    SEAM.get_cmudict = lambda _language: Pronunciations(syllables)


use(table())
