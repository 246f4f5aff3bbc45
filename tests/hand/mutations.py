"""Changes one character of a quote, a number or a name in a brief, and asks whether `briefs check` names the place.

`python -m tests.hand.mutations [HOW MANY]` prints the figures for the briefs of the repository's articles and the tests'.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.conversion import brief_from_text
from generator.errors import InvalidBrief
from generator.formats import brief as brief_format
from generator.formats.brief import parse, written
from generator.pipeline.ownership import ownership, standing

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests/articles").iterdir()) + sorted((ROOT / "content/articles").iterdir())
_LINE = re.compile(r'^(?:  - |    )(text|title|quote|date|expression): "(.*)"$', re.MULTILINE)
_CLAIM = re.compile(r"\d+(?:[.,]\d+)*|(?<![.!?] )(?<!^)\b[A-Z][a-z]{2,}\b")


def briefs() -> list[str]:
    """The text of every brief."""
    return [written(brief_from_text(path.read_bytes(), path.name), "x.md") for path in ARTICLES]


def targets(text: str) -> Iterator[tuple[str, int, int]]:
    """The characters whose change changes a meaning: what they belong to, and from where to where they stand."""
    head = text[: text.index("\nreadability:")]
    for match in _LINE.finditer(head):
        if match[1] == "quote":
            yield "quote", *match.span(2)
            continue
        for claim in _CLAIM.finditer(match[2]):
            kind = "number" if claim[0][0].isdigit() else "name"
            yield f"{kind} in {match[1]}", match.start(2) + claim.start(), match.start(2) + claim.end()


def mutated(text: str, start: int, end: int, chance: random.Random) -> tuple[str, int]:
    """`text` with one letter or digit between `start` and `end` as another of its kind, and the line that it stands on."""
    places = [at for at in range(start, end) if text[at].isalnum() and text[at].isascii() and text[at - 1] != "\\"]
    at = chance.choice(places)
    kind = "0123456789" if text[at].isdigit() else "abcdefghijklmnopqrstuvwxyz"
    other = chance.choice([letter for letter in kind if letter != text[at].lower()])
    other = other.upper() if text[at].isupper() else other
    return text[:at] + other + text[at + 1 :], text.count("\n", 0, at) + 1


def is_named(text: str, line: int) -> str:
    """ "fault" or "warning" where a finding names the line; empty where none does."""
    try:
        file = parse(text, "x.md")
    except InvalidBrief as error:
        return "fault" if any(problem.line == line for problem in error.problems) else ""
    brief = standing(file)
    whose = ownership(brief) if brief else {}
    faults = brief_format.verify(file, [place for place, one in whose.items() if one == "machine"])
    claims = brief_format.claims(file, [place for place, one in whose.items() if one == "person"])
    return next((problem.severity for problem in (*faults, *claims) if problem.line == line), "")


def main(how_many: int = 1000) -> Counter[tuple[str, str]]:
    """How often a change of each kind was named, and as what."""
    chance, texts = random.Random(7), briefs()
    found: Counter[tuple[str, str]] = Counter()
    every = [(text, target) for text in texts for target in targets(text)]
    for _ in range(how_many):
        text, (kind, start, end) = chance.choice(every)
        changed, line = mutated(text, start, end, chance)
        found[kind, is_named(changed, line) or "missed"] += 1
    return found


if __name__ == "__main__":
    for (kind, named), times in sorted(main(*map(int, sys.argv[1:])).items()):
        print(f"{times:6} {kind}: {named}")
