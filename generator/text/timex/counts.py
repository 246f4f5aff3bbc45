"""What counted expressions mean: last year, two weeks later, three months, every July, recently."""

from collections.abc import Callable
from dataclasses import replace

from generator.text.timex.dates import choice, counted, edge
from generator.text.timex.lengths import CLOCK_UNITS, CODES, duration, length, quantity, roughly, unit_of, unit_word
from generator.text.timex.periods import Unit
from generator.text.timex.readings import Base, Reading, Recurring, Shift
from generator.text.timex.words import MONTHS, WEEKDAYS, Words

_AGES = 1000  # years: what lies so long ago is told to the century
_LONG_YEARS = {"decade": 10, "century": 100}


def _relative(words: Words) -> Reading:
    """Last year, this week, the following month, that day."""
    return Reading("DATE", counted(unit_of(words), words), mod=edge(words))


def _day_again(words: Words) -> Reading:
    """Later that day: the date is told already, and no event's of its own."""
    return replace(_relative(words), dated=False)


def _beside(words: Words) -> Reading:
    """The year before, the day after."""
    return Reading("DATE", Shift(unit_of(words), 1 if words.has("'after'") else -1, "narrative"))


def _away(words: Words) -> Reading:
    """Three years ago, a year earlier; two weeks later, which TimeML takes for a duration that starts at a date."""
    base: Base = "published" if words.has("'ago'", "'now'") else "narrative"
    sign = 1 if words.has("'later'", "'now'", "AFTERWARDS") else -1
    count, unit = quantity(words), unit_word(words)
    if count is None or unit in CLOCK_UNITS:
        return duration(words) if base == "narrative" else Reading("DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if words.has("HALF", "FRACTION"):
        return _half_away(unit, count if words.has("NUM", "'and'") else 0, sign, base)
    if unit in _LONG_YEARS:
        return Reading("DATE", Shift("year", sign * count * _LONG_YEARS[unit], base), mod="APPROX", qualifier="~")
    if unit == "year" and count == 1 and base == "published" and sign < 0:
        base = "compared"
    if base == "narrative" and sign < 0 and count == 1 and unit in ("month", "quarter"):
        return Reading("DATE", Shift(unit_of(words), -1, "compared"))
    when = Shift(unit_of(words), sign * count * (2 if unit == "fortnight" else 1), base)
    mod = roughly(words)
    precision: Unit | None = "century" if unit == "year" and count >= _AGES else "year" if unit == "year" else None
    reading = Reading("DATE", when, mod=mod, edtf_unit=precision, qualifier="~" if mod else "")
    return reading if base == "published" or unit == "year" else replace(reading, type="DURATION", value=length(words))


def _middle(words: Words) -> Reading:
    """Midyear, midweek."""
    return Reading("DATE", Shift("year" if words.value("MID_UNIT") == "year" else "week", 0, "published"), mod="MID")


def _before_last(words: Words) -> Reading:
    """The week before last, the Friday before last, the year after next."""
    sign = 1 if words.has("'after'") else -1
    if words.has(*WEEKDAYS):
        weekday = words.number(*WEEKDAYS)
        return Reading("DATE", Recurring("day", 0, weekday=weekday, choice="next" if sign > 0 else "last", days=7 * sign))
    return Reading("DATE", Shift(unit_of(words), 2 * sign, "published"))


def _week_end(words: Words) -> Reading:
    """By week's end, month-end."""
    return Reading("DATE", Shift(unit_of(words), 0, "published"), mod="END")


def _long_ago(_: Words) -> Reading:
    return Reading("DATE", value="PAST_REF")


def _away_on(words: Words) -> Reading | None:
    """Three years ago and the day or the month of it, or from which day on it is counted."""
    if words.has("WEEKDAYS", *WEEKDAYS):
        return _away_weekday(words)
    if words.has(*MONTHS):
        return _away_date(words)
    return _away_from_day(words) if words.has("'from'") else _away_day(words)


def _away_day(words: Words) -> Reading:
    """Forty years ago today, ten years ago this month."""
    count, other = quantity(words), words.after("'ago'")
    if count is None or words.has("HALF", "FRACTION") or unit_of(words) != "year":
        return _away(words)
    own = Shift("day", int(other.value("DEICTIC")), "published") if other.has("DEICTIC") else counted(unit_of(other), other)
    return Reading("DATE", replace(own, years=-count), qualifier="~" if roughly(words) else "")


def _away_weekday(words: Words) -> Reading | None:
    """Two years ago on Friday, a week from Monday, two Fridays ago."""
    number, count = words.number("WEEKDAYS", *WEEKDAYS), quantity(words)
    if count is None or words.has("HALF", "FRACTION"):
        return None
    if words.has("WEEKDAYS"):
        return Reading("DATE", Recurring("day", 0, weekday=number, choice="last", days=7 - 7 * count))
    count = count if words.has("'from'") else -count
    if unit_of(words) == "week":
        return Reading("DATE", Recurring("day", 0, weekday=number, choice="next" if count > 0 else "about", days=7 * count))
    chosen = choice(words.after("'ago'")) or "about"
    return Reading(
        "DATE", Recurring("day", 0, weekday=number, choice=chosen, years=count), qualifier="~" if roughly(words) else ""
    )


def _weekday_week(words: Words) -> Reading:
    """Until Monday week: a week after the coming one."""
    return Reading("DATE", Recurring("day", 0, weekday=words.number("WEEKDAY"), choice="next", days=7))


def _away_date(words: Words) -> Reading | None:
    """Ten years ago on June 12, two years ago, in May."""
    count = quantity(words)
    if count is None or words.has("HALF", "FRACTION"):
        return None
    year = Shift("year", -count, "published")
    other = words.after("'ago'")
    month, number = other.number(*MONTHS), other.number("DAY", "ORD_DAY")
    chosen = choice(other)
    if chosen is not None:
        return Reading("DATE", Recurring("month", month, choice=chosen, years=-count))
    when = Recurring("day", number, month, within=year) if number else Recurring("month", month, within=year)
    return Reading("DATE", when, qualifier="~" if roughly(words) else "")


def _away_from_day(words: Words) -> Reading:
    """Two weeks from tomorrow, five years from today."""
    count, unit = quantity(words), unit_word(words)
    if unit == "year" and count is not None and not words.has("HALF", "FRACTION"):
        return Reading("DATE", Shift("day", words.number("DEICTIC"), "published", years=count))
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if count is None or days is None or words.has("HALF", "FRACTION"):
        return duration(words)
    return Reading("DATE", Shift("day", count * days + words.number("DEICTIC"), "published"))


def _weekday_of_week(words: Words) -> Reading:
    """Monday of last week."""
    return Reading("DATE", replace(counted("week", words), weekday=words.number(*WEEKDAYS)))


def _away_after(words: Words) -> Reading:
    """Two years (after it opened): from the last date of the text, where the sentence starts with it."""
    count = quantity(words)
    if count is None or unit_word(words) in (*CLOCK_UNITS, *_LONG_YEARS):
        return duration(words)
    unit = unit_of(words)
    if unit != "year":
        return Reading("DURATION", Shift(unit, count, "narrative"), value=length(words))
    return Reading("DATE", Shift(unit, count, "narrative"), edtf_unit="year")


def _half_away(unit: str, count: int, sign: int, base: Base) -> Reading:
    """Two and a half years ago, in months; half a century ago, in years; other halves are too fine for the calendar."""
    if unit in _LONG_YEARS:
        years = _LONG_YEARS[unit] * count + _LONG_YEARS[unit] // 2
        return Reading("DATE", Shift("year", sign * years, base), mod="APPROX", qualifier="~")
    if unit == "year":
        return Reading("DATE", Shift("month", sign * (12 * count + 6), base))
    return Reading("DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")


def _year_before(words: Words) -> Reading:
    """Year-earlier, the year-ago quarter, the same period last year, the year-ago third quarter."""
    number = words.number("ORD")
    if 1 <= number <= 4:
        return Reading("DATE", Recurring("quarter", number, within=Shift("year", -1, "published")))
    return Reading("DATE", Shift("quarter", -4, "compared") if words.has("QUARTER_WORD") else Shift("year", -1, "compared"))


def _latest(words: Words) -> Reading:
    """The latest quarter, the latest period, the latest week."""
    unit = "quarter" if words.has("'period'") else unit_of(words)
    return Reading("DATE", Shift(unit, 0, "latest") if unit == "quarter" else Shift(unit, -1, "published"))


def _this_one(words: Words) -> Reading:
    """The year, the week, the quarter, the weekend, the day."""
    unit = unit_of(words)
    if unit == "weekend":
        return Reading("DATE", Recurring("weekend", 1))
    if unit == "day":
        return Reading("DATE", Shift(unit, 0, "narrative"))
    current = words.has("'current'")
    return Reading("DATE", Shift(unit, 0, "published" if current else "compared" if unit in ("quarter", "month") else "told"))


def _quarter_to_end(_: Words) -> Reading:
    """The quarter ending Dec. 31: the one that is running."""
    return Reading("DATE", Shift("quarter", 0, "published"))


def _year_beside(_: Words) -> Reading:
    """1990, the year that it opened: the date is told already."""
    return Reading("DATE", Shift("year", 0, "narrative"), dated=False)


def _market_week(_: Words) -> Reading:
    """For the week, the index fell; the week's best day. All three in the development half of TimeBank are 1989-WXX."""
    return Reading("DATE", Shift("week", 0, "told"), open=True)


def _past_year(words: Words) -> Reading:
    """Over the past year: TimeML's annotators take it for last year, but nothing happened then for sure."""
    return Reading("DATE", Shift("year", -1, "published"), dated=False)


def _seasons(words: Words) -> Reading:
    return Reading("SET", value=f"XXXX-{words.value('SEASONS')}")


def _every_other(words: Words) -> Reading:
    unit = "week" if words.has("WEEKDAY") else unit_word(words)
    return Reading("SET", value=("PT2" if unit in CLOCK_UNITS else "P2") + CODES[unit])


def _set(words: Words) -> Reading:
    """Each July, every Monday, Friday mornings, daily, every three years, twice a year."""
    return Reading("SET", value=_frequency(words) or length(words.after("EVERY", "'a'", "'per'")))


def _frequency(words: Words) -> str:
    """What comes round by its name; empty where so many units go by."""
    if words.has("OFTEN", "'weekends'"):
        return words.value("OFTEN") if words.has("OFTEN") else "XXXX-WXX-WE"
    if words.has("WEEKDAYS", *WEEKDAYS):
        return f"XXXX-WXX-{words.value('WEEKDAYS', *WEEKDAYS)}{words.value('PARTDAYS', 'PARTDAY')}"
    if words.has(*MONTHS):
        return f"XXXX-{words.number(*MONTHS):02}"
    if words.has("SEASON", "MAYBE_SEASON"):
        return f"XXXX-{words.value('SEASON', 'MAYBE_SEASON')}"
    return f"XXXX-XX-XX{words.value('PARTDAY')}" if words.has("PARTDAY") else ""


def _now(words: Words) -> Reading:
    return Reading("DATE", value="PRESENT_REF")


def _time_of_it(_: Words) -> Reading:
    """At the time, at that time: when what the text tells of was."""
    return Reading("DATE", value="PAST_REF")


def _reference(words: Words) -> Reading:
    """Recently, in the future, the near term, the past, current."""
    if words.has("FUTURE", "'term'", "'day'"):
        return Reading("DATE", value="FUTURE_REF")
    if words.has("PRESENT_ADJ"):
        return Reading("DATE", value="PRESENT_REF")
    return Reading("DATE", value=words.value("REFERENCE", "RECENT") or "PAST_REF")


def _then(words: Words) -> Reading:
    return Reading("DATE", Shift("day", 0, "narrative"))


READERS: dict[str, Callable[[Words], Reading | None]] = {
    "relative": _relative,
    "day_again": _day_again,
    "beside": _beside,
    "away": _away,
    "middle": _middle,
    "before_last": _before_last,
    "week_end": _week_end,
    "long_ago": _long_ago,
    "away_on": _away_on,
    "weekday_week": _weekday_week,
    "weekday_of_week": _weekday_of_week,
    "away_after": _away_after,
    "year_before": _year_before,
    "latest": _latest,
    "this_one": _this_one,
    "quarter_to_end": _quarter_to_end,
    "year_beside": _year_beside,
    "market_week": _market_week,
    "past_year": _past_year,
    "seasons": _seasons,
    "every_other": _every_other,
    "set": _set,
    "now": _now,
    "time_of_it": _time_of_it,
    "reference": _reference,
    "then": _then,
}
