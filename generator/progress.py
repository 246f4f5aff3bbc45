"""How long work is shown: a bar on a terminal, a few plain lines elsewhere; both on stderr."""

import logging
import time
from collections import Counter
from types import TracebackType
from typing import Protocol

from generator.model import Outcome

NAMED = 20
"""Converted articles that are named, one a line; the rest are only counted."""

TENTHS = 100
"""Items from which work off the terminal says a line at each tenth of it."""

_COUNTED = ("converted", "rendered", "unchanged", "kept", "skipped")


class Screen(Protocol):
    """What the progress of work is shown on; where it `is_animated` a picture of it can be drawn."""

    @property
    def is_animated(self) -> bool:
        """Whether there is a terminal."""

    def say(self, line: str, /) -> None:
        """Shows a line, which stays."""

    def draw(self, doing: str, number: int, total: int, noun: str, /) -> None:
        """Draws how far a stage is."""

    def clear(self) -> None:
        """Takes away what was drawn."""


class ScreenHandler(logging.Handler):
    """Writes the messages of a log above what is drawn, one line each."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen

    def emit(self, record: logging.LogRecord) -> None:
        """One message."""
        self._screen.say(self.format(record))


class BuildProgress:
    """Hears how far each stage of a build is and shows it; a context manager that takes the bar away at its end.

    Articles that were kept or skipped are only counted here: the log says why.
    """

    def __init__(self, screen: Screen, quiet: bool) -> None:
        self._screen, self._quiet = screen, quiet
        self._counts: Counter[str] = Counter()
        self._heard: set[str] = set()
        self._started = time.monotonic()

    def __enter__(self) -> "BuildProgress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._screen.clear()

    def stage(self, doing: str, number: int, total: int, noun: str) -> None:
        """Shows that `number` of `total` are done of a stage, such as "rendering"; `noun` is what they are ("briefs")."""
        if self._quiet:
            return
        if self._screen.is_animated:
            self._screen.draw(doing, number, total, noun)
        elif total >= TENTHS and number * 10 // total > (number - 1) * 10 // total:
            self._screen.say(f"{doing}: {number:,} of {total:,} {noun}")

    def hear(self, outcome: Outcome, number: int, total: int) -> None:
        """Counts what became of an article, and names those that were converted while they are few."""
        # A build that withholds a brief looks at all articles once more.
        self._counts[outcome.kind] += outcome.path not in self._heard
        self._heard.add(outcome.path)
        if outcome.kind == "converted" and not self._quiet and self._counts["converted"] <= NAMED + 1:
            self._screen.say(str(outcome) if self._counts["converted"] <= NAMED else "converted others, which are not named")
        self.stage("converting", number, total, "articles")

    def rendered(self, number: int, total: int) -> None:
        """Counts a brief whose pages were rendered."""
        self._counts["rendered"] += 1
        self.stage("rendering", number, total, "briefs")

    def summary(self) -> str:
        """What was done so far, in one line: "3 converted, 1 rendered, 997 unchanged, 1 skipped, 2.1 s"."""
        counts = [f"{self._counts[kind]} {kind}" for kind in _COUNTED if self._counts[kind] or kind != "kept"]
        return ", ".join((*counts, f"{time.monotonic() - self._started:.1f} s"))
