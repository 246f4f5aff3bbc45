"""Numbers and names of a brief's text that differ by one character from those of its article."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.errors import Problem
from generator.formats.brief.between_words import differing, is_same
from generator.formats.brief.near_words import WORD, bare, is_near, kind_of
from generator.formats.brief.parse import BriefFile

_LONGEST = 20_000
"""Characters of a line that words are compared in: what is longer is no paragraph that a person retypes."""


def text_slips(file: BriefFile, article: str, name: str) -> Iterator[Problem]:
    """A fault for each word of the text that a slip made of one of `article`, the Markdown of the article called `name`."""
    first = file.parts.text.count("\n", 0, file.parts.body.start) + 1
    for at, line, other in _changed(file.brief.body.split("\n"), article.split("\n")):
        for wrong, right in (bare(*slip) for slip in _slips(line, other)):
            message = f"{kind_of(wrong, right)} {wrong!r} in the body stands as {right!r} in {name}; correct it here or there"
            yield Problem(file.path, first + at, message)


def _changed(lines: list[str], others: list[str]) -> Iterator[tuple[int, str, str]]:
    """The lines that stand for another one of the article's, between those that are the same."""
    start = next((at for at, (a, b) in enumerate(zip(lines, others, strict=False)) if a != b), min(len(lines), len(others)))
    while lines[start:] and others[start:] and lines[-1] == others[-1]:
        lines, others = lines[:-1], others[:-1]
    if len(lines) == len(others):
        yield from ((start + at, a, b) for at, (a, b) in enumerate(zip(lines[start:], others[start:], strict=True)) if a != b)


def _slips(line: str, other: str) -> Iterator[tuple[str, str]]:
    if max(len(line), len(other)) > _LONGEST:
        return
    if is_near(line, other):
        wrong, right = differing(line, other)
        yield from [(wrong, right)] if not is_same(wrong, right) and not _is_small(right) else []
        return
    words, others = WORD.findall(line), WORD.findall(other)
    for kind, a, b, c, d in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if kind == "replace" and b - a == d - c:
            yield from ((x, y) for x, y in zip(words[a:b], others[c:d], strict=True) if is_near(x, y) and not _is_small(y))


def _is_small(word: str) -> bool:
    return word == word.lower() and not any(letter.isdigit() for letter in word)
