"""How many syllables an English word has.

The number is the one textstat 0.7.13 gives: the vowels of the word's first pronunciation in the CMU Pronouncing Dictionary
where it stands there, otherwise one more than the points at which pyphen's American English patterns would hyphenate it.
The first comes from a table of our own, data/syllables.txt (scripts/make_syllables.py makes it from the dictionary), because
textstat fetches the dictionary over the network at its first use.

It does not clean words: give it one word, lower case, without the punctuation around it.
"""

from functools import cache, lru_cache
from importlib import resources

from generator.text.hyphenation import parts


# 65,536 words are more than a hundred articles use, and few enough (some 10 MB) for a process that stays.
@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """The syllables of one lower-case word."""
    listed = table().get(word)
    return parts(word) if listed is None else listed


@cache
def table() -> dict[str, int]:
    """The words of the CMU Pronouncing Dictionary with their syllables; read once a process (about 20 ms)."""
    text = resources.files("generator.text").joinpath("data/syllables.txt").read_text(encoding="utf-8")
    counts: dict[str, int] = {}
    for section in text.split("\n\n")[1:]:
        heading, _, words = section.partition("\n")
        number = int(heading.split()[0])
        # A plain loop takes 19 ms where an update from dict.fromkeys takes 24.
        for word in words.split():
            counts[word] = number
    return counts
