"""The addresses that pages had before: `aliases:` in a brief, each a small page that leads to the brief.

An alias is an address below the site's root ("briefs/old-name/", "2022/old.html"). It may be no page of the site, no other
brief's alias, and no folder or file that stands in the way of one; letter case decides nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to the page of a brief; both are relative to the site's root."""

    address: str
    target: str
    slug: str
    title: str

    @property
    def file(self) -> str:
        """The file that answers at the address."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"


Aliased = tuple[str, str, tuple[str, ...]]
"""The slug, the title and the aliases of a brief."""

Fault = tuple[str, str]
"""The slug of a brief, and what is wrong with one of its aliases."""


def redirects(briefs: Sequence[Aliased], files: Iterable[str]) -> tuple[tuple[Redirect, ...], tuple[Fault, ...]]:
    """The redirects of `briefs` on a site that has `files`, and what is wrong with the others."""
    taken = {name.casefold(): "a page of the site" for name in files}
    folders = {folder for name in taken for folder in _folders(name)}
    found, faults = [], []
    for slug, title, aliases in sorted(briefs):
        for alias in dict.fromkeys(aliases):
            redirect = Redirect(alias, f"briefs/{slug}/", slug, title)
            name = redirect.file.casefold()
            holder = taken.get(name) or _in_the_way(name, taken, folders)
            if holder:
                faults.append((slug, f"the alias {alias} is {holder}; take it away or choose another"))
                continue
            taken[name] = f"an alias of {slug}.md"
            folders.update(_folders(name))
            found.append(redirect)
    return tuple(found), tuple(faults)


def _in_the_way(name: str, taken: dict[str, str], folders: set[str]) -> str | None:
    if name in folders:
        return "a folder of the site"
    return "below a file of the site" if any(folder in taken for folder in _folders(name)) else None


def _folders(name: str) -> Iterator[str]:
    parts = name.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))
