"""Cuts a text into tokens and tells what kind each is, by the lexicon and by its shape.

    24th  ORD_DAY      2019  YEAR       2019-20  YEARS     1990s  DECADE     Q3  QUARTER     10:35  CLOCK
    '98   SHORT_YEAR   FY20  FISCAL_YEAR                   2022.08.16  FULL_DATE             1,985  NUM

Prices, percentages, decimals and numbers glued to letters ("737MAX") are no kind at all: they cannot start a date.
Every token is matched once, with bounded repeats or none that can meet each other: linear in the text's length.
"""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from generator.text.timex.lexicon import OTHER, Lexicon

# Words of two letters and more come first: they are most of a text.
_KIND = re.compile(
    r"""
    (?P<word>[^\W\d_][^\W_]+)
  | (?P<gap>\n[^\S\n]*\n\s*)
  | (?P<number>\d{4}-\d{1,2}-\d{1,2}(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\w) | \d{1,2}-\d{1,2}-\d{4}(?!\w)
      | (?:1[5-9]|20)\d\d[–-](?:\d\d|\d{4})(?!\w) | [$£€¥#]?\d+(?:[.,:/]\d+)*\w*%?)
  | (?P<oclock>\bo['’]clock\b)
  | (?P<owner>['’]s\b)
  | (?P<short>['‘’]\d\ds?\b)
  | (?P<ampm>\b[AaPp]\.[ ]?[Mm]\b\.?)
  | (?P<letter>[^\W\d_])
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(f"({re.sub('[?]P<[a-z]+>', '?:', _KIND.pattern)})", re.VERBOSE)
_SHAPE = re.compile(
    r"""
    (?P<STAMP>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z?)
  | (?P<FULL_DATE>\d{4}(?P<sep>[-./])\d{1,2}(?P=sep)\d{1,2}
      | \d{1,2}(?P<mark>[-./])\d{1,2}(?P=mark)\d{4} | \d{1,2}/\d{1,2}/\d\d)
  | (?P<CLOCK>(?:[01]?\d|2[0-3]):[0-5]\d)
  | (?P<CLOCK_12>(?:0?\d|1[0-2])(?:[:.][0-5]\d)?[AaPp][Mm])
  | (?P<YEARS>(?:1[5-9]|20)\d\d[-–/](?:\d\d|(?:1[5-9]|20)\d\d))
  | (?P<ORDINAL>\d{1,3}(?:st|nd|rd|th))
  | (?P<DECADE>\d{3}0s)
  | (?P<SHORT_DECADE>\d0s)
  | (?P<FRACTION>1/2|1/4|3/4)
  | (?P<INTEGER>\d+|\d{1,3}(?:,\d{3})+)
    """,
    re.VERBOSE,
)
_SHAPE_NAMES = ("STAMP", "FULL_DATE", "CLOCK", "CLOCK_12", "YEARS", "DECADE", "SHORT_DECADE", "FRACTION")
_LETTERED = re.compile(r"(?P<QUARTER>Q[1-4])|(?P<HALF_YEAR>H[12])|(?P<FISCAL_YEAR>FY(?:\d\d|\d{4}))")
_MARKS = {",": "COMMA", ".": "POINT", "-": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "—": "DASH"}
_HOUR_AND_MINUTE = re.compile(r"0\d[0-5]\d")
_HYPHENS = ("-", "‑")
_LONGEST = 12
_UNKNOWN = (OTHER, "")


class Token(NamedTuple):
    """A word, number or mark at `start` to `end`; `symbol` stands for its classes, `value` is what the lexicon says of it."""

    start: int
    end: int
    text: str
    symbol: str
    value: str


# A text has thousands of them, and this takes a third of the time that Token(...) takes.
_token = partial(tuple.__new__, Token)


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text` in order. A gap between paragraphs is a token too."""
    pieces = _TOKEN.split(text)
    places = list(accumulate(map(len, pieces), initial=0))
    found = pieces[1::2]
    kinds = {piece: _kind(piece, lexicon) for piece in set(found)}
    symbols, values = ([kinds[piece][part] for piece in found] for part in (0, 1))
    tokens = list(map(_token, zip(places[1::2], places[2::2], found, symbols, values, strict=False)))
    for at in _places_of_hyphens(found):
        if not _is_tight(tokens[at], text):
            tokens[at] = tokens[at]._replace(symbol=lexicon.shapes[("DASH",)])
    return tokens


def _places_of_hyphens(found: list[str]) -> Iterator[int]:
    """Where hyphens stand among the pieces: `list.index` finds the few of them sooner than a look at each piece does."""
    for hyphen in _HYPHENS:
        at = -1
        for _ in range(found.count(hyphen)):
            at = found.index(hyphen, at + 1)
            yield at


# Bounded, for a process that stays: an article uses some four hundred.
@lru_cache(maxsize=1 << 13)
def _kind(piece: str, lexicon: Lexicon) -> tuple[str, str]:
    """The symbol and the value of a token by itself."""
    match = _KIND.fullmatch(piece)
    return _UNKNOWN if match is None else _KINDS[match.lastgroup or "mark"](piece, lexicon)


def _word(text: str, lexicon: Lexicon) -> tuple[str, str]:
    entry = lexicon.words.get(text.lower())
    if entry is not None:
        return _UNKNOWN if entry.capitalised and text[0].islower() else (entry.symbol, entry.value)
    shape = _LETTERED.fullmatch(text) if text[0] in "FHQ" else None
    return _UNKNOWN if shape is None else (lexicon.shapes[(shape.lastgroup or "",)], text)


def _number(text: str, lexicon: Lexicon) -> tuple[str, str]:
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        return _UNKNOWN
    if shape["INTEGER"]:
        return _integer(text, lexicon)
    if shape["ORDINAL"]:
        value = int(text[:-2])
        return lexicon.shapes[("ORD", "ORD_DAY", "ORD_DIGITS") if 1 <= value <= 31 else ("ORD",)], str(value)
    name = next(name for name in _SHAPE_NAMES if shape[name])
    return lexicon.shapes[(name,)], text


def _integer(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """A whole number: a day or an hour by its size, a year by its four digits. Longer ones than twelve characters are none."""
    if len(text) > _LONGEST:
        return _UNKNOWN
    value = int(text.replace(",", ""))
    if len(text) <= 2 and value <= 31:
        return lexicon.shapes[("NUM", "DAY", "HOUR") if value <= 24 else ("NUM", "DAY")], str(value)
    if len(text) == 4 and 1000 <= value < 2200:
        return lexicon.shapes[("NUM", "FOUR_DIGITS", "YEAR" if value >= 1900 else "OLD_YEAR")], text
    return lexicon.shapes[("NUM", "FOUR_DIGITS") if _HOUR_AND_MINUTE.fullmatch(text) else ("NUM",)], str(value)


def _mark(text: str, lexicon: Lexicon) -> tuple[str, str]:
    name = _MARKS.get(text)
    return _UNKNOWN if name is None else (lexicon.shapes[(name,)], "")


def _is_tight(hyphen: Token, text: str) -> bool:
    """Whether a hyphen stands between two characters, and does not serve as a dash."""
    around = text[hyphen.start - 1 : hyphen.start], text[hyphen.end : hyphen.end + 1]
    return all(side and not side.isspace() for side in around)


def _ampm(text: str, lexicon: Lexicon) -> tuple[str, str]:
    entry = lexicon.words["am" if text[0] in "Aa" else "pm"]
    return entry.symbol, entry.value


def _short(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """'98, '90s."""
    return lexicon.shapes[("DECADE",) if text.endswith("s") else ("SHORT_YEAR",)], text[1:]


def _owner(_: str, lexicon: Lexicon) -> tuple[str, str]:
    return lexicon.shapes[("OWNER",)], ""


def _oclock(_: str, lexicon: Lexicon) -> tuple[str, str]:
    return lexicon.shapes[("OCLOCK",)], ""


def _gap(_: str, lexicon: Lexicon) -> tuple[str, str]:
    return lexicon.shapes[("GAP",)], ""


_KINDS = {
    "word": _word,
    "letter": _word,
    "number": _number,
    "mark": _mark,
    "ampm": _ampm,
    "oclock": _oclock,
    "short": _short,
    "owner": _owner,
    "gap": _gap,
}
