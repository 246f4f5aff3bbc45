"""Files replaced in one step: a new one is written beside the old one, made safe on the disk, and renamed over it."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import BriefsError
from generator.settings import Settings
from generator.store.content import StoredFile, exists, read

_UNFINISHED = ".briefs-"


def replace(file: StoredFile, content: bytes, expected: bytes | None) -> bool:
    """Writes `content` in place of `expected` (None: no file yet); False if someone changed the file meanwhile.

    Raises BriefsError where the disk refuses; then the file is as it was.
    """
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        with written_beside(file.path, content) as fresh:
            if (read(file) if exists(file) else None) != expected:
                return False
            os.replace(fresh, file.path)
    except OSError as error:
        raise BriefsError(f"{file.shown} cannot be written ({error.strerror})") from error
    _settle(file.path.parent)
    return True


def rename(file: StoredFile, target: StoredFile) -> None:
    """Gives a file another name. Raises BriefsError where that name is taken or the disk refuses."""
    if exists(target):
        raise BriefsError(f"{file.shown} cannot be renamed to {target.shown}: that file exists")
    try:
        os.rename(file.path, target.path)
    except OSError as error:
        raise BriefsError(f"{file.shown} cannot be renamed ({error.strerror})") from error
    _settle(target.path.parent)


def clear_unfinished(settings: Settings) -> None:
    """Takes away what a build left half written when it was killed. Only for the one that holds the lock."""
    with suppress(OSError):
        for entry in os.scandir(settings.briefs):
            if entry.name.startswith(_UNFINISHED) and entry.name.endswith(".new"):
                with suppress(OSError):
                    os.unlink(entry.path)


@contextmanager
def written_beside(path: Path, content: bytes, *, is_safe: bool = True) -> Iterator[Path]:
    """A new file next to `path` with `content`, safe on the disk if wished; it is gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, suffix=".new", dir=path.parent)
    try:
        try:
            _write_all(handle, content)
            if is_safe:
                os.fsync(handle)
        finally:
            os.close(handle)
        os.chmod(name, _mode_of(path))
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _write_all(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def _settle(folder: Path) -> None:
    """Makes new names in a folder safe on the disk, where the system can; the files themselves are."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(os.lstat(path).st_mode)
    except FileNotFoundError:
        return 0o644
