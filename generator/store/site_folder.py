"""The folder of a site while a build works on it: files are written where they differ, and what no page has any more goes.

Each file is replaced whole, so that a page that is served meanwhile is never half written. Hidden files are a person's
(.nojekyll, .git) and stay.
"""

import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

from generator.store.folder_files import FolderFiles, Packing, Row
from generator.store.kept_files import Folder, KeptFiles
from generator.store.stamps import digest_of, scan

_FRESH = ".briefs-new"
_NO_FOLDER: Folder = (0, FolderFiles.of({}))
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)


class SiteFolder:
    """The files of a site: those of the last build, and what this one does with them."""

    def __init__(self, path: Path, kept: KeptFiles) -> None:
        self.path = path
        self.is_changed = False
        self._base = os.fspath(path)
        self._packing = Packing()
        self._kept = kept
        self._changed: dict[str, FolderFiles] = {}
        self._stale: set[str] = set()
        """The folders of which the time is another, or not known; what is changed is among them."""
        self._opened = "", self._files("").rows()

    def write(self, name: str, content: bytes, known: str | None) -> str:
        """Writes a file and gives its digest; nothing is written where `known` is that already."""
        digest = digest_of(content)
        folder, _, file = name.rpartition("/")
        rows = self._open(folder)
        if digest == known and file in rows:
            return digest
        self.is_changed = True
        found = _standing(f"{self._base}/{name}", content)
        if found is None:
            if _replace(self._base, folder, file, content):
                self._touched(folder)
            found = os.stat(f"{self._base}/{name}")
        rows[file] = found.st_size, found.st_mtime_ns
        self._stale.add(folder)
        return digest

    def _open(self, folder: str) -> dict[str, Row]:
        """The files of a folder, to be changed until another is opened: what is done goes folder by folder."""
        if folder != self._opened[0]:
            self._settle()
            self._opened = folder, self._files(folder).rows()
        return self._opened[1]

    def _settle(self) -> None:
        """Packs the files of the folder that is open."""
        folder, rows = self._opened
        if folder in self._stale:
            self._changed[folder] = self._packing.packed(rows)

    def _files(self, folder: str) -> FolderFiles:
        found = self._changed.get(folder)
        return found if found is not None else self._kept.get(folder, _NO_FOLDER)[1]

    def _touched(self, folder: str) -> None:
        """Forgets the times of the folders above one that came or went."""
        while folder:
            folder = folder.rpartition("/")[0]
            self._stale.add(folder)

    def remove(self, name: str) -> None:
        """Takes a file away, and its folder where nothing is left in it."""
        self.is_changed = True
        folder, _, file = name.rpartition("/")
        self._open(folder).pop(file, None)
        self._stale.add(folder)
        path = f"{self._base}/{name}"
        if os.path.islink(path) or not os.path.isdir(path):  # a folder has come in its place otherwise
            with suppress(FileNotFoundError, NotADirectoryError):
                os.unlink(path)
        while folder and not self._open(folder):
            with suppress(OSError):
                os.rmdir(f"{self._base}/{folder}")
            folder = folder.rpartition("/")[0]
            self._stale.add(folder)

    def sweep(self) -> None:
        """Takes away every file that was not written, and the folders that are empty then; what is hidden stays."""
        for path, folders, files in os.walk(self.path, topdown=False):
            folder = "" if Path(path) == self.path else os.path.relpath(path, self.path).replace(os.sep, "/")
            if _is_hidden(folder):
                continue
            known = set(self._open(folder))
            links = (name for name in folders if os.path.islink(f"{path}/{name}"))
            for name in chain(files, links):
                if name not in known and not _is_hidden(name):
                    self.remove(f"{folder}/{name}" if folder else name)
            if folder:
                with suppress(OSError):
                    os.rmdir(path)

    def retime(self) -> None:
        """Asks for sizes and times anew: what is left has the right bytes."""
        self._settle()
        for folder in self._with_files():
            self._stale.add(folder)
            files = self._open(folder)
            for name in list(files):
                try:
                    found = os.stat(f"{self._base}/{folder}/{name}")
                    files[name] = found.st_size, found.st_mtime_ns
                except OSError:
                    del files[name]
        self._stale.update(self._kept)

    def written(self) -> KeptFiles:
        """What the folder holds now. Raises OSError."""
        self._settle()
        here = self._folders()
        other = () if here is self._kept else here.keys() ^ self._kept.keys()
        return self._kept.changed({name: self._now(name) if name in here else None for name in self._stale.union(other)})

    def _now(self, folder: str) -> Folder:
        return os.stat(f"{self._base}/{folder}").st_mtime_ns, self._files(folder)

    def _folders(self) -> Mapping[str, object]:
        """The folders that there are now: those of the last build, where none came or went."""
        came = "" not in self._kept or any(files and folder not in self._kept for folder, files in self._changed.items())
        went = any(not files and folder in self._kept and self._kept[folder][1] for folder, files in self._changed.items())
        return dict.fromkeys(with_those_above(self._with_files())) if came or went else self._kept

    def _with_files(self) -> list[str]:
        kept = (folder for folder in self._kept.with_files() if folder not in self._changed)
        return [*kept, *(folder for folder, files in self._changed.items() if files)]


