"""Two halves of some work: the same answers, whether a second process does one or not, and whatever becomes of it."""

import os
import threading
from pathlib import Path

import pytest

from generator.store import stamps
from generator.store.halves import aside, both


def test_each_half_is_answered() -> None:
    assert both(lambda: [1], lambda: [2], is_worth_it=True) == ([1], [2])
    assert both(lambda: [1], lambda: [2], is_worth_it=False) == ([1], [2])


def test_the_second_is_done_by_another_process_where_that_is_safe() -> None:
    here = os.getpid()
    pids = both(os.getpid, os.getpid, is_worth_it=True)
    beside: list[tuple[int, int]] = []
    thread = threading.Thread(target=lambda: beside.append(both(os.getpid, os.getpid, is_worth_it=True)))
    thread.start()
    thread.join()

    assert pids[0] == here
    assert beside == [(here, here)]


def test_a_half_whose_process_fails_is_done_here() -> None:
    here = os.getpid()

    def fails_elsewhere() -> str:
        if os.getpid() != here:
            os._exit(1)
        return "done"

    assert both(lambda: "first", fails_elsewhere, is_worth_it=True) == ("first", "done")


def test_an_error_of_the_first_half_leaves_no_process() -> None:
    with pytest.raises(OSError, match="no disk"):
        both(_refused, lambda: 2, is_worth_it=True)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def _refused() -> int:
    raise OSError("no disk")


def test_many_files_are_read_as_few_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [str(tmp_path / f"{number}.txt") for number in range(9)]
    for number, path in enumerate(paths[:-1]):
        Path(path).write_text(str(number), encoding="utf-8")
    few = stamps.digests_in(paths)
    monkeypatch.setattr(stamps, "_MANY", 2)

    assert stamps.digests_in(paths) == few == [*(stamps.digest_of(str(n).encode()) for n in range(8)), "unreadable"]


def test_work_aside_is_answered_when_it_is_asked_for() -> None:
    answer = aside(lambda: [os.getpid()])

    assert answer() != [os.getpid()]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
