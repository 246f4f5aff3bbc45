"""The long form of the machine: `python -m tests.hand.long [RUNS [STEPS]]`, 1,000 runs of 30 steps where nothing else is
said."""

import sys
import time

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.hand.machine import Hand

PHASES = (Phase.generate,)
"""A failure of a long run is shown as it was found: making it short can take longer than the run."""


def main(runs: int = 1000, steps: int = 30) -> None:
    started = time.monotonic()
    options = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=PHASES,
    )
    run_state_machine_as_test(Hand, settings=options)
    print(f"{runs} runs of {steps} steps: no word lost, no second build changed a byte ({time.monotonic() - started:.0f} s)")
    for what, times in Hand.tally.most_common():
        print(f"{times:8} {what}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
