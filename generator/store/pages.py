"""The files of a site as they are served, and those of a folder by name."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from generator.store import stamps
from generator.store.content import open_straight


def files_in(folder: Path, but: Sequence[str] = ()) -> Mapping[str, bytes]:
    """The files below a folder, `but` for some, by name relative to it; each is read when it is asked for."""
    return _FolderFiles(folder, sorted(name for name, _, _ in stamps.scan(folder) if name not in but))


def has_page(site: Path, names: Sequence[str]) -> bool:
    """Whether the site has a regular file at `names`, with no link on the way to it."""
    path = os.path.join(os.path.realpath(site), *names)
    try:
        return os.path.realpath(path) == path and stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def open_page(site: Path, names: Sequence[str]) -> BinaryIO | None:
    """A file of the site opened for reading, however large; None where `has_page` says there is none."""
    if not has_page(site, names):
        return None
    try:
        return open(os.path.join(site, *names), "rb", opener=open_straight)
    except OSError:
        return None


class _FolderFiles(Mapping[str, bytes]):
    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._folder, self._names = folder, dict.fromkeys(names)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return Path(self._folder, name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
