"""Work on the disk by two processes, in halves or aside: most of the time goes to the system's part of it.

A process is forked where that is safe: on Linux, beside no other thread, and where there is a second core.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

Found = TypeVar("Found")


def both(first: Callable[[], Found], second: Callable[[], Found], *, is_worth_it: bool) -> tuple[Found, Found]:
    """What the two find; what the second finds is made of values that JSON has."""
    answer = aside(second) if is_worth_it else second
    try:
        found = first()
    except BaseException:
        answer()
        raise
    return found, answer()


def aside(work: Callable[[], Found]) -> Callable[[], Found]:
    """Begins some work, and gives what waits for its answer, which is made of values that JSON has."""
    if not _can_fork():
        return work
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(work, writing)
    os.close(writing)
    return partial(_answered, reading, child, work)


def _answered(reading: int, child: int, work: Callable[[], Found]) -> Found:
    """The answer of a process; what it could not do is done here."""
    with open(reading, "rb") as opened:
        answer = opened.read()
    os.waitpid(child, 0)
    found: Found = json.loads(answer) if answer else work()
    return found


def _answer(work: Callable[[], Found], writing: int) -> None:
    """Writes what is found and ends this process, whatever happens: nothing of what was opened before is its own."""
    try:
        content = json.dumps(work()).encode()
        with open(writing, "wb") as opened:
            opened.write(content)
    finally:
        os._exit(0)


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1
