"""What is seen of a build while it works: little off a terminal, a bar on one, nothing where nobody wants to see it."""

import logging
import re
import sys
import threading
import time
from io import StringIO

import pytest
from rich.console import Console

from generator.commands.listening import Lines, listen
from generator.commands.progress_bar import Terminal
from generator.model import Outcome
from generator.progress import BuildProgress, Screen, ScreenHandler


class Written(Lines):
    """Lines that are kept."""

    def __init__(self, written: StringIO) -> None:
        self._written = written

    def say(self, line: str) -> None:
        self._written.write(f"{line}\n")


def screen(is_terminal: bool) -> tuple[Screen, StringIO]:
    written = StringIO()
    if not is_terminal:
        return Written(written), written
    return Terminal(Console(file=written, force_terminal=True, width=100, color_system=None)), written


def worked(progress: BuildProgress, converted: int, total: int) -> None:
    with progress:
        for number in range(1, total + 1):
            progress.hear(Outcome(f"articles/{number}.txt", "converted" if number <= converted else "unchanged"), number, total)
        progress.rendered(1, 1)


def test_off_a_terminal_the_first_articles_are_named_and_each_tenth_is_a_line() -> None:
    to, written = screen(is_terminal=False)

    worked(BuildProgress(to, quiet=False), 500, 1000)

    lines = written.getvalue().splitlines()
    assert lines[:21] == [
        *(f"converted articles/{number}.txt" for number in range(1, 21)),
        "converted others, which are not named",
    ]
    assert lines[21:] == [
        *(f"converting: {number} of 1,000 articles" for number in range(100, 1000, 100)),
        "converting: 1,000 of 1,000 articles",
    ]


def test_few_articles_are_named_and_nothing_else_is_said() -> None:
    to, written = screen(is_terminal=False)

    worked(BuildProgress(to, quiet=False), 2, 99)

    assert written.getvalue().splitlines() == ["converted articles/1.txt", "converted articles/2.txt"]


@pytest.mark.parametrize("is_terminal", [True, False])
def test_quiet_says_nothing(is_terminal: bool) -> None:
    to, written = screen(is_terminal)

    worked(BuildProgress(to, quiet=True), 500, 1000)

    assert written.getvalue() == ""


def test_on_a_terminal_a_bar_shows_count_rate_and_time_left_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    to, written = screen(is_terminal=True)
    monkeypatch.setattr("generator.commands.progress_bar._REFRESH", 0)
    progress = BuildProgress(to, quiet=False)

    with progress:
        threads = threading.active_count()
        for number in range(1, 51):
            progress.hear(Outcome("x", "unchanged"), number, 100)
            time.sleep(0.001)
        progress.rendered(1, 2)

    shown = written.getvalue()
    assert threads == threading.active_count() == 1
    assert re.search(r"converting ━+ +50/100 +[\d.,]+ articles/s +\d+:\d\d:\d\d", shown)
    assert re.search(r"rendering ━+ +1/2 ", shown)
    assert shown.endswith("\x1b[2K")


def test_the_summary_counts_what_was_done() -> None:
    progress = BuildProgress(screen(is_terminal=False)[0], quiet=False)
    worked(progress, 3, 7)

    assert re.fullmatch(r"3 converted, 1 rendered, 4 unchanged, 0 skipped, \d+\.\d s", progress.summary())

    progress.hear(Outcome("x", "kept", "y"), 1, 1)
    progress.hear(Outcome("z", "skipped", "y"), 1, 1)
    assert re.fullmatch(r"3 converted, 1 rendered, 4 unchanged, 1 kept, 1 skipped, \d+\.\d s", progress.summary())


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_message_of_the_log_is_a_line_above_the_bar(is_terminal: bool) -> None:
    to, written = screen(is_terminal)
    with BuildProgress(to, quiet=False) as progress:
        progress.rendered(1, 2)
        ScreenHandler(to).emit(logging.LogRecord("x", logging.WARNING, "", 0, "a.md: [b]%s[/b]", ("odd",), None))
    assert "a.md: [b]odd[/b]\n" in written.getvalue()


def test_rich_is_loaded_for_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert isinstance(listen(verbose=False), Lines)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert isinstance(listen(verbose=False), Terminal)


def test_an_article_that_is_looked_at_once_more_counts_once_and_stays_converted() -> None:
    progress = BuildProgress(screen(is_terminal=False)[0], quiet=False)
    worked(progress, 3, 7)
    worked(progress, 0, 7)

    assert re.fullmatch(r"3 converted, 2 rendered, 4 unchanged, 0 skipped, \d+\.\d s", progress.summary())
