"""Dates as a reader meets them: an EDTF date in words at its own precision, with what `<time datetime>` may say.

    2022        2022                      2022-06       June 2022              2022-06-14   14 June 2022
    2022-Q3     third quarter of 2022     2022-H1       first half of 2022     2022-21      spring 2022
    199X        the 1990s                 2022-06~      about June 2022        2022?        perhaps 2022
    2019/2021   2019 to 2021              2019/..       since 2019             ../2021      until 2021
    2022-06-04/2022-06-09   4 to 9 June 2022                                   2022-03/2022-06   March to June 2022
    ../..       Without a date

Months and days are written as Babel writes them in the language of the interface, the rest as its strings say (the table is
English). HTML knows no quarters, seasons or decades: the year stands in `machine` for the first two, nothing for the last.
What is no EDTF date is refused by `generator.edtf`, not here.
"""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from generator.edtf import Day, span_of
from generator.publish.interface import Interface

_SIMPLE = re.compile(r"(?P<year>-?\d{2}[\dX]{2})(?:-(?P<part>[QH\d]\d))?(?:-(?P<day>\d\d))?(?P<qualifier>[?~%]?)")
_QUALIFIERS = {"~": "about", "?": "perhaps", "%": "perhaps_about"}
_LEAP_YEAR = 2000
"""Stands in for the year while Babel writes month and day: it has a 29 February, and Python's dates end at the year 1."""
_GIVEN = "{date}"
_UNBOUNDED = "../.."
_MONTH_SIGN = "月"
_MONTH = re.compile(r"[1-9]\d{3}-(?:0[1-9]|1[0-2])(?:-\d\d)?$")


