"""The workers of one task, hired when there is work and hired anew where some were lost."""

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from functools import partial
from typing import Any, Protocol

from generator import __version__
from generator.errors import BriefsError, on_one_line
from generator.workers.failure import Failure, attempts

Task = Callable[[Any], Any]
Batch = Callable[[Sequence[Any]], list[Any]]

PATIENCE = 2.0
"""Seconds between two looks at whether anybody is left who could answer."""


class Agency(Protocol):
    """Where workers come from."""

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """What is raised here, beside Python's own BrokenExecutor, where a worker died."""

    def begin(self) -> None:
        """Gets the workers now that can be had before there is a task. Raises BriefsError where they cannot."""

    def hands(self, task: Task, /) -> int:
        """How many workers there are now for a task; 0 where it has to be done here."""

    def hire(self, task: Task, hands: int, /) -> tuple[Executor, Batch]:
        """At most so many workers for a task, and what they are to do with a batch. Raises BriefsError where there are none."""

    def dismiss(self, executor: Executor, /, *, at_once: bool) -> None:
        """Ends the workers: when they are done, or `at_once` whatever they do."""

    def look(self) -> None:
        """Raises BriefsError where nobody is left to wait for."""

    def close(self) -> None:
        """Lets go of everything."""


class Shift:
    """The workers of one task; `hands` of them, or one for an item that is tried alone."""

    def __init__(self, agency: Agency, task: Task, hands: int) -> None:
        self._agency, self._task = agency, task
        self._hired: tuple[Executor, Batch] | None = None
        self.hands = hands

    def give(self, items: list[Any], hands: int | None = None) -> "Future[list[Any]]":
        """Gives out a batch. Raises BriefsError where no worker can be had."""
        if self._hired is None:
            self._hired = self._agency.hire(self._task, hands or self.hands)
        executor, batch = self._hired
        try:
            return executor.submit(batch, items)
        except BriefsError:
            raise
        except Exception as error:
            lost: Future[list[Any]] = Future()
            lost.set_exception(error)
            return lost

    def answer(self, future: "Future[list[Any]]") -> list[Any] | BaseException:
        """The results of a batch, or what kept them from coming. Raises BriefsError where nobody is left to wait for."""
        while True:
            try:
                error = future.exception(timeout=PATIENCE)
                return future.result() if error is None else error
            except CancelledError as cancelled:
                return cancelled
            except TimeoutError:
                self._agency.look()

    def alone(self, item: Any) -> Any:
        """The result of one item that nothing else is at work beside, or its Failure."""
        answer = self.answer(self.give([item], hands=1))
        if isinstance(answer, list):
            return answer[0]
        self.end(at_once=True)
        return self._lost(answer)

    def end(self, *, at_once: bool) -> None:
        """Dismisses the workers; the next batch hires others."""
        if self._hired is not None:
            hired, self._hired = self._hired, None
            self._agency.dismiss(hired[0], at_once=at_once)

    def _lost(self, error: BaseException) -> Failure:
        if isinstance(error, (BrokenExecutor, CancelledError, *self._agency.deaths)):
            return Failure("its worker died, and so did the one that was given it alone", is_lost=True)
        return Failure(on_one_line(f"no result came back ({type(error).__name__}: {error})"), is_lost=True)


def doing(task: Task) -> Batch:
    """A task for batches, which goes to the worker with each of them; a worker of another version refuses."""
    return partial(_done, __version__, task)


def _done(version: str, task: Task, items: Sequence[Any]) -> list[Any]:
    if version != __version__:
        raise BriefsError(f"a worker has version {__version__} of annotated-briefs, this is {version}")
    return attempts(task, items)
