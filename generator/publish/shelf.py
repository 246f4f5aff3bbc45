"""Where what was worked out over all briefs is kept between two builds: bytes by key, read in the order of keys.

The pure code that keeps a search index or a timeline up to date sees no more of the disk than this. Who gives the shelf
decides what is behind it (a table, a dict) and when what was put on it is made safe. A shelf belongs to one index alone. One
that another version of the code wrote is thrown away: an empty shelf is always right, it only costs a clean build.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Protocol


class Shelf(Protocol):
    """Bytes by key. Nobody writes to it while `items` or `keys` is being read."""

    def get(self, key: bytes, /) -> bytes | None:
        """What stands under `key`, if anything."""

    def put(self, key: bytes, value: bytes, /) -> None:
        """Puts `value` under `key`, in place of what stood there."""

    def delete(self, key: bytes, /) -> None:
        """Takes away what stands under `key`; nothing need stand there."""

    def items(self, first: bytes, end: bytes, /) -> Iterator[tuple[bytes, bytes]]:
        """What stands under the keys from `first` on and before `end`, in the order of their bytes."""
        ...

    def keys(self, first: bytes, end: bytes, /) -> Iterator[bytes]:
        """The keys from `first` on and before `end`, in order."""
        ...


class ShelfInMemory:
    """A shelf that lasts as long as its process."""

    def __init__(self) -> None:
        self._values: dict[bytes, bytes] = {}
        self._ordered: list[bytes] | None = []

    def get(self, key: bytes, /) -> bytes | None:
        """What stands under `key`, if anything."""
        return self._values.get(key)

    def put(self, key: bytes, value: bytes, /) -> None:
        """Puts `value` under `key`."""
        if key not in self._values:
            self._ordered = None
        self._values[key] = value

    def delete(self, key: bytes, /) -> None:
        """Takes away what stands under `key`."""
        if self._values.pop(key, None) is not None:
            self._ordered = None

    def items(self, first: bytes, end: bytes, /) -> Iterator[tuple[bytes, bytes]]:
        """What stands under the keys from `first` on and before `end`, in order."""
        return ((key, self._values[key]) for key in self.keys(first, end))

    def keys(self, first: bytes, end: bytes, /) -> Iterator[bytes]:
        """The keys from `first` on and before `end`, in order."""
        if self._ordered is None:
            self._ordered = sorted(self._values)
        ordered = self._ordered
        return iter(ordered[bisect_left(ordered, first) : bisect_left(ordered, end)])


def behind(prefix: bytes) -> bytes:
    """A key behind all that begin with `prefix` and go on in UTF-8."""
    return prefix + b"\xff"
