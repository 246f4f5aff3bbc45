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


# Tuned on the 1,000 synthetic briefs of `bench`, which have 39,000 words between them: with 16,384 each was counted twice, and
# the grades of a page's sentences took 0.46 ms in place of 0.19. These take 6 MB at most, for each of many workers; with 65,536
# a clean build of 10,000 held 0.3 kB more a brief.
@lru_cache(maxsize=1 << 15)
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
