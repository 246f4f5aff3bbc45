"""Makes generator/editorial/data/challenge_weights.txt: how much each feature of a sentence says for it as a challenge.

    python -m scripts.train_challenges GOLD …

GOLD is a folder of <id>.json with "article" (a file beside it), "published", "published_in_source", "challenges" (each with
the sentences it accepts) and "also_acceptable". A sentence that states a challenge counts 1, another 0, and one that is also
acceptable not at all.

The model is a logistic regression, an article weighing as the root of its length, its weights drawn to an editor's own, HAND;
those of what stands around a sentence and of how it leans are the editor's as they are: what is told must stand alone, which
the gold does not ask. The weight of `problem` is the unit. The table lies between HAND and the model: on 57 articles that
neither had seen, F1 was .70 with HAND alone, .71 with the model alone and .71 between, and the editor's written cases, of which
no corpus has enough, hold only there. The same corpora give the same table.

It prints how well the sentences are ranked when each article is left out of the training once: the mean average precision, and
the mean share of right ones among the three first.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from generator.editorial.annotate import annotate
from generator.editorial.challenge_weights import candidates
from generator.formats.article import parse
from scripts.train_key_points import solved
from tests.eval.annotations import Annotation, read_corpus
from tests.eval.matching import states_any

TABLE = Path(__file__).parent.parent / "generator" / "editorial" / "data" / "challenge_weights.txt"
HEADER = """\
# What each feature of a sentence says for it as a challenge: a line "feature weight".
# Made by scripts/train_challenges.py; do not edit by hand.
"""
# An editor's weights, set before there was a model; the features that have none start at nothing.
HAND = {
    "problem": 1.0,
    "remedy": -0.2,
    "topical": 0.5,
    "headline": 0.3,
    "lead": 0.4,
    "contrast": 0.4,
    "past": -0.5,
    "quoted": -0.1,
    "short": -0.8,
    "figures": -0.05,
    "ending": -0.3,
    "behind": -1.3,
    "lasting": 0.3,
    "widely": 0.35,
}
KEPT = {
    "leans": -0.2,
    "hangs": -0.8,
    "question": -0.8,
    "own_voice": -0.55,
    "act": -2.0,
    "headed": 1.6,
    "introduced": 0.8,
    "introduces": -1.0,
    "conceded": -2.0,
}
TRAINED = (*HAND, "hint", "praise", "around", "late", "troubled", "worst", "long")
# How strongly the weights are drawn to HAND. Swept from 5 to 100 by leaving articles out: the average precision is .81
# throughout, and .78 where they do not move at all.
RIDGE = 30.0
# The share of the model in the table. F1 on 187 articles is the same from .2 to .35; above .5 that of the own corpus falls.
MODEL = 0.25
ROUNDS, FOLDS = 10, 10
ARTICLE = 5.0
FIRST = 3
STEEPEST = 30.0


@dataclass(frozen=True)
class Example:
    """A sentence: its features in the order of TRAINED, what the fixed weights add, whether it is right, and its weight."""

    features: tuple[float, ...]
    fixed: float
    right: bool
    weight: float


Lesson = tuple[Example, ...]


def lessons(folder: Path) -> Iterator[Lesson]:
    """The sentences of each article of a folder of annotated ones, those left out that are neither right nor wrong."""
    for gold in read_corpus(folder):
        yield lesson(gold)


def lesson(gold: Annotation) -> Lesson:
    """The sentences of one annotated article."""
    every = candidates(annotate(parse(gold.article.read_bytes(), gold.article.name, gold.given_date)))
    weight = ARTICLE / max(1, len(every)) ** 0.5
    rows = ((one.features, is_right(one.sentence.text, gold)) for one in every)
    return tuple(
        Example(tuple(found.get(name, 0.0) for name in TRAINED), _sum(KEPT, found), right, weight)
        for found, right in rows
        if right is not None
    )


def is_right(sentence: str, gold: Annotation) -> bool | None:
    """Whether a sentence states a challenge of the annotation; None where it is also acceptable."""
    if any(states_any(sentence, one.accept) for one in gold.challenges):
        return True
    return None if states_any(sentence, gold.also_acceptable) else False


def _sum(table: Mapping[str, float], found: Mapping[str, float]) -> float:
    return sum(weight * found.get(name, 0.0) for name, weight in table.items())


def logistic(value: float) -> float:
    """1 / (1 + e^-value), held where the exponential would overflow."""
    return 1 / (1 + exp(-max(-STEEPEST, min(STEEPEST, value))))


def fitted(examples: Sequence[Example], start: Sequence[float], ridge: float, unit: float = 0.0) -> list[float]:
    """The weights of a logistic regression drawn to `start`, the constant last, by Newton's method; what is fixed in an example
    counts `unit` times."""
    drawn, held = [*start, 0.0], [ridge] * len(start) + [1e-6]
    weights = list(drawn)
    for _ in range(ROUNDS):
        matrix = [[held[row] * (row == column) for column in range(len(held))] for row in range(len(held))]
        vector = [-pull * (now - first) for pull, now, first in zip(held, weights, drawn, strict=True)]
        for one in examples:
            row = (*one.features, 1.0)
            likely = logistic(unit * one.fixed + sum(map(float.__mul__, weights, row)))
            _add(matrix, vector, row, one.weight * (one.right - likely), one.weight * likely * (1 - likely))
        weights = [now + step for now, step in zip(weights, solved(matrix, vector), strict=True)]
    return weights


def _add(matrix: list[list[float]], vector: list[float], row: Sequence[float], slope: float, curve: float) -> None:
    for at, value in enumerate(row):
        if value:
            vector[at] += slope * value
            bent = curve * value
            matrix[at] = [known + bent * other for known, other in zip(matrix[at], row, strict=True)]


def trained(known: Iterable[Lesson]) -> dict[str, float]:
    """The weights that fit the lessons best near HAND, `problem` being 1."""
    examples = [one for lesson in known for one in lesson]
    hand = [HAND.get(name, 0.0) for name in TRAINED]
    summed = [
        Example((sum(map(float.__mul__, hand, one.features)) + one.fixed,), 0.0, one.right, one.weight) for one in examples
    ]
    unit = fitted(summed, [0.0], 1e-3)[0]
    weights = fitted(examples, [unit * weight for weight in hand], RIDGE, unit)
    problem = weights[TRAINED.index("problem")]
    found = {name: weight / problem for name, weight in zip(TRAINED, weights, strict=False)}
    return {**found, **{name: weight * unit / problem for name, weight in KEPT.items()}}


def between(model: Mapping[str, float]) -> dict[str, float]:
    """The weights of the table: MODEL parts of the model's and the rest of the editor's."""
    editor = {**HAND, **KEPT}
    return {name: MODEL * weight + (1 - MODEL) * editor.get(name, 0.0) for name, weight in model.items()}


def ranking(lesson: Lesson, weights: Mapping[str, float]) -> tuple[float, float] | None:
    """The average precision of the lesson's sentences and the share of right ones among the first; None where none is right."""
    fixed = weights["headed"] / KEPT["headed"]
    scored = [
        (sum(weights[name] * value for name, value in zip(TRAINED, one.features, strict=True)) + fixed * one.fixed, one.right)
        for one in lesson
    ]
    order = [right for _, right in sorted(scored, key=lambda pair: -pair[0])]
    found = [sum(order[: at + 1]) / (at + 1) for at, right in enumerate(order) if right]
    return (sum(found) / len(found), sum(order[:FIRST]) / FIRST) if found else None


def left_out(known: Sequence[Lesson]) -> tuple[float, float]:
    """The mean ranking of the lessons, each weighed without itself."""
    ranked: list[tuple[float, float] | None] = []
    for fold in range(FOLDS):
        table = between(trained(one for at, one in enumerate(known) if at % FOLDS != fold))
        ranked += [ranking(one, table) for one in known[fold::FOLDS]]
    told = [pair for pair in ranked if pair is not None]
    return sum(one for one, _ in told) / len(told), sum(share for _, share in told) / len(told)


def main(arguments: list[str]) -> None:
    """Trains on the corpora, writes the table and prints what leaving articles out gives."""
    if not arguments:
        sys.exit("usage: train_challenges.py GOLD …")
    known = [one for folder in arguments for one in lessons(Path(folder))]
    table = between(trained(known))
    TABLE.write_text(HEADER + "".join(f"{name} {weight:.3f}\n" for name, weight in table.items()), encoding="utf-8")
    precision, first = left_out(known)
    print(f"{len(known)} articles; left out: average precision {precision:.3f}, right among the first three {first:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
