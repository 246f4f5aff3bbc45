"""Numbers and names in which a person's words differ by one character from what the machine wrote.

The record in `generated` holds digests and no words. Whether one character put right makes the machine's words again can be
tried all the same: there are few such characters in the numbers and names of a field or an item. Tried is what it says, as the
machine would write it, so that another way of quoting or a comment hides no slip.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.formats.brief.between_words import around, is_same, undone
from generator.formats.brief.digests import dedented, digest, mark
from generator.formats.brief.meant import MEANT, is_meant
from generator.formats.brief.near_words import WORD, bare, is_near, kind_of, near, with_capital
from generator.formats.brief.outline import outline
from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import LISTS, Place, item_name
from generator.formats.brief.render import entry, item
from generator.model import Brief

_LINE = re.compile(r"^ *(?:- )?([a-z_]+): (.*)$", re.MULTILINE)
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|-?[.,]?\d[\d.,]*')
_START = re.compile(r"(?:^|[.!?:;])\W*$")
_CODES = frozenset(["author", "published", "source", "language", "date"])
"""Keys each word of which says whence or when, with a capital letter or without."""
_FIELDS = frozenset(Brief.model_fields) - {"body", "generated", "notes"}
_IN_TITLE_CASE = frozenset(["title"])
_LETTERS = re.compile(r"[^\W_]+")
_OWN_WORDS = 3
"""From here on a text is a person's own: one slip makes at most two words that its quote has not, where it parts a word."""
_MARGIN = 2
_STEPS_BACK = 10
_FURTHER_LETTERS = 40
_MOST_TRIES = 500_000
"""For a brief: an item of a person's takes a thousand or two, 2 ms; what is hostile takes a second and is then let be."""
_LONGEST = 4_000
"""Characters of a field or an item; the machine's are shorter."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A field or an item of a person's as the machine would write it, and the digests of what it did write there.

    The words of `settled` need no look: the quote has them.
    """

    place: Place
    source: str
    written: frozenset[str]
    settled: frozenset[str] = frozenset()

    def is_written(self, source: str) -> bool:
        """Whether the machine wrote `source`."""
        return digest(source) in self.written


@dataclass(frozen=True, slots=True)
class _Slip:
    """A word under `key`, and the `other` one that the machine wrote."""

    key: str
    word: str
    other: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What tells names from words: those that the article writes small, and its letters beyond a to z."""

    small: frozenset[str]
    letters: str


def slips(file: BriefFile, persons: Collection[Place]) -> tuple[Problem, ...]:
    """A fault for each field or item at the places `persons` that one number or name keeps from being the machine's."""
    parts = [part for part in _parts(file, persons) if len(part.source) <= _LONGEST and not part.is_written(part.source)]
    words, tries = _words(file.brief.body) if parts else _Words(frozenset(), ""), iter(range(_MOST_TRIES))
    found = [(part, slip) for part in parts if (slip := _slip(part, words, tries))]
    return tuple(_problem(file, part, slip) for part, slip in found if not is_meant(file, _place(part, slip)))


def _parts(file: BriefFile, persons: Collection[Place]) -> Iterator[_Part]:
    generated = file.brief.generated
    for name, known in generated.fields.items() if generated else ():
        if (name,) in persons and name in _FIELDS:
            yield _Part((name,), _source(file, name), frozenset([known]))
    for name in LISTS:
        recorded = {mark(text) for text in getattr(generated, name, ())}
        sources = [dedented(item(one), _MARGIN) for one in getattr(file.brief, name)] if recorded else []
        written = frozenset({one.item for one in recorded} - {digest(source) for source in sources} - {""})
        quotes = {one.quote for one in recorded}
        for number, source in enumerate(sources if written else ()):
            one = getattr(file.brief, name)[number]
            if (name, number) in persons and len(source) <= _LONGEST:
                has_old_quote = digest(one.quote) in quotes
                if not has_old_quote or _foreign(one.text, one.quote) < _OWN_WORDS:
                    yield _Part((name, number), source, written, _settled(one.quote) if has_old_quote else frozenset())


def _source(file: BriefFile, name: str) -> str:
    """A field as the machine would write it; its figures as they were typed, since a number read loses what is amiss in it."""
    drawn = outline(file.parts) if name == "readability" else None
    field = drawn.field(name) if drawn else None
    return field.span.of(file.parts.text).replace("\r\n", "\n") if field else entry(name, getattr(file.brief, name))


def _foreign(text: str, quote: str) -> int:
    """How many words of `text` its quote does not have: the machine's text has none."""
    return len(set(_LETTERS.findall(text.lower())) - set(_LETTERS.findall(quote.lower())))


