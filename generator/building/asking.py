"""What the pages that MkDocs renders ask of the site, and whether they would be told the same again.

Most show the newest briefs and how many there are, and link to a few pages. Then they need not be rendered when another brief
changes, nor MkDocs be started.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

from generator.publish.catalogue import Entry
from generator.publish.keys import joined, key_of
from generator.publish.site import Site
from generator.publish.topics import key


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked: so many of the newest briefs, how many there are, addresses, link targets, or anything else."""

    newest: int = 0
    is_counted: bool = False
    is_whole: bool = False
    topics: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()

    def told(self, site: Site, stamps: Mapping[str, str], target: Callable[[str], str | None]) -> str:
        """The key of all answers, entries by their stamps; of no meaning where the whole site was asked for."""
        topics = (site.topics_by_key.get(key(name)) for name in sorted(self.topics))
        authors = (site.authors_by_key.get(key(name)) for name in sorted(self.authors))
        return key_of(
            str(len(site.entries)) if self.is_counted else "",
            joined(stamps[entry.slug] for entry in site.entries[: self.newest]),
            joined(group.url if group else "" for group in (*topics, *authors)),
            joined(target(name) or "" for name in sorted(self.targets)),
        )


class Noted:
    """Notes what is asked."""

    def __init__(self) -> None:
        self.newest, self.is_counted, self.is_whole = 0, False, False
        self.topics: set[str] = set()
        self.authors: set[str] = set()
        self.targets: set[str] = set()

    def asking(self) -> Asking:
        """All that was asked so far."""
        names = map(frozenset, (self.topics, self.authors, self.targets))
        return Asking(self.newest, self.is_counted, self.is_whole, *names)


class NotedEntries(Sequence[Entry]):
    """The entries of a site, noting which are asked for."""

    def __init__(self, entries: tuple[Entry, ...], noted: Noted) -> None:
        self._entries, self._noted = entries, noted

    def __len__(self) -> int:
        self._noted.is_counted = True
        return len(self._entries)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, at: int | slice) -> Entry | tuple[Entry, ...]:
        end = at.stop if isinstance(at, slice) else at + 1
        if end is None or end < 0 or (isinstance(at, slice) and ((at.start or 0) < 0 or (at.step or 1) < 0)):
            self._noted.is_whole = True
        else:
            self._noted.newest = max(self._noted.newest, end)
        return self._entries[at]

    def __iter__(self) -> Iterator[Entry]:
        self._noted.is_whole = True
        return iter(self._entries)


class NotingView:
    """The whole site as templates see it, noting what they ask of it."""

    def __init__(self, site: Site, noted: Noted) -> None:
        self._site, self._noted = site, noted

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries, the newest first."""
        return NotedEntries(self._site.entries, self._noted)

    def topic_url(self, name: str) -> str:
        """The address of a topic's page."""
        self._noted.topics.add(name)
        return self._site.topic_url(name)

    def author_url(self, name: str) -> str:
        """The address of an author's page."""
        self._noted.authors.add(name)
        return self._site.author_url(name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        self._noted.is_whole = True
        return getattr(self._site, name)
