"""What counted expressions mean: last year, two weeks later, three months, every July, recently."""

from collections.abc import Callable
from dataclasses import replace

from generator.text.timex.dates import counted, edge
from generator.text.timex.expression import Mod
from generator.text.timex.periods import Unit
from generator.text.timex.readings import Base, Reading, Recurring, Shift
from generator.text.timex.words import MONTHS, WEEKDAYS, Words

_CODES = {
    "year": "Y",
    "quarter": "Q",
    "month": "M",
    "week": "W",
    "fortnight": "W",
    "weekend": "WE",
    "day": "D",
    "decade": "E",
    "century": "C",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
_CLOCK_UNITS = ("hour", "minute", "second")
_AGES = 1000  # years: what lies so long ago is told to the century
_LONG_YEARS = {"decade": 10, "century": 100}
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}


def _unit_word(words: Words) -> str:
    return words.value("LONG", "LONGS", "UNIT", "UNITS")


def _unit(words: Words) -> Unit:
    """The unit of the calendar that the words count in."""
    name = _unit_word(words)
    return "week" if name == "fortnight" else name  # type: ignore[return-value]


def _quantity(words: Words) -> int | None:
    """The whole count before a unit; None for "a few" or "several"."""
    if words.has("NUM"):
        return words.number("NUM")
    if words.has("VAGUE"):
        return words.number("VAGUE") or None
    return 1 if words.has("'a'", "'an'") or (words.has("UNIT") and not words.has("VAGUE")) else None


def _relative(words: Words) -> Reading:
    """Last year, this week, the following month, that day."""
    return Reading("DATE", counted(_unit(words), words), mod=edge(words))


def _beside(words: Words) -> Reading:
    """The year before, the day after."""
    return Reading("DATE", Shift(_unit(words), 1 if words.has("'after'") else -1, "narrative"))


