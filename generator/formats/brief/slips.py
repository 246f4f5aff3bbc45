"""Numbers and names in which a person's words differ by one character from what the machine wrote.

The record in `generated` holds digests and no words. Whether one character put right makes the machine's words again can be
tried all the same: there are few such characters in the numbers and names of a field or an item. A remark on the line, such as
`# sic`, says that the word is meant: with it the line is two steps away from what the machine wrote.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.formats.brief.digests import dedented, digest, mark
from generator.formats.brief.meant import MEANT
from generator.formats.brief.near_words import WORD, bare, is_near, near, with_capital
from generator.formats.brief.outline import Field, Outline, outline
from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import LISTS, Place, item_name
from generator.model import Span

_LINE = re.compile(r"^ *(?:- )?([a-z_]+): (.*)$", re.MULTILINE)
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|-?[.,]?\d[\d.,]*')
_START = re.compile(r"(?:^|[.!?:;])\W*$")
_CODES = frozenset(["author", "published", "source", "language", "date"])
"""Keys each word of which says whence or when, with a capital letter or without."""
_IN_TITLE_CASE = frozenset(["title", "topics"])
_STEPS_BACK = 10
_FURTHER_LETTERS = 40
_MOST_TRIES = 500_000
"""For a brief: an item of a person's takes a thousand or two, 2 ms; what is hostile takes a second and is then let be."""
_LONGEST = 4_000
"""Characters of a field or an item; the machine's are shorter."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A field or an item of a person's: its lines from its margin on, and the digests of what the machine wrote there.

    The words of `settled` need no look: the quote has them.
    """

    place: Place
    line: int
    source: str
    written: frozenset[str]
    settled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Slip:
    """A word at `start` of a part's source, under `key`, and the `other` one that the machine wrote."""

    key: str
    start: int
    word: str
    other: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What tells names from words: those that the article writes small, and its letters beyond a to z."""

    small: frozenset[str]
    letters: str


def slips(file: BriefFile, persons: Collection[Place]) -> tuple[Problem, ...]:
    """A fault for each field or item at the places `persons` that one number or name keeps from being the machine's."""
    drawn = outline(file.parts) if persons and file.brief.generated else None
    parts = list(_parts(file, drawn, persons)) if drawn else []
    words, tries = _words(file.brief.body) if parts else _Words(frozenset(), ""), iter(range(_MOST_TRIES))
    return tuple(_problem(file, part, slip) for part in parts if (slip := _slip(part, words, tries)))


def _parts(file: BriefFile, drawn: Outline, persons: Collection[Place]) -> Iterator[_Part]:
    generated, text = file.brief.generated, drawn.file.text
    for field in drawn.fields:
        known = generated.fields.get(field.key) if generated else None
        if known and (field.key,) in persons and _is_short(field.span):
            yield _Part((field.key,), text.count("\n", 0, field.span.start) + 1, field.span.of(text), frozenset([known]))
        if field.key in LISTS:
            yield from _items(file, drawn, field, persons)


def _items(file: BriefFile, drawn: Outline, field: Field, persons: Collection[Place]) -> Iterator[_Part]:
    recorded = {mark(text) for text in getattr(file.brief.generated, field.key)}
    written = frozenset({one.item for one in recorded} - {item.mark.item for item in field.items} - {""})
    text = drawn.file.text
    for number, item in enumerate(field.items if written else ()):
        if (field.key, number) in persons and _is_short(item.span):
            quote = getattr(file.brief, field.key)[number].quote
            is_settled = any(item.mark.quote == one.quote for one in recorded)
            line = text.count("\n", 0, item.span.start) + 1
            source = dedented(item.span.of(text), field.indent)
            yield _Part((field.key, number), line, source, written, _settled(quote) if is_settled else frozenset())


def _is_short(span: Span) -> bool:
    return span.end - span.start <= _LONGEST


def _settled(quote: str) -> frozenset[str]:
    """The words of a quote that are names or none beyond doubt: no slip makes one of them of another."""
    words = set(WORD.findall(quote))
    names = [word for word in words if not word.islower()]
    return frozenset(word for word in words if word.isalpha() and not any(is_near(word, name) for name in names))


def _slip(part: _Part, words: _Words, tries: Iterator[int]) -> _Slip | None:
    """The slip that stands in a part, where it is one that changes a number or a name."""
    for key, start, end in _claims(part):
        before, word, after = part.source[:start], part.source[start:end], part.source[end:]
        is_code = key in _CODES or part.place[0] in _CODES
        others = with_capital if word.isalpha() and word.islower() and not is_code else near
        for other, _ in zip(others(word, words.letters), tries, strict=False):
            if digest(f"{before}{other}{after}") in part.written:
                is_ordinary = not is_code and _is_ordinary(other, key, before, words)
                return None if is_ordinary else _Slip(key, start, *bare(word, other))
    return None


def _problem(file: BriefFile, part: _Part, slip: _Slip) -> Problem:
    kind = "number" if any(letter.isdigit() for letter in slip.word + slip.other) else "name"
    name = item_name(part.place)
    where = name if slip.key == part.place[0] else f"{slip.key} of {name}"
    message = f"{kind} {slip.word!r} in the {where} was {slip.other!r} when the machine wrote it; {MEANT}"
    return Problem(file.path, part.line + part.source.count("\n", 0, slip.start), message)


def _claims(part: _Part) -> Iterator[tuple[str, int, int]]:
    """The words of the values that a slip can have changed: the key, and from where to where."""
    for line in _LINE.finditer(part.source):
        for value in _VALUE.finditer(part.source, *line.span(2)):
            for word in WORD.finditer(part.source, *value.span()):
                if word[0] not in part.settled:
                    yield line[1], *word.span()


def _is_ordinary(word: str, key: str, before: str, words: _Words) -> bool:
    """Whether `word`, as the machine wrote it, has its capital letter from where it stands and not from being a name."""
    has_anyway = key in _IN_TITLE_CASE or _START.search(before[-_STEPS_BACK:]) is not None
    return has_anyway and word.isalpha() and not word.islower() and word.lower() in words.small


def _words(body: str) -> _Words:
    small = frozenset(word for word in WORD.findall(body) if word.islower())
    letters = dict.fromkeys(letter for letter in body.lower() if letter.isalpha()) if not body.isascii() else {}
    further = "".join(letter for letter in letters if not letter.isascii())
    return _Words(small, further[:_FURTHER_LETTERS])
