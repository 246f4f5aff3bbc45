"""How much a sentence deserves to be told: a weighted sum of its features.

The weights are the table data/key_point_weights.txt, which scripts/train_key_points.py makes. A score is the expected worth of
the sentence as a key point, about 0 to 1, less the article's mean: it compares the sentences of one article only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.editorial.annotate import AnnotatedArticle, AnnotatedSentence
from generator.editorial.features import features
from generator.editorial.word_tables import entries


@dataclass(frozen=True, slots=True)
class Salience:
    """A sentence with its features by name and its score."""

    sentence: AnnotatedSentence
    features: Mapping[str, float]
    score: float


def salience(annotated: AnnotatedArticle, table: Mapping[str, float] | None = None) -> tuple[Salience, ...]:
    """The salience of each sentence of the prose, in the article's order; `table` is the project's own unless given."""
    found = features(annotated)
    raw = [score(one, weights() if table is None else table) for one in found]
    mean = sum(raw) / len(raw) if raw else 0.0
    return tuple(
        Salience(sentence, one, value - mean) for sentence, one, value in zip(annotated.prose, found, raw, strict=True)
    )


def score(found: Mapping[str, float], table: Mapping[str, float]) -> float:
    """The weighted sum of the features `found`; a feature without a weight counts nothing."""
    return sum(table.get(name, 0.0) * value for name, value in found.items() if value)


@cache
def weights() -> Mapping[str, float]:
    """The project's own weight of each feature."""
    return {name: float(weight) for name, weight in (line.split() for line in entries("key_point_weights"))}
