"""Changes one character of a quote, a number or a name of a brief, and asks whether `briefs check` names it as a fault.

`python -m tests.hand.mutations [HOW MANY [SEEDS]]` prints the figures for the briefs of the repository's articles and the
tests', and for those in the repository. A name is a word with a capital letter that the article writes so alone, or that stands
so within a sentence; of a code (an address, a file, a date, a language) every word counts. Left out are the digests in
`generated`, which no reader is shown, and notes, whose words no article bears out.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.conversion import brief_from_text
from generator.errors import InvalidBrief
from generator.formats.brief import parse, written
from generator.pipeline.check import Article, findings

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests/articles").iterdir()) + sorted((ROOT / "content/articles").iterdir())
_LINE = re.compile(r"^(  - |    |  |)([a-z_]+):(.*)$", re.MULTILINE)
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?')
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
_INNER = re.compile(r"(?<=[^\W_] )[^\W_]+|(?<=, )[^\W_]+|[^\W_]+(?=['’-])")
_WITHIN = re.compile(r"[^.!?:;]\s+[\"'“‘(]*$")
_CODES = ("author", "published", "source", "language", "date")
_ITEMS = {"key_points": "key point", "challenges": "challenge", "timeline": "timeline event"}


@dataclass(frozen=True)
class Target:
    """Characters whose change changes a meaning: what they belong to, what a finding must call it, and where they stand."""

    kind: str
    item: str
    start: int
    end: int


@dataclass(frozen=True)
class Written:
    """A brief, and the article that it was made of."""

    text: str
    article: Article


def briefs() -> list[Written]:
    """Every brief as it is made, and those of the repository as people have corrected them."""
    articles = [Article(path.name, path.read_bytes()) for path in ARTICLES]
    standing = sorted((ROOT / "content/briefs").iterdir())
    corrected = [(path, article) for path in standing for article in ARTICLES if article.stem == path.stem]
    return [
        *(Written(path.read_text(encoding="utf-8"), Article(one.name, one.read_bytes())) for path, one in corrected),
        *_made(articles),
    ]


def _made(articles: list[Article]) -> list[Written]:
    return [Written(written(brief_from_text(one.content, one.shown), "x.md"), one) for one in articles]


def targets(text: str) -> Iterator[Target]:
    """All that a change can change the meaning of, in the order of the file."""
    head, body = text.index("\ngenerated:"), text.index("\n---\n", 4) + 5
    words = set(_INNER.findall(text[body:]))
    section, number = "", -1
    for line in _LINE.finditer(text, 0, head + 1):
        indent, key = line[1], line[2]
        if not indent:
            section, number = key, -1
        number += indent == "  - "
        item = f"{_ITEMS[section]} {number + 1}" if section in _ITEMS else section
        if key != "rule" and section != "notes":
            yield from _in_line(text, line, item, words)
    yield from _claims(text, "body", "body", (body, len(text)), words)


def _in_line(text: str, line: re.Match[str], item: str, words: set[str]) -> Iterator[Target]:
    for value in _VALUE.finditer(text, line.start(3), line.end(3)):
        start, end = (value.start() + 1, value.end() - 1) if value[0].startswith('"') else value.span()
        if line[2] == "quote":
            yield Target("quote", item, start, end)
        else:
            yield from _claims(text, line[2], item, (start, end), words)


def _claims(text: str, key: str, item: str, span: tuple[int, int], words: set[str]) -> Iterator[Target]:
    for word in _WORD.finditer(text, *span):
        is_within = key not in ("title", "topics") and _WITHIN.search(text, max(span[0], word.start() - 40), word.start())
        is_known = word[0] in words and word[0].lower() not in words
        is_name = len(word[0]) > 1 and not word[0].islower() and (is_within or is_known)
        if any(letter.isdigit() for letter in word[0]):
            yield Target(f"number in {key}", item, *word.span())
        elif is_name or key in _CODES:
            yield Target(f"name in {key}", item, *word.span())


def mutated(text: str, target: Target, chance: random.Random) -> tuple[str, int]:
    """`text` with one character of the target another, gone, doubled or swapped with the next, and the line of the change.

    What is swapped may be a space or a sign, behind the target too; the last character of a line is not.
    """
    is_number = target.kind.startswith("number")
    kinds = [at for at in range(target.start, target.end) if text[at].isalnum() or (is_number and text[at] in ".,")]
    places = [at for at in kinds if text[at - 1] != "\\"]
    at = chance.choice(places)
    line = text.count("\n", 0, at) + 1
    way = chance.choices(("another", "gone", "doubled", "swapped"), (7, 1, 1, 1))[0]
    if way == "gone" and not _leaves_an_article(text, at):
        return text[:at] + text[at + 1 :], line
    if way == "doubled":
        return text[:at] + text[at] + text[at:], line
    if way == "swapped" and text[at + 1] not in f'\n"\\{text[at]}':
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :], line
    kind = "0123456789" if is_number and not text[at].isalpha() else "abcdefghijklmnopqrstuvwxyz"
    other = chance.choice([letter for letter in kind if letter != text[at].lower()])
    return text[:at] + (other.upper() if text[at].isupper() else other) + text[at + 1 :], line


def _leaves_an_article(text: str, at: int) -> bool:
    """Whether the character is a word of its own with a small letter's meaning: "A wall", "What I saw"."""
    return text[at] in "AI" and not text[at - 1].isalnum() and text[at + 1] == " "


def is_named(brief: Written, text: str, line: int, item: str) -> str:
    """ "fault" or "warning" where a finding names line and item of a change; empty where none does."""
    try:
        found = tuple(findings(parse(text, "x.md"), brief.article))
    except InvalidBrief as error:
        found = error.problems
    named = {problem.severity for problem in found if problem.line == line and item in problem.message}
    return next((severity for severity in ("fault", "warning") if severity in named), "")


def main(how_many: int = 1000, seed: int = 1) -> Counter[tuple[str, str]]:
    """How often a change of each kind was named, and as what."""
    chance, texts = random.Random(seed), briefs()
    found: Counter[tuple[str, str]] = Counter()
    every = [(brief, target) for brief in texts for target in targets(brief.text)]
    for _ in range(how_many):
        brief, target = chance.choice(every)
        changed, line = mutated(brief.text, target, chance)
        named = is_named(brief, changed, line, target.item) or "missed"
        found[target.kind, named] += 1
        if named != "fault" and __name__ == "__main__":
            print(f"{named}: {target}: {changed[target.start - 40 : target.end + 40]!r}")
    return found


if __name__ == "__main__":
    asked = [int(argument) for argument in sys.argv[1:]]
    figures: Counter[tuple[str, str]] = Counter()
    for seed in range(1, (asked[1:] or [1])[0] + 1):
        figures.update(main((asked or [1000])[0], seed))
    for (kind, named), times in sorted(figures.items()):
        print(f"{times:6} {kind}: {named}")
