"""Gives out batches, few at a time, and hands back the results in order.

A batch whose worker died is not given up: each of its items is tried once more, alone, while nothing else is at work. So
an item that kills its worker is known for certain, and its neighbours come to no harm.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from typing import Any

from generator.workers.shift import Shift

AHEAD = 2
"""Batches a worker that are under way: one at work, one waiting while this process reads and writes."""

Given = tuple[list[Any], "Future[list[Any]]"]
Answered = Iterator[tuple[Any, Any]]


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The items in lists of `size`, the last one shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def in_order(shift: Shift, given: Iterable[list[Any]]) -> Answered:
    """Every item of the batches with its result or Failure, in order."""
    under_way: deque[Given] = deque()
    for batch in given:
        under_way.append((batch, shift.give(batch)))
        if len(under_way) >= AHEAD * shift.hands:
            yield from _first(shift, under_way)
    while under_way:
        yield from _first(shift, under_way)


def _first(shift: Shift, under_way: deque[Given]) -> Answered:
    """The results of the first batch; of all that are under way where a worker was lost with it."""
    batch, future = under_way[0]
    answer = shift.answer(future)
    if isinstance(answer, list):
        under_way.popleft()
        yield from zip(batch, answer, strict=True)
        return
    # Waiting for all: then nothing is at work beside an item that is tried alone.
    answers = [(batch, shift.answer(future)) for batch, future in under_way]
    under_way.clear()
    shift.end(at_once=True)
    for batch, found in answers:
        yield from zip(batch, found, strict=True) if isinstance(found, list) else _one_by_one(shift, batch)
    shift.end(at_once=False)


def _one_by_one(shift: Shift, batch: list[Any]) -> Answered:
    for item in batch:
        yield item, shift.alone(item)
