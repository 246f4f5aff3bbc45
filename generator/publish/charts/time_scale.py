"""The events of one brief on an axis of time: a row for each, from the earliest to the latest day that its date may mean.

A long bar is an imprecise date or a long event, a dot a day. An open side ends at the axis' edge with an arrow. The axis has
two to five ticks, at whole months or years.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from generator.edtf import DateSpan, Day, span_of

_WIDTH, _START, _END, _TOP, _ROW, _SHORTEST = 440, 26, 432, 34, 20, 9
_MOST_EVENTS = 40
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)
"""Months between two ticks."""
_MOST_STEPS = {True: 3, False: 4}  # a month's name takes more room than a year
_OPEN = 9999


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One event: its bar from `x`, and its first and last day as EDTF dates (None: open)."""

    number: int
    y: int
    x: float
    length: float
    earliest: str | None
    latest: str | None

    @property
    def arrows(self) -> str:
        """The heads of the arrows at open sides, as an SVG path."""
        right = f"M{self.x + self.length:.1f} {self.y - 7}l8 7-8 7z" if self.latest is None else ""
        return (f"M{self.x:.1f} {self.y - 7}l-8 7 8 7z" if self.earliest is None else "") + right


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A moment named above the axis, as an EDTF month or year."""

    date: str
    x: float
    side: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The rows and the ticks; `first` and `last` are the ends of what is dated, as EDTF dates."""

    rows: tuple[TimeRow, ...]
    ticks: tuple[TimeTick, ...]
    first: str
    last: str
    height: int
    width: int = _WIDTH


def time_scale(dates: Sequence[str]) -> TimeScale | None:
    """The scale of events with these EDTF dates, or None where there is nothing to compare: one event, or one time for all."""
    spans = [span_of(date) for date in dates]
    known = sorted(day for span in spans for day in (span.first, span.last) if abs(day[0]) < _OPEN)
    if not 2 <= len(spans) <= _MOST_EVENTS or not known or len(set(spans)) < 2:
        return None
    step = _step(floor(_months(known[0])), floor(_months(known[-1])) + 1)
    low = floor(_months(known[0]) / step) * step
    high = max(ceil((floor(_months(known[-1])) + 1) / step), low // step + 1) * step
    rows = tuple(_row(n, span, low, high) for n, span in enumerate(spans, 1))
    ticks = tuple(_tick(month, low, high, step) for month in range(low, high + 1, step))
    return TimeScale(rows, ticks, _edtf(known[0]), _edtf(known[-1]), _TOP + _ROW * len(rows))


def _step(low: int, high: int) -> int:
    fitting = (step for step in _STEPS if ceil(high / step) - floor(low / step) <= _MOST_STEPS[step < 12])
    return next(fitting, _STEPS[-1])


def _row(number: int, span: DateSpan, low: int, high: int) -> TimeRow:
    opens, ends = abs(span.first[0]) < _OPEN, abs(span.last[0]) < _OPEN
    start = _x(_months(span.first), low, high) if opens else _START + 8
    end = _x(_months(span.last) + 1 / 31, low, high) if ends else _END - 8
    length = max(end - start, _SHORTEST)
    x = min(start, _END - length)
    return TimeRow(
        number=number,
        y=_TOP + _ROW * (number - 1) + _ROW // 2,
        x=round(x, 1),
        length=round(length, 1),
        earliest=_edtf(span.first) if opens else None,
        latest=_edtf(span.last) if ends else None,
    )


def _tick(month: int, low: int, high: int, step: int) -> TimeTick:
    year, rest = divmod(month, 12)
    side = "start" if month == low else "end" if month == high else "middle"
    return TimeTick(_year(year) + (f"-{rest + 1:02}" if step < 12 else ""), _x(month, low, high), side)


def _x(months: float, low: int, high: int) -> float:
    return round(_START + (months - low) / (high - low) * (_END - _START), 1)


def _months(day: Day) -> float:
    return day[0] * 12 + day[1] - 1 + (day[2] - 1) / 31


def _edtf(day: Day) -> str:
    return f"{_year(day[0])}-{day[1]:02}-{day[2]:02}"


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
