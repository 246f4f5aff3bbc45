"""The pinned floors: what the figures of a corpus must not fall below, and which corpus they were measured on.

    {"corpus": {"digest": ..., "articles": ...}, "floors": {figure: least}, "ceilings": {figure: most}}

A floor only rises. One that would drop is kept, unless it is said that it may.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

# A figure that is a fault: less of it is better.
FAULTS = frozenset({"key_point_redundancy", "boilerplate_leaks"})
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Floors:
    """What is pinned; empty where nothing was yet."""

    corpus: Mapping[str, str | int] = field(default_factory=dict)
    floors: Mapping[str, float] = field(default_factory=dict)
    ceilings: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drop:
    """A figure on the wrong side of its pin."""

    figure: str
    pinned: float
    measured: float

    def __str__(self) -> str:
        side, word = ("above", "ceiling") if self.figure in FAULTS else ("below", "floor")
        return f"{self.figure} is {self.measured:.{DECIMALS}f}, {side} its {word} of {self.pinned:.{DECIMALS}f}"


def rounded(figures: Mapping[str, float]) -> dict[str, float]:
    """The figures at the precision that is pinned and compared."""
    return {name: round(value, DECIMALS) for name, value in figures.items()}


def drops(pinned: Floors, figures: Mapping[str, float]) -> list[Drop]:
    """The figures that are worse than pinned."""
    measured = rounded(figures)
    fallen = [Drop(name, least, measured[name]) for name, least in pinned.floors.items() if measured[name] < least]
    risen = [Drop(name, most, measured[name]) for name, most in pinned.ceilings.items() if measured[name] > most]
    return fallen + risen


def not_pinned(pinned: Floors, figures: Mapping[str, float]) -> list[str]:
    """The figures that have no floor or ceiling, and the pins that nothing measures any more."""
    return sorted(figures.keys() ^ (pinned.floors.keys() | pinned.ceilings.keys()))


def updated(pinned: Floors, corpus: Mapping[str, str | int], figures: Mapping[str, float], *, may_drop: bool) -> Floors:
    """The pins for this corpus: better figures are taken over, worse ones only where they may drop."""
    worse = {} if may_drop else {drop.figure: drop.pinned for drop in drops(_of(pinned, figures), figures)}
    pins = {**rounded(figures), **worse}
    return Floors(
        corpus=dict(corpus),
        floors={name: value for name, value in pins.items() if name not in FAULTS},
        ceilings={name: value for name, value in pins.items() if name in FAULTS},
    )


def _of(pinned: Floors, figures: Mapping[str, float]) -> Floors:
    """The pins of figures that are still measured."""
    return Floors(
        pinned.corpus,
        {name: value for name, value in pinned.floors.items() if name in figures},
        {name: value for name, value in pinned.ceilings.items() if name in figures},
    )


def read_floors(path: Path) -> Floors:
    """The pins in a file; none where it does not exist."""
    if not path.exists():
        return Floors()
    return Floors(**json.loads(path.read_text(encoding="utf-8")))


def write_floors(path: Path, floors: Floors) -> None:
    """Writes the pins, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(asdict(floors), indent=2) + "\n")
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
