"""The quality gate: converts an annotated corpus and compares the figures with their floors.

    python -m tests.eval.gate [--per-article] [--misses]      measure; exit 1 where a figure is below its floor
    python -m tests.eval.gate --update [--allow-regression]   pin the corpus and the better figures
    python -m tests.eval.gate --corpus FOLDER                 any folder of annotated articles

A changed corpus fails until it is pinned anew. `--update` keeps a floor that would drop and then exits 1, unless
`--allow-regression` says that it may. Another folder is held to floors only where it has a floors.json of its own.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.conversion import brief_from_text
from generator.errors import BriefsError
from generator.model import Brief
from tests.eval import floors as pins
from tests.eval.annotations import FLOORS_NAME, Annotation, pin_of, read_corpus
from tests.eval.measures import Counts, counts_of, figures_of
from tests.eval.misses import misses_of
from tests.eval.visible import visible_text

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Measured:
    """One article, its brief and what was counted in it; `refused` says why there is no brief."""

    gold: Annotation
    brief: Brief
    counts: Counts
    refused: str = ""


def measure(corpus: Sequence[Annotation]) -> list[Measured]:
    """Converts and counts each article; one that is refused counts as an empty brief."""
    return [_measured(gold) for gold in corpus]


def _measured(gold: Annotation) -> Measured:
    refused = ""
    try:
        brief = brief_from_text(gold.article.read_bytes(), gold.article.name, gold.given_date)
    except BriefsError as error:
        brief, refused = Brief(title=gold.id, body=""), str(error)
    return Measured(gold, brief, counts_of(gold, brief, visible_text(gold.article)), refused)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the gate; the exit status is 0 where every figure holds."""
    options = _parser().parse_args(arguments)
    folder = options.corpus or HERE / "corpus"
    path = (options.corpus or HERE) / FLOORS_NAME
    corpus = read_corpus(folder)
    measured = measure(corpus)
    figures = figures_of(one.counts for one in measured)
    pinned = pins.read_floors(path)
    _print_figures(len(corpus), figures, pinned)
    _print_articles(measured, rows=options.per_article, misses=options.misses)
    if options.update:
        return _update(path, pinned, pin_of(folder), figures, may_drop=options.allow_regression)
    return _check(pinned, pin_of(folder), figures) if path.exists() or options.corpus is None else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder of annotated articles; the repository's own by default")
    parser.add_argument("--update", action="store_true", help="pin the corpus and the figures that are better")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: let floors drop")
    parser.add_argument("--per-article", action="store_true", help="one line for each article")
    parser.add_argument("--misses", action="store_true", help="what each brief missed or got wrong")
    return parser


def _check(pinned: pins.Floors, corpus: dict[str, str | int], figures: dict[str, float]) -> int:
    faults = []
    if corpus != pinned.corpus:
        faults.append(f"the corpus is not the pinned one ({_differences(pinned, corpus)}): read what changed, then --update")
    faults += [f"{name} is measured or pinned, not both: --update" for name in pins.not_pinned(pinned, figures)]
    if not faults:
        faults = [str(drop) for drop in pins.drops(pinned, figures)]
    return _verdict(faults)


def _differences(pinned: pins.Floors, corpus: dict[str, str | int]) -> str:
    names = [name for name in corpus if corpus[name] != pinned.corpus.get(name)]
    return ", ".join(f"{name} {pinned.corpus.get(name)} -> {corpus[name]}" for name in names)


def _update(path: Path, pinned: pins.Floors, corpus: dict[str, str | int], figures: dict[str, float], *, may_drop: bool) -> int:
    after = pins.updated(pinned, corpus, figures, may_drop=may_drop)
    pins.write_floors(path, after)
    return _verdict([f"{drop}; the floor is kept" for drop in pins.drops(after, figures)])


def _verdict(faults: Sequence[str]) -> int:
    for fault in faults:
        print(f"FAIL {fault}")
    return 1 if faults else 0


def _print_figures(articles: int, figures: dict[str, float], pinned: pins.Floors) -> None:
    print(f"{'articles':36}{articles:>8}")
    least = {**pinned.floors, **pinned.ceilings}
    for name, value in figures.items():
        print(f"{name:36}{value:8.4f}" + (f"  pinned {least[name]:.4f}" if name in least else ""))


def _print_articles(measured: Sequence[Measured], *, rows: bool, misses: bool) -> None:
    if rows:
        print("\narticle: right/needed, given: challenges, key points, dates, events; leaks, quotes not in the source")
    for one in measured:
        if one.refused:
            print(f"{one.gold.id}: refused: {one.refused}")
        if rows:
            print(_row(one.gold.id, one.counts))
        if misses:
            print("\n".join(misses_of(one.gold, one.brief)))


def _row(name: str, counts: Counts) -> str:
    kinds = (counts.challenges, counts.accepted, counts.dates, counts.events)
    shown = "  ".join(f"{kind.right:2}/{kind.needed}, {kind.given:2}" for kind in kinds)
    return f"{name:30}{shown}  {counts.leaks:2} {counts.grounded.given - counts.grounded.right:2}"


if __name__ == "__main__":
    sys.exit(main())
