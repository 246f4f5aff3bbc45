"""What a sentence does in an article, told by its words: it judges, warns, reports, contrasts …

The words are those of data/cues.txt; an entry is a word, a phrase, or a word whose ending "*" leaves open. A cue is a sign,
not a proof: `salience` weighs it. Only English is told.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from generator.editorial.word_tables import entries

ANYWHERE = ("judgement", "weight", "trouble", "news", "first_person")
AT_THE_START = ("sequence", "contrast")
CUES = ANYWHERE + AT_THE_START
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


def cues(text: str) -> frozenset[str]:
    """The names of the cues that the sentence `text` gives."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    spaced = f" {' '.join(words)} "
    phrases = _phrases()
    found = {cue for pair in phrases.keys() & set(pairwise(words)) for phrase, cue in phrases[pair] if phrase in spaced}
    found.update(cue for phrase, cue in _openings().get(words[0] if words else "", ()) if spaced.startswith(phrase))
    return frozenset(found.union(*map(_cues_of, words)))


@lru_cache(maxsize=20_000)
def _cues_of(word: str) -> frozenset[str]:
    return _whole_words().get(word, frozenset()) | {cue for start, cue in _starts() if word.startswith(start)}


@cache
def _whole_words() -> dict[str, frozenset[str]]:
    pairs = [(entry, cue) for cue in ANYWHERE for entry in entries("cues", cue) if " " not in entry]
    return {word: frozenset(cue for other, cue in pairs if other == word) for word, _ in pairs}


@cache
def _starts() -> tuple[tuple[str, str], ...]:
    return tuple((entry[:-1], cue) for cue in ANYWHERE for entry in entries("cues", cue) if entry.endswith("*"))


@cache
def _phrases() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """The phrases, between blanks, with their cues, by their first two words."""
    pairs = [(entry, cue) for cue in ANYWHERE for entry in entries("cues", cue) if " " in entry]
    first = {entry: (entry.split()[0], entry.split()[1]) for entry, _ in pairs}
    return {start: tuple((f" {entry} ", cue) for entry, cue in pairs if first[entry] == start) for start in first.values()}


@cache
def _openings() -> dict[str, tuple[tuple[str, str], ...]]:
    """The words and phrases that open a sentence, between blanks, with their cues, by their first word."""
    pairs = [(entry, cue) for cue in AT_THE_START for entry in entries("cues", cue)]
    first = {entry: entry.partition(" ")[0] for entry, _ in pairs}
    return {start: tuple((f" {entry} ", cue) for entry, cue in pairs if first[entry] == start) for start in first.values()}
