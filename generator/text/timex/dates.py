"""What dates by name mean: days, months, quarters, halves, seasons, years, decades, centuries, holidays."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace

from generator.text.timex import periods
from generator.text.timex.expression import Mod
from generator.text.timex.periods import Period, Unit
from generator.text.timex.readings import Base, Choice, Exact, Reading, Recurring, Shift, Year
from generator.text.timex.tokens import Token
from generator.text.timex.words import MONTHS, WEEKDAYS, YEARS, Words

_CHOICES: dict[str, Choice] = {
    "LAST": "last",
    "THIS": "this",
    "NEXT": "next",
    "AFTER": "after",
    "BEFORE": "before",
    "'same'": "same",
    "'that'": "same",
}
_SEASONS = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}
_EDGES: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def choice(words: Words) -> Choice | None:
    """Which one of those that come round: last, this, next, the following, the previous, the same."""
    if words.has("THIS") and words.has("NEXT"):
        return "next"
    return next((meaning for name, meaning in _CHOICES.items() if words.has(name)), None)


def edge(words: Words) -> Mod | None:
    """Early, mid or late; the beginning, the middle or the end. "Earlier this year" is any time of it."""
    return _EDGES.get(words.value("EDGE", "EDGE_NOUN"))


def year_of(words: Words) -> Year | None:
    """The year that the words name: 1998, last year, that year, the same year."""
    token = words.first(*YEARS, "YEARS")
    if token is not None:
        return Exact(periods.bounded(Period("year", full_year(token))))
    return counted("year", words) if words.has("YEAR_WORD") else None


def full_year(token: Token) -> int:
    """The year of "1998", "'98" or "FY98", the first of "1998-99": two digits from 50 on are the 1900s."""
    digits = token.value.lstrip("'’‘").upper().removeprefix("FY")[:4]
    return int(digits) if len(digits) > 2 else _of_two_digits(int(digits))


def _of_two_digits(digits: int) -> int:
    return digits + (1900 if digits >= 50 else 2000)


def counted(unit: Unit, words: Words) -> Shift:
    """This, last, next, that, the same or the following `unit`."""
    if words.has("'that'", "'same'"):
        return Shift(unit, 0, "narrative")
    if words.has("BEFORE", "AFTER"):
        base: Base = "compared" if unit == "quarter" and words.has("BEFORE") else "narrative"
        return Shift(unit, 1 if words.has("AFTER") else -1, base)
    if words.has("NEXT") and (unit == "day" or _is_the_next(words)):
        return Shift(unit, 1, "narrative")
    if unit == "weekend" and words.has("THIS") and words.has("NEXT"):
        return Shift(unit, 0, "published")
    token = words.first("LAST", "NEXT", "LATEST")
    return Shift(unit, int(token.value) if token is not None else 0, "published")


def _is_the_next(words: Words) -> bool:
    """Whether it is "the next year", after one that the text has named, rather than "the end of next year"."""
    at = next(at for at, token in enumerate(words.tokens) if words.lexicon.is_a("NEXT", token.symbol))
    return at > 0 and words.lexicon.is_a("'the'", words.tokens[at - 1].symbol)


def day_of_week(words: Words) -> Reading:
    """Tuesday, last Tuesday."""
    number = words.number(*WEEKDAYS)
    return Reading("DATE", Recurring("day", 0, weekday=number, choice=choice(words)), mod=edge(words))


def day(words: Words) -> Reading:
    """A month with its day, and the year where it is given."""
    month, number, year = words.number(*MONTHS), words.number("DAY", "ORD_DAY"), year_of(words)
    if isinstance(year, Exact):
        return Reading("DATE", Exact(periods.day(year.period.index, month, number) if year.period else None))
    exists = periods.day(_LEAP_YEAR, month, number) is not None
    return Reading("DATE", Recurring("day", number, month, within=year) if exists else Exact(None))


_LEAP_YEAR = 2000


def _numeric(words: Words) -> Reading:
    """2022.08.16, 16.8.2022, 8/16/2022 or 8/16/22: day first between full stops, month first otherwise, where both would do."""
    text = words.tokens[0].text
    *start, end = text.replace("/", "-").replace(".", "-").split("-")
    first, second, third = int(start[0]), int(start[1]), _of_two_digits(int(end)) if len(end) == 2 else int(end)
    if first > 31:
        return Reading("DATE", Exact(periods.day(first, second, int(end))))
    day_first = first > 12 or ("." in text and second <= 12)
    return Reading("DATE", Exact(periods.day(third, second, first) if day_first else periods.day(third, first, second)))


def _month(words: Words) -> Reading:
    return Reading("DATE", _in_year("month", words.number(*MONTHS), words), mod=edge(words))


def _day_chosen(words: Words) -> Reading:
    """Last April 30, next May 3: of all days of that name the one that "last" or "next" means."""
    month, number = words.number(*MONTHS), words.number("DAY", "ORD_DIGITS")
    exists = periods.day(_LEAP_YEAR, month, number) is not None
    return Reading("DATE", Recurring("day", number, month, choice=choice(words)) if exists else Exact(None))


def _in_year(unit: Unit, number: int, words: Words) -> Exact | Recurring:
    year = year_of(words)
    if isinstance(year, Exact):
        return Exact(periods.part_of_year(unit, year.period.index, number) if year.period else None)
    return Recurring(unit, number, within=year)


def _month_chosen(words: Words) -> Reading:
    return Reading("DATE", Recurring("month", words.number(*MONTHS), choice=choice(words)), mod=edge(words))


def _day_of_month(words: Words) -> Reading:
    """The 24th; Friday the 13th, which must be a Friday."""
    weekday = words.number(*WEEKDAYS) or None
    return Reading("DATE", Recurring("day", words.number("ORD_DIGITS", "DAY"), weekday=weekday))


def _day_beside(words: Words) -> Reading:
    """The second day of "24 and 25 April" or "May 5-9, 2019": of the month that the first is of."""
    return Reading("DATE", Recurring("day", words.number("DAY", "ORD_DIGITS"), choice="same", within=year_of(words)))


def _quarter(words: Words) -> Reading | None:
    code = words.first("QUARTER")
    number = int(code.text[1]) if code is not None else words.number("ORD")
    if not 1 <= number <= 4:
        return None
    return Reading("DATE", _in_year("quarter", number, words))


def _month_quarter(words: Words) -> Reading:
    """The June quarter: the one that ends with it, or holds it."""
    return Reading("DATE", _in_year("quarter", (words.number(*MONTHS) + 2) // 3, words))


def _quarter_of_year(words: Words) -> Reading:
    """The 1988 quarter, the 1988 period: the one the text speaks of, in that year."""
    return Reading("DATE", Recurring("quarter", -1 if words.has("'period'") else 0, within=year_of(words)))


def _half(words: Words) -> Reading | None:
    code = words.first("HALF_YEAR")
    number = int(code.text[1]) if code is not None else words.number("ORD") or 2
    rest = words if code is not None or not words.after("HALF").tokens else words.after("HALF")
    return Reading("DATE", _in_year("half", number, rest)) if number <= 2 else None


def _season(words: Words) -> Reading:
    return Reading("DATE", _in_year("season", _season_number(words), words), mod=edge(words))


def _season_chosen(words: Words) -> Reading:
    return Reading("DATE", Recurring("season", _season_number(words), choice=choice(words)), mod=edge(words))


def _season_number(words: Words) -> int:
    return _SEASONS[words.value("SEASON", "MAYBE_SEASON")]


def _decade(words: Words) -> Reading | None:
    """The 1990s, the '90s, the nineteen nineties."""
    digits, spoken = words.value("DECADE", "SHORT_DECADE").strip("'’‘s"), words.number("NUM")
    if spoken and not 10 <= spoken <= 20:
        return None
    century = "" if len(digits) > 2 else str(spoken) if spoken else "20" if digits in ("00", "10") else "19"
    return Reading("DATE", Exact(Period("decade", int(century + digits) // 10)), mod=edge(words))


def _decade_owned(words: Words) -> Reading | None:
    """The 1950's, the late 80's; of other years than round ones the year itself."""
    digits = words.value("YEAR") or words.value("DAY", "NUM")
    year = int(digits) if len(digits) > 2 else _of_two_digits(int(digits))
    if year % 10:
        return Reading("DATE", Exact(periods.bounded(Period("year", year))), mod=edge(words)) if words.has("YEAR") else None
    return Reading("DATE", Exact(Period("decade", year // 10)), mod=edge(words))


def _century(words: Words) -> Reading:
    return Reading("DATE", Exact(periods.bounded(Period("century", words.number("ORD") - 1))), mod=edge(words))


def _edge_of(words: Words) -> Reading:
    """The end of May, the beginning of next year, the end of the month."""
    if words.has(*MONTHS):
        return _month(words)
    unit = words.value("LONG")
    when = year_of(words) if unit in ("", "year") else counted(_unit(unit), words)
    return Reading("DATE", when, mod=edge(words))


def _unit(name: str) -> Unit:
    return "week" if name == "fortnight" else name  # type: ignore[return-value]


def _year_end(words: Words) -> Reading:
    """Year-end, year-end 1988."""
    year = year_of(words.after("'end'"))
    if isinstance(year, Exact) and year.period is not None:
        return Reading("DATE", Exact(periods.day(year.period.index, 12, 31)), mod="END", edtf_unit="year")
    return Reading("DATE", Recurring("day", 31, 12), mod="END", edtf_unit="year")


def _years(words: Words) -> Reading | None:
    """2014-16: from one year to another; the text goes on from the second. No date where that is not the later one."""
    first, last = words.tokens[0].text.replace("–", "-").replace("/", "-").split("-")
    end = last if len(last) == 4 else first[:2] + last
    if int(first) >= int(end):
        return None
    return Reading("DATE", Exact(Period("year", int(end))), value=f"{first}/{end}", edtf=f"{first}/{end}")


def _year(words: Words) -> Reading:
    """1998, last year; after a month "the following year" is the whole year."""
    return Reading("DATE", year_of(words), mod=edge(words), around="year" if words.has("YEAR_WORD") else None)


def _year_aside(words: Words) -> Reading:
    year = year_of(words)
    return Reading("DATE", replace(year, aside=True) if isinstance(year, Exact) else year)


def _week_of(words: Words) -> Reading:
    """The week of 3 May, the weekend of 3 May 2019."""
    return replace(day(words), around=_unit(words.value("LONG")))


def easter(words: Words) -> Reading:
    """Easter, Good Friday and Easter Monday, of a year, or the last or next one."""
    days = -2 if words.has("'good'") else 1 if words.number("WEEKDAY") == 1 else 0
    year = year_of(words)
    return Reading("DATE", Recurring("day", 0, within=year, easter=days, choice=None if year else choice(words)))


def holiday(words: Words) -> Reading:
    """A holiday's value is month-day, or month-day-weekday for the first such weekday from that day on."""
    value = words.value("HOLIDAY", "HOLIDAY_DAY")
    if words.has("'eve'"):
        value = "12-24" if value else "12-31"
    if not value:
        value = "05-01" if words.has("'may'") else "01-01"
    month, number, *weekday = (int(part) for part in value.split("-"))
    year = year_of(words.without(words.first("YEAR_WORD")) if words.has("'new'") else words)
    chosen = None if year else choice(words)
    return Reading("DATE", Recurring("day", number, month, chosen, year, weekday[0] if weekday else None))


def holiday_named(words: Words) -> Reading:
    """Easter or another holiday."""
    return easter(words) if words.has("'easter'", "'good'") else holiday(words)


def _around_holiday(words: Words) -> Reading:
    """Two days before Christmas, the day after Easter Monday."""
    rest = words.after("'before'", "'after'")
    reading = holiday_named(rest)
    count = (words.number("NUM") or 1) * (7 if words.has("'week'", "'weeks'") else 1)
    days = count if words.has("'after'") else -count
    return replace(reading, when=replace(reading.when, days=days)) if isinstance(reading.when, Recurring) else reading


def _weekday_of_month(words: Words) -> Reading | None:
    """The first Sunday of May, the last Friday in June 2019."""
    month, weekday, number = words.number(*MONTHS), words.number(*WEEKDAYS), words.number("ORD")
    if number > 4:
        return None
    first = 7 * number - 6 if number else monthrange(_LEAP_YEAR + 1, month)[1] - 6
    return Reading("DATE", Recurring("day", first, month, weekday=weekday, within=year_of(words)))


READERS: dict[str, Callable[[Words], Reading | None]] = {
    "numeric": _numeric,
    "day": day,
    "day_from": day,
    "day_chosen": _day_chosen,
    "month": _month,
    "month_chosen": _month_chosen,
    "weekday": day_of_week,
    "day_of_month": _day_of_month,
    "day_beside": _day_beside,
    "quarter": _quarter,
    "month_quarter": _month_quarter,
    "quarter_of_year": _quarter_of_year,
    "half": _half,
    "season": _season,
    "season_chosen": _season_chosen,
    "decade": _decade,
    "decade_owned": _decade_owned,
    "century": _century,
    "edge_of": _edge_of,
    "year_end": _year_end,
    "years": _years,
    "year": _year,
    "year_aside": _year_aside,
    "week_of": _week_of,
    "easter": easter,
    "holiday": holiday,
    "around_holiday": _around_holiday,
    "weekday_of_month": _weekday_of_month,
}
