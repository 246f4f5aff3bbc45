"""What a folder holds, told from what it held: by size and times where these are as they were, else by the bytes themselves.

Times alone are never trusted to say that a file is the same: `ctime` cannot be set by a program, and a file whose times are no
older than the look at it is read again by the next one. A folder unpacked from an archive is as it was if its bytes are.
"""

import hashlib
import os
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_GRAIN = 50_000_000
"""Nanoseconds within which two writes of one file may bear the same time."""

_AT_ONCE = 65_536
"""Bytes that are read at once: a file of the usual size needs one call."""

_STRAIGHT = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PIECE = 1 << 20
"""Bytes that are read at a time."""

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


def look(folder: Path, before: Mapping[str, Stamp], now: int) -> Look:
    """The files below `folder` against what they were; `now` is the moment of the look."""
    stamps: dict[str, Stamp] = {}
    changed = set()
    for name, path, found in scan(folder):
        old = before.get(name)
        if old and old[1] == found.st_mtime_ns and old[0] == found.st_size and old[2] == found.st_ctime_ns:
            stamps[name] = old
            continue
        stamps[name] = stamp = _stamp(path, found, now)
        if old is None or old.digest != stamp.digest:
            changed.add(name)
    return Look(stamps, frozenset(changed), frozenset(before.keys() - stamps.keys()))


def stamp_of(path: Path, now: int) -> Stamp:
    """The stamp of one file. Raises OSError."""
    return _stamp(os.fspath(path), os.stat(path), now)


def digest_in(path: str) -> str:
    """The digest of the bytes of a file; of none, and so no other's, where it cannot be read."""
    try:
        handle = os.open(path, _STRAIGHT)
        try:
            content = os.read(handle, _AT_ONCE)
            if len(content) < _AT_ONCE:
                return digest_of(content)
            with open(handle, "rb", closefd=False) as rest:
                return hashlib.file_digest(rest, lambda: hashlib.blake2b(content, digest_size=12)).hexdigest()
        finally:
            os.close(handle)
    except OSError:
        return "unreadable"


def checksum_of(path: Path) -> int:
    """The CRC-32 of a file. Raises OSError."""
    checksum = 0
    with open(path, "rb", buffering=0) as opened:
        while piece := opened.read(_PIECE):
            checksum = zlib.crc32(piece, checksum)
    return checksum


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


def _stamp(path: str, found: os.stat_result, now: int) -> Stamp:
    is_settled = now - max(found.st_mtime_ns, found.st_ctime_ns) > _GRAIN
    return Stamp(found.st_size if is_settled else -1, found.st_mtime_ns, found.st_ctime_ns, digest_in(path))
