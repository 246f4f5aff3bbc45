"""Seven readability formulas over one count of an English text.

The values are exactly those of textstat 0.7.13, which the tests hold against these; textstat itself walks the text anew for
each formula and counts the same word's syllables over and over. Its words, in full:

    chunk     = what stands between white space
    word      = a chunk that holds a letter, a digit or "_", without its punctuation; the apostrophe of "it's" stays,
                hyphens go ("two-way" is one word, "twoway")
    sentence  = three words or more up to ".", "!", "?" or the end (so "3.5" ends one); a text has at least one
    easy      = on the list of Dale and Chall that textstat carries, without regard to inflection

It does not judge whether a formula holds for a text: `readability` does.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from operator import mul
from pathlib import Path

from generator.text.syllables import syllables

_PUNCTUATION = re.compile(r"[^\w\s](?!(?<=')(?:[tsd]|ve|ll|re))")
_UNSPOKEN_APOSTROPHE = re.compile(r"'(?![tsd]|ve|ll|re)")
_ASCII_PUNCTUATION = dict.fromkeys(mark for mark in range(128) if _PUNCTUATION.match(chr(mark)) and mark != ord("'"))
_EDGE = "\x1f"
"""Stands between two texts: white space, as any other there is."""
_THREE_WORDS = re.compile(r"\W*+\w\S*+\s\W*+\w\S*+\s\W*+\w")


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of: `polysyllables` have three syllables or more, `hard` ones are not easy either."""

    characters: int
    letters: int
    chunks: int
    words: int
    sentences: int
    syllables: int
    polysyllables: int
    difficult: int
    hard: int

    @property
    def words_per_sentence(self) -> float:
        """Mean length of a sentence in words."""
        return self.words / self.sentences


def count_words(text: str) -> int:
    """The words of `text` (textstat's lexicon count)."""
    return len(_without_punctuation(text).split())


def count(text: str) -> Counts:
    """Counts everything that the formulas need, each distinct word once."""
    chunks = text.split()
    cleaned = _without_punctuation(text)
    words = cleaned.lower().split()
    return Counts(
        characters=sum(map(len, chunks)),
        letters=sum(map(len, cleaned.split())) - cleaned.count("'"),
        chunks=len(chunks),
        words=len(words),
        sentences=_sentences(text),
        **_word_counts(Counter(words)),
    )


def _without_punctuation(text: str) -> str:
    if not text.isascii():
        return _PUNCTUATION.sub("", text)
    # The same for a fifth of the time.
    spoken = _UNSPOKEN_APOSTROPHE.sub("", text) if "'" in text else text
    return spoken.translate(_ASCII_PUNCTUATION)


def _sentences(text: str) -> int:
    inside = text.rstrip(".!?")
    if not ("." in inside or "!" in inside or "?" in inside):
        return 1
    runs = text.replace("!", ".").replace("?", ".").split(".")
    return max(1, sum(1 for run in runs if _THREE_WORDS.match(run)))


def _word_counts(words: Counter[str]) -> dict[str, int]:
    numbers = list(map(syllables, words))
    unlisted = words.keys() - _easy_words()
    return {
        "syllables": sum(map(mul, numbers, words.values())),
        "polysyllables": sum(times for number, times in zip(numbers, words.values(), strict=True) if number >= 3),
        "difficult": sum(map(words.__getitem__, unlisted)),
        "hard": sum(words[word] for word in unlisted if _syllables_cleaned_again(word) >= 3),
    }


def _syllables_cleaned_again(word: str) -> int:
    # textstat takes punctuation out once more after lowering a word, which matters for "İ": it becomes "i" and a loose dot.
    return syllables(word if word.isalnum() else _without_punctuation(word))


@cache
def _easy_words() -> frozenset[str]:
    # Not importlib.resources, which would import textstat and nltk with it.
    listed = distribution("textstat").locate_file("textstat/resources/en/easy_words.txt")
    return frozenset(Path(str(listed)).read_text(encoding="utf-8").split("\n"))


def flesch_reading_ease(counts: Counts) -> float:
    """Ease from 0 (very difficult) to 100 (very easy), the only score here that falls as a text grows harder (Flesch 1948)."""
    if not counts.syllables:
        return 0.0
    return 206.835 - 1.015 * counts.words_per_sentence - 84.6 * (counts.syllables / counts.words)


def flesch_kincaid_grade(counts: Counts) -> float:
    """United States school grade (Kincaid, Fishburne, Rogers and Chissom 1975)."""
    return _grade(counts.words_per_sentence, counts.syllables, counts.words)


def sentence_grades(texts: Sequence[str]) -> tuple[float | None, ...]:
    """The Flesch–Kincaid grade of each text alone, in a tenth of the time that `count` takes; None for one without words."""
    # They are cleaned as one: a space between two keeps what is punctuation in each from being told by the other.
    cleaned = _without_punctuation(_EDGE.join(text.replace(_EDGE, " ") for text in texts)).lower()
    return tuple(map(_sentence_grade, texts, map(str.split, cleaned.split(_EDGE))))


def _sentence_grade(text: str, words: Sequence[str]) -> float | None:
    return _grade(len(words) / _sentences(text), sum(map(syllables, words)), len(words)) if words else None


def _grade(words_per_sentence: float, number: int, words: int) -> float:
    return (0.39 * words_per_sentence) + (11.8 * (number / words)) - 15.59 if number else 0.0


def gunning_fog(counts: Counts) -> float:
    """Years of schooling (Gunning 1952); textstat takes as hard only words that Dale and Chall do not list."""
    return 0.4 * (counts.words_per_sentence + 100 * counts.hard / counts.words)


def smog_index(counts: Counts) -> float:
    """United States school grade for full understanding (McLaughlin 1969, "SMOG grading")."""
    return float((1.043 * (30 * (counts.polysyllables / counts.sentences)) ** 0.5) + 3.1291)


def automated_readability_index(counts: Counts) -> float:
    """United States school grade from characters alone (Senter and Smith 1967); the words are chunks with their punctuation."""
    return (4.71 * (counts.characters / counts.chunks)) + (0.5 * counts.words_per_sentence) - 21.43


def coleman_liau_index(counts: Counts) -> float:
    """United States school grade from letters and sentences in 100 words (Coleman and Liau 1975)."""
    letters, sentences = counts.letters / counts.words * 100, counts.sentences / counts.words * 100
    return (0.058 * letters) - (0.296 * sentences) - 15.8


def dale_chall(counts: Counts) -> float:
    """Score of Dale and Chall 1948: 4.9 or less for grade 4, 9.0 to 9.9 for college; it is no grade itself."""
    difficult = 100 * counts.difficult / counts.words
    score = (0.1579 * difficult) + (0.0496 * counts.words_per_sentence)
    return score + 3.6365 if difficult > 5 else score


FORMULAS: dict[str, Callable[[Counts], float]] = {
    formula.__name__: formula
    for formula in (
        flesch_reading_ease,
        flesch_kincaid_grade,
        gunning_fog,
        smog_index,
        automated_readability_index,
        coleman_liau_index,
        dale_chall,
    )
}
"""The formulas by their published names, which are also the front matter's keys; each takes the counts of at least one word."""
