"""Weighted phrases that travel with the package in generator/editorial/data/, and finding them in a sentence.

    line    = weight [kind] phrase         `#` opens a comment line
    phrase  = word {" " word}
    word    = alternative {"/" alternative}
    "lack+" = lack, lacks, lacked, lacking: the regular inflections
    "#" = any number, in figures or in words, once `numbered` has put it there
    "does not" stands for "doesn't" too, in the tables whose lines name a kind

Words are compared in lower case with straight apostrophes; hyphens part words, and a punctuation mark that ends a clause is a
token of its own, so that no phrase reaches over one. The longest phrase that starts at a word wins, and none overlap.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from generator.model import Span
from generator.text.word_lists import packaged_lines

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)?|[,;:.?!()\[\]\"“”—–]|(?<= )-(?= )")

_HELPING = frozenset(
    ["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would", "should", "will", "can"]
)
_WITH_NOT = {"will": "won't", "can": "can't"}
_DIGIT = re.compile(r"\d")
NUMBER_WORDS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "dozen",
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a table: what it says, in which way, and how surely."""

    words: tuple[str, ...]
    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at `start` to `end` (exclusive) of a sentence's tokens."""

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entries:
    """The phrases that start with one word: how many words they have, the most first; the second words of the longer ones; and
    the phrase that is this word `alone`."""

    phrases: dict[tuple[str, ...], Phrase]
    sizes: tuple[int, ...]
    seconds: frozenset[str]
    alone: Phrase | None


Table = dict[str, Entries]
# Several tables in one: for each first word the numbers of the tables that have it; and how many tables there are.
Tables = tuple[dict[str, tuple[tuple[int, Entries], ...]], int]


def tokens(text: str) -> tuple[str, ...]:
    """The folded words and clause marks of `text`, in order."""
    return tuple(_TOKEN.findall(_straightened(text).lower()))


def placed_tokens(text: str) -> tuple[tuple[str, Span], ...]:
    """The tokens of `text`, each with the characters that it stands on."""
    return tuple((match[0].lower(), Span(*match.span())) for match in _TOKEN.finditer(_straightened(text)))


def _straightened(text: str) -> str:
    return text.replace("’", "'").replace("‘", " ")


def numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens with "#" for each number."""
    if NUMBER_WORDS.isdisjoint(words) and not _DIGIT.search(" ".join(words)):
        return words
    return tuple("#" if word in NUMBER_WORDS or word[0].isdigit() else word for word in words)


def find_phrases(table: Table, words: tuple[str, ...]) -> Iterator[Found]:
    """The phrases of `table` in `words`, in order."""
    free = 0
    for at in [at for at, word in enumerate(words) if word in table]:
        phrase = _longest(table[words[at]], words, at) if at >= free else None
        if phrase is not None:
            free = at + len(phrase.words)
            yield Found(phrase, at, free)


def find_each(tables: Tables, words: tuple[str, ...]) -> tuple[tuple[Found, ...], ...]:
    """What `find_phrases` finds for each table of `tables`, in one pass; numbers are "#" in `words`."""
    first, count = tables
    found: tuple[list[Found], ...] = tuple([] for _ in range(count))
    for at in [at for at, word in enumerate(words) if word in first]:
        for table, entries in first[words[at]]:
            known = found[table]
            if known and known[-1].end > at:
                continue
            phrase = _longest(entries, words, at)
            if phrase is not None:
                known.append(Found(phrase, at, at + len(phrase.words)))
    return tuple(map(tuple, found))


def _longest(entries: Entries, words: tuple[str, ...], at: int) -> Phrase | None:
    # "The" opens hundreds of phrases: the word after it tells at once that it opens none here.
    if at + 1 == len(words) or words[at + 1] not in entries.seconds:
        return entries.alone
    for size in entries.sizes:
        phrase = entries.phrases.get(words[at : at + size])
        if phrase is not None:
            return phrase
    return None


def table_of(phrases: Iterable[Phrase]) -> Table:
    """The phrases by their first word; of two that are alike the first counts."""
    by_first: dict[str, dict[tuple[str, ...], Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase.words[0], {}).setdefault(phrase.words, phrase)
    return {first: _entries(first, known) for first, known in by_first.items()}


def _entries(first: str, known: dict[tuple[str, ...], Phrase]) -> Entries:
    sizes = tuple(sorted(set(map(len, known)), reverse=True))
    return Entries(known, sizes, frozenset(words[1] for words in known if len(words) > 1), known.get((first,)))


@cache
def phrase_table(name: str, kinds: bool = False) -> Table:
    """The entries of data/<name>.txt by their first word; `kinds` says whether lines name a kind."""
    entries = map(str.split, packaged_lines("generator.editorial", f"data/{name}.txt"))
    return table_of(phrase for fields in entries for phrase in _phrases(fields, kinds))


@cache
def phrase_tables(*names: str) -> Tables:
    """The tables data/<name>.txt, whose lines name kinds, as one for `find_each`."""
    first: dict[str, tuple[tuple[int, Entries], ...]] = {}
    for number, name in enumerate(names):
        for word, entries in phrase_table(name, kinds=True).items():
            first[word] = (*first.get(word, ()), (number, entries))
    return first, len(names)


def _phrases(fields: list[str], kinds: bool) -> Iterator[Phrase]:
    weight, kind, words = float(fields[0]), fields[1] if kinds else "", fields[2 if kinds else 1 :]
    for chosen in product(*(tuple(_alternatives(word)) for word in words)):
        yield Phrase(chosen, kind, weight)
        if kinds and "not" in chosen[1:]:
            yield Phrase(_contracted(chosen, chosen.index("not", 1)), kind, weight)


def _contracted(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The words with "does not", which ends at `at`, as "doesn't"; as they are where nobody says so."""
    before = words[at - 1]
    return (*words[: at - 1], _WITH_NOT.get(before, before + "n't"), *words[at + 1 :]) if before in _HELPING else words


def _alternatives(word: str) -> Iterator[str]:
    for alternative in word.split("/"):
        yield from _inflections(alternative[:-1]) if alternative.endswith("+") else (alternative,)


def _inflections(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return word, word + "s", word + "d", word[:-1] + "ing"
    if word.endswith("y") and word[-2] not in "aeou":
        return word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word, word + "es", word + "ed", word + "ing"
    return word, word + "s", word + "ed", word + "ing"
