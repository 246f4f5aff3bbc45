"""What a folder holds, told from what it held: by size and times where these are as they were, else by the bytes themselves.

Times alone are never trusted to say that a file is the same: `ctime` cannot be set by a program, and a file whose times are no
older than the look at it is read again by the next one. A folder unpacked from an archive is as it was if its bytes are.
"""

import hashlib
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.store.halves import both

_GRAIN = 50_000_000
"""Nanoseconds within which two writes of one file may bear the same time."""

_AT_ONCE = 65_536
"""Bytes that are read at once: a file of the usual size needs one call."""

_STRAIGHT = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PIECE = 1 << 20
"""Bytes that are read at a time."""

_MANY = 1_000
"""Files that two processes read: 1,000 of a brief's size take 17 ms, to fork 2."""

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
    other: list[tuple[str, str, os.stat_result]] = []
    for row in scan(folder):
        name, _, found = row
        old = before.get(name)
        if old and old[1] == found.st_mtime_ns and old[0] == found.st_size and old[2] == found.st_ctime_ns:
            stamps[name] = old
        else:
            other.append(row)
    changed = set()
    for (name, _, found), digest in zip(other, digests_in([path for _, path, _ in other]), strict=True):
        stamps[name] = _stamp(found, digest, now)
        if name not in before or before[name].digest != digest:
            changed.add(name)
    return Look(stamps, frozenset(changed), frozenset(before.keys() - stamps.keys()))


def stamp_of(path: Path, now: int) -> Stamp:
    """The stamp of one file. Raises OSError."""
    return _stamp(os.stat(path), digest_in(os.fspath(path)), now)


def digests_in(paths: Sequence[str]) -> list[str]:
    """The digest of each file, as `digest_in` gives it; many are read by two processes."""
    half = len(paths) // 2
    first, second = (partial(_digests_in, part) for part in (paths[:half], paths[half:]))
    return [digest for part in both(first, second, is_worth_it=len(paths) > _MANY) for digest in part]


def _digests_in(paths: Sequence[str]) -> list[str]:
    return list(map(digest_in, paths))


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


def _stamp(found: os.stat_result, digest: str, now: int) -> Stamp:
    is_settled = now - max(found.st_mtime_ns, found.st_ctime_ns) > _GRAIN
    return Stamp(found.st_size if is_settled else -1, found.st_mtime_ns, found.st_ctime_ns, digest)
