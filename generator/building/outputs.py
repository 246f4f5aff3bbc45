"""What a build wrote, and whether the site's folder still holds it.

A folder's own time tells whether a file was added, renamed or taken away, a file's size and time whether it was written. Where
these differ, as in a folder that was unpacked from an archive, the bytes decide.
"""

import os
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path

from generator.store import stamps
from generator.store.folder_files import Packing, Row
from generator.store.kept_files import KeptFiles
from generator.store.site_folder import foreign, opened_folder

_MANY = 10_000
"""Files that are worth a second process: to ask for 10,000 takes 20 ms, to fork 2."""


_FIRST = 0.42
"""The share of the first part: whoever looks at it has looked at what was read before, a quarter of the time of the whole."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """The site's folders and files in columns, so that they are read at once: most builds only compare them.

    `names` are those of the folders, then those of the files folder by folder; `numbers` (eight bytes each, little-endian)
    the folders' times and how many files each has, then the files' sizes and times.
    """

    folders: int = 0
    names: bytes = b""
    numbers: bytes = b""

    @property
    def is_many(self) -> bool:
        """Whether there are so many files that a second process had better look at some."""
        return len(self.numbers) // 16 - self.folders > _MANY

    @classmethod
    def of(cls, kept: KeptFiles) -> "Outputs":
        """These files."""
        numbers = kept.times + kept.counts + kept.sizes + kept.mtimes
        if sys.byteorder == "big":
            numbers.byteswap()
        names = "\0".join(chain(kept.folders, kept.files))
        return cls(len(kept.folders), names.encode("utf-8", "surrogateescape"), numbers.tobytes())

    def kept(self) -> KeptFiles:
        """The same, to be asked for by folder."""
        times, counts, sizes, mtimes = self._columns()
        return KeptFiles(*self._names(), times, counts, sizes, mtimes)

    def are_in(self, site: Path) -> bool:
        """Whether the folder of the site has all of them, with these sizes and times, and nothing else."""
        return all(part() for part in self.parts(site))

    def parts(self, site: Path) -> tuple[Callable[[], bool], Callable[[], bool]]:
        """`are_in` in two parts, the second the larger, which two processes can find out."""
        times, counts, sizes, mtimes = self._columns()
        folders, files = self._names()
        to = int(len(folders) * _FIRST)
        at = sum(counts[:to])
        first, second = (
            (zip(folders[a:b], times[a:b], counts[a:b], strict=True), zip(files[c:d], sizes[c:d], mtimes[c:d], strict=True))
            for a, b, c, d in ((0, to, 0, at), (to, None, at, None))
        )
        return partial(_are_in, site, *first), partial(_are_in, site, *second)

    def _names(self) -> tuple[list[str], list[str]]:
        names = self.names.decode("utf-8", "surrogateescape").split("\0") if self.numbers else []
        return names[: self.folders], names[self.folders :]

    def _columns(self) -> tuple["array[int]", "array[int]", "array[int]", "array[int]"]:
        row = array("q", self.numbers)
        if sys.byteorder == "big":
            row.byteswap()
        folders, files = self.folders, len(row) // 2
        return row[:folders], row[folders : 2 * folders], row[2 * folders : folders + files], row[folders + files :]


def _are_in(site: Path, folders: Iterable[tuple[str, int, int]], files: Iterable[tuple[str, int, int]]) -> bool:
    """Whether each of the folders has its time, and each file, folder by folder, its size and time."""
    rows, stat = iter(files), os.stat
    try:
        with opened_folder(site) as (handle, base):
            for folder, time, count in folders:
                path = f"{base}{folder}/" if folder else f"{base}./"
                if stat(path, dir_fd=handle).st_mtime_ns != time:
                    return False
                for name, size, mtime in islice(rows, count):
                    status = stat(path + name, dir_fd=handle)
                    if status.st_mtime_ns != mtime or status.st_size != size:
                        return False
    except OSError:
        return False
    return True


def rewritten(site: Path, written: KeptFiles, digests: Callable[[], Mapping[str, str]]) -> KeptFiles | None:
    """The same files with the times that they have now; None where the site does not hold these bytes and no others.

    Hidden files are a person's and may come and go.
    """
    found: dict[str, dict[str, Row]] = {folder: {} for folder in written}
    touched: list[tuple[str, str]] = []
    of: str | None = None
    rows: dict[str, Row] = {}
    for name, path, status in stamps.scan(site):
        folder, _, file = name.rpartition("/")
        if folder != of:
            rows, of = written[folder][1].rows() if folder in written else {}, folder
        row, now = rows.get(file), (status.st_size, status.st_mtime_ns)
        if row is None and not any(foreign([name])):
            continue
        if row is None or row[0] != now[0]:
            return None
        if row[1] != now[1]:
            touched.append((name, path))
        found[folder][file] = now
    if any(len(found[folder]) != len(files) for folder, (_, files) in written.items()):
        return None
    if not _are_same(touched, digests):
        return None
    packing = Packing()
    times = ((folder, os.stat(f"{site}/{folder}").st_mtime_ns) for folder in found)
    return KeptFiles.of({folder: (time, packing.packed(found[folder])) for folder, time in times})


def _are_same(files: Sequence[tuple[str, str]], digests: Callable[[], Mapping[str, str]]) -> bool:
    """Whether files, each by its name and its path, have the bytes that were written."""
    known = digests() if files else {}
    found = stamps.digests_in([path for _, path in files])
    return all(known.get(name) == digest for (name, _), digest in zip(files, found, strict=True))


def damaged(site: Path, written: KeptFiles, digests: Callable[[], Mapping[str, str]]) -> frozenset[str]:
    """The files that are not as they were written, those that are gone and those that no build wrote.

    `digests` gives the digest of each by its name; it is asked only where sizes and times differ.
    """
    names = dict(_rows(written))
    wrong, known = set(names), cache(digests)
    for name, path, status in stamps.scan(site):
        row = names.get(name)
        if row is None:
            wrong.add(name)
        elif (status.st_size, status.st_mtime_ns) == tuple(row) or stamps.digest_in(path) == known().get(name):
            wrong.discard(name)
    return frozenset(wrong)


def _rows(written: KeptFiles) -> Iterator[tuple[str, Row]]:
    for folder, (_, files) in written.items():
        yield from ((f"{folder}/{name}" if folder else name, row) for name, row in files.rows().items())
