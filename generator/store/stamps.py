"""What a folder holds, told from what it held: by size and times where these are as they were, else by the bytes themselves.

Times alone are never trusted to say that a file is the same: `ctime` cannot be set by a program, and a file whose times are no
older than the look at it is read again by the next one. A folder unpacked from an archive is as it was if its bytes are.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_GRAIN = 50_000_000
"""Nanoseconds within which two writes of one file may bear the same time."""

_PASSED_OVER = ("__pycache__", ".briefs-")


class Stamp(NamedTuple):
    """A file as it was when it was looked at; times are in nanoseconds, `digest` is of its bytes."""

    size: int
    mtime: int
    ctime: int
    digest: str


@dataclass(frozen=True, slots=True)
class Look:
    """The files of a folder by name relative to it, those that are not as they were, and those that are gone."""

    stamps: Mapping[str, Stamp]
    changed: frozenset[str]
    gone: frozenset[str]

    @property
    def is_same(self) -> bool:
        """Whether the folder holds what it held."""
        return not self.changed and not self.gone


def digest_of(content: bytes) -> str:
    """The digest of a file's bytes."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()


def look(folder: Path, before: Mapping[str, Stamp], now: int, *, exact: bool = True) -> Look:
    """The files below `folder` against what they were; `now` is the moment of the look.

    Where the look is not `exact`, a file of the same size and `mtime` is the same: for what a build wrote itself.
    """
    stamps: dict[str, Stamp] = {}
    changed = set()
    for name, path, found in scan(folder):
        old = before.get(name)
        if old is not None and _is_as_it_was(old, found, is_exact=exact):
            stamps[name] = old
            continue
        stamps[name] = stamp = _stamp(path, found, now)
        if old is None or old.digest != stamp.digest:
            changed.add(name)
    return Look(stamps, frozenset(changed), frozenset(before.keys() - stamps.keys()))


def is_same(folder: Path, before: Mapping[str, Stamp], *, exact: bool = True) -> bool:
    """Whether the files below `folder` are those of `before`; ends at the first that is not."""
    count = 0
    for name, path, found in scan(folder):
        old = before.get(name)
        if old is None:
            return False
        count += 1
        if not _is_as_it_was(old, found, is_exact=exact) and _stamp(path, found, 0).digest != old.digest:
            return False
    return count == len(before)


def stamp_of(path: Path, now: int) -> Stamp:
    """The stamp of one file. Raises OSError."""
    return _stamp(os.fspath(path), os.stat(path), now)


def written(path: Path, content: bytes) -> Stamp:
    """The stamp of a file of the site that has just been written with `content`."""
    found = os.stat(path)
    return Stamp(found.st_size, found.st_mtime_ns, 0, digest_of(content))


def scan(folder: Path) -> Iterator[tuple[str, str, os.stat_result]]:
    """Every file below `folder`: its name relative to it with forward slashes, its path, and what the system says of it."""
    waiting = [("", os.fspath(folder))]
    while waiting:
        prefix, path = waiting.pop()
        try:
            entries = os.scandir(path)
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.name.startswith(_PASSED_OVER):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    yield f"{prefix}{entry.name}", entry.path, entry.stat(follow_symlinks=False)


def _is_as_it_was(old: Stamp, found: os.stat_result, *, is_exact: bool) -> bool:
    is_same = old.size == found.st_size and old.mtime == found.st_mtime_ns
    return is_same and (not is_exact or old.ctime == found.st_ctime_ns)


def _stamp(path: str, found: os.stat_result, now: int) -> Stamp:
    try:
        with open(path, "rb", opener=_open_straight) as opened:
            digest = hashlib.file_digest(opened, lambda: hashlib.blake2b(digest_size=12)).hexdigest()
    except OSError:
        digest = "unreadable"
    is_settled = now - max(found.st_mtime_ns, found.st_ctime_ns) > _GRAIN
    return Stamp(found.st_size if is_settled else -1, found.st_mtime_ns, found.st_ctime_ns, digest)


def _open_straight(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
