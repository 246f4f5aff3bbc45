"""What lengths of time mean: three months, an hour and a half, the first nine months, the year ended in June."""

from collections.abc import Callable
from dataclasses import replace

from generator.text.timex.expression import Mod
from generator.text.timex.periods import Unit
from generator.text.timex.readings import Reading, Shift
from generator.text.timex.words import Words

CODES = {
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
CLOCK_UNITS = ("hour", "minute", "second")
_HALVES = {"century": "50Y", "decade": "5Y", "year": "6M", "hour": "30M", "minute": "30S"}


def unit_word(words: Words) -> str:
    """The unit that the words count in, of the calendar or of the clock."""
    return words.value("LONG", "LONGS", "UNIT", "UNITS")


def unit_of(words: Words) -> Unit:
    """The unit of the calendar that the words count in."""
    name = unit_word(words)
    return "week" if name == "fortnight" else name  # type: ignore[return-value]


def quantity(words: Words) -> int | None:
    """The whole count before a unit; None for "a few" or "several"."""
    if words.has("NUM"):
        return words.number("NUM")
    if words.has("VAGUE"):
        return words.number("VAGUE") or None
    return 1 if words.has("'a'", "'an'", "'another'") or (words.has("UNIT") and not words.has("VAGUE")) else None


def roughly(words: Words) -> Mod | None:
    """APPROX for nearly three years, at least three, some thirty, three or four."""
    return "APPROX" if words.has("ROUGHLY", "'than'", "'least'", "'up'", "'so'") or _is_some(words) else None


def _is_some(words: Words) -> bool:
    return words.has("NUM") and words.has("'some'", "'or'", "'to'")


def length(words: Words) -> str:
    """The TIMEX3 duration: P3Y, PT5H30M, PXW for "some weeks"."""
    unit = unit_word(words)
    count = quantity(words)
    number = "X" if count is None else str(count * (2 if unit == "fortnight" else 1))
    start = "PT" if unit in CLOCK_UNITS else "P"
    if not words.has("HALF", "FRACTION"):
        return f"{start}{number}{CODES[unit]}"
    rest, whole = _HALVES.get(unit), words.has("NUM", "'and'")
    if rest is None or (whole and rest.endswith("Y")):
        return f"{start}{number if whole else 0}.5{CODES[unit]}"
    return f"{start}{number}{CODES[unit]}{rest}" if whole else f"{start}{rest}"


def duration(words: Words) -> Reading:
    """A length that starts at no date."""
    return Reading("DURATION", value=length(words), mod=roughly(words))


def _two_lengths(words: Words) -> Reading:
    """Three hours and 20 minutes, two years and six months."""
    ends = [at for at, token in enumerate(words.tokens, 1) if Words((token,), words.lexicon).has("UNIT", "UNITS")]
    first, second = (length(replace(words, tokens=part)) for part in (words.tokens[: ends[0]], words.tokens[ends[0] :]))
    return Reading("DURATION", value=first + second.removeprefix("PT" if first.startswith("PT") else "P"), mod=roughly(words))


def _quarter_century(words: Words) -> Reading:
    return Reading("DURATION", value="P25Y", mod=roughly(words))


def _report_period(words: Words) -> Reading:
    """The first nine months, the year-earlier six months: what follows compares whole years, no longer quarters."""
    months = words.after("'ago'", "'earlier'") if words.has("'ago'", "'earlier'") else words
    return replace(duration(months), when=Shift("year", 0, "told"), dated=False)


def _year_long(words: Words) -> Reading:
    return Reading("DURATION", value="P1Y")


def _length_word(words: Words) -> Reading:
    return Reading("DURATION", value=words.value("LENGTH"))


READERS: dict[str, Callable[[Words], Reading | None]] = {
    "duration": duration,
    "two_lengths": _two_lengths,
    "quarter_century": _quarter_century,
    "report_period": _report_period,
    "year_long": _year_long,
    "length": _length_word,
    "year_ahead": duration,
}
