"""Dates as a reader meets them: an EDTF date in English words at its own precision, with what `<time datetime>` may say.

    2022        2022                      2022-06       June 2022              2022-06-14   14 June 2022
    2022-Q3     third quarter of 2022     2022-H1       first half of 2022     2022-21      spring 2022
    199X        the 1990s                 2022-06~      about June 2022        2022?        perhaps 2022
    2019/2021   2019 to 2021              2019/..       since 2019             ../2021      until 2021

HTML knows no quarters, seasons or decades: the year stands in `machine` for the first two, nothing for the last.
Only English is written. What is no EDTF date is refused by `generator.edtf`, not here.
"""

import re
from dataclasses import dataclass

from generator.edtf import chronological, span_of

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
_QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_SIMPLE = re.compile(r"(?P<year>-?\d{2}[\dX]{2})(?:-(?P<part>[QH\d]\d))?(?:-(?P<day>\d\d))?(?P<qualifier>[?~%]?)")


@dataclass(frozen=True, slots=True)
class DatePart:
    """Some words of a date; `machine` is what `<time datetime>` says of them, or None where HTML has no form for it."""

    text: str
    machine: str | None = None


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date in words, in parts of which each may be a `<time>`, and the year it is listed under."""

    parts: tuple[DatePart, ...]
    year: int

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


def in_words(value: str) -> DateWords:
    """The words for an EDTF date. Raises ValueError where `value` is none."""
    return DateWords(_parts(value), year_of(value))


def year_of(value: str) -> int:
    """The year that an EDTF date is listed under: the first it covers, or the last where the start is open."""
    span = span_of(value)
    return span.last[0] if value.startswith("../") else span.first[0]


def newest_first(value: str | None) -> tuple[int, int, int, int]:
    """A key that sorts later dates first and what has no date last."""
    if value is None:
        return (1, 0, 0, 0)
    year, month, day = chronological(value)[0]
    return (0, -year, -month, -day)


def instant(value: str) -> str | None:
    """The first moment (UTC, RFC 3339) of an EDTF date, or None for years that RFC 3339 cannot write."""
    year, month, day = span_of(value).first
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z" if 1 <= year <= 9999 else None


def year_in_words(year: int) -> str:
    """A year as it is spoken of: 44 BCE for -43 (EDTF counts a year 0), AD 79, 2022."""
    if year < 1:
        return f"{1 - year} BCE"
    return str(year) if year >= 1000 else f"AD {year}"


def _parts(value: str) -> tuple[DatePart, ...]:
    start, slash, end = value.partition("/")
    if not slash:
        return _single(value)
    if start == "..":
        return (DatePart("until "), *_single(end))
    if end == "..":
        return (DatePart("since "), *_single(start))
    return (*_single(start), DatePart(" to "), *_single(end))


def _single(value: str) -> tuple[DatePart, ...]:
    match = _SIMPLE.fullmatch(value)
    if match is None:
        return (DatePart(value),)
    words = DatePart(_words(match["year"], match["part"], match["day"]), _machine(match))
    before = _QUALIFIERS[match["qualifier"]]
    return (DatePart(before), words) if before else (words,)


def _words(year: str, part: str | None, day: str | None) -> str:
    if "X" in year:
        return f"the {year.replace('X', '0')}s"
    spoken = year_in_words(int(year))
    if part is None:
        return spoken
    return f"{int(day)} {MONTHS[int(part) - 1]} {spoken}" if day else _part_words(part, spoken)


def _part_words(part: str, year: str) -> str:
    code = {"Q": 32, "H": 39}.get(part[0], 0) + int(part.lstrip("QH"))
    if code <= 12:
        return f"{MONTHS[code - 1]} {year}"
    if code <= 24:
        return f"{_SEASONS[code - 21]} {year}"
    return f"{_ORDINALS[code - 33]} quarter of {year}" if code <= 36 else f"{_ORDINALS[code - 40]} half of {year}"


def _machine(match: re.Match[str]) -> str | None:
    year, part, day = match["year"], match["part"], match["day"]
    if "X" in year or int(year) < 1:
        return None
    if part is None or not part.isdigit() or int(part) > 12:
        return year
    return f"{year}-{part}-{day}" if day else f"{year}-{part}"
