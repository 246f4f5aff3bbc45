"""The site and the drafts as the page that is being rendered sees them, under names that stay.

Jinja keeps what a template imports, with the globals of that moment: a macro would go on showing the site of the first page
that used it. What it keeps is these, and they ask each time.
"""

from collections.abc import Iterator, Set
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_shown: ContextVar[tuple[Any, frozenset[str]]] = ContextVar("_shown")


class CurrentSite:
    """The site as the page being rendered sees it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(_shown.get()[0], name)


class CurrentDrafts(Set[str]):
    """The slugs of the drafts that the page being rendered may show."""

    def __contains__(self, slug: object) -> bool:
        return slug in _shown.get()[1]

    def __iter__(self) -> Iterator[str]:
        return iter(_shown.get()[1])

    def __len__(self) -> int:
        return len(_shown.get()[1])


@contextmanager
def shown(site: Any, drafts: frozenset[str]) -> Iterator[None]:
    """Has templates see this site and these drafts meanwhile, in this thread alone."""
    token = _shown.set((site, drafts))
    try:
        yield
    finally:
        _shown.reset(token)
