"""The folders and files of a site as a build left them, in columns: most builds read them at once and change a few folders.

As a mapping of 20,000 folders to their files they take 30 ms to make and as long to write down again.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from generator.store.folder_files import FolderFiles

Folder = tuple[int, FolderFiles]
"""A folder's time (nanoseconds) and its files."""


class KeptFiles(Mapping[str, Folder]):
    """Each folder by name, in the order of names, with its time and its files; each file with size and time."""

    __slots__ = ("_places", "_starts", "counts", "files", "folders", "mtimes", "sizes", "times")

    def __init__(
        self,
        folders: list[str],
        files: list[str],
        times: "array[int]",
        counts: "array[int]",
        sizes: "array[int]",
        mtimes: "array[int]",
    ) -> None:
        self.folders, self.files = folders, files
        self.times, self.counts, self.sizes, self.mtimes = times, counts, sizes, mtimes
        self._starts = [0, *accumulate(counts)]
        self._places = dict(zip(folders, range(len(folders)), strict=True))

    @classmethod
    def of(cls, folders: Mapping[str, Folder]) -> "KeptFiles":
        """These folders."""
        return cls.none().changed(folders)

    @classmethod
    def none(cls) -> "KeptFiles":
        """No folder."""
        return cls([], [], array("q"), array("q"), array("q"), array("q"))

    def __getitem__(self, folder: str) -> Folder:
        at = self._places[folder]
        first, end = self._starts[at], self._starts[at + 1]
        numbers = array("q", bytes(16 * (end - first)))
        numbers[::2], numbers[1::2] = self.sizes[first:end], self.mtimes[first:end]
        return self.times[at], FolderFiles(tuple(self.files[first:end]), numbers)

    def __iter__(self) -> Iterator[str]:
        return iter(self.folders)

    def __len__(self) -> int:
        return len(self.folders)

    def with_files(self) -> Iterator[str]:
        """The folders that have any files."""
        return (folder for folder, count in zip(self.folders, self.counts, strict=True) if count)

    def changed(self, changes: Mapping[str, Folder | None]) -> "KeptFiles":
        """The same with some folders as they are now; None for one that is gone."""
        made, at = KeptFiles.none(), 0
        for folder in sorted(changes):
            place = bisect_left(self.folders, folder, at)
            made._take(self, at, place)
            at = place + (place < len(self.folders) and self.folders[place] == folder)
            if (now := changes[folder]) is not None:
                made._add(folder, *now)
        made._take(self, at, len(self.folders))
        return KeptFiles(made.folders, made.files, made.times, made.counts, made.sizes, made.mtimes)

    def _take(self, other: "KeptFiles", first: int, end: int) -> None:
        """Appends the folders of another from one place to another."""
        self._append(other.folders[first:end], other.times[first:end], other.counts[first:end])
        a, b = other._starts[first], other._starts[end]
        self._append_files(other.files[a:b], other.sizes[a:b], other.mtimes[a:b])

    def _add(self, folder: str, time: int, files: FolderFiles) -> None:
        self._append((folder,), (time,), (len(files),))
        self._append_files(files, files.numbers[::2], files.numbers[1::2])

    def _append(self, folders: Iterable[str], times: Iterable[int], counts: Iterable[int]) -> None:
        self.folders.extend(folders)
        self.times.extend(times)
        self.counts.extend(counts)

    def _append_files(self, files: Iterable[str], sizes: Iterable[int], mtimes: Iterable[int]) -> None:
        self.files.extend(files)
        self.sizes.extend(sizes)
        self.mtimes.extend(mtimes)
