"""The files of one folder of a site, packed: a site has many folders, most of them with files of the same names.

As a mapping of names to sizes and times, seven files take 1.6 kB; so they take 0.25 kB.
"""

from array import array
from collections.abc import Iterator, Mapping

Row = tuple[int, int]
"""A file's size and time (nanoseconds)."""


class FolderFiles:
    """Size and time of each file by name; `numbers` are size and time of the first, of the second, and so on."""

    __slots__ = ("names", "numbers")

    def __init__(self, names: tuple[str, ...], numbers: "array[int]") -> None:
        self.names, self.numbers = names, numbers

    @classmethod
    def of(cls, rows: Mapping[str, Row]) -> "FolderFiles":
        """These files."""
        return cls(tuple(rows), array("q", (number for row in rows.values() for number in row)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def rows(self) -> dict[str, Row]:
        """Size and time by name, to be changed at will."""
        pairs = iter(self.numbers)
        return dict(zip(self.names, zip(pairs, pairs, strict=True), strict=True))


class Packing:
    """Packs the files of many folders; those of the same names share them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def packed(self, rows: Mapping[str, Row]) -> FolderFiles:
        """The files of one folder."""
        found = FolderFiles.of(rows)
        return self.of(found.names, found.numbers)

    def of(self, names: tuple[str, ...], numbers: "array[int]") -> FolderFiles:
        """The files of these names, with their numbers."""
        return FolderFiles(self._known.setdefault(names, names), numbers)
