"""How long work is shown: a bar on a terminal, a few plain lines elsewhere; both on stderr."""

import logging
import time
from collections import Counter
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from generator.model import Outcome

NAMED = 20
"""Converted articles that are named, one a line; the rest are only counted."""

TENTHS = 100
"""Items from which work off the terminal says a line at each tenth of it."""

_REFRESH = 0.1
"""Seconds between two pictures of the bar. No thread draws it: beside a thread, workers cannot be forked."""

_COUNTED = ("converted", "rendered", "unchanged", "kept", "skipped")


class ConsoleHandler(logging.Handler):
    """Writes the messages of a log above the progress bar, one line each."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        """One message."""
        self._console.print(escape(self.format(record)), highlight=False, soft_wrap=True)


class _Rate(ProgressColumn):
    """Items a second, as measured of late."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f} {task.fields['noun']}/s" if speed else "", style="progress.data.speed")


class BuildProgress:
    """Hears how far each stage of a build is and shows it; a context manager that takes the bar away at its end.

    Articles that were kept or skipped are only counted here: the log says why.
    """

    def __init__(self, console: Console, quiet: bool) -> None:
        self._console, self._quiet = console, quiet
        self._is_animated = console.is_terminal and not quiet
        self._counts: Counter[str] = Counter()
        self._started = self._drawn = time.monotonic()
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, transient=True, auto_refresh=False, disable=not self._is_animated)
        self._task: TaskID | None = None
        self._stage = ""

    def __enter__(self) -> "BuildProgress":
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def stage(self, doing: str, number: int, total: int, noun: str) -> None:
        """Shows that `number` of `total` are done of a stage, such as "rendering"; `noun` is what they are ("briefs")."""
        if self._is_animated:
            self._draw(doing, number, total, noun)
        elif not self._quiet and total >= TENTHS and number * 10 // total > (number - 1) * 10 // total:
            self._print(f"{doing}: {number:,} of {total:,} {noun}")

    def hear(self, outcome: Outcome, number: int, total: int) -> None:
        """Counts what became of an article, and names those that were converted while they are few."""
        self._counts[outcome.kind] += 1
        if outcome.kind == "converted" and not self._quiet and self._counts["converted"] <= NAMED + 1:
            self._print(str(outcome) if self._counts["converted"] <= NAMED else "converted others, which are not named")
        self.stage("converting", number, total, "articles")

    def rendered(self, number: int, total: int) -> None:
        """Counts a brief whose pages were rendered."""
        self._counts["rendered"] += 1
        self.stage("rendering", number, total, "briefs")

    def summary(self) -> str:
        """What was done so far, in one line: "3 converted, 1 rendered, 997 unchanged, 1 skipped, 2.1 s"."""
        counts = [f"{self._counts[kind]} {kind}" for kind in _COUNTED if self._counts[kind] or kind != "kept"]
        return ", ".join((*counts, f"{time.monotonic() - self._started:.1f} s"))

    def _draw(self, doing: str, number: int, total: int, noun: str) -> None:
        if doing != self._stage:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._stage, self._task = doing, self._bar.add_task(doing, total=total, noun=noun)
        if self._task is not None:
            self._bar.update(self._task, completed=number, total=total)
        now = time.monotonic()
        if now - self._drawn >= _REFRESH or number == total:
            self._drawn = now
            self._bar.refresh()

    def _print(self, line: str) -> None:
        self._console.print(escape(line), highlight=False, soft_wrap=True)
