"""Leaves out what stands too densely to be dates of prose: rows of a table, an index, repeats made to cost time.

More than a hundred expressions that start within 4,000 characters are a crowd, and none of them is read. In TimeBank, AQUAINT
and the articles of our own development set no more than 27 stand so close. So a megabyte asks for at most 25,000 expressions
to be placed, however it is filled: without this bound and the memory of `tense`, one of "Q3 " took a minute.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_STRETCH = 4_000
_MOST = 100

T = TypeVar("T")


def uncrowded(expressions: Sequence[T], start: Callable[[T], int]) -> Iterator[T]:
    """The `expressions`, in the order of the text, without those in a crowd; `start` tells where one starts in the text."""
    starts = [start(one) for one in expressions]
    crowded_to = -1
    for at, one in enumerate(expressions):
        last = at + _MOST
        if last < len(starts) and starts[last] - starts[at] < _STRETCH:
            crowded_to = last
        if at > crowded_to:
            yield one
