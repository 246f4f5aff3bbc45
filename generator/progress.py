"""How long work is shown: a bar on a terminal, plain lines elsewhere; both on stderr."""

import logging
from collections import Counter
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeRemainingColumn

from generator.model import Outcome

_RARE = ("kept", "skipped")


class ConsoleHandler(logging.Handler):
    """Writes the messages of a log above the progress bar, one line each."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        """One message."""
        self._console.print(escape(self.format(record)), highlight=False, soft_wrap=True)


class ConversionProgress:
    """Hears what became of each article and shows it; a context manager that takes the bar away at its end.

    Articles that were kept or skipped are only counted here: the log says why.
    """

    def __init__(self, console: Console, quiet: bool) -> None:
        self._console = console
        self._quiet = quiet
        self._counts: Counter[str] = Counter()
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("converting"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> "ConversionProgress":
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def hear(self, outcome: Outcome, number: int, total: int) -> None:
        """Counts one outcome, moves the bar and names a converted article."""
        self._counts[outcome.kind] += 1
        if self._task is None:
            self._task = self._bar.add_task("converting", total=total)
        self._bar.update(self._task, completed=number)
        if outcome.kind == "converted" and not self._quiet:
            self._console.print(escape(str(outcome)), highlight=False, soft_wrap=True)

    def summary(self) -> str:
        """What was done, in one line: "1 converted, 3 unchanged, 1 skipped"."""
        kinds = ("converted", "unchanged", *_RARE)
        return ", ".join(f"{self._counts[kind]} {kind}" for kind in kinds if self._counts[kind] or kind not in _RARE)
