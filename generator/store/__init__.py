"""The disk: the only room that touches content/, site/ and .briefs/.

Files are read whole, under a size limit, and only when they are regular: links, pipes and devices are refused with a
reason. Files are replaced by writing a new one beside them and renaming it over, and only if their bytes are still those
that the new ones were made from. One build at a time writes into a project: the lock is the operating system's own, on the
folder, so that it is gone with the process that held it.
"""

import filecmp
import hashlib
import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.errors import BriefsError, Refused, on_one_line
from generator.settings import Settings
from generator.store import stamps

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LARGEST = 10_000_000
PATIENCE = 60.0
"""Seconds that a build waits for another one."""

_UNFINISHED = ".briefs-"
_INHERIT = re.compile(r"^INHERIT:[ \t]*(\S+)", re.MULTILINE)
_open_descriptor = os.open
_STRAIGHT = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def _open_straight(path: str, flags: int) -> int:
    return _open_descriptor(path, flags | _STRAIGHT)


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


def read(file: StoredFile) -> bytes:
    """The bytes of a regular file of at most 10 MB. Raises Refused with the reason."""
    try:
        _refuse_irregular(os.lstat(file.path))
        # Opened without following or waiting, and looked at once more: nobody can put a link or a pipe there in between.
        with open(file.path, "rb", opener=_open_straight) as opened:
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


def _refuse_irregular(found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise Refused("it is a symbolic link")
    if not stat.S_ISREG(found.st_mode):
        raise Refused("it is not a regular file")
    if found.st_size > LARGEST:
        raise Refused(f"it is larger than {LARGEST // 1_000_000} MB")


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


def replace(file: StoredFile, content: bytes, expected: bytes | None) -> bool:
    """Writes `content` in place of `expected` (None: no file yet); False if someone changed the file meanwhile.

    Raises BriefsError where the disk refuses; then the file is as it was.
    """
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        with _written_beside(file.path, content) as fresh:
            if (read(file) if exists(file) else None) != expected:
                return False
            os.replace(fresh, file.path)
    except OSError as error:
        raise BriefsError(f"{file.shown} cannot be written ({error.strerror})") from error
    _settle(file.path.parent)
    return True


def rename(file: StoredFile, target: StoredFile) -> None:
    """Gives a file another name. Raises BriefsError where that name is taken or the disk refuses."""
    if exists(target):
        raise BriefsError(f"{file.shown} cannot be renamed to {target.shown}: that file exists")
    try:
        os.rename(file.path, target.path)
    except OSError as error:
        raise BriefsError(f"{file.shown} cannot be renamed ({error.strerror})") from error
    _settle(target.path.parent)


def clear_unfinished(settings: Settings) -> None:
    """Takes away what a build left half written when it was killed. Only for the one that holds the lock."""
    with suppress(OSError):
        for entry in os.scandir(settings.briefs):
            if entry.name.startswith(_UNFINISHED) and entry.name.endswith(".new"):
                with suppress(OSError):
                    os.unlink(entry.path)


@contextmanager
def exclusive(folder: Path, waiting: Callable[[], None] | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Keeps every other process out that asks for the same folder; `waiting` is called once if one must be waited for.

    Raises BriefsError after `patience` seconds. Where the file system knows no locks, none is held.
    """
    handle = _lockable(folder)
    try:
        if handle is not None:
            _wait(handle, folder, waiting, patience)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def read_record(file: StoredFile) -> bytes:
    """The bytes of a file in .briefs/, of whatever size. Raises OSError."""
    _refuse_irregular_record(os.lstat(file.path))
    with open(file.path, "rb", opener=_open_straight) as opened:
        return opened.read()


def write_record(file: StoredFile, content: bytes) -> None:
    """Replaces a file in .briefs/. Raises OSError."""
    file.path.parent.mkdir(parents=True, exist_ok=True)
    with _written_beside(file.path, content) as fresh:
        os.replace(fresh, file.path)


def remove_record(file: StoredFile) -> None:
    """Takes a file in .briefs/ away, there or not. Raises OSError."""
    file.path.unlink(missing_ok=True)


def _refuse_irregular_record(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise FileNotFoundError("it is not a regular file")


def text_of(path: Path) -> str:
    """The text of a configuration file, or nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def inherited(path: Path) -> Path | None:
    """The configuration that the one in `path` inherits from, if it does."""
    match = _INHERIT.search(text_of(path))
    return path.parent / match[1].strip("\"'") if match else None


def files_in(folder: Path, but: Sequence[str] = ()) -> Mapping[str, bytes]:
    """The files below a folder, `but` for some, by name relative to it; each is read when it is asked for."""
    return _FolderFiles(folder, sorted(name for name, _, _ in stamps.scan(folder) if name not in but))


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


def write_page(path: Path, content: bytes) -> None:
    """Writes a file of the site, which any build can make again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


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
        return open(os.path.join(site, *names), "rb", opener=_open_straight)
    except OSError:
        return None


def mirror(source: Path, target: Path) -> bool:
    """Makes `target` hold the files of `source`, each replaced in one step and only where it differs; whether any did.

    Files that differ are moved out of `source`; both lie on one disk. Raises OSError where that refuses.
    """
    filecmp.clear_cache()
    wanted, standing = _tree(source), _tree(target)
    moved = [name for name in wanted if name not in standing or not filecmp.cmp(source / name, target / name, shallow=False)]
    for name in standing - wanted:
        (target / name).unlink()
        _prune((target / name).parent, target)
    for name in moved:
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(source / name, path)
    return bool(moved or standing - wanted)


def brief_of(settings: Settings, slug: str) -> StoredFile:
    """The file of the brief with that slug, there or not."""
    path = settings.briefs / f"{slug}.md"
    return StoredFile(path, shown(settings, path))


def named(settings: Settings, name: str) -> StoredFile:
    """The article with that file name, there or not."""
    path = settings.articles / name
    return StoredFile(path, shown(settings, path))


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


def _tree(folder: Path) -> frozenset[str]:
    """The files below `folder`, as paths from it."""
    return frozenset(os.path.relpath(os.path.join(path, name), folder) for path, _, names in os.walk(folder) for name in names)


def _prune(folder: Path, root: Path) -> None:
    """Takes away `folder` and those above it that are empty now, up to `root`."""
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


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


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """A new file next to `path` with `content` safe on the disk; it is gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, suffix=".new", dir=path.parent)
    try:
        try:
            _write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.chmod(name, _mode_of(path))
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _write_all(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def _settle(folder: Path) -> None:
    """Makes new names in a folder safe on the disk, where the system can; the files themselves are."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lockable(folder: Path) -> int | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform != "win32":
            return os.open(folder, os.O_RDONLY)
        name = hashlib.blake2b(os.fsencode(folder.resolve()), digest_size=16).hexdigest()
        return os.open(Path(tempfile.gettempdir(), f"briefs-{name}.lock"), os.O_RDWR | os.O_CREAT)
    except OSError:
        return None


def _wait(handle: int, folder: Path, waiting: Callable[[], None] | None, patience: float) -> None:
    start = time.monotonic()
    while not _locked(handle):
        if waiting is not None:
            waiting()
            waiting = None
        if time.monotonic() - start >= patience:
            raise BriefsError(f"another build is at work in {folder.name}/; let it end, or end it, and run this again")
        time.sleep(0.05)


def _locked(handle: int) -> bool:
    """Whether the lock is held now, or can never be held here."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(os.lstat(path).st_mode)
    except FileNotFoundError:
        return 0o644
