"""The long form: `python -m tests.building.long [RUNS [STEPS [SEED]]]`, 100 runs of 20 steps where nothing else is said.

A build is cut off at each of its calls first, then the machine runs.
"""

import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.building.crashes import calls, cut_off, half_changed
from tests.building.machine import Building
from tests.building.site import ENDS


def main(runs: int = 100, steps: int = 20, number: int = 0) -> None:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        project = half_changed(Path(folder))
        count = calls(project, Path(folder))
        cut_off(project, Path(folder), range(1, count))
    print(f"killed and refused at each of {count} calls: the next build left what a clean one does")
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
    for how, times in ENDS.items():
        print(f"{times:8} {f'without MkDocs: {how.name}' if how else 'with MkDocs from the beginning'}")
    for what, times in Building.tally.most_common():
        print(f"{times:8} {what}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
