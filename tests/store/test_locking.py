"""The lock as Windows has it, by what msvcrt documents: EACCES says that another holds it, and unlocking is explicit."""

import errno
import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.errors import BriefsError
from generator.store import locking


class Msvcrt(ModuleType):
    """Locks of one byte at the current position of a file, as the C runtime gives them."""

    LK_UNLCK, LK_NBLCK = 0, 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: dict[tuple[int, int], int] = {}

    def locking(self, handle: int, mode: int, length: int) -> None:
        assert length == 1
        place = (os.fstat(handle).st_ino, os.lseek(handle, 0, os.SEEK_CUR))
        if (mode == self.LK_UNLCK) != (self.held.get(place) == handle):
            raise OSError(errno.EACCES, "Permission denied")
        if mode == self.LK_UNLCK:
            del self.held[place]
        elif place in self.held:
            raise OSError(errno.EACCES, "Permission denied")
        else:
            self.held[place] = handle


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Any, Msvcrt]:
    """The module as it loads on Windows, and what it is given there."""
    runtime = Msvcrt()
    monkeypatch.setitem(sys.modules, "msvcrt", runtime)
    spec = spec_from_file_location("locking_on_windows", locking.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setattr(sys, "platform", "win32")
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.tempfile, "tempdir", str(tmp_path))
    return module, runtime


def test_on_windows_a_second_build_waits_and_the_lock_is_freed_before_its_file_is_closed(
    windows: tuple[Any, Msvcrt], tmp_path: Path
) -> None:
    module, runtime = windows
    told: list[str] = []
    with module.exclusive(tmp_path / "project"):
        assert len(runtime.held) == 1
        with (
            pytest.raises(BriefsError, match="another build is at work in project/"),
            module.exclusive(tmp_path / "project", lambda: told.append("waiting"), patience=0),
        ):
            pass
        with module.exclusive(tmp_path / "other"):
            assert len(runtime.held) == 2

    assert told == ["waiting"]
    assert runtime.held == {}


def test_on_windows_a_file_system_without_locks_keeps_nobody_out(windows: tuple[Any, Msvcrt], tmp_path: Path) -> None:
    module, runtime = windows

    def refuse(handle: int, mode: int, length: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    runtime.locking = refuse  # type: ignore[method-assign]
    with module.exclusive(tmp_path, patience=0), module.exclusive(tmp_path, patience=0):
        pass
