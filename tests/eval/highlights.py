"""How near three chosen sentences come to the highlights that editors wrote: ROUGE beside the first three and three by chance.

    python -m tests.eval.highlights CORPUS.json.gz

CORPUS is a list of {"text", "summary": [highlight, …]}. "cross-validated" chooses for each article with weights trained on the
highlights of the other nineteen twentieths, "shipped" with the project's own table; both take the quotes and not the shortened
texts. Page chrome is left out as for a brief, for every line alike.
"""

import gzip
import json
import random
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.editorial.key_points import chosen
from generator.editorial.salience import salience, weights
from scripts.train_key_points import Lesson, gram, highlight_lesson, weights_of
from tests.eval.rouge import Scores, rouge

WANTED = 3
FOLDS = 20

Chooser = Callable[[int, Lesson], list[str]]


def sentences(lesson: Lesson) -> list[str]:
    """The sentences of the article in order."""
    return [one.text for one in lesson.annotated.prose]


def picked(lesson: Lesson, table: Mapping[str, float]) -> list[str]:
    """The three sentences that the key points would take."""
    return [one.sentence.text for one in chosen(salience(lesson.annotated, table), None, WANTED)]


def by_chance(number: int, lesson: Lesson) -> list[str]:
    """Three sentences by chance, the same ones each time."""
    every = sentences(lesson)
    places = random.Random(number).sample(range(len(every)), min(WANTED, len(every)))
    return [every[place] for place in sorted(places)]


def cross_validated(lessons: list[Lesson]) -> Chooser:
    """Chooses with weights for which the article was not seen."""
    # Alone, without the gold beside them, the articles count in full.
    grams = [gram(replace(lesson, weight=1.0)) for lesson in lessons]
    tables = [weights_of(one for number, one in enumerate(grams) if number % FOLDS != fold) for fold in range(FOLDS)]
    return lambda number, lesson: picked(lesson, tables[number % FOLDS])


def mean(scores: Iterable[Scores]) -> Scores:
    """The mean of each measure, in per cent."""
    every = list(scores)
    one, two, longest = (100 * sum(column) / len(every) for column in zip(*every, strict=True))
    return one, two, longest


def main(arguments: list[str]) -> None:
    """Prints one line for each way to choose."""
    if len(arguments) != 1:
        sys.exit("usage: python -m tests.eval.highlights CORPUS.json.gz")
    entries = json.loads(gzip.decompress(Path(arguments[0]).read_bytes()))
    lessons = [highlight_lesson(entry) for entry in entries]
    ways: dict[str, Chooser] = {
        "cross-validated": cross_validated(lessons),
        "shipped": lambda _, lesson: picked(lesson, weights()),
        "lead-3": lambda _, lesson: sentences(lesson)[:WANTED],
        "random": by_chance,
    }
    print(f"{len(lessons)} articles     ROUGE-1  ROUGE-2  ROUGE-L")
    for name, choose in ways.items():
        found = (choose(number, lesson) for number, lesson in enumerate(lessons))
        scores = mean(rouge(entry["summary"], one) for entry, one in zip(entries, found, strict=True))
        print(f"{name:16}" + "".join(f"{score:9.2f}" for score in scores))


if __name__ == "__main__":
    main(sys.argv[1:])
