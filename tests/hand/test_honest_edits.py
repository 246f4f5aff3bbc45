"""What a person does to a statement without changing what it claims is no slip, whichever brief it is done to."""

import random
import re
from collections.abc import Callable

import pytest

from generator.formats.brief import parse
from generator.pipeline.check import findings
from tests.hand.mutations import briefs

_STATEMENT = re.compile(r'^((?:  - |    |)(?:text|title|standfirst): ")(.*)"$', re.MULTILINE)
_MOST = 40


def one(pattern: str, new: str) -> Callable[[str, random.Random], str]:
    """An edit of one of the places where the pattern fits."""

    def edited(text: str, chance: random.Random) -> str:
        places = list(re.finditer(pattern, text))
        if not places:
            return text
        place = chance.choice(places)
        return text[: place.start()] + place.expand(new) + text[place.end() :]

    return edited


EDITS = {
    "a comma out": one(r",(?= )", ""),
    "a comma in": one(r"(?<=\w)(?= \w)", ","),
    "another apostrophe": one(r"'", "’"),
    "no full stop": one(r"\.$", ""),
    "an exclamation": one(r"\.$", "!"),
    "a word out": one(r" [a-z]{3,}(?= )", ""),
    "a word in": one(r"(?<=\w) (?=\w)", " really "),
    "a space twice": one(r" ", "  "),
    "an ordinary plural": one(r"(?<= )([a-z]{4,})(?= )", r"\1s"),
    "a year in brackets": one(r"\b(\d{4})\b", r"(\1)"),
    "a word quoted": one(r"\b([A-Z]\w+)", r"'\1'"),
    "an ordinal": one(r"\b(\d\d?)(?= [A-Z])", r"\1th"),
    "an article for another": one(r"\bthe\b", "a"),
    "a possessive": one(r"\b([A-Z][a-z]+)(?= )", r"\1's"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_honest_edit_is_no_fault(name: str) -> None:
    chance = random.Random(name)
    every = [
        (brief, line) for brief in briefs() for line in _STATEMENT.finditer(brief.text[: brief.text.index("\ngenerated:")])
    ]
    made = 0
    for brief, line in chance.sample(every, _MOST):
        edited = EDITS[name](line[2], chance)
        changed = f"{brief.text[: line.start(2)]}{edited}{brief.text[line.end(2) :]}"
        made += changed != brief.text
        found = findings(parse(changed, "x.md"), brief.article)
        assert [str(problem) for problem in found if problem.severity == "fault"] == [], edited
    assert made > 0
