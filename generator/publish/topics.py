"""Topics: the briefs under each, and the briefs related to one by the topics they share.

"E-commerce" and "e-commerce" are one topic, shown as its newest brief writes it. The name of its page is made as those of
briefs are (`generator.slugs`), with "-2" behind a second one that would be the same ("C" and "C++").
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.publish.catalogue import Entry
from generator.publish.dates import newest_first
from generator.slugs import slug_of

_MOST_RELATED = 3
CANDIDATES = 50  # keeps a topic that thousands of briefs share from being compared pair by pair


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, the name of its page, and its briefs, the newest first."""

    name: str
    slug: str
    entries: tuple[Entry, ...]

    @property
    def url(self) -> str:
        """The address of its page below the site's root."""
        return f"topics/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Related:
    """A brief that shares topics or the author with another, and which."""

    entry: Entry
    shared: tuple[str, ...]
    author: str | None = None


def topics(entries: Sequence[Entry]) -> tuple[Topic, ...]:
    """Every topic of `entries`, in alphabetical order."""
    briefs: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    names: dict[str, str] = {}
    for entry in entries:
        for name in entry.topics:
            briefs[key(name)][entry.slug] = entry
            names.setdefault(key(name), name.strip())
    slugs = slugs_of(sorted(names))
    return tuple(Topic(names[k], slugs[k], tuple(briefs[k].values())) for k in sorted(names))


def slugs_of(names: Sequence[str]) -> dict[str, str]:
    """A slug for each of `names`, no two the same; the earlier one has it without a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        stem = slug_of(name)
        number, slug = 1, stem
        while slug in taken:
            number += 1
            slug = f"{stem}-{number}"
        taken.add(slug)
        found[name] = slug
    return found


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What two spellings of one topic have in common."""
    return " ".join(name.casefold().split())


def related(entry: Entry, found: dict[str, Topic], by_author: Sequence[Entry] = ()) -> tuple[Related, ...]:
    """The briefs that have most in common with `entry`, the newer first among equals.

    `found` is the topics by key, `by_author` the briefs of the same author. Those of most shared topics come first; of equals
    the author's own.
    """
    shared = [found[k] for k in dict.fromkeys(map(key, entry.topics))]
    rows = [_by_slug(topic.entries) for topic in shared]
    own_row = _by_slug(by_author)
    scores = Counter[str]()
    for row in (*rows, *rows, own_row):  # a topic counts twice, so that the author decides between equals
        scores.update(list(row))
    best = {slug: row[slug] for row in (*rows, own_row) for slug in _best(row, scores)}
    best.pop(entry.slug, None)
    ranked = sorted(best.values(), key=lambda other: (-scores[other.slug], *_age(other)))
    return tuple(
        Related(
            other,
            tuple(topic.name for topic, row in zip(shared, rows, strict=True) if other.slug in row),
            other.author if other.slug in own_row else None,
        )
        for other in ranked[:_MOST_RELATED]
    )


def _by_slug(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The newest of a row; it keeps their order."""
    return {entry.slug: entry for entry in entries[:CANDIDATES]}


def _best(row: Mapping[str, Entry], scores: Counter[str]) -> list[str]:
    """The highest scores of a row, and one more for the brief itself; what is best of all is among the best of its rows."""
    return sorted(row, key=scores.__getitem__, reverse=True)[: _MOST_RELATED + 1]


def by_key(found: Sequence[Topic]) -> dict[str, Topic]:
    """The topics by their key."""
    return {key(topic.name): topic for topic in found}


def _age(entry: Entry) -> tuple[object, ...]:
    return newest_first(entry.published), entry.slug
