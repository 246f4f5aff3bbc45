"""Makes generator/editorial/data/key_point_weights.txt: how much each feature of a sentence says that it is a key point.

    python scripts/train_key_points.py HIGHLIGHTS.json.gz [GOLD …]

HIGHLIGHTS is a list of {"text", "summary": [highlight, …]}; a sentence is worth half what it shares with the highlights
(ROUGE-1 and ROUGE-2 over stems), and half whether it is one of those that together share most (chosen greedily). GOLD is a
folder of <id>.json with "article" (a file beside it), "published", "published_in_source" and "key_sentences"; a sentence is
worth 1 if it is one of these and 0 if not.

The model is a ridge regression within articles (features and worth less the article's mean), every article of the same weight,
save that one with highlights counts HIGHLIGHT times: their summaries are made of what is new, while an editor's key points also
carry argument. The same corpora give the same table. It prints, for the gold, how many of five key points are accepted when the
article itself is left out of the training.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.editorial import standfirst
from generator.editorial.annotate import AnnotatedArticle, annotate
from generator.editorial.features import FEATURES, features
from generator.editorial.key_points import chosen
from generator.editorial.likeness import repetition, telling_words
from generator.editorial.salience import salience
from generator.formats.article import parse
from generator.text.words import content_words

TABLE = Path(__file__).parent.parent / "generator" / "editorial" / "data" / "key_point_weights.txt"
HEADER = """\
# What each feature of a sentence says for it as a key point: a line "feature weight".
# Made by scripts/train_key_points.py; do not edit by hand.
"""
# Both swept on the gold by leaving articles out: 0.05 to 1 and 0.1 to 1.5; the result is flat around these.
HIGHLIGHT = 0.2
RIDGE = 0.2
WANTED = 5
MOST = 4


@dataclass(frozen=True)
class Lesson:
    """One article with the worth of each sentence of its prose."""

    annotated: AnnotatedArticle
    worth: tuple[float, ...]
    weight: float


@dataclass(frozen=True)
class Gram:
    """The normal equations of one lesson: features by features, features by worth."""

    matrix: list[list[float]]
    vector: list[float]


def highlight_lessons(path: Path) -> list[Lesson]:
    """The lessons of a file of articles with highlights."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        entries = json.load(file)
    return [highlight_lesson(entry) for entry in entries]


def highlight_lesson(entry: dict[str, object]) -> Lesson:
    """The lesson of one article with highlights."""
    annotated = annotate(parse(str(entry["text"]).encode(), "article.txt"))
    summary = content_words(" ".join(entry["summary"]))  # type: ignore[arg-type]
    sentences = [sentence.words for sentence in annotated.prose]
    best = together(sentences, summary)
    worth = (min(1.0, 2 * likeness(words, summary)) + (number in best) for number, words in enumerate(sentences))
    return Lesson(annotated, tuple(one / 2 for one in worth), HIGHLIGHT)


def together(sentences: list[tuple[str, ...]], summary: Sequence[str]) -> list[int]:
    """The sentences, at most four, that together are most like the summary, each of them adding to it."""
    best: list[int] = []
    reached = 0.0
    while len(best) < MOST:
        rest = [number for number in range(len(sentences)) if number not in best]
        found = {
            number: likeness([word for one in sorted([*best, number]) for word in sentences[one]], summary) for number in rest
        }
        number = max(found, key=found.__getitem__, default=-1)
        if number < 0 or found[number] <= reached:
            break
        best.append(number)
        reached = found[number]
    return best


def likeness(words: Sequence[str], summary: Sequence[str]) -> float:
    """ROUGE-1 and ROUGE-2 together, 0 to 2."""
    return shared(words, summary, 1) + shared(words, summary, 2)


def shared(words: Sequence[str], summary: Sequence[str], size: int) -> float:
    """The F1 of the runs of `size` words that both have."""
    ours, theirs = runs(words, size), runs(summary, size)
    return 2 * (ours & theirs).total() / ((ours.total() + theirs.total()) or 1)


