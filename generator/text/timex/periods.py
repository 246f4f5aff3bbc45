"""Calendar arithmetic over periods of every size: a unit and the number of the period on that unit's own line.

    day      the proleptic Gregorian ordinal       week, weekend  (ordinal - 1) // 7, from Mondays
    month    year * 12 + month - 1                 quarter, half  likewise with 4 and 2
    season   year * 4 + 0 for spring to 3 for winter, which is named for the year it starts in
    year     the year                              decade, century  year // 10, year // 100

so that "three quarters later" is an addition. What leaves the years 1 to 9998 is None.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

_PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "season": 4}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {
    "day": 1,
    "weekend": 2,
    "week": 7,
    "month": 30,
    "quarter": 90,
    "season": 90,
    "half": 182,
    "year": 365,
    "decade": 3650,
    "century": 36500,
}
_FIRST, _LAST = date(1, 1, 1).toordinal(), date(9998, 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month … of the calendar."""

    unit: Unit
    index: int


def day(year: int, month: int, day_of_month: int) -> Period | None:
    """The day, or None where the calendar does not have it."""
    try:
        ordinal = date(year, month, day_of_month).toordinal()
    except ValueError:
        return None
    return Period("day", ordinal) if ordinal <= _LAST else None


def part_of_year(unit: Unit, year: int, number: int) -> Period | None:
    """Month, quarter, half or season `number` (counted from 1) of `year`."""
    return bounded(Period(unit, year * _PER_YEAR[unit] + number - 1)) if 1 <= number <= _PER_YEAR[unit] else None


def number_in_year(period: Period) -> int:
    """Which month, quarter, half or season of its year it is, from 1."""
    return period.index % _PER_YEAR[period.unit] + 1


def bounded(period: Period) -> Period | None:
    """The period itself while it lies in the years 1 to 9998."""
    years = period.index * _YEARS[period.unit] if period.unit in _YEARS else 1
    if period.unit in _PER_YEAR:
        years = period.index // _PER_YEAR[period.unit]
    elif period.unit == "day":
        return period if _FIRST <= period.index <= _LAST else None
    elif period.unit in ("week", "weekend"):
        return period if _FIRST <= period.index * 7 + 1 <= _LAST else None
    return period if 1 <= years <= 9998 or (years == 0 and period.unit in ("decade", "century")) else None


def shifted(period: Period, count: int) -> Period | None:
    """The period `count` further on."""
    return bounded(Period(period.unit, period.index + count))


def years_on(period: Period, count: int) -> Period | None:
    """The same day, week, month … of the year `count` years on; None for a 29 February that it lacks."""
    if period.unit in _PER_YEAR:
        return shifted(period, count * _PER_YEAR[period.unit])
    if period.unit in _YEARS:
        return shifted(period, count // _YEARS[period.unit])
    # Of a week its Thursday, which lies in the year that the week is of.
    first = date.fromordinal(period.index * 7 + 4) if period.unit in ("week", "weekend") else first_day(period)
    placed = day(first.year + count, first.month, first.day)
    return placed if placed is None else containing(period.unit, first_day(placed))


def first_day(period: Period) -> date:
    """Its first day."""
    unit, index = period.unit, period.index
    if unit == "day":
        return date.fromordinal(index)
    if unit in ("week", "weekend"):
        return date.fromordinal(index * 7 + (1 if unit == "week" else 6))
    if unit in _YEARS:
        return date(max(index * _YEARS[unit], 1), 1, 1)
    year, part = divmod(index, _PER_YEAR[unit])
    return date(year, part * 12 // _PER_YEAR[unit] + (3 if unit == "season" else 1), 1)


def last_day(period: Period) -> date:
    """Its last day; of the calendar's last year, decade or century the calendar's last day."""
    if period.unit == "day":
        return first_day(period)
    try:
        after = first_day(Period(period.unit, period.index + 1)).toordinal()
    except ValueError:
        return date.max
    return date.fromordinal(after - (6 if period.unit == "weekend" else 1))


def containing(unit: Unit, of: date) -> Period:
    """The period of size `unit` that `of` lies in; for a weekend, that of the same week."""
    if unit == "day":
        return Period(unit, of.toordinal())
    if unit in ("week", "weekend"):
        return Period(unit, (of.toordinal() - 1) // 7)
    if unit in _YEARS:
        return Period(unit, of.year // _YEARS[unit])
    if unit == "season":
        return Period(unit, of.year * 4 + of.month // 3 - 1)
    return Period(unit, of.year * _PER_YEAR[unit] + (of.month - 1) * _PER_YEAR[unit] // 12)


def days_from(period: Period, base: date) -> int:
    """How many days lie between `base` and its first day."""
    return abs((first_day(period) - base).days)


def is_coarser(one: Unit, other: Unit) -> bool:
    """Whether `one` is a longer unit than `other`."""
    return _DAYS[one] > _DAYS[other]
