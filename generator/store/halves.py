"""Work on the disk in two halves, the second by a process of its own: most of the time goes to the system's part of it.

A process is forked where that is safe: on Linux, beside no other thread, and where there is a second core.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def both(first: Callable[[], Found], second: Callable[[], Found], *, is_worth_it: bool) -> tuple[Found, Found]:
    """What the two find; what the second finds is made of values that JSON has."""
    if not is_worth_it or not _can_fork():
        return first(), second()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(second, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as opened:
            found, answer = first(), opened.read()
    finally:
        os.waitpid(child, 0)
    return found, json.loads(answer) if answer else second()


def _answer(second: Callable[[], Found], writing: int) -> None:
    """Writes what is found and ends this process, whatever happens: nothing of what was opened before is its own."""
    try:
        content = json.dumps(second()).encode()
        with open(writing, "wb") as opened:
            opened.write(content)
    finally:
        os._exit(0)


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1