def _away(words: Words) -> Reading:
    """Three years ago, a year earlier; two weeks later, which TimeML takes for a duration that starts at a date."""
    base: Base = "published" if words.has("'ago'", "'now'") else "narrative"
    sign = 1 if words.has("'later'", "'now'", "AFTERWARDS") else -1
    count, unit = _quantity(words), _unit_word(words)
    if count is None or unit in _CLOCK_UNITS:
        return _duration(words) if base == "narrative" else Reading("DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if words.has("HALF", "FRACTION"):
        return _half_away(unit, count if words.has("NUM") else 0, sign, base)
    if unit in _LONG_YEARS:
        return Reading("DATE", Shift("year", sign * count * _LONG_YEARS[unit], base), mod="APPROX", qualifier="~")
    if unit == "year" and count == 1 and base == "published" and sign < 0:
        base = "compared"
    when = Shift(_unit(words), sign * count * (2 if unit == "fortnight" else 1), base)
    mod = _roughly(words)
    precision: Unit | None = "century" if unit == "year" and count >= _AGES else "year" if unit == "year" else None
    reading = Reading("DATE", when, mod=mod, edtf_unit=precision, qualifier="~" if mod else "")
    return reading if base == "published" or unit == "year" else replace(reading, type="DURATION", value=_length(words))


def _long_ago(_: Words) -> Reading:
    return Reading("DATE", value="PAST_REF")


def _away_day(words: Words) -> Reading:
    """Forty years ago today, ten years ago this month."""
    count, other = _quantity(words), words.after("'ago'")
    if count is None or words.has("HALF", "FRACTION") or _unit(words) != "year":
        return _away(words)
    own = Shift("day", int(other.value("DEICTIC")), "published") if other.has("DEICTIC") else counted(_unit(other), other)
    return Reading("DATE", replace(own, years=-count), qualifier="~" if _roughly(words) else "")


def _away_after(words: Words) -> Reading:
    """Two years (after it opened): from the last date of the text, where the sentence starts with it."""
    count = _quantity(words)
    if count is None or _unit_word(words) in (*_CLOCK_UNITS, *_LONG_YEARS):
        return _duration(words)
    unit = _unit(words)
    return Reading("DATE", Shift(unit, count, "narrative"), edtf_unit="year" if unit == "year" else None)


def _half_away(unit: str, count: int, sign: int, base: Base) -> Reading:
    """Two and a half years ago, in months; half a century ago, in years; other halves are too fine for the calendar."""
    if unit in _LONG_YEARS:
        years = _LONG_YEARS[unit] * count + _LONG_YEARS[unit] // 2
        return Reading("DATE", Shift("year", sign * years, base), mod="APPROX", qualifier="~")
    if unit == "year":
        return Reading("DATE", Shift("month", sign * (12 * count + 6), base))
    return Reading("DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")


def _roughly(words: Words) -> Mod | None:
    return "APPROX" if words.has("ROUGHLY", "'than'", "'least'", "'up'") else None


def _year_before(words: Words) -> Reading:
    """Year-earlier, the year-ago quarter, the same period last year, the year-ago third quarter."""
    number = words.number("ORD")
    if 1 <= number <= 4:
        return Reading("DATE", Recurring("quarter", number, within=Shift("year", -1, "published")))
    return Reading("DATE", Shift("quarter", -4, "compared") if words.has("QUARTER_WORD") else Shift("year", -1, "compared"))


def _latest(words: Words) -> Reading:
    """The latest quarter, the latest period, the latest week."""
    unit = "quarter" if words.has("'period'") else _unit(words)
    return Reading("DATE", Shift(unit, 0, "latest") if unit == "quarter" else Shift(unit, -1, "published"))


def _this_one(words: Words) -> Reading:
    """The year, the week, the quarter, the weekend, the day."""
    unit = _unit(words)
    if unit == "weekend":
        return Reading("DATE", Recurring("weekend", 1))
    if unit == "day":
        return Reading("DATE", Shift(unit, 0, "narrative"))
    current = words.has("'current'")
    return Reading("DATE", Shift(unit, 0, "published" if current else "compared" if unit == "quarter" else "told"))


def _duration(words: Words) -> Reading:
    return Reading("DURATION", value=_length(words), mod=_roughly(words))


def _past_year(words: Words) -> Reading:
    """Over the past year: TimeML's annotators take it for last year, but nothing happened then for sure."""
    return Reading("DATE", Shift("year", -1, "published"), dated=False)


def _report_period(words: Words) -> Reading:
    """The first nine months, the six months: what follows compares whole years, no longer quarters."""
    return replace(_duration(words), when=Shift("year", 0, "told"), dated=False)


def _length(words: Words) -> str:
    """The TIMEX3 duration: P3Y, PT5H30M, PXW for "some weeks"."""
    unit = _unit_word(words)
    count = _quantity(words)
    number = "X" if count is None else str(count * (2 if unit == "fortnight" else 1))
    start = "PT" if unit in _CLOCK_UNITS else "P"
    if not words.has("HALF", "FRACTION"):
        return f"{start}{number}{_CODES[unit]}"
    rest = _HALVES.get(unit)
    if rest is None:
        return f"{start}{number if words.has('NUM') else 0}.5{_CODES[unit]}"
    whole = words.has("NUM") or words.has("'and'")
    return f"{start}{number}{_CODES[unit]}{rest}" if whole else f"{start}{rest}"


def _year_long(words: Words) -> Reading:
    return Reading("DURATION", value="P1Y")


def _length_word(words: Words) -> Reading:
    return Reading("DURATION", value=words.value("LENGTH"))


def _seasons(words: Words) -> Reading:
    return Reading("SET", value=f"XXXX-{words.value('SEASONS')}")


def _every_other(words: Words) -> Reading:
    unit = _unit_word(words)
    return Reading("SET", value=("PT2" if unit in _CLOCK_UNITS else "P2") + _CODES[unit])


def _set(words: Words) -> Reading:
    """Each July, every Monday, daily, every three years, twice a year."""
    if words.has("OFTEN", "'weekends'"):
        return Reading("SET", value=words.value("OFTEN") if words.has("OFTEN") else "XXXX-WXX-WE")
    if words.has("WEEKDAYS", *WEEKDAYS):
        return Reading("SET", value=f"XXXX-WXX-{words.value('WEEKDAYS', *WEEKDAYS)}")
    if words.has(*MONTHS):
        return Reading("SET", value=f"XXXX-{words.number(*MONTHS):02}")
    if words.has("SEASON", "MAYBE_SEASON"):
        return Reading("SET", value=f"XXXX-{words.value('SEASON', 'MAYBE_SEASON')}")
    if words.has("PARTDAY"):
        return Reading("SET", value=f"XXXX-XX-XX{words.value('PARTDAY')}")
    return Reading("SET", value=_length(words.after("EVERY", "'a'", "'per'")).replace("X", "1"))


def _now(words: Words) -> Reading:
    return Reading("DATE", value="PRESENT_REF")


def _reference(words: Words) -> Reading:
    """Recently, in the future, the near term, the past, current."""
    if words.has("FUTURE", "'term'"):
        return Reading("DATE", value="FUTURE_REF")
    if words.has("PRESENT_ADJ"):
        return Reading("DATE", value="PRESENT_REF")
    return Reading("DATE", value=words.value("REFERENCE", "RECENT") or "PAST_REF")


def _then(words: Words) -> Reading:
    return Reading("DATE", Shift("day", 0, "narrative"))


READERS: dict[str, Callable[[Words], Reading | None]] = {
    "relative": _relative,
    "beside": _beside,
    "away": _away,
    "long_ago": _long_ago,
    "away_day": _away_day,
    "away_after": _away_after,
    "year_before": _year_before,
    "latest": _latest,
    "this_one": _this_one,
    "duration": _duration,
    "report_period": _report_period,
    "past_year": _past_year,
    "year_long": _year_long,
    "seasons": _seasons,
    "length": _length_word,
    "year_ahead": _duration,
    "every_other": _every_other,
    "set": _set,
    "now": _now,
    "reference": _reference,
    "then": _then,
}
