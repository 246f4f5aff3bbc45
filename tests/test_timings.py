"""What `briefs build --timings` says."""

import json
import time
from multiprocessing import get_context

import pytest

from generator.timings import Timing, Timings, as_json, as_table

SOME = (Timing("convert", 2.0, 3.5, 1000), Timing("load", 0.25, 0.25, 0), Timing("total", 2.5, 4.0, 0))


def test_a_table_aligns_its_figures() -> None:
    assert as_table(SOME).splitlines() == [
        "stage    seconds  CPU seconds  items  items/s",
        "convert     2.00         3.50  1,000    500.0",
        "load        0.25         0.25",
        "total       2.50         4.00",
    ]


def test_json_has_every_stage() -> None:
    assert json.loads(as_json(SOME))[0] == {"stage": "convert", "wall": 2.0, "cpu": 3.5, "items": 1000, "rate": 500.0}


def test_a_stage_is_measured_and_one_that_comes_again_is_added_up() -> None:
    timings = Timings()
    with timings.stage("sleep", 2):
        time.sleep(0.05)
    with timings.stage("sleep") as tally:
        time.sleep(0.05)
        tally.items += 3
    sleep, total = timings.all()

    assert (sleep.stage, sleep.items, total.stage) == ("sleep", 5, "total")
    assert 0.1 <= sleep.wall <= total.wall < 5
    assert sleep.cpu < sleep.wall
    assert sleep.rate == pytest.approx(5 / sleep.wall)


def test_a_stage_that_fails_is_measured_too() -> None:
    timings = Timings()

    with pytest.raises(ZeroDivisionError), timings.stage("work", 1):
        raise ZeroDivisionError

    assert [one.stage for one in timings.all()] == ["work", "total"]


def test_the_processor_time_of_workers_that_ended_is_counted() -> None:
    timings = Timings()
    with timings.stage("work"):
        process = get_context("spawn").Process(target=busy, args=(0.3,))
        process.start()
        process.join()

    assert timings.all()[0].cpu >= 0.3


def busy(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