@dataclass(frozen=True, slots=True)
class DatePart:
    """Some words of a date; `machine` is what `<time datetime>` says of them, or None where HTML has no form for it."""

    text: str
    machine: str | None = None


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date in words, in parts of which each may be a `<time>`."""

    parts: tuple[DatePart, ...]

    def __str__(self) -> str:
        return "".join([part.text for part in self.parts])


# The dates of a brief stand in its timeline, its picture and its table, and again in the lists.
@lru_cache(maxsize=4096)
def in_words(value: str, say: Interface) -> DateWords:
    """The words for an EDTF date. Raises ValueError where `value` is none."""
    span_of(value)
    return DateWords(tuple(part for part in _parts(value, say) if part.text))


def machine(value: str) -> str | None:
    """What `<time datetime>` may say of an EDTF date; None for an interval and where HTML has no form for it."""
    match = _SIMPLE.fullmatch(value)
    return _machine(match) if match else None


def year_of(value: str) -> int:
    """The year that an EDTF date is listed under: the first it covers, or the last where the start is open."""
    return _listed_day(value)[0]


def is_unbounded(value: str) -> bool:
    """Whether an EDTF date is open at both ends, and so is listed under no year."""
    return value == _UNBOUNDED


def newest_first(value: str | None) -> tuple[int, int, int, int]:
    """A key that sorts later dates first, as `year_of` lists them, and what has no date last."""
    if value is None or is_unbounded(value):
        return (1, 0, 0, 0)
    year, month, day = _listed_day(value)
    return (0, -year, -month, -day)


def instant(value: str) -> str | None:
    """The first moment (UTC, RFC 3339) of an EDTF date, or None for years that RFC 3339 cannot write."""
    year, month, day = span_of(value).first
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z" if 1 <= year <= 9999 else None


def year_in_words(year: int, say: Interface) -> str:
    """A year as it is written alone: 44 BCE for -43 (EDTF counts a year 0), AD 79, 2022."""
    return _in_calendar("y", 1, 1, say.locale).replace(str(_LEAP_YEAR), _bare_year(year, say))


@lru_cache(maxsize=4096)
def month_in_words(value: str, say: Interface) -> str:
    """A month or a year as short as it is written: Jun 2022."""
    if len(value.lstrip("-")) == 4:
        return year_in_words(int(value), say)
    written = _in_calendar("yMMM", int(value[-2:]), 1, say.locale)
    return written.replace(str(_LEAP_YEAR), _bare_year(int(value[:-3]), say))


@lru_cache(maxsize=4096)
def _listed_day(value: str) -> Day:
    """The first day that an EDTF date covers, or the last where the start is open."""
    span = span_of(value)
    return span.last if value.startswith("../") else span.first


def _bare_year(year: int, say: Interface) -> str:
    if year < 1:
        return say("dates.before_common_era", year=1 - year)
    return str(year) if year >= 1000 else say("dates.early_common_era", year=year)


def _parts(value: str, say: Interface) -> tuple[DatePart, ...]:
    if is_unbounded(value):
        return (DatePart(say["undated"]),)
    start, slash, end = value.partition("/")
    if not slash:
        return _single(value, say)
    if start == "..":
        return _around(say["dates.until"], _single(end, say))
    if end == "..":
        return _around(say["dates.since"], _single(start, say))
    before, _, rest = say["dates.range"].partition("{start}")
    between, _, after = rest.partition("{end}")
    first, last = _ends(start, end, say)
    return (DatePart(before), *first, DatePart(between), *last, DatePart(after))


def _ends(start: str, end: str, say: Interface) -> tuple[tuple[DatePart, ...], tuple[DatePart, ...]]:
    """The two dates of an interval; what both share stands once, in the last one or, where years come first, in the first."""
    first, last = _single(start, say), _single(end, say)
    if not (_MONTH.match(start) and _MONTH.match(end) and start[:4] == end[:4] and len(start) == len(end)):
        return first, last
    if first[0].text.endswith(start[:4]):
        return (DatePart(_shortened(start, end, say), start),), last
    return first, (DatePart(_shortened(end, start, say), end),) if last[0].text.startswith(end[:4]) else last


def _shortened(value: str, other: str, say: Interface) -> str:
    """A month or a day without what `other` says too, as far as the language lets it stand alone."""
    whole = str(in_words(value, say))
    bare = whole.removesuffix(value[:4]).removeprefix(year_in_words(int(value[:4]), say)).rstrip(" ,")
    date = datetime.date(_LEAP_YEAR, int(value[5:7]), int(value[8:] or 1))
    if len(value) == len("2022-06"):
        return bare if bare.endswith(_MONTH_SIGN) or bare == format_date(date, "LLLL", locale=say.locale) else whole
    if bare != format_skeleton("MMMMd", date, locale=say.locale):
        return whole
    return bare.replace(_shortened(value[:7], "", say), "").strip() if value[:7] == other[:7] else bare


def _around(message: str, words: tuple[DatePart, ...]) -> tuple[DatePart, ...]:
    before, _, after = message.partition(_GIVEN)
    return (DatePart(before), *words, DatePart(after))


def _single(value: str, say: Interface) -> tuple[DatePart, ...]:
    match = _SIMPLE.fullmatch(value)
    if match is None:
        return (DatePart(value),)
    words = (DatePart(_words(match["year"], match["part"], match["day"], say), _machine(match)),)
    qualifier = _QUALIFIERS.get(match["qualifier"])
    return _around(say[f"dates.{qualifier}"], words) if qualifier else words


def _words(year: str, part: str | None, day: str | None, say: Interface) -> str:
    if "X" in year:
        return say("dates.century" if year.endswith("XX") else "dates.decade", year=year.replace("X", "0"))
    if part is None:
        return year_in_words(int(year), say)
    code = {"Q": 32, "H": 39}.get(part[0], 0) + int(part.lstrip("QH"))
    spoken = _bare_year(int(year), say)
    if code <= 12:
        return _in_calendar("long" if day else "yMMMM", code, int(day or 1), say.locale).replace(str(_LEAP_YEAR), spoken)
    name, first = ("seasons", 21) if code <= 24 else ("quarters", 33) if code <= 36 else ("halves", 40)
    return str(say[f"dates.{name}"][code - first]).format(year=spoken)


# Babel takes longer over a date than the rest of its words does; a year has 366 days, and a language few patterns.
@lru_cache(maxsize=1024)
def _in_calendar(pattern: str, month: int, day: int, locale: Locale) -> str:
    date = datetime.date(_LEAP_YEAR, month, day)
    return format_date(date, "long", locale=locale) if pattern == "long" else format_skeleton(pattern, date, locale=locale)


def _machine(match: re.Match[str]) -> str | None:
    year, part, day = match["year"], match["part"], match["day"]
    if "X" in year or int(year) < 1:
        return None
    if part is None or not part.isdigit() or int(part) > 12:
        return year
    return f"{year}-{part}-{day}" if day else f"{year}-{part}"