def with_those_above(folders: Iterable[str]) -> list[str]:
    """The folders and all that they are in, the site's own ("") first: the time of each tells what came into it."""
    found = {""}
    for folder in folders:
        above = folder
        while above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return sorted(found)


def cleared_of_links(path: Path) -> None:
    """Takes away what is neither a file nor a folder, so that nothing is written through a link; what is hidden stays."""
    for name, where, status in list(scan(path)):
        if not stat.S_ISREG(status.st_mode) and not _is_hidden(name):
            os.unlink(where)


def foreign(names: Iterable[str]) -> Iterator[str]:
    """Of the names in a site's folder those that a build may take away; links to folders before what is behind them."""
    return (name for name in sorted(names) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.replace(os.sep, "/").split("/"))


def _standing(path: str, content: bytes) -> os.stat_result | None:
    """The file, where it has these very bytes: looking takes 6 µs, having ext4 put a new one over it 80."""
    try:
        handle = os.open(path, _READING)
    except OSError:
        return None
    try:
        found = os.fstat(handle)
        is_same = stat.S_ISREG(found.st_mode) and found.st_size == len(content) and _holds(handle, content)
        return found if is_same else None
    finally:
        os.close(handle)


def _holds(handle: int, content: bytes) -> bool:
    """Whether the rest of an open file is `content`."""
    with open(handle, "rb", buffering=0, closefd=False) as opened:
        return opened.readall() == content


def _replace(base: str, folder: str, file: str, content: bytes) -> bool:
    """Puts a file into its place; says whether its folder had to be made."""
    path = f"{base}/{folder}" if folder else base
    fresh, is_new = f"{path}/{_FRESH}", False
    try:
        handle = os.open(fresh, _WRITING, 0o644)
    except (FileNotFoundError, NotADirectoryError):
        _clear_way(base, folder)
        os.makedirs(path, exist_ok=True)
        handle, is_new = os.open(fresh, _WRITING, 0o644), True
    with open(handle, "wb") as opened:
        opened.write(content)
    try:
        os.replace(fresh, f"{path}/{file}")
    except IsADirectoryError:
        shutil.rmtree(f"{path}/{file}")
        os.replace(fresh, f"{path}/{file}")
    return is_new


def _clear_way(base: str, folder: str) -> None:
    """Takes away a file that stands where a folder of the site is to be."""
    path = base
    for part in folder.split("/"):
        path = f"{path}/{part}"
        if os.path.lexists(path) and not os.path.isdir(path):
            os.unlink(path)


@contextmanager
def opened_folder(folder: Path) -> Iterator[tuple[int | None, str]]:
    """A folder as `dir_fd`, and how paths in it begin: faster by a tenth than whole paths. Raises OSError."""
    if os.stat not in os.supports_dir_fd:
        yield None, f"{folder}/"
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle, ""
    finally:
        os.close(handle)
