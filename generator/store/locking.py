"""One build at a time: a lock of the operating system's own on a folder, gone with the process that held it."""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BriefsError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 60.0
"""Seconds that a build waits for another one."""


@contextmanager
def exclusive(folder: Path, waiting: Callable[[], None] | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Keeps every other process out that asks for the same folder; `waiting` is called once if one must be waited for.

    Raises BriefsError after `patience` seconds. Where the file system knows no locks, none is held.
    """
    handle = _lockable(folder)
    try:
        if handle is not None:
            _wait(handle, folder, waiting, patience)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lockable(folder: Path) -> int | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform != "win32":
            return os.open(folder, os.O_RDONLY)
        name = hashlib.blake2b(os.fsencode(folder.resolve()), digest_size=16).hexdigest()
        return os.open(Path(tempfile.gettempdir(), f"briefs-{name}.lock"), os.O_RDWR | os.O_CREAT)
    except OSError:
        return None


def _wait(handle: int, folder: Path, waiting: Callable[[], None] | None, patience: float) -> None:
    start = time.monotonic()
    while not _locked(handle):
        if waiting is not None:
            waiting()
            waiting = None
        if time.monotonic() - start >= patience:
            raise BriefsError(f"another build is at work in {folder.name}/; let it end, or end it, and run this again")
        time.sleep(0.05)


def _locked(handle: int) -> bool:
    """Whether the lock is held now, or can never be held here."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
