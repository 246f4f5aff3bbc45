"""Dates of any precision, as the Extended Date/Time Format writes them (ISO 8601-2:2019; EDTF, Library of Congress).

What is read:

    date      = year ["-" (month ["-" day] | season | quarter | half)] [qualifier]
    year      = 4 digits, "199X" for a decade, "19XX" for a century, "-" before for BCE
    season    = 21 spring, 22 summer, 23 autumn, 24 winter
    quarter   = "Q1" to "Q4" or 33 to 36;  half = "H1", "H2" or 40, 41
    qualifier = "?" uncertain, "~" approximate, "%" both
    interval  = date "/" date, where either side may be ".." (open)

"2019-Q3" and "2020-H1" are TIMEX3's spelling, kept because a person reads them; the numbers 33 to 41 are EDTF level 2.
"""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

_DATE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<part>Q[1-4]|H[12]|\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_QUARTER_MONTHS = {32 + n: (3 * n - 2, 3 * n) for n in range(1, 5)}
_HALF_MONTHS = {40: (1, 6), 41: (7, 12)}
_PART_MONTHS = _SEASON_MONTHS | _QUARTER_MONTHS | _HALF_MONTHS
_PART_CODES = {f"Q{n}": 32 + n for n in range(1, 5)} | {"H1": 40, "H2": 41}

_NO_QUALIFIERS = str.maketrans("", "", "?~%")

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The first and the last day that a date may mean, each as (year, month, day)."""

    first: Day
    last: Day


# A date is read when it is checked, sorted, listed, drawn and put into words.
@lru_cache(maxsize=4096)
def span_of(value: str) -> DateSpan:
    """The days that `value` covers. Raises ValueError, saying why, where it is no EDTF date."""
    if "/" not in value:
        return _single(value)
    start, _, end = value.partition("/")
    first = (-9999, 1, 1) if start == ".." else _single(start).first
    last = (9999, 12, 31) if end == ".." else _single(end).last
    if first > last:
        raise ValueError(f"the interval {value} ends before it starts")
    return DateSpan(first, last)


def is_edtf(value: str) -> bool:
    """Whether `value` is a date in the form above that exists in the calendar."""
    try:
        span_of(value)
    except ValueError:
        return False
    return True


def unqualified(value: str) -> str:
    """The date without "?", "~" and "%"."""
    return value.translate(_NO_QUALIFIERS)


def chronological(value: str) -> tuple[Day, Day]:
    """A key that sorts dates by their first day, the longer span before the shorter one."""
    span = span_of(value)
    year, month, day = span.last
    return span.first, (-year, -month, -day)


def _single(value: str) -> DateSpan:
    match = _DATE.fullmatch(value)
    if not match:
        raise ValueError(f"{value!r} is not a date such as 2022, 2022-06, 2022-06-14, 2022-Q3 or 2019/2021")
    first_year, last_year = _years(match["year"])
    if match["part"] is None:
        return DateSpan((first_year, 1, 1), (last_year, 12, 31))
    if first_year != last_year:
        raise ValueError(f"{value} gives a month of an unknown year")
    return _within_year(first_year, match["part"], match["day"], value)


def _years(text: str) -> tuple[int, int]:
    return int(text.replace("X", "0")), int(text.replace("X", "9"))


def _within_year(year: int, part: str, day: str | None, value: str) -> DateSpan:
    code = _PART_CODES.get(part) or int(part)
    if 1 <= code <= 12:
        return _within_month(year, code, day, value)
    if code not in _PART_MONTHS or day is not None:
        raise ValueError(f"{value} has no month {part}")
    first, last = _PART_MONTHS[code]
    return DateSpan((year, first, 1), (year, last, _days_in(year, last)))


def _within_month(year: int, month: int, day: str | None, value: str) -> DateSpan:
    length = _days_in(year, month)
    if day is None:
        return DateSpan((year, month, 1), (year, month, length))
    if not 1 <= int(day) <= length:
        raise ValueError(f"{value} is not in the calendar: {year}-{month:02} has {length} days")
    return DateSpan((year, month, int(day)), (year, month, int(day)))


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if calendar.isleap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31
