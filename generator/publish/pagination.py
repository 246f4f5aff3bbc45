"""Long lists in sheets: the first at the list's own address, the second at 2/ below it, and so on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

A_SHEET = 50
"""Entries on one page: a list of so many is under 30 KB with its style sheet and script."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list; `base` is the address of the first, below the site's root and with a slash at its end."""

    items: tuple[T, ...]
    base: str
    number: int
    count: int

    @property
    def url(self) -> str:
        """The address of this page."""
        return sheet_url(self.base, self.number)

    @property
    def previous(self) -> str | None:
        """The address of the page before, if there is one."""
        return sheet_url(self.base, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page behind, if there is one."""
        return sheet_url(self.base, self.number + 1) if self.number < self.count else None


def sheet_url(base: str, number: int) -> str:
    """The address of the page of that number."""
    return base if number == 1 else f"{base}{number}/"


def sheet_urls(base: str, items: int, size: int = A_SHEET) -> list[str]:
    """The addresses of the pages of so many items."""
    return [sheet_url(base, number) for number in range(1, max(1, -(-items // size)) + 1)]


def sheets(items: Sequence[T], base: str, size: int = A_SHEET) -> tuple[Sheet[T], ...]:
    """`items` in pages of `size`; an empty list has one empty page."""
    count = max(1, -(-len(items) // size))
    return tuple(Sheet(tuple(items[size * n : size * (n + 1)]), base, n + 1, count) for n in range(count))