def runs(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    """The runs of `size` words with their number."""
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def gold_lessons(folder: Path) -> list[Lesson]:
    """The lessons of a folder of annotated articles."""
    return [gold_lesson(path) for path in sorted(folder.glob("*.json"))]


def gold_lesson(path: Path) -> Lesson:
    """The lesson of one annotated article."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    file = path.parent / gold["article"]
    annotated = annotate(parse(file.read_bytes(), file.name, None if gold["published_in_source"] else gold["published"]))
    keys = [telling_words(key) for key in gold["key_sentences"]]
    worth = (max((repetition(telling_words(one.text), key) for key in keys), default=0.0) for one in annotated.prose)
    return Lesson(annotated, tuple(float(one >= 0.9) for one in worth), 1.0)


def gram(lesson: Lesson) -> Gram:
    """The normal equations of `lesson`, its means taken out."""
    table = [[found[name] for name in FEATURES] for found in features(lesson.annotated)]
    size = len(table) or 1
    means = [sum(column) / size for column in zip(*table, strict=True)]
    rows = [[value - mean for value, mean in zip(row, means, strict=True)] for row in table]
    level = sum(lesson.worth) / size
    worth = [(one - level) * lesson.weight / size for one in lesson.worth]
    scale = lesson.weight / size
    columns = list(zip(*rows, strict=True)) or [() for _ in FEATURES]
    matrix = [[scale * sum(map(float.__mul__, a, b)) for b in columns] for a in columns]
    return Gram(matrix, [sum(map(float.__mul__, column, worth)) for column in columns])


def weights_of(grams: Iterable[Gram]) -> dict[str, float]:
    """The weights that fit the lessons behind `grams` best, small ones preferred."""
    matrix = [[RIDGE * (row == column) for column in range(len(FEATURES))] for row in range(len(FEATURES))]
    vector = [0.0] * len(FEATURES)
    for one in grams:
        matrix = [list(map(float.__add__, map(float, a), b)) for a, b in zip(matrix, one.matrix, strict=True)]
        vector = list(map(float.__add__, vector, one.vector))
    return dict(zip(FEATURES, solved(matrix, vector), strict=True))


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a positive definite system, by Gaussian elimination."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for at, pivot in enumerate(rows):
        for row in rows[at + 1 :]:
            factor = row[at] / pivot[at]
            row[at:] = [a - factor * b for a, b in zip(row[at:], pivot[at:], strict=True)]
    solution = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(rows[at][later] * solution[later] for later in range(at + 1, len(rows)))
        solution[at] = (rows[at][-1] - known) / rows[at][at]
    return solution


def accepted(lesson: Lesson, table: dict[str, float]) -> int:
    """How many of the first key points of the lesson's article are accepted with these weights."""
    found = chosen(salience(lesson.annotated, table), standfirst.choose(lesson.annotated), WANTED)
    worth = dict(zip(lesson.annotated.prose, lesson.worth, strict=True))
    return sum(worth[one.sentence] > 0 for one in found)


def main(arguments: list[str]) -> None:
    """Trains on the corpora, writes the table and prints what leaving articles out gives."""
    if not arguments:
        sys.exit("usage: train_key_points.py HIGHLIGHTS.json.gz [GOLD …]")
    gold = [lesson for folder in arguments[1:] for lesson in gold_lessons(Path(folder))]
    grams = [gram(lesson) for lesson in gold]
    others = [gram(lesson) for lesson in highlight_lessons(Path(arguments[0]))]
    for number, lesson in enumerate(gold):
        left = weights_of([*others, *grams[:number], *grams[number + 1 :]])
        print(f"{accepted(lesson, left)} of {WANTED}  {lesson.annotated.article.headline}")
    table = weights_of([*others, *grams])
    TABLE.write_text(HEADER + "".join(f"{name} {weight:.3f}\n" for name, weight in table.items()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
