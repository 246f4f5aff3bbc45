"""Notices changes of files, by the operating system's own messages where it has them, by looking again and again elsewhere.

A file is watched through its folder, so that one replaced by another is still followed; what is not there yet, through
the nearest folder that is. Folders are watched with all that lies in them, and from without: one that was moved away does not
say so itself.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator.errors import BriefsError

POLLING = 0.5
"""Seconds between two looks at 2,000 files where the system sends no messages: some 2 % of one core."""

Notice = Callable[[Iterable[Path]], None]

# Reading is no change: asking for these alone keeps a build's own reading from filling the system's queue.
_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_PASSING_STARTS = (".", "#", "~$")
_PASSING_ENDS = ("~", ".pyc", ".swp", ".swx", ".tmp", "___jb_tmp___", "___jb_old___")
_PASSING = ("4913", "__pycache__")  # Vim writes 4913 to see whether a folder can be written to


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder under watch, with all below it or only what lies in it."""

    folder: Path
    with_all_below: bool


class Watching:
    """Tells `notice` of files that change; `say` hears in one line why looking had to take the place of listening."""

    def __init__(self, notice: Notice, say: Callable[[str], None], polling: bool = False) -> None:
        self._notice = notice
        self._say = say
        self._polling = polling
        self._wanted: tuple[Path, ...] = ()
        self._watched: frozenset[Watched] = frozenset()
        self._observer: BaseObserver | None = None
        self._is_stale = False

    def follow(self, paths: Iterable[Path]) -> None:
        """Watches these files and folders from now on, and those alone. Raises BriefsError where that is impossible."""
        self._wanted = tuple(Path(os.path.abspath(path)) for path in paths)
        watched = planned(self._wanted)
        if watched == self._watched and self._is_alive() and not self._is_stale:
            return
        self._is_stale = False
        before, self._observer = self._observer, self._started(watched)  # the new one first: nothing is missed in between
        self._watched = watched
        _stop(before)

    def stop(self) -> None:
        """Ends the watch and its threads."""
        _stop(self._observer)
        self._observer = None

    def _is_alive(self) -> bool:
        alive = sum(emitter.is_alive() for emitter in self._observer.emitters) if self._observer is not None else 0
        return alive == len(self._watched)

    def _started(self, watched: frozenset[Watched]) -> BaseObserver:
        if not self._polling:
            try:
                return self._watch(Observer(), watched)
            except OSError as error:
                self._polling = True
                self._say(f"changes are looked for every {POLLING} s, for the system does not tell of them ({error.strerror})")
        try:
            return self._watch(PollingObserver(timeout=POLLING), watched)
        except OSError as error:
            raise BriefsError(f"{error.filename or 'a folder'} cannot be watched ({error.strerror})") from error

    def _watch(self, observer: BaseObserver, watched: frozenset[Watched]) -> BaseObserver:
        """Starts `observer`. Deep folders come first: only what is asked for last tells that the system's watches ran out."""
        observer.start()
        try:
            for one in sorted(watched, key=lambda one: (not one.with_all_below, one.folder)):
                folder = os.path.realpath(one.folder)
                told = _Told(one.folder, Path(folder), self._hear)
                with suppress(FileNotFoundError):  # gone this moment: `follow` sees that it is not watched
                    observer.schedule(told, folder, recursive=one.with_all_below, event_filter=_CHANGES)
        except BaseException:
            _stop(observer)
            raise
        return observer

    def _hear(self, paths: Iterable[Path]) -> None:
        if changed := [path for path in paths if concerns(path, self._wanted)]:
            self._is_stale |= any(path == one.folder or path in one.folder.parents for one in self._watched for path in changed)
            self._notice(changed)


class _Told(FileSystemEventHandler):
    """Translates the events of one folder into paths as the folder was named."""

    def __init__(self, folder: Path, resolved: Path, hear: Notice) -> None:
        self._folder = folder
        self._resolved = resolved
        self._hear = hear

    def on_any_event(self, event: FileSystemEvent) -> None:
        """One event; a move has two paths."""
        self._hear(list(self._named(event)))

    def _named(self, event: FileSystemEvent) -> Iterator[Path]:
        for path in (event.src_path, event.dest_path):
            if path:
                yield self._folder / os.path.relpath(os.fsdecode(path), self._resolved)


def planned(wanted: Iterable[Path]) -> frozenset[Watched]:
    """The folders to watch for these absolute paths; none lies in another that is watched with all below it."""
    wanted = tuple(wanted)
    deep = {path for path in wanted if path.is_dir()}
    deep = {path for path in deep if deep.isdisjoint(path.parents)}
    shallow = {_nearest_folder(path) for path in wanted}
    shallow = {path for path in shallow if deep.isdisjoint((path, *path.parents))}
    return frozenset([*(Watched(path, True) for path in deep), *(Watched(path, False) for path in shallow)])


def concerns(path: Path, wanted: Iterable[Path]) -> bool:
    """Whether a change of `path` is one of `wanted`: of itself, of what lies in it, or of a folder it lies in."""
    for one in wanted:
        if path == one or path in one.parents:
            return True
        if one in path.parents:
            return not any(map(is_passing, path.relative_to(one).parts))
    return False


def is_passing(name: str) -> bool:
    """Whether a file or folder of that name is an editor's or a program's own, and no part of the site."""
    return name in _PASSING or name.startswith(_PASSING_STARTS) or name.endswith(_PASSING_ENDS)


def _nearest_folder(path: Path) -> Path:
    return next((folder for folder in path.parents if folder.is_dir()), path)


def _stop(observer: BaseObserver | None) -> None:
    if observer is not None:
        observer.stop()
        observer.join()
