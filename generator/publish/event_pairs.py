"""The pairs of events that tell the same, kept up to date on the shelf: after a few changes by these alone, or all anew.

A pair depends on two events and on how many events have their words: where a word becomes too frequent, pairs that no other
word finds are parted; where one ceases to be, its events are compared.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from generator.publish.event_rows import BriefRow
from generator.publish.event_shelf import (
    MOST_OF_A_BRIEF,
    Events,
    events_of,
    every_row,
    numbers,
    packed,
    partners_key,
    shelve,
    word_key,
)
from generator.publish.same_events import TOO_FREQUENT, WordedEvents, alike, is_same, to_look_up, worded
from generator.publish.shelf import Shelf


@dataclass(frozen=True, slots=True)
class _Changing:
    """Pairs while they change: the events as they are now, what was changed of partners and of words so far."""

    events: Events
    most: int
    partners: dict[int, set[int]] = field(default_factory=dict)
    words: dict[str, frozenset[int]] = field(default_factory=dict)

    def with_word(self, word: str) -> frozenset[int]:
        if word not in self.words:
            self.words[word] = frozenset(numbers(self.events.shelf.get(word_key(word))))
        return self.words[word]

    def frequency(self, word: str) -> int:
        return len(self.with_word(word))

    def partners_of(self, event: int) -> set[int]:
        return self.partners.setdefault(event, set(self.events.partners(event)))

    def words_of(self, event: int) -> frozenset[str]:
        return frozenset(self.events.event(event).words.split())

    def join_all(self, pairs: Iterable[tuple[int, int]]) -> None:
        for one, other in pairs:
            if one // MOST_OF_A_BRIEF != other // MOST_OF_A_BRIEF and is_same(self.words_of(one), self.words_of(other)):
                self.partners_of(one).add(other)
                self.partners_of(other).add(one)

    def part(self, one: int, other: int) -> None:
        self.partners_of(one).discard(other)
        self.partners_of(other).discard(one)


def pair_changed(
    events: Events, before: Mapping[int, BriefRow | None], changed: Collection[int], most: int = TOO_FREQUENT
) -> set[int]:
    """Brings the pairs up to date where `changed` events came, went or have other words; returns those with other partners.

    `events` are as they are now, `before` is what the rows of changed briefs were, by number.
    """
    changing = _Changing(events, most)
    for event in changed:
        for other in tuple(changing.partners_of(event)):
            changing.part(event, other)
    for word, (had, has) in _count_anew(changing, before, changed).items():
        if had <= most < has:
            _part_those_of(changing, word)
        elif has <= most < had:
            changing.join_all(combinations(changing.with_word(word), 2))
    for event in filter(events.has, changed):
        for word in to_look_up(changing.words_of(event), changing.frequency, most):
            changing.join_all((event, other) for other in changing.with_word(word))
    return {event for event, partners in changing.partners.items() if _keep(events, event, frozenset(partners))}


def pair_anew(shelf: Shelf, most: int = TOO_FREQUENT) -> set[int]:
    """Finds all pairs of the events on the shelf; returns the events that have other partners than before."""
    names = array("I")
    found = worded(_all_words(shelf, names), most)
    for _ in _put_all(shelf, b"w", b"x", _by_word(found, names)):
        pass
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in alike(found):
        partners[names[one]].append(names[other])
        partners[names[other]].append(names[one])
    kept = ((partners_key(event), packed(partners[event])) for event in sorted(partners))
    return {int.from_bytes(key[1:], "big") for key in _put_all(shelf, b"s", b"t", kept)}


def _all_words(shelf: Shelf, names: "array[int]") -> Iterator[tuple[int, Collection[str]]]:
    """The brief and the words of every event; notes its number."""
    for number, row in every_row(shelf):
        names.extend(events_of(number, row))
        yield from ((number, event.words.split()) for event in row.events)


def _by_word(found: WordedEvents, names: Sequence[int]) -> Iterator[tuple[bytes, bytes]]:
    """Which events have each word, as the shelf has it."""
    with_word = [array("I") for _ in found.names]
    for event, name in enumerate(names):
        for word in found.words_of(event):
            with_word[word].append(name)
    for word in sorted(range(len(with_word)), key=found.names.__getitem__):
        yield word_key(found.names[word]), packed(with_word[word])


def _put_all(shelf: Shelf, first: bytes, end: bytes, kept: Iterator[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Leaves nothing but `kept` between two keys; yields the keys under which that is something else."""
    gone = set(shelf.keys(first, end))
    for key, value in kept:
        gone.discard(key)
        if shelve(shelf, key, value):
            yield key
    for key in gone:
        shelf.delete(key)
        yield key


def _count_anew(
    changing: _Changing, before: Mapping[int, BriefRow | None], changed: Collection[int]
) -> dict[str, tuple[int, int]]:
    """Notes which events have a word now; returns how many had and have each word of a changed event."""
    minus, plus = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for event in changed:
        number = event // MOST_OF_A_BRIEF
        for row, rows in ((before[number], minus), (changing.events.row_of(number), plus)):
            if row and event in events_of(number, row):
                for word in row.events[event % MOST_OF_A_BRIEF].words.split():
                    rows[word].add(event)
    frequencies = {}
    for word in sorted(minus.keys() | plus.keys()):
        had = changing.with_word(word)
        changing.words[word] = (had - minus[word]) | plus[word]
        frequencies[word] = (len(had), len(changing.words[word]))
        shelve(changing.events.shelf, word_key(word), packed(changing.words[word]))
    return frequencies


def _part_those_of(changing: _Changing, word: str) -> None:
    """Parts the events that had nothing but `word`, too frequent now, to find each other by."""
    for event in changing.with_word(word):
        for other in tuple(changing.partners_of(event)):
            shared = changing.words_of(event) & changing.words_of(other)
            if not any(changing.frequency(each) <= changing.most for each in shared):
                changing.part(event, other)


def _keep(events: Events, event: int, partners: frozenset[int]) -> bool:
    """Puts the partners of an event on the shelf; returns whether they are others than before."""
    if partners == events.partners(event):
        return False
    events.found_partners[event] = partners
    return shelve(events.shelf, partners_key(event), packed(partners))