def _settled(quote: str) -> frozenset[str]:
    """The words of a quote that are names or none beyond doubt: no slip makes one of them of another."""
    words = set(WORD.findall(quote))
    names = [word for word in words if not word.islower()]
    return frozenset(word for word in words if word.isalpha() and not any(is_near(word, name) for name in names))


def _slip(part: _Part, words: _Words, tries: Iterator[int]) -> _Slip | None:
    """The slip that stands in a part, where it is one that changes a number or a name."""
    return _in_words(part, words, tries) or _between_words(part, words, tries)


def _in_words(part: _Part, words: _Words, tries: Iterator[int]) -> _Slip | None:
    for key, start, end in _claims(part):
        before, word, after = part.source[:start], part.source[start:end], part.source[end:]
        is_code = key in _CODES or part.place[0] in _CODES
        others = with_capital if word.isalpha() and word.islower() and not is_code else near
        for other, _ in zip(others(word, words.letters), tries, strict=False):
            if part.is_written(f"{before}{other}{after}"):
                is_wider = key == "date" and "X" in word  # 201X for 2014: less sure, and no slip
                is_ordinary = not is_code and _is_ordinary(other, key, before, words)
                return None if is_ordinary or is_wider or is_same(word, other) else _Slip(key, *bare(word, other))
    return None


def _between_words(part: _Part, words: _Words, tries: Iterator[int]) -> _Slip | None:
    source = part.source
    for key, value in _values(part):
        for (start, end, new), _ in zip(undone(source, value, words.letters), tries, strict=False):
            if part.is_written(f"{source[:start]}{new}{source[end:]}"):
                first, last = around(source, value, start, end)
                wrong, right = source[first:last], f"{source[first:start]}{new}{source[end:last]}"
                is_code = key in _CODES or part.place[0] in _CODES
                is_claim = is_code or _has_claim(wrong, right, key, source[:first], words)
                return _Slip(key, *bare(wrong, right)) if is_claim and not is_same(wrong, right) else None
    return None


def _has_claim(wrong: str, right: str, key: str, before: str, words: _Words) -> bool:
    """Whether a number or a name stands in what the machine wrote, `right`, behind `before`, or in what became of it."""
    if any(letter.isdigit() for letter in wrong + right):
        return True
    names = (name for name in WORD.finditer(right) if not name[0].islower())
    long = (name for name in names if len(name[0]) > 1 or right[name.end() :] == ".")
    return any(not _is_ordinary(name[0], key, before + right[: name.start()], words) for name in long)


def _place(part: _Part, slip: _Slip) -> Place:
    return part.place if slip.key == part.place[0] else (*part.place, slip.key)


def _problem(file: BriefFile, part: _Part, slip: _Slip) -> Problem:
    place, name = _place(part, slip), item_name(part.place)
    where = name if place == part.place else f"the {slip.key} of {name}"
    message = f"{kind_of(slip.word, slip.other)} {slip.word!r} in {where} was {slip.other!r} when the machine wrote it; {MEANT}"
    return Problem(file.path, file.line(place), message)


def _claims(part: _Part) -> Iterator[tuple[str, int, int]]:
    """The words of the values that a slip can have changed: the key, and from where to where."""
    for line in _LINE.finditer(part.source):
        for value in _VALUE.finditer(part.source, *line.span(2)):
            for word in WORD.finditer(part.source, *value.span()):
                if word[0] not in part.settled:
                    yield line[1], *word.span()


def _values(part: _Part) -> Iterator[tuple[str, tuple[int, int]]]:
    """The texts of a part that say something, and the figures that are gone: the key, and from where to where."""
    for line in _LINE.finditer(part.source):
        if not line[2]:
            yield line[1], (line.end(), line.end())
        for text in _TEXT.finditer(part.source, *line.span(2)):
            if line[1] != "rule" and not (line[1] == "quote" and part.settled):
                yield line[1], (text.start() + 1, text.end() - 1)


def _is_ordinary(word: str, key: str, before: str, words: _Words) -> bool:
    """Whether `word`, as the machine wrote it, has its capital letter from where it stands and not from being a name."""
    has_anyway = key in _IN_TITLE_CASE or _START.search(before[-_STEPS_BACK:]) is not None
    return has_anyway and word.isalpha() and not word.islower() and word.lower() in words.small


def _words(body: str) -> _Words:
    small = frozenset(word for word in WORD.findall(body) if word.islower())
    letters = dict.fromkeys(letter for letter in body.lower() if letter.isalpha()) if not body.isascii() else {}
    further = "".join(letter for letter in letters if not letter.isascii())
    return _Words(small, further[:_FURTHER_LETTERS])
