"""Who does the work: this process, processes of this machine, a cluster, or the workers of an executor of somebody else's."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor
from itertools import chain, islice
from types import TracebackType
from typing import Any, TypeVar

from generator.workers.batches import batches, in_order
from generator.workers.failure import Failure, attempt
from generator.workers.shift import Agency, Batch, Shift, Task, doing

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 4
"""Items that go to a worker in one parcel. Sending 12 KB there and back costs 0.08 ms alone, 0.03 ms in fours and 0.02 ms in
sixteens; converting an article takes 40 ms. More gain nothing, and the fewer there are, the less memory is held."""

FEW = 2
"""Fewer batches than this are done here. Two forked workers cost 15 to 60 ms to start, and each fills its tables anew, 140 ms
beside the other. Measured on two idle cores: 8 articles take 0.36 s with two workers and 0.47 s without; fewer gain nothing."""


class Crew:
    """Does a task for many items. A context manager: at its end no worker is left."""

    def __init__(self, agency: Agency | None) -> None:
        self._agency = agency
        self._shifts: list[Shift] = []

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for shift in self._shifts:
            shift.end(at_once=True)
        if self._agency is not None:
            self._agency.close()

    def begin(self) -> None:
        """Gets the workers now. Those that are forked inherit what this process holds, and would hold it as well.

        Raises BriefsError where no worker can be had.
        """
        if self._agency is not None:
            self._agency.begin()

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item], batch: int = BATCH
    ) -> Generator[tuple[Item, Result | Failure], None, None]:
        """Every item, in order, with what `task` made of it; items are taken as they are needed, so that few are held.

        The task, its items and results are pickled on their way to other processes; the task itself not where they are forked
        (Linux): there workers inherit what it holds and all that is loaded when the first result is asked for. `batch` items go
        to a worker at once; fewer than two batches are done here. Raises BriefsError where no worker can be had.
        """
        if self._agency is None:
            return _here(task, items)
        return self._shared(self._agency, task, iter(items), batch)

    def _shared(self, agency: Agency, task: Task, items: Iterator[Any], batch: int) -> Generator[tuple[Any, Any], None, None]:
        hands = agency.hands(task)
        first = list(islice(items, max(FEW, hands) * batch))
        if not hands or len(first) < FEW * batch:
            yield from _here(task, chain(first, items))
            return
        shift = Shift(agency, task, min(hands, -(-len(first) // batch)))
        self._shifts.append(shift)
        is_done = False
        try:
            yield from in_order(shift, batches(chain(first, items), batch))
            is_done = True
        finally:
            shift.end(at_once=not is_done)
            self._shifts.remove(shift)


def alone() -> Crew:
    """The crew that is this process."""
    return Crew(None)


def on(executor: Executor, hands: int) -> Crew:
    """A crew of the workers of any executor, `hands` of them; the executor is left open."""
    return Crew(_Borrowed(executor, hands))


def _here(task: Callable[[Item], Result], items: Iterable[Item]) -> Generator[tuple[Item, Result | Failure], None, None]:
    for item in items:
        yield item, attempt(task, item)


class _Borrowed:
    """An executor that outlives us."""

    deaths: tuple[type[BaseException], ...] = ()

    def __init__(self, executor: Executor, hands: int) -> None:
        self._executor, self._hands = executor, hands

    def begin(self) -> None:
        """Nothing: they are there already."""

    def hands(self, _task: Task) -> int:
        return self._hands

    def hire(self, task: Task, _hands: int) -> tuple[Executor, Batch]:
        return self._executor, doing(task)

    def dismiss(self, executor: Executor, *, at_once: bool) -> None:
        """Nothing: others may be at work there."""

    def look(self) -> None:
        """Nothing: it is not known who works there."""

    def close(self) -> None:
        """Nothing: whoever opened it closes it."""
