"""The same results whoever does the work, and no neighbour lost with an item that kills its worker."""

import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import active_children
from operator import length_hint
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import workers
from generator.workers import Crew, Failure, attempt
from tests.workers.tasks import dying_once, inverse, mine, squared, wayward

DEAD = Failure("its worker died, and so did the one that was given it alone", is_lost=True)


@pytest.fixture(params=["alone", "2", "5", "threads", "spawned"])
def crew(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    if request.param == "threads":
        with ThreadPoolExecutor(3) as pool, workers.on(pool, 3) as made:
            yield made
        return
    if request.param == "spawned":
        monkeypatch.setattr(threading, "active_count", lambda: 2)
    with workers.alone() if request.param == "alone" else workers.local(5 if request.param == "5" else 2) as made:
        yield made
    assert active_children() == []


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 101])
def test_every_item_comes_back_in_order_with_its_result(crew: Crew, count: int) -> None:
    assert list(crew.each(squared, range(count))) == [(number, number * number) for number in range(count)]


def test_an_error_is_the_result_of_its_item_alone(crew: Crew) -> None:
    found = dict(crew.each(inverse, range(-10, 10)))

    assert isinstance(found[0], Failure)
    assert (found[0].reason, found[0].is_lost) == ("ZeroDivisionError: division by zero", False)
    assert "in inverse" in found[0].trace
    assert [number for number, result in found.items() if result != 1 / (number or 1)] == [0]


@pytest.mark.parametrize("jobs", [2, 5])
@pytest.mark.parametrize("batch", [1, 4])
def test_what_kills_its_worker_takes_nobody_along(jobs: int, batch: int) -> None:
    with workers.local(jobs) as crew:
        found = dict(crew.each(wayward, range(40), batch))

    assert list(found) == list(range(40))
    assert [number for number, result in found.items() if result != number * number] == [3, 5, 8, 13, 17]
    assert (found[8], found[13]) == (DEAD, DEAD)
    assert [found[n].reason for n in (3, 5)] == ["ZeroDivisionError: three", "no result came back (SystemExit: 1)"]  # type: ignore[union-attr]
    assert "no result came back (" in found[17].reason  # type: ignore[union-attr]
    assert active_children() == []


def test_an_item_whose_worker_was_killed_from_outside_is_done_again(tmp_path: Path) -> None:
    with workers.local(2) as crew:
        found = list(crew.each(partial(dying_once, tmp_path), range(30)))

    assert (tmp_path / "died").exists()
    assert found == [(number, number * number) for number in range(30)]


@given(st.lists(st.sampled_from([1, 2, 3, 4, 8]), max_size=14), st.integers(1, 5), st.integers(1, 3))
def test_the_result_depends_on_neither_the_crew_nor_the_batches(numbers: list[int], hands: int, batch: int) -> None:
    with ThreadPoolExecutor(hands) as pool, workers.on(pool, hands) as crew:
        assert list(crew.each(str, numbers, batch)) == list(workers.alone().each(str, numbers))


def test_few_items_start_no_worker() -> None:
    with workers.local(2) as crew:
        assert {result for _, result in crew.each(mine, range(7))} == {os.getpid()}
        assert os.getpid() not in {result for _, result in crew.each(mine, range(8))}
        assert {result for _, result in crew.each(mine, range(8), batch=5)} == {os.getpid()}


def test_items_are_taken_as_they_are_needed() -> None:
    items = iter(range(1000))

    with workers.local(2) as crew:
        ahead = [length_hint(items) + number + 1 for number, _ in crew.each(squared, items)]

    assert length_hint(items) == 0
    assert min(ahead) >= 1000 - 2 * 2 * 4


def test_whoever_stops_listening_leaves_no_worker_behind() -> None:
    with workers.local(2) as crew:
        answers = crew.each(squared, range(1000))
        next(answers)
        assert len(active_children()) == 2

    assert active_children() == []


def test_workers_stay_from_one_task_to_the_next() -> None:
    with workers.local(2) as crew:
        first = {result for _, result in crew.each(mine, range(60))}
        found = {process.pid for process in active_children()}
        assert [result for _, result in crew.each(squared, range(60))] == [number * number for number in range(60)]
        assert first | {result for _, result in crew.each(mine, range(60))} <= found
        assert len(found) == 2

    assert active_children() == []


def test_a_task_that_cannot_be_packed_is_done_beside_workers_that_stay() -> None:
    with workers.local(2) as crew:
        list(crew.each(mine, range(60)))
        assert [result for _, result in crew.each(lambda number: number + 1, range(60))] == list(range(1, 61))


def test_after_one_was_lost_there_are_as_many_workers_as_before() -> None:
    with workers.local(2) as crew:
        list(crew.each(wayward, range(40)))
        list(crew.each(mine, range(60)))
        assert len(active_children()) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked there alone")
def test_forked_workers_inherit_what_the_task_holds() -> None:
    held = threading.Lock()  # nothing that could be pickled

    with workers.local(2) as crew:
        found = {result for _, result in crew.each(lambda _number: (id(held), os.getpid()), range(20))}

    assert {identity for identity, _ in found} == {id(held)}
    assert os.getpid() not in {process for _, process in found}


def test_what_can_be_neither_inherited_nor_sent_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    with workers.local(2) as crew:
        assert {result for _, result in crew.each(lambda _number: os.getpid(), range(20))} == {os.getpid()}


def test_as_many_workers_as_cores_that_may_be_used() -> None:
    if sys.platform == "linux":
        assert workers.cores() == len(os.sched_getaffinity(0))
    assert workers.cores() >= 1


class PanicException(BaseException):
    """As a library in Rust raises it."""


def test_a_panic_is_the_failure_of_its_item() -> None:
    def panicking(number: int) -> int:
        if number == 2:
            raise PanicException("two")
        return number

    assert [attempt(panicking, 1), attempt(panicking, 3)] == [1, 3]
    assert "PanicException: two" in str(attempt(panicking, 2))
