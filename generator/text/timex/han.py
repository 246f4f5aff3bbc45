"""Dates in Chinese and Japanese text, where they are written with numbers or name their day or year outright.

    2022年8月16日    2019年12月    2011年    8月16日    今年6月    去年    昨日    明天

Nothing else: no durations ("3个月", "5年間"), no clock times, no numbers in characters (二〇二二年), no weekdays.
"""

import re
from collections.abc import Iterator

from generator.model import Span
from generator.text.timex import periods
from generator.text.timex.periods import Period
from generator.text.timex.readings import Exact, Reading, Recurring, Shift, Year

_YEARS = {"今年": 0, "去年": -1, "昨年": -1, "明年": 1, "来年": 1}
_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1, "明日": 1}
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<year>\d{{4}})\s?年|(?P<named>{'|'.join(_YEARS)}))(?:\s?(?P<month>\d{{1,2}})\s?月(?:\s?(?P<day>\d{{1,2}})\s?[日号號])?)?"
    r"|(?<!\d)(?P<only_month>\d{1,2})\s?月(?:\s?(?P<only_day>\d{1,2})\s?[日号號])?"
    rf"|(?P<deictic>{'|'.join(_DAYS)})",
    re.ASCII,
)


def readings(text: str) -> Iterator[tuple[Span, Reading]]:
    """The dates of `text` in order, each with what it means."""
    for match in _DATE.finditer(text):
        yield Span(*match.span()), Reading("DATE", _meaning(match))


def _meaning(match: re.Match[str]) -> Exact | Recurring | Shift:
    if match["deictic"]:
        return Shift("day", _DAYS[match["deictic"]], "published")
    year = _year(match)
    month, day = match["month"] or match["only_month"], match["day"] or match["only_day"]
    if month is None:
        return year or Exact(None)
    return _of_year(year, int(month), int(day) if day else None)


def _year(match: re.Match[str]) -> Year | None:
    if match["year"]:
        return Exact(periods.bounded(Period("year", int(match["year"]))))
    return Shift("year", _YEARS[match["named"]], "published") if match["named"] else None


def _of_year(year: Year | None, month: int, day: int | None) -> Exact | Recurring:
    exists = periods.part_of_year("month", 2000, month) if day is None else periods.day(2000, month, day)
    if exists is None or (isinstance(year, Exact) and year.period is None):
        return Exact(None)
    if isinstance(year, Exact) and year.period is not None:
        number = year.period.index
        return Exact(periods.part_of_year("month", number, month) if day is None else periods.day(number, month, day))
    return Recurring("month", month, within=year) if day is None else Recurring("day", day, month, within=year)
