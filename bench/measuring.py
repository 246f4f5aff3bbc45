"""One command, measured as a whole: by the clock, by the processor's time, by the memory of all its processes."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.02
"""Seconds between two looks at the memory: a build of a hundred briefs is seen some fifty times."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the clock and of the processor (children included), and seconds by the clock of each stage that was told."""

    wall: float
    cpu: float
    stages: dict[str, float]


def measured(command: Sequence[str], folder: Path) -> Measured:
    """Runs a command in `folder`. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryFile() as told:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=told, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, list(command))
        told.seek(0)
        return Measured(wall, used.ru_utime + used.ru_stime, _stages(told.read()))


def _stages(told: bytes) -> dict[str, float]:
    try:
        return {row["stage"]: row["wall"] for row in json.loads(told)}
    except ValueError:
        return {}


def peak_memory(command: Sequence[str], folder: Path) -> int | None:
    """The most bytes that a command and its children held at once; None where the system does not tell.

    Memory that processes share counts once (Linux' proportional set size).
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_held, _family(process.pid))))
        time.sleep(_PAUSE)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return peak


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for one in found:
        with suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text(encoding="ascii").split())
    return found


def _held(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
