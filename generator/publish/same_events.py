"""Which events of different briefs are one and the same, and whether their dates agree.

Two events are taken for the same when they share at least three content words, and those are at least three quarters of the
shorter one's and half of both together; if both name numbers, these are the same. Within one brief events are never the same.
Two dates agree when one lies within the other: 1948 and March 1948 do, 1948 and 1949 do not.

The bounds err on the side of silence: a reader who sees both events can still tell, but a false contradiction misleads.
It knows no synonyms: "opened" and "inaugurated" are two words.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.edtf import DateSpan, span_of
from generator.text.words import content_words

_LEAST_SHARED, _SHARE_OF_SHORTER, _SHARE_OF_BOTH = 3, 0.75, 0.5
_TOO_FREQUENT = 60  # a word of more events than these finds no candidates, which keeps thousands of events from being paired


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one brief tells it."""

    brief: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Same:
    """The numbers of the events that tell the same as one: those whose dates agree with its own, and those that do not."""

    agreeing: tuple[int, ...] = ()
    otherwise: tuple[int, ...] = ()


def same_events(events: Sequence[Told]) -> tuple[Same, ...]:
    """For each event the others that tell the same, by their number in `events` from 0."""
    bags = [frozenset(content_words(event.text)) for event in events]
    return tuple(_same(number, events, found) for number, found in enumerate(_alike(events, bags)))


def agree(first: str, second: str) -> bool:
    """Whether one of two EDTF dates lies within the other."""
    one, other = span_of(first), span_of(second)
    return _within(one, other) or _within(other, one)


def _within(inner: DateSpan, outer: DateSpan) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _same(number: int, events: Sequence[Told], found: list[int]) -> Same:
    own = events[number].date
    agreeing = tuple(other for other in found if agree(own, events[other].date))
    return Same(agreeing, tuple(other for other in found if other not in agreeing))


def _alike(events: Sequence[Told], bags: Sequence[frozenset[str]]) -> list[list[int]]:
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for word in bag:
            by_word[word].append(number)
    return [
        [n for n in _candidates(bag, by_word) if _is_same(events[at], events[n], bag, bags[n])] for at, bag in enumerate(bags)
    ]


def _candidates(bag: frozenset[str], by_word: dict[str, list[int]]) -> list[int]:
    return sorted({number for word in bag if len(by_word[word]) <= _TOO_FREQUENT for number in by_word[word]})


def _numbers(bag: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in bag if word[0].isdigit())


def _is_same(event: Told, told: Told, one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return (
        event.brief != told.brief
        and (_numbers(one) == _numbers(other) or not _numbers(one) or not _numbers(other))
        and shared >= _LEAST_SHARED
        and shared >= _SHARE_OF_SHORTER * min(len(one), len(other))
        and shared >= _SHARE_OF_BOTH * len(one | other)
    )
