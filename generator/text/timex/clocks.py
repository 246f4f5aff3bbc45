"""What times of day mean: clock times and parts of the day, with or without their day."""

import re
from collections.abc import Callable
from dataclasses import replace

from generator.text.timex import periods
from generator.text.timex.dates import day, day_of_week, edge, holiday_named
from generator.text.timex.readings import Exact, Reading, Shift
from generator.text.timex.words import MONTHS, PARTS, WEEKDAYS, Words

_FOUR_DIGITS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_CLOCKS = ("CLOCK", "CLOCK_12", "AMPM", "OCLOCK", "NOON", "ZONE")


def deictic(words: Words) -> Reading:
    """Today, yesterday, tomorrow, the day after tomorrow."""
    count = int(words.value("DEICTIC"))
    return Reading("DATE", Shift("day", count * (2 if words.has("'day'") else 1), "published"), mod=edge(words))


def _time(words: Words) -> str:
    """The time of day as TIMEX3 appends it: T22:00."""
    if words.has("NOON"):
        return words.value("NOON")
    clock = words.first("CLOCK", "CLOCK_12", "NUM") or words.tokens[0]
    text = (clock.value or clock.text).lower().replace(".", ":")
    if words.has("ZONE") and _FOUR_DIGITS.fullmatch(clock.text):
        text = f"{clock.text[:2]}:{clock.text[2:]}"
    part = words.value(*PARTS, "TONIGHT")
    afternoon = text.endswith("pm") or words.value("AMPM") == "12" or part in ("TAF", "TEV", "TNI")
    morning = text.endswith("am") or words.value("AMPM") == "0" or part == "TMO"
    hour, _, minute = text.rstrip("apm").partition(":")
    number = int(hour) % 12 + 12 * afternoon if afternoon or morning else int(hour)
    return f"T{number:02}:{minute or '00'}"


def _clock(words: Words) -> Reading:
    return Reading("TIME", Shift("day", 0, "narrative"), time=_time(words))


def _clock_and_day(words: Words) -> Reading:
    """10 p.m. Wednesday, 4 in the morning on 3 May, 8:30 this evening."""
    if words.has("DAWN", "'hours'"):
        return _early_hours(words)
    rest = words.after(*(_CLOCKS if words.has(*_CLOCKS) else (*PARTS, "TONIGHT")))
    return replace(_day_named(rest), type="TIME", time=_time(words))


def _day_named(words: Words) -> Reading:
    if words.has(*MONTHS):
        return day(words)
    if words.has("DEICTIC"):
        return deictic(words)
    return day_of_week(words) if words.has(*WEEKDAYS) else _tonight(words)


def _stamp(words: Words) -> Reading:
    """2022-08-16T09:30."""
    date, _, time = words.tokens[0].text.partition("T")
    year, month, number = (int(part) for part in date.split("-"))
    return Reading("TIME", Exact(periods.day(year, month, number)), time="T" + time)


def _part_of_day(words: Words) -> Reading:
    """Friday morning, yesterday afternoon, this evening, last night, mid-afternoon."""
    part = words.value(*PARTS)
    if words.has(*WEEKDAYS):
        return replace(day_of_week(words), type="TIME", time=part)
    if words.has("DEICTIC"):
        return replace(deictic(words), type="TIME", time=part)
    last = words.has("'last'")
    return Reading("TIME", Shift("day", -1 if last else 0, "published"), time=part, mod=edge(words))


def _part_of_date(words: Words) -> Reading:
    """The night of Feb. 3, Friday night, Oct. 23."""
    return replace(day(words.after(*PARTS)), type="TIME", time=words.value(*PARTS))


def _part_of_holiday(words: Words) -> Reading:
    """Christmas morning, Thanksgiving night."""
    return replace(holiday_named(words), type="TIME", time=words.value(*PARTS))


def _any_weekday(words: Words) -> Reading:
    """A Friday, a Friday afternoon: none in particular."""
    part = words.value(*PARTS)
    return Reading("TIME" if part else "DATE", value=f"XXXX-WXX-{words.value('WEEKDAY')}{part}")


def _early_hours(words: Words) -> Reading:
    """Dawn on Friday, the early hours of 3 May."""
    rest = words.without(words.first("DAWN"))
    rest = rest.after("'hours'") if words.has("'hours'") else rest
    return replace(_day_named(rest), type="TIME", time=words.value("DAWN") or "TMO")


def _early_hour(words: Words) -> Reading:
    """At dawn, in the early hours: of a day that other words name."""
    return Reading("TIME", Shift("day", 0, "narrative"), time=words.value("DAWN", "PARTDAY") or "TMO", dated=False)


def _part_of_that_day(words: Words) -> Reading:
    """The next morning, the same evening."""
    count = 1 if words.has("AFTER", "NEXT") else -1 if words.has("BEFORE", "'before'") else 0
    return Reading("TIME", Shift("day", count, "narrative"), time=words.value(*PARTS))


def _tonight(words: Words) -> Reading:
    return Reading("TIME", Shift("day", 0, "published"), time="TNI")


def _overnight(words: Words) -> Reading:
    """Overnight: before the day that the text is at."""
    return Reading("TIME", Shift("day", -1, "narrative"), time="TNI")


READERS: dict[str, Callable[[Words], Reading | None]] = {
    "stamp": _stamp,
    "clock": _clock,
    "clock_and_day": _clock_and_day,
    "part_of_day": _part_of_day,
    "any_weekday": _any_weekday,
    "part_of_date": _part_of_date,
    "part_of_holiday": _part_of_holiday,
    "early_hour": _early_hour,
    "part_of_that_day": _part_of_that_day,
    "tonight": _tonight,
    "overnight": _overnight,
    "deictic": deictic,
}
