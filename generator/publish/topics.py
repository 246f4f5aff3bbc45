"""Topics: the briefs under each, and the briefs related to one by the topics they share.

"E-commerce" and "e-commerce" are one topic, shown as its newest brief writes it. A topic's anchor keeps letters and digits of
any script ("topic-tea", "topic-茶", "topic-c-2" for a second one that would be "topic-c").
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.publish.catalogue import Entry
from generator.publish.dates import newest_first

_NOT_WORD = re.compile(r"[\W_]+")
_MOST_RELATED = 3
_CANDIDATES_A_TOPIC = 50  # keeps a topic that thousands of briefs share from being compared pair by pair


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, the id of its heading on the page of topics, and its briefs, the newest first."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A brief that shares topics with another, and which."""

    entry: Entry
    shared: tuple[str, ...]


def topics(entries: Sequence[Entry]) -> tuple[Topic, ...]:
    """Every topic of `entries`, in alphabetical order."""
    briefs: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    names: dict[str, str] = {}
    for entry in entries:
        for name in entry.topics:
            briefs[key(name)][entry.slug] = entry
            names.setdefault(key(name), name.strip())
    taken: set[str] = set()
    return tuple(Topic(names[k], _anchor(k, taken), tuple(briefs[k].values())) for k in sorted(names))


def key(name: str) -> str:
    """What two spellings of one topic have in common."""
    return " ".join(name.casefold().split())


def anchors(found: Sequence[Topic]) -> dict[str, str]:
    """The anchor of each topic by its key."""
    return {key(topic.name): topic.anchor for topic in found}


def related(entry: Entry, found: dict[str, Topic]) -> tuple[Related, ...]:
    """The briefs that share most topics with `entry`, the newer first among equals; `found` is the topics by key."""
    shared: defaultdict[str, list[str]] = defaultdict(list)
    candidates: dict[str, Entry] = {}
    for topic in (found[k] for k in dict.fromkeys(map(key, entry.topics))):
        for other in topic.entries[:_CANDIDATES_A_TOPIC]:
            if other.slug != entry.slug:
                candidates[other.slug] = other
                shared[other.slug].append(topic.name)
    ranked = sorted(candidates.values(), key=lambda other: (-len(shared[other.slug]), _age(other), other.slug))
    return tuple(Related(other, tuple(shared[other.slug])) for other in ranked[:_MOST_RELATED])


def by_key(found: Sequence[Topic]) -> dict[str, Topic]:
    """The topics by their key."""
    return {key(topic.name): topic for topic in found}


def _anchor(name: str, taken: set[str]) -> str:
    stem = _NOT_WORD.sub("-", name).strip("-") or "topic"
    number, anchor = 1, f"topic-{stem}"
    while anchor in taken:
        number += 1
        anchor = f"topic-{stem}-{number}"
    taken.add(anchor)
    return anchor


def _age(entry: Entry) -> tuple[int, int, int, int]:
    return newest_first(entry.published)
