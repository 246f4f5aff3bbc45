"""The words that temporal expressions are made of, and the symbol that stands for each kind of word.

Source: `generator/text/data/timex_words.txt` (word, classes, value). A *symbol* is one character that stands for a set of
classes, so that a whole text becomes a short string in which `grammar` can search with ordinary regular expressions.
The lexicon knows no grammar and looks at no text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.text.word_lists import packaged_lines

OTHER = "."
_FIRST_SYMBOL = 0xE000
_CAPITALISED = {"MONTH", "MAYBE_MONTH", "MONTH_SHORT", "WEEKDAY", "WEEKDAYS", "WEEKDAY_SHORT", "HOLIDAY", "HOLIDAY_DAY"}

# The kinds of token that have no word of their own: the tokeniser tells them by their shape.
SHAPES: tuple[tuple[str, ...], ...] = (
    ("NUM", "DAY", "HOUR"),
    ("NUM", "DAY"),
    ("NUM",),
    ("NUM", "FOUR_DIGITS"),
    ("NUM", "FOUR_DIGITS", "YEAR"),
    ("NUM", "FOUR_DIGITS", "OLD_YEAR"),
    ("NUM", "YEAR", "SPOKEN"),
    ("ORD",),
    ("ORD", "ORD_DAY"),
    ("ORD", "ORD_DAY", "ORD_DIGITS"),
    ("FRACTION",),
    ("CLOCK",),
    ("CLOCK_12",),
    ("FULL_DATE",),
    ("STAMP",),
    ("YEARS",),
    ("DECADE",),
    ("SHORT_DECADE",),
    ("QUARTER",),
    ("HALF_YEAR",),
    ("FISCAL_YEAR",),
    ("SHORT_YEAR",),
    ("HYPHEN",),
    ("DASH",),
    ("COMMA",),
    ("POINT",),
    ("OWNER",),
    ("OCLOCK",),
    ("GAP",),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word's symbol and value, and whether it must stand with a capital to count."""

    symbol: str
    value: str
    capitalised: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words by their lower-case spelling, the symbol of each shape, and the symbols of every class.

    Each is like itself alone, so that what is found by it can be remembered.
    """

    words: dict[str, Entry]
    shapes: dict[tuple[str, ...], str]
    classes: dict[str, str]

    def is_a(self, name: str, symbol: str) -> bool:
        """Whether `symbol` stands for words of the class `name`. Raises KeyError for a class without words."""
        return symbol in self.classes[name]


@cache
def lexicon(quoted: frozenset[str]) -> Lexicon:
    """The packaged words plus the ones that the grammar quotes, which each form a class of their own: 'of'."""
    words = {}
    for word, classes, value in map(str.split, packaged_lines("generator.text", "data/timex_words.txt")):
        words[word] = frozenset(classes.split(",")), value
    for word in sorted(quoted):
        classes_of, value = words.get(word, (frozenset(), word))
        words[word] = classes_of | {f"'{word}'"}, value
    return _lexicon_of(words)


def _lexicon_of(words: dict[str, tuple[frozenset[str], str]]) -> Lexicon:
    symbols = _symbols([classes for classes, _ in words.values()] + [frozenset(shape) for shape in SHAPES])
    members: dict[str, str] = {}
    for classes, symbol in symbols.items():
        for name in sorted(classes):
            members[name] = members.get(name, "") + symbol
    return Lexicon(
        {word: Entry(symbols[kind], value, not _CAPITALISED.isdisjoint(kind)) for word, (kind, value) in words.items()},
        {shape: symbols[frozenset(shape)] for shape in SHAPES},
        members,
    )


def _symbols(kinds: Iterable[frozenset[str]]) -> dict[frozenset[str], str]:
    return {kind: chr(_FIRST_SYMBOL + at) for at, kind in enumerate(dict.fromkeys(kinds))}
