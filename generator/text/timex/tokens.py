"""Cuts a text into tokens and tells what kind each is, by the lexicon and by its shape.

    24th  ORD_DAY      2019  YEAR       2019-20  YEARS     1990s  DECADE     Q3  QUARTER     10:35  CLOCK
    '98   SHORT_YEAR   FY20  FISCAL_YEAR                   2022.08.16  FULL_DATE             1,985  NUM

Prices, percentages, decimals and numbers glued to letters ("737MAX") are no kind at all: they cannot start a date.
Every token is matched once, with bounded repeats or none that can meet each other: linear in the text's length.
"""

import re
from typing import NamedTuple

from generator.text.timex.lexicon import OTHER, Lexicon

_TOKEN = re.compile(
    r"""
    (?P<gap>\n[^\S\n]*\n\s*)
  | (?P<number>\d{4}-\d{1,2}-\d{1,2}(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\w) | \d{1,2}-\d{1,2}-\d{4}(?!\w)
      | (?:1[5-9]|20)\d\d[–-](?:\d\d|\d{4})(?!\w) | [$£€¥#]?\d+(?:[.,:/]\d+)*\w*%?)
  | (?P<oclock>\bo['’]clock\b)
  | (?P<owner>['’]s\b)
  | (?P<short>['‘’]\d\ds?\b)
  | (?P<ampm>\b[AaPp]\.[ ]?[Mm]\b\.?)
  | (?P<word>[^\W\d_]+(?:[^\W_]+)?)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_SHAPE = re.compile(
    r"""
    (?P<STAMP>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z?)
  | (?P<FULL_DATE>\d{4}(?P<sep>[-./])\d{1,2}(?P=sep)\d{1,2} | \d{1,2}(?P<mark>[-./])\d{1,2}(?P=mark)\d{4})
  | (?P<CLOCK>(?:[01]?\d|2[0-3]):[0-5]\d)
  | (?P<CLOCK_12>(?:0?\d|1[0-2])(?:[:.][0-5]\d)?[AaPp][Mm])
  | (?P<YEARS>(?:1[5-9]|20)\d\d[-–/](?:\d\d|(?:1[5-9]|20)\d\d))
  | (?P<ORDINAL>\d{1,3}(?:st|nd|rd|th))
  | (?P<DECADE>\d{3}0s)
  | (?P<SHORT_DECADE>\d0s)
  | (?P<FRACTION>1/2|1/4|3/4)
  | (?P<SHORT_DATE>\d{1,2}/\d{1,2}(?:/\d\d)?)
  | (?P<INTEGER>\d+|\d{1,3}(?:,\d{3})+)
    """,
    re.VERBOSE,
)
_SHAPE_NAMES = ("STAMP", "FULL_DATE", "CLOCK", "CLOCK_12", "YEARS", "DECADE", "SHORT_DECADE", "FRACTION", "SHORT_DATE")
_LETTERED = re.compile(r"(?P<QUARTER>Q[1-4])|(?P<HALF_YEAR>H[12])|(?P<FISCAL_YEAR>FY(?:\d\d|\d{4}))")
_MARKS = {",": "COMMA", ".": "POINT", "-": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "—": "DASH"}
_HOUR_AND_MINUTE = re.compile(r"0\d[0-5]\d")
_LONGEST = 12
_UNKNOWN = (OTHER, "")


class Token(NamedTuple):
    """A word, number or mark at `start` to `end`; `symbol` stands for its classes, `value` is what the lexicon says of it."""

    start: int
    end: int
    text: str
    symbol: str
    value: str


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text` in order. A gap between paragraphs is a token too."""
    tokens = []
    for match in _TOKEN.finditer(text):
        found = match.group()
        symbol, value = _KINDS[match.lastgroup or "gap"](match, found, lexicon)
        tokens.append(Token(match.start(), match.end(), found, symbol, value))
    return tokens


def _word(_: re.Match[str], text: str, lexicon: Lexicon) -> tuple[str, str]:
    entry = lexicon.words.get(text.lower())
    if entry is not None:
        return _UNKNOWN if entry.capitalised and text[0].islower() else (entry.symbol, entry.value)
    shape = _LETTERED.fullmatch(text) if text[0] in "FHQ" else None
    return _UNKNOWN if shape is None else (lexicon.shapes[(shape.lastgroup or "",)], text)


def _number(_: re.Match[str], text: str, lexicon: Lexicon) -> tuple[str, str]:
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


def _mark(match: re.Match[str], text: str, lexicon: Lexicon) -> tuple[str, str]:
    name = _MARKS.get(text)
    if name is None:
        return _UNKNOWN
    if name == "HYPHEN" and not _tight(match):
        name = "DASH"
    return lexicon.shapes[(name,)], ""


def _tight(match: re.Match[str]) -> bool:
    """Whether a hyphen stands between two characters, and does not serve as a dash."""
    around = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return all(side and not side.isspace() for side in around)


def _ampm(_: re.Match[str], text: str, lexicon: Lexicon) -> tuple[str, str]:
    entry = lexicon.words["am" if text[0] in "Aa" else "pm"]
    return entry.symbol, entry.value


def _short(_: re.Match[str], text: str, lexicon: Lexicon) -> tuple[str, str]:
    """'98, '90s."""
    return lexicon.shapes[("DECADE",) if text.endswith("s") else ("SHORT_YEAR",)], text[1:]


def _owner(_: re.Match[str], __: str, lexicon: Lexicon) -> tuple[str, str]:
    return lexicon.shapes[("OWNER",)], ""


def _oclock(_: re.Match[str], __: str, lexicon: Lexicon) -> tuple[str, str]:
    return lexicon.shapes[("OCLOCK",)], ""


def _gap(_: re.Match[str], __: str, lexicon: Lexicon) -> tuple[str, str]:
    return lexicon.shapes[("GAP",)], ""


_KINDS = {
    "word": _word,
    "number": _number,
    "mark": _mark,
    "ampm": _ampm,
    "oclock": _oclock,
    "short": _short,
    "owner": _owner,
    "gap": _gap,
}
