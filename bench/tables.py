"""The tables of the benchmark: medians, and ratios taken round by round."""

from collections.abc import Mapping, Sequence
from statistics import median

from bench.measuring import Measured

Rounds = Mapping[str, Sequence[Measured]]
_HEADS = ("row", "seconds", "CPU seconds", "x seconds", "x CPU", "x seconds, least and most")


def main_table(rounds: Rounds, yardstick: str) -> str:
    """One line a row, each against the yardstick of its own round."""
    return _table([_HEADS, *(_line(name, found, rounds[yardstick]) for name, found in rounds.items())])


def _line(name: str, found: Sequence[Measured], base: Sequence[Measured]) -> tuple[str, ...]:
    walls = [one.wall / other.wall for one, other in zip(found, base, strict=True)]
    cpus = [one.cpu / other.cpu for one, other in zip(found, base, strict=True)]
    seconds, cpu = median(one.wall for one in found), median(one.cpu for one in found)
    extremes = f"{min(walls):.3f} to {max(walls):.3f}"
    return (name, f"{seconds:.2f}", f"{cpu:.2f}", f"{median(walls):.3f}", f"{median(cpus):.3f}", extremes)


def stage_table(rounds: Rounds) -> str:
    """Median seconds of each stage, for the rows that tell of any: one column a stage."""
    rows = {name: found for name, found in rounds.items() if any(one.stages for one in found)}
    stages = list(dict.fromkeys(stage for found in rows.values() for one in found for stage in one.stages))
    lines = [(name, *(_stage(found, stage) for stage in stages)) for name, found in rows.items()]
    return _table([("seconds by stage", *stages), *lines])


def _stage(found: Sequence[Measured], stage: str) -> str:
    given = [one.stages[stage] for one in found if stage in one.stages]
    return f"{median(given):.2f}" if given else ""


def memory_table(peaks: Mapping[str, tuple[int | None, int | None]], sizes: tuple[int, int]) -> str:
    """Peak memory at two sizes, and what each brief between them added."""
    small, large = sizes
    heads = ("peak memory of all processes", f"{small:,} briefs, MiB", f"{large:,} briefs, MiB", "kB a brief")
    return _table([heads, *((name, *_memory(*peak, large - small)) for name, peak in peaks.items())])


def _memory(small: int | None, large: int | None, briefs: int) -> tuple[str, str, str]:
    if small is None or large is None:
        return "not told", "not told", ""
    return f"{small / 2**20:.0f}", f"{large / 2**20:.0f}", f"{(large - small) / briefs / 1000:.1f}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(_aligned(row, widths) + "\n" for row in rows)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    rest = (text.rjust(width) for text, width in zip(row[1:], widths[1:], strict=True))
    return "  ".join((row[0].ljust(widths[0]), *rest)).rstrip()
