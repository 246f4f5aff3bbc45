"""Which events of different briefs are one and the same, and whether their dates agree.

Two events are taken for the same when they share at least three content words, and those are at least three quarters of the
shorter one's and half of both together; if both name numbers, these are the same. Within one brief events are never the same.
Two dates agree when one lies within the other: 1948 and March 1948 do, 1948 and 1949 do not.

The bounds err on the side of silence: a reader who sees both events can still tell, but a false contradiction misleads.
It knows no synonyms: "opened" and "inaugurated" are two words.

Not every event is compared with every other. One word that they share must be a rare one. And if two share half of the one's
words, they share one of any half of these and one more; so it is enough to look its rarest words up.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.edtf import DateSpan, span_of

_LEAST_SHARED, _SHARE_OF_SHORTER, _SHARE_OF_BOTH = 3, 0.75, 0.5
TOO_FREQUENT = 60
"""A word of more events than these finds none, which keeps thousands of events from being paired."""

_span = lru_cache(maxsize=4096)(span_of)


@dataclass(frozen=True, slots=True)
class WordedEvents:
    """Events in compact form: whose each is, where its words end, and its words by number, the rarest word of all first.

    `single` words are in one event alone; from `frequent` on they are in too many.
    """

    owners: "array[int]"
    ends: "array[int]"
    words: "array[int]"
    names: Sequence[str]
    single: int
    frequent: int

    def words_of(self, event: int) -> "array[int]":
        """The numbers of its words."""
        return self.words[self.ends[event] : self.ends[event + 1]]

    def named(self, numbers: Iterable[int]) -> frozenset[str]:
        """The words of these numbers."""
        return frozenset(self.names[number] for number in numbers)


def agree(first: str, second: str) -> bool:
    """Whether one of two EDTF dates lies within the other."""
    one, other = _span(first), _span(second)
    return _within(one, other) or _within(other, one)


def is_same(one: Collection[str], other: Collection[str]) -> bool:
    """Whether the content words of two events, each word once, are those of one and the same."""
    first, second = frozenset(one), frozenset(other)
    shared = len(first & second)
    return (
        shared >= _LEAST_SHARED
        and shared >= _SHARE_OF_SHORTER * min(len(first), len(second))
        and shared >= _SHARE_OF_BOTH * len(first | second)
        and (_numbers(first) == _numbers(second) or not _numbers(first) or not _numbers(second))
    )


def to_look_up(words: Collection[str], frequency: Callable[[str], int], most: int = TOO_FREQUENT) -> list[str]:
    """The words of an event by which all that tell the same are found, where `frequency` says how many events have a word."""
    if len(words) < _LEAST_SHARED:
        return []
    rarest = sorted(words, key=lambda word: (frequency(word), word))[: _looked_up(len(words))]
    return [word for word in rarest if frequency(word) <= most]


def worded(events: Iterable[tuple[int, Collection[str]]], most: int = TOO_FREQUENT) -> WordedEvents:
    """Events in compact form; each is given by its brief's number and its content words, each once."""
    owners, ends, words = array("I"), array("I", [0]), array("I")
    numbers: dict[str, int] = {}
    for owner, bag in events:
        owners.append(owner)
        words.extend([numbers.setdefault(word, len(numbers)) for word in bag])
        ends.append(len(words))
    counts = Counter(words)
    rarest_first = sorted(range(len(numbers)), key=counts.__getitem__)
    ranks = array("I", bytes(4 * len(numbers)))
    for rank, number in enumerate(rarest_first):
        ranks[number] = rank
    names = list(numbers)
    single = sum(count == 1 for count in counts.values())
    frequent = sum(count <= most for count in counts.values())
    ranked = array("I", map(ranks.__getitem__, words))
    return WordedEvents(owners, ends, ranked, [names[number] for number in rarest_first], single, frequent)


def alike(found: WordedEvents) -> Iterator[tuple[int, int]]:
    """The pairs that tell the same, by their numbers from 0."""
    with_word: dict[int, array[int]] = {}
    for event in range(len(found.owners)):
        words = sorted(found.words_of(event))
        near: set[int] = set()
        for word in words[: _looked_up(len(words))] if len(words) >= _LEAST_SHARED else ():
            if found.single <= word < found.frequent:
                others = with_word.setdefault(word, array("I"))
                near.update(others)
                others.append(event)
        own, owner = frozenset(words), found.owners[event]
        yield from ((other, event) for other in sorted(near) if found.owners[other] != owner and _are_same(found, own, other))


def _looked_up(count: int) -> int:
    """How many of so many words of an event are enough to find all that tell the same: those share half of its words."""
    return count - max(_LEAST_SHARED, -(-count // 2)) + 1


def _are_same(events: WordedEvents, words: frozenset[int], other: int) -> bool:
    there = events.words_of(other)
    shared = len(words.intersection(there))
    if shared < _LEAST_SHARED or 2 * shared < max(len(words), len(there)):
        return False
    return is_same(events.named(words), events.named(there))


def _within(inner: DateSpan, outer: DateSpan) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())
