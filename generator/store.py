"""The disk: the only module that touches content/ and site/.

Files are read whole, under a size limit, and only when they are regular: links, pipes and devices are refused with a
reason. Files are replaced by writing a new one beside them and renaming it over, and only if their bytes differ.
"""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BriefsError, Refused
from generator.settings import Settings

LARGEST = 10_000_000


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
    return "".join(letter if letter.isprintable() else "?" for letter in relative.as_posix())


def articles(settings: Settings) -> tuple[StoredFile, ...]:
    """What lies in the folder of articles, by name; hidden files and folders are passed over."""
    return _listed(settings, settings.articles)


def briefs(settings: Settings) -> tuple[StoredFile, ...]:
    """The Markdown files in the folder of briefs, by name."""
    return tuple(file for file in _listed(settings, settings.briefs) if file.path.suffix == ".md")


def read(file: StoredFile) -> bytes:
    """The bytes of a regular file of at most 10 MB. Raises Refused with the reason."""
    try:
        found = os.lstat(file.path)
        if stat.S_ISLNK(found.st_mode):
            raise Refused("it is a symbolic link")
        if not stat.S_ISREG(found.st_mode):
            raise Refused("it is not a regular file")
        if found.st_size > LARGEST:
            raise Refused(f"it is larger than {LARGEST // 1_000_000} MB")
        return file.path.read_bytes()
    except OSError as error:
        raise Refused(f"it cannot be read ({error.strerror})") from None


def exists(file: StoredFile) -> bool:
    """Whether something of that name is there, a dangling link included."""
    return os.path.lexists(file.path)


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
    return True


def write_page(path: Path, content: bytes) -> None:
    """Writes a file of the site, which any build can make again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def brief_of(settings: Settings, slug: str) -> StoredFile:
    """The file of the brief with that slug, there or not."""
    path = settings.briefs / f"{slug}.md"
    return StoredFile(path, shown(settings, path))


def named(settings: Settings, name: str) -> StoredFile:
    """The article with that file name, there or not."""
    path = settings.articles / name
    return StoredFile(path, shown(settings, path))


def _listed(settings: Settings, folder: Path) -> tuple[StoredFile, ...]:
    try:
        entries = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith(".") and not _is_folder(entry))
    except FileNotFoundError:
        return ()
    return tuple(StoredFile(folder / name, shown(settings, folder / name)) for name in entries)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """A new file next to `path` with `content` safe on the disk; it is gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode_of(path))
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(os.lstat(path).st_mode)
    except FileNotFoundError:
        return 0o644
