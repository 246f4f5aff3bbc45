"""Where the time of a build goes: seconds by the clock and of the processor, stage by stage. What is pure gets none of it."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

HEADS = ("stage", "seconds", "CPU seconds", "items", "items/s")


@dataclass(frozen=True, slots=True)
class Timing:
    """One stage: seconds by the clock, seconds of all processors, and items done.

    The seconds of this machine's workers are those of the stage in which they end.
    """

    stage: str
    wall: float
    cpu: float
    items: int

    @property
    def rate(self) -> float:
        """Items a second by the clock; 0 where no time passed."""
        return self.items / self.wall if self.wall else 0.0


class Tally:
    """How many items a stage has done so far."""

    def __init__(self) -> None:
        self.items = 0


class Timings:
    """Collects the stages of one build; a stage that comes again is added up."""

    def __init__(self) -> None:
        self._stages: dict[str, Timing] = {}
        self._started = _now()

    @contextmanager
    def stage(self, name: str, items: int = 0) -> Iterator[Tally]:
        """Measures what is done within, an error included; `items` may be given at once or counted in the tally."""
        tally = Tally()
        tally.items = items
        started = _now()
        try:
            yield tally
        finally:
            wall, cpu = _since(started)
            before = self._stages.get(name, Timing(name, 0.0, 0.0, 0))
            self._stages[name] = Timing(name, before.wall + wall, before.cpu + cpu, before.items + tally.items)

    def all(self) -> tuple[Timing, ...]:
        """Every stage, in the order in which they first ended, and what the whole has taken so far as "total"."""
        return (*self._stages.values(), Timing("total", *_since(self._started), 0))


def as_table(timings: tuple[Timing, ...]) -> str:
    """One line a stage, under a line of heads."""
    rows = [HEADS, *map(_row, timings)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(f"{_aligned(row, widths)}\n" for row in rows)


def as_json(timings: tuple[Timing, ...]) -> str:
    """A JSON list of objects with stage, wall and cpu (seconds), items, and rate (items a second by the clock)."""
    found = [{**asdict(one), "rate": one.rate} for one in timings]
    rounded = [{key: round(value, 6) if isinstance(value, float) else value for key, value in one.items()} for one in found]
    return json.dumps(rounded, indent=2) + "\n"


def _row(one: Timing) -> tuple[str, ...]:
    items = (f"{one.items:,}", f"{one.rate:,.1f}") if one.items else ("", "")
    return (one.stage, f"{one.wall:.2f}", f"{one.cpu:.2f}", *items)


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    numbers = (text.rjust(width) for text, width in zip(row[1:], widths[1:], strict=True))
    return "  ".join((row[0].ljust(widths[0]), *numbers)).rstrip()


def _now() -> tuple[float, float]:
    """The clock and the processor time of this process and of the workers that have ended, in seconds."""
    ended = os.times()
    return time.perf_counter(), time.process_time() + ended.children_user + ended.children_system


def _since(started: tuple[float, float]) -> tuple[float, float]:
    wall, cpu = _now()
    return wall - started[0], cpu - started[1]
