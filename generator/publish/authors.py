"""Authors: the briefs of each person or desk that an article names; the whole byline counts as one author."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.publish.catalogue import Entry
from generator.publish.topics import key, slugs_of


@dataclass(frozen=True, slots=True)
class Author:
    """An author as the newest brief writes the name, and the briefs of their articles, the newest first."""

    name: str
    slug: str
    entries: tuple[Entry, ...]

    @property
    def url(self) -> str:
        """The address of the author's page below the site's root."""
        return f"authors/{self.slug}/"


def authors(entries: Sequence[Entry]) -> tuple[Author, ...]:
    """Every author of `entries`, in alphabetical order."""
    briefs: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.author:
            briefs[key(entry.author)].append(entry)
    slugs = slugs_of(sorted(briefs))
    return tuple(Author(briefs[k][0].author or k, slugs[k], tuple(briefs[k])) for k in sorted(briefs))
