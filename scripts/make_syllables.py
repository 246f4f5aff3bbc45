"""Makes generator/text/data/syllables.txt from the CMU Pronouncing Dictionary.

    python scripts/make_syllables.py CMUDICT [LICENCE]

CMUDICT is a file of the dictionary in any of its published spellings of a line:

    tomato(2)  T AH0 M AA1 T OW2  # comment        cmudict.dict, cmudict-0.7b
    TOMATO 2 T AH0 M AA1 T OW2                     the corpus as NLTK packs it

A word has as many syllables as its first pronunciation has vowels (the phones that carry a stress digit). LICENCE is the
licence text that stands beside the dictionary; it is copied beside the table. The same input gives the same bytes.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).parent.parent / "generator" / "text" / "data"
HEADER = """\
# Syllables of English words: a line "N syllables", then the words that have so many, one a line, in order.
# Made by scripts/make_syllables.py from the CMU Pronouncing Dictionary (first pronunciations); do not edit by hand.
# The dictionary is copyright Carnegie Mellon University; its licence is in CMUDICT-LICENCE.txt.
"""
_VARIANT = re.compile(r"\(\d+\)$")
_VOWEL = re.compile(r"[A-Z]{2}[0-2]")


def counts_of(lines: Iterable[str]) -> dict[str, int]:
    """Syllables of the first pronunciation of each word, by the word in lower case."""
    counts: dict[str, int] = {}
    for line in lines:
        parts = line.partition(" #")[0].split()
        if parts and not line.startswith((";;;", "##")):
            word = _VARIANT.sub("", parts[0]).lower()
            counts.setdefault(word, sum(1 for part in parts[1:] if _VOWEL.fullmatch(part)))
    return counts


def table_of(counts: dict[str, int]) -> str:
    """The table's text: a section for each number of syllables, its words in the order of their characters."""
    sections = [HEADER]
    for number in sorted(set(counts.values())):
        words = sorted(word for word, count in counts.items() if count == number)
        sections.append(f"{number} syllables\n" + "\n".join(words) + "\n")
    return "\n".join(sections)


def main(arguments: list[str]) -> None:
    """Reads the dictionary, writes the table and its licence, and says how many words it has."""
    if not 1 <= len(arguments) <= 2:
        sys.exit("usage: make_syllables.py CMUDICT [LICENCE]")
    counts = counts_of(Path(arguments[0]).read_text(encoding="utf-8").splitlines())
    DATA.joinpath("syllables.txt").write_text(table_of(counts), encoding="utf-8", newline="\n")
    if len(arguments) == 2:
        DATA.joinpath("CMUDICT-LICENCE.txt").write_bytes(Path(arguments[1]).read_bytes())
    print(f"{len(counts)} words")


if __name__ == "__main__":
    main(sys.argv[1:])
