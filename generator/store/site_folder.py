"""The folder of a site while a build works on it: files are written where they differ, and what no page has any more goes.

Each file is replaced whole, so that a page that is served meanwhile is never half written. Hidden files are a person's
(.nojekyll, .git) and stay.
"""

import os
import shutil
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator.store.stamps import digest_of, scan

Written = Mapping[str, tuple[int, Mapping[str, tuple[int, int]]]]
"""The site's folders, each with its time and its files; each file with size and time (nanoseconds)."""

_FRESH = ".briefs-new"
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)


class SiteFolder:
    """The files of a site: those of the last build, and what this one does with them."""

    def __init__(self, path: Path, written: Written) -> None:
        self.path = path
        self.is_changed = False
        self._base = os.fspath(path)
        self._files: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        self._times: dict[str, int] = {}
        for folder, (time, files) in written.items():
            self._files[folder] = dict(files)
            self._times[folder] = time

    def write(self, name: str, content: bytes, known: str | None) -> str:
        """Writes a file and gives its digest; nothing is written where `known` is that already."""
        digest = digest_of(content)
        folder, _, file = name.rpartition("/")
        if digest == known and file in self._files[folder]:
            return digest
        self.is_changed = True
        path = f"{self._base}/{folder}" if folder else self._base
        if _replace(path, file, content):
            self._touched(folder)
        found = os.stat(f"{path}/{file}")
        self._files[folder][file] = found.st_size, found.st_mtime_ns
        self._times.pop(folder, None)
        return digest

    def _touched(self, folder: str) -> None:
        """Forgets the times of the folders above one that came or went."""
        while folder:
            folder = folder.rpartition("/")[0]
            self._times.pop(folder, None)

    def remove(self, name: str) -> None:
        """Takes a file away, and its folder where nothing is left in it."""
        self.is_changed = True
        folder, _, file = name.rpartition("/")
        self._files[folder].pop(file, None)
        self._times.pop(folder, None)
        with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
            os.unlink(f"{self._base}/{name}")
        while folder and not self._files.get(folder):
            self._files.pop(folder, None)
            with suppress(OSError):
                os.rmdir(f"{self._base}/{folder}")
            folder = folder.rpartition("/")[0]
            self._times.pop(folder, None)

    def sweep(self) -> None:
        """Takes away every file that was not written, and the folders that are empty then; what is hidden stays."""
        for name, _, _ in list(scan(self.path)):
            folder, _, file = name.rpartition("/")
            if not _is_hidden(name) and file not in self._files.get(folder, {}):
                self.remove(name)
        for path, _, _ in os.walk(self.path, topdown=False):
            if Path(path) != self.path and not _is_hidden(os.path.relpath(path, self.path)):
                with suppress(OSError):
                    os.rmdir(path)

    def retime(self) -> None:
        """Asks for sizes and times anew: what is left has the right bytes."""
        self._times.clear()
        for folder, files in self._files.items():
            for name in list(files):
                try:
                    found = os.stat(f"{self._base}/{folder}/{name}")
                    files[name] = found.st_size, found.st_mtime_ns
                except OSError:
                    del files[name]

    def written(self) -> Written:
        """What the folder holds now. Raises OSError."""
        return {folder: (self._time(folder), files) for folder, files in self._files.items() if files}

    def _time(self, folder: str) -> int:
        known = self._times.get(folder)
        return known if known is not None else os.stat(f"{self._base}/{folder}").st_mtime_ns


def cleared_of_links(path: Path) -> None:
    """Takes away what is neither a file nor a folder, so that nothing is written through a link; what is hidden stays."""
    for name, where, status in list(scan(path)):
        if not stat.S_ISREG(status.st_mode) and not _is_hidden(name):
            os.unlink(where)


def foreign(names: Iterable[str]) -> Iterator[str]:
    """Of the names of files in a site's folder those that a build may take away."""
    return (name for name in names if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.replace(os.sep, "/").split("/"))


def _replace(folder: str, file: str, content: bytes) -> bool:
    """Puts a file into its place; says whether its folder had to be made."""
    fresh, is_new = f"{folder}/{_FRESH}", False
    try:
        handle = os.open(fresh, _WRITING, 0o644)
    except (FileNotFoundError, NotADirectoryError):
        _make_folder(folder)
        handle, is_new = os.open(fresh, _WRITING, 0o644), True
    with open(handle, "wb") as opened:
        opened.write(content)
    try:
        os.replace(fresh, f"{folder}/{file}")
    except IsADirectoryError:
        shutil.rmtree(f"{folder}/{file}")
        os.replace(fresh, f"{folder}/{file}")
    return is_new


def _make_folder(path: str) -> None:
    """Makes a folder and those it lies in; a file of that name, of a site that was another, gives way."""
    if os.path.isfile(path):
        os.unlink(path)
    try:
        os.mkdir(path)
    except (FileNotFoundError, NotADirectoryError):
        _make_folder(os.path.dirname(path))
        os.mkdir(path)
