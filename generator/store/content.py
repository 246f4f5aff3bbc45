"""Articles and briefs as they lie on the disk: listed, and read whole, under a size limit, where they are regular files."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.errors import BriefsError, Refused, on_one_line
from generator.settings import Settings

LARGEST = 10_000_000

_open_descriptor = os.open
_STRAIGHT = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the project: `path` on the disk, `shown` as messages name it."""

    path: Path
    shown: str


def shown(settings: Settings, path: Path) -> str:
    """The path as the user knows it: relative to mkdocs.yml, with forward slashes, on one line."""
    try:
        relative = path.relative_to(settings.root)
    except ValueError:
        relative = path
    return on_one_line(relative.as_posix())


def articles(settings: Settings) -> tuple[StoredFile, ...]:
    """What lies in the folder of articles, by name; hidden files and folders are passed over."""
    return _listed(settings, settings.articles)


def briefs(settings: Settings) -> tuple[StoredFile, ...]:
    """The Markdown files in the folder of briefs, by name."""
    return tuple(file for file in _listed(settings, settings.briefs) if file.path.suffix == ".md")


def count(settings: Settings) -> int:
    """How many files lie in the folders of articles and briefs."""
    found = 0
    for folder in (settings.articles, settings.briefs):
        with suppress(OSError), os.scandir(folder) as entries:
            found += sum(1 for _ in entries)
    return found


def brief_of(settings: Settings, slug: str) -> StoredFile:
    """The file of the brief with that slug, there or not."""
    path = settings.briefs / f"{slug}.md"
    return StoredFile(path, shown(settings, path))


def named(settings: Settings, name: str) -> StoredFile:
    """The article with that file name, there or not."""
    path = settings.articles / name
    return StoredFile(path, shown(settings, path))


def read(file: StoredFile) -> bytes:
    """The bytes of a regular file of at most 10 MB. Raises Refused with the reason."""
    try:
        _refuse_irregular(os.lstat(file.path))
        # Opened without following or waiting, and looked at once more: nobody can put a link or a pipe there in between.
        with open(file.path, "rb", opener=open_straight) as opened:
            _refuse_irregular(os.fstat(opened.fileno()))
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Refused(f"it is larger than {LARGEST // 1_000_000} MB")
        return content
    except OSError as error:
        raise Refused(f"it cannot be read ({error.strerror})") from None


def read_given(name: str, piped: BinaryIO) -> bytes:
    """The bytes of a file that a person named, as `read` has it; "-" names `piped`. Raises BriefsError, which says which."""
    try:
        if name != "-":
            return read(StoredFile(Path(name), name))
        content = piped.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Refused(f"it is larger than {LARGEST // 1_000_000} MB")
    except Refused as refused:
        raise BriefsError(f"{name}: {refused}") from refused
    return content


def exists(file: StoredFile) -> bool:
    """Whether something of that name is there, a dangling link included."""
    return os.path.lexists(file.path)


def state(path: Path) -> tuple[int, ...] | None:
    """What tells a file from what it was before and will be after a change; None where there is none, or a folder."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return None if stat.S_ISDIR(found.st_mode) else (found.st_ino, found.st_size, found.st_mtime_ns)


def misplaced(settings: Settings, folder: Path) -> Iterator[str]:
    """What must not lie below a folder whose files are published: links to folders, pipes and the like, and links to files.

    Links to files among articles and briefs are left to `read`, which refuses them one by one.
    """
    lenient = (settings.articles, settings.briefs)
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from misplaced(settings, path)
        elif entry.is_symlink() and (entry.is_dir() or path.parent not in lenient):
            yield f"{shown(settings, path)} is a symbolic link, and links are not followed: put the files themselves there"
        elif not entry.is_symlink() and not entry.is_file() and path.parent not in lenient:
            yield f"{shown(settings, path)} is not a regular file: take it away"


def open_straight(path: str, flags: int) -> int:
    """Opens without following a link or waiting for a pipe; for `open`."""
    return _open_descriptor(path, flags | _STRAIGHT)


def _refuse_irregular(found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise Refused("it is a symbolic link")
    if not stat.S_ISREG(found.st_mode):
        raise Refused("it is not a regular file")
    if found.st_size > LARGEST:
        raise Refused(f"it is larger than {LARGEST // 1_000_000} MB")


def expect_folder(settings: Settings, folder: Path) -> None:
    """Raises BriefsError where something else than a folder is in the place of one that is read."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise BriefsError(f"{shown(settings, folder)} cannot be listed (Not a directory)")


def _listed(settings: Settings, folder: Path) -> tuple[StoredFile, ...]:
    try:
        entries = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith(".") and not _is_folder(entry))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise BriefsError(f"{shown(settings, folder)} cannot be listed ({error.strerror})") from error
    return tuple(StoredFile(folder / name, shown(settings, folder / name)) for name in entries)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
