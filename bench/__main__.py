"""`python -m bench`: builds the same briefs in many ways, in turn, and prints what each took. It opens no connection.

Every round builds every row once, so that whatever else the machine does meets all of them; a first round is not counted.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.measuring import Measured, measured, peak_memory
from bench.rows import HUGO, MKDOCS, Row, laid_out
from bench.tables import main_table, memory_table, stage_table


def main(arguments: Sequence[str] | None = None) -> int:
    """Lays the sites out, measures, and prints the tables."""
    given = _parser().parse_args(arguments)
    jobs = [None if one == "all" else int(one) for one in given.jobs.split(",")]
    yardstick = HUGO if given.hugo else MKDOCS
    print(_circumstances(given.briefs, given.rounds, yardstick))
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        rows = laid_out(Path(scratch) / "large", given.briefs, given.seed, jobs, given.hugo)
        rounds = _rounds(rows, given.rounds, warm_up=not given.no_warm_up)
        print(main_table(rounds, yardstick))
        print(stage_table(rounds))
        if not given.no_memory:
            small = laid_out(Path(scratch) / "small", given.briefs // 2, given.seed, jobs, given.hugo)
            print(memory_table(_peaks(small, rows), (given.briefs // 2, given.briefs)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures builds of the same briefs in turn.")
    parser.add_argument("-n", "--briefs", type=int, default=1000, help="how many briefs (1000)")
    parser.add_argument("--rounds", type=int, default=3, help="how many rounds are counted (3)")
    parser.add_argument("--jobs", default="1,all", help="numbers of processes, with commas between (1,all)")
    parser.add_argument("--hugo", metavar="PROGRAM", help="measure this Hugo as well, and take it as the yardstick")
    parser.add_argument("--seed", type=int, default=1, help="another corpus of the same kind (1)")
    parser.add_argument("--no-warm-up", action="store_true", help="count the first round as well")
    parser.add_argument("--no-memory", action="store_true", help="leave the memory out")
    return parser


def _circumstances(briefs: int, rounds: int, yardstick: str) -> str:
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    versions = f"Python {platform.python_version()}, MkDocs {version('mkdocs')}, annotated-briefs {version('annotated-briefs')}"
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load}"
    today = datetime.now(UTC).date().isoformat()
    return f"{today}; {machine}; {versions}\n{briefs:,} briefs; medians of {rounds}; x is against '{yardstick}'\n"


def _rounds(rows: Sequence[Row], count: int, *, warm_up: bool) -> dict[str, list[Measured]]:
    found: dict[str, list[Measured]] = defaultdict(list)
    for number in range(0 if warm_up else 1, count + 1):
        for row in rows:
            row.prepare(f"Round {number}")
            once = measured(row.command, row.folder)
            if number:
                found[row.name].append(once)
    return found


def _peaks(small: Sequence[Row], large: Sequence[Row]) -> dict[str, tuple[int | None, int | None]]:
    """The peaks of the clean builds at both sizes."""
    pairs = [pair for pair in zip(small, large, strict=True) if "clean" in pair[0].name and "minimal" not in pair[0].name]
    return {one.name: (_peak(one), _peak(other)) for one, other in pairs}


def _peak(row: Row) -> int | None:
    row.prepare("Memory")
    return peak_memory(row.command, row.folder)


if __name__ == "__main__":
    sys.exit(main())
