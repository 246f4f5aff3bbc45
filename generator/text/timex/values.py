"""Spells what was found as TIMEX3 values and as EDTF dates.

TIMEX3 (TimeML): 2022-08-16, 1998-W08, 1998-W08-WE, 2019-Q3, 2020-H1, 1998-SU, 199 (a decade), 19 (a century); what cannot be
told is X or a reference: XXXX-06, XXXX-WXX-3, PAST_REF.
EDTF (`generator.edtf`) has no weeks: a week or weekend is its month where it lies in one, else the interval of its days.
"""

from datetime import date

from generator.text.timex.periods import Period, containing, first_day, last_day, number_in_year
from generator.text.timex.readings import Reading, Recurring, Shift

_SEASONS = ("SP", "SU", "FA", "WI")
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def value_of(reading: Reading, period: Period | None) -> str:
    """The TIMEX3 value; empty for a date that the calendar does not have."""
    if reading.value:
        return reading.value
    if period is not None:
        return f"{first_day(period).year:04}-WXX" if reading.open else _timex3(period) + reading.time
    if isinstance(reading.when, Shift):
        return _unplaced_shift(reading.when, reading.time)
    return _unplaced(reading.when) + reading.time if isinstance(reading.when, Recurring) else ""


def date_of(reading: Reading, period: Period | None) -> str | None:
    """The EDTF date; None where there is none or it cannot be told."""
    if period is None or reading.edtf or not reading.dated or reading.type == "SET":
        return reading.edtf
    date = _edtf(containing(reading.edtf_unit, first_day(period)) if reading.edtf_unit else period)
    return "/".join(end + reading.qualifier for end in date.split("/"))


def _timex3(period: Period) -> str:
    first = first_day(period)
    match period.unit:
        case "day":
            return first.isoformat()
        case "week" | "weekend":
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if period.unit == "weekend" else "")
        case "month":
            return first.isoformat()[:7]
        case "quarter" | "half":
            return f"{first.year:04}-{period.unit[0].upper()}{number_in_year(period)}"
        case "season":
            return f"{first.year:04}-{_SEASONS[number_in_year(period) - 1]}"
        case "year" | "decade" | "century":
            return f"{period.index:0{ {'year': 4, 'decade': 3, 'century': 2}[period.unit] }}"


def _edtf(period: Period) -> str:
    match period.unit:
        case "week" | "weekend":
            return _days(first_day(period), last_day(period))
        case "season":
            return f"{first_day(period).year:04}-{20 + number_in_year(period)}"
        case "decade":
            return f"{period.index:03}X"
        case "century":
            return f"{period.index:02}XX"
        case _:
            return _timex3(period)


def _days(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"{first.isoformat()}/{last.isoformat()}"


def _unplaced_shift(when: Shift, time: str) -> str:
    if time:
        return "XXXX-XX-XX" + time
    if when.base == "narrative" and when.count == 0:
        return "PAST_REF"
    if when.base == "narrative" and when.unit == "year" and abs(when.count) > 1:
        return f"P{abs(when.count)}Y"
    return _REFERENCES[(when.count > 0) - (when.count < 0)]


def _unplaced(when: Recurring) -> str:
    if when.unit == "day":
        return _unplaced_day(when)
    if when.unit == "month":
        return f"XXXX-{when.number:02}"
    if when.unit == "weekend":
        return "XXXX-WXX-WE"
    if when.unit == "season":
        return f"XXXX-{_SEASONS[when.number - 1]}"
    return f"XXXX-{when.unit[0].upper()}{when.number if when.number > 0 else 'X'}"


def _unplaced_day(when: Recurring) -> str:
    if when.weekday is not None and when.number == 0:
        return f"XXXX-WXX-{when.weekday}"
    if when.weekday is not None and when.month is not None:
        return f"XXXX-{when.month:02}-XX"
    return f"XXXX-{when.month:02}-{when.number:02}" if when.month else f"XXXX-XX-{when.number:02}"
