"""The long form of the machine: `python -m tests.building.long [RUNS [STEPS]]`, 100 runs of 20 steps where nothing else is
said."""

import sys
import time

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.building.machine import Building


def main(runs: int = 100, steps: int = 20, number: int = 0) -> None:
    started = time.monotonic()
    options = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=(Phase.generate,),
    )
    run_state_machine_as_test(seed(number or time.time_ns())(Building), settings=options)
    print(f"{runs} runs of {steps} steps: every build left what a clean one does ({time.monotonic() - started:.0f} s)")
    for what, times in Building.tally.most_common():
        print(f"{times:8} {what}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
