"""Tasks for workers, quick and wayward: what they do with a number says its remainder."""

import os
import signal
import sys
import time
from pathlib import Path


def squared(number: int) -> int:
    return number * number


def inverse(number: int) -> float:
    return 1 / number


def slow(_number: int) -> None:
    time.sleep(60)


def wayward(number: int) -> int:
    """Raises, leaves, dies or answers with what cannot be sent, for a few numbers."""
    if number == 3:
        raise ZeroDivisionError("three")
    if number == 5:
        sys.exit(1)
    if number == 8:
        os._exit(1)
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 17:
        return lambda: number  # type: ignore[return-value]
    return squared(number)


def dying_once(folder: Path, number: int) -> int:
    """Kills its worker the first time that it is given 6."""
    mark = folder / "died"
    if number == 6 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return squared(number)


def mine(_number: int) -> int:
    """The process that does it."""
    return os.getpid()
