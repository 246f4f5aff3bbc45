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
    handle, is_held = _lockable(folder), False
    try:
        if handle is not None:
            is_held = _wait(handle, folder, waiting, patience)
        yield
    finally:
        if handle is not None:
            _end(handle, is_held)


def _lockable(folder: Path) -> int | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform != "win32":
            return os.open(folder, os.O_RDONLY)
        name = hashlib.blake2b(os.fsencode(folder.resolve()), digest_size=16).hexdigest()
        return os.open(Path(tempfile.gettempdir(), f"briefs-{name}.lock"), os.O_RDWR | os.O_CREAT)
    except OSError:
        return None


def _wait(handle: int, folder: Path, waiting: Callable[[], None] | None, patience: float) -> bool:
    """Whether the lock is held in the end, or none can be. Raises BriefsError after `patience` seconds."""
    start = time.monotonic()
    while (is_held := _locked(handle)) is None:
        if waiting is not None:
            waiting()
            waiting = None
        if time.monotonic() - start >= patience:
            raise BriefsError(f"another build is at work in {folder.name}/; let it end, or end it, and run this again")
        time.sleep(0.05)
    return is_held


def _locked(handle: int) -> bool | None:
    """Whether the lock is held now or, False, can never be held here; None while another process holds it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # Windows says EACCES of what another has locked
        return None
    except OSError:
        return False
    return True


def _end(handle: int, is_held: bool) -> None:
    """Gives up a lock. Windows frees what a closed file had locked at a time of its own, so it is freed before."""
    try:
        if sys.platform == "win32" and is_held:
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
    finally:
        os.close(handle)
