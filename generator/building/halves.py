"""Two questions to the disk at once, the second by a process of its own: most of the time goes to the system's part of it.

A process is forked where that is safe: on Linux, beside no other thread, and where there is a second core.
"""

import os
import sys
import threading
from collections.abc import Callable


def both(first: Callable[[], bool], second: Callable[[], bool], *, is_worth_it: bool) -> bool:
    """Whether both are so."""
    if not is_worth_it or not _can_fork():
        return first() and second()
    child = os.fork()
    if child == 0:
        _answer(second)
    try:
        found = first()
    finally:
        _, status = os.waitpid(child, 0)
    return found and os.waitstatus_to_exitcode(status) == 0


def _answer(question: Callable[[], bool]) -> None:
    """Ends this process with the answer, whatever happens: nothing of what was opened before is its own."""
    status = 1
    try:
        status = 0 if question() else 1
    finally:
        os._exit(status)


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1
