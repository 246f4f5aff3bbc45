"""What a build wrote, and whether the site's folder still holds it.

A folder's own time tells whether a file was added, renamed or taken away, a file's size and time whether it was written. Where
these differ, as in a folder that was unpacked from an archive, the bytes decide.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.store import stamps
from generator.store.site_folder import Written


def written(site: Path, names: Iterable[str]) -> Written:
    """The folders and files of the site that have these names, as they are on the disk. Raises OSError."""
    found: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for name in names:
        folder, _, file = name.rpartition("/")
        status = os.stat(f"{site}/{name}")
        found[folder][file] = status.st_size, status.st_mtime_ns
    return {folder: (os.stat(f"{site}/{folder}").st_mtime_ns, files) for folder, files in found.items()}


def are_untouched(site: Path, outputs: Written) -> bool:
    """Whether sizes and times are those that were written down."""
    base = os.fspath(site)
    try:
        for folder, (time, files) in outputs.items():
            path = f"{base}/{folder}"
            if os.stat(path).st_mtime_ns != time:
                return False
            for name, (size, mtime) in files.items():
                status = os.stat(f"{path}/{name}")
                if status.st_mtime_ns != mtime or status.st_size != size:
                    return False
    except OSError:
        return False
    return True


def damaged(site: Path, outputs: Written, digests: Callable[[], Mapping[str, str]]) -> frozenset[str]:
    """The files that are not as they were written, those that are gone and those that no build wrote.

    `digests` gives the digest of each by its name; it is asked only where sizes and times differ.
    """
    names = dict(_rows(outputs))
    wrong, known = set(names), cache(digests)
    for name, path, status in stamps.scan(site):
        row = names.get(name)
        if row is None:
            wrong.add(name)
        elif (status.st_size, status.st_mtime_ns) == tuple(row) or _is_written(path, known().get(name)):
            wrong.discard(name)
    return frozenset(wrong)


def _is_written(path: str, digest: str | None) -> bool:
    try:
        return stamps.stamp_of(Path(path), 0).digest == digest
    except OSError:
        return False


def names_in(outputs: Written) -> Iterator[str]:
    """The names of all files."""
    return (name for name, _ in _rows(outputs))


def _rows(outputs: Written) -> Iterator[tuple[str, tuple[int, int]]]:
    for folder, (_, files) in outputs.items():
        yield from ((f"{folder}/{name}" if folder else name, row) for name, row in files.items())
