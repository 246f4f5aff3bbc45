"""A bar on a terminal, drawn by Rich, with messages above it; loaded only where there is a terminal."""

import time

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

_REFRESH = 0.1
"""Seconds between two pictures of the bar. No thread draws it: beside a thread, workers cannot be forked."""


class _Rate(ProgressColumn):
    """Items a second, as measured of late."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f} {task.fields['noun']}/s" if speed else "", style="progress.data.speed")


class Terminal:
    """A screen that shows how far a stage is; at most one bar is there at a time."""

    is_animated = True

    def __init__(self, console: Console) -> None:
        self._console = console
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
        self._task: TaskID | None = None
        self._stage = ""
        self._drawn = time.monotonic()

    def say(self, line: str) -> None:
        """A line above the bar."""
        self._console.print(escape(line), highlight=False, soft_wrap=True)

    def draw(self, doing: str, number: int, total: int, noun: str) -> None:
        """Shows that `number` of `total` are done."""
        self._bar.start()
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

    def clear(self) -> None:
        """Takes the bar away."""
        self._bar.stop()


def terminal() -> Terminal:
    """The terminal that stderr goes to."""
    return Terminal(Console(stderr=True))
