"""Makes the n-th call that changes the disk fail, or kills the process at it."""

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CALLS = ("open", "mkdir", "write", "fsync", "chmod", "close", "replace", "rename", "unlink")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


@contextmanager
def at_call(number: int, strike: Callable[[str], None]) -> Iterator[list[str]]:
    """`strike` is called with the name of call `number` before it is made; yields the names of the calls so far."""
    made: list[str] = []

    def watched(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **keywords: Any) -> Any:
            made.append(name)
            if len(made) == number:
                strike(name)
            return call(*arguments, **keywords)

        return wrapped

    real = {name: getattr(os, name) for name in CALLS}
    try:
        for name, call in real.items():
            setattr(os, name, watched(name, call))
        yield made
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def failing(code: int) -> Callable[[str], None]:
    """Fails as the system does; `close` lets go of the file first, as it does too."""

    def strike(name: str) -> None:
        if name != "close":
            raise OSError(code, os.strerror(code))

    return strike


def killed(number: int, work: Callable[[], None]) -> bool:
    """Runs `work` in a child that is killed at call `number`; whether it was."""
    child = os.fork()
    if child == 0:
        with at_call(number, lambda _name: os.kill(os.getpid(), signal.SIGKILL)):
            work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
