"""Misprints in margin notes, whose words are their writers' own and bear no other proof.

A note may say what the article does not. Where one slip makes a number of the note's quote of one that the article has nowhere,
or a name of the article's of one that it has not, it is taken for a slip; so is the brief's author in another spelling.
"""

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.formats.brief.meant import MEANT, is_meant
from generator.formats.brief.misprints import misprinted_name, told
from generator.formats.brief.near_words import is_near
from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import Place
from generator.formats.brief.unheld import NUMBER, WORD, starts_sentence, unheld
from generator.model import Note
from generator.text.body import to_text
from generator.text.type_repair import repair

_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST = 4
"""Letters of a name: a shorter one is near many, and seldom means any of them."""


def note_misprints(file: BriefFile) -> Iterator[Problem]:
    """A fault for each number and name of a note that looks like a slip, and for each author that does."""
    body = to_text(file.brief.body) if file.brief.notes else ""
    words = frozenset(_POSSESSIVE.sub("", word) for word in WORD.findall(repair(body)))
    for number, note in enumerate(file.brief.notes):
        for place, slip, source in _slips(("notes", number), note, file.brief.author or "", body, words):
            if not is_meant(file, place):
                yield Problem(file.path, file.line(place), f"{told(place, slip, source)}; {MEANT}")


def _slips(
    place: Place, note: Note, author: str, body: str, words: frozenset[str]
) -> Iterator[tuple[Place, tuple[str, str], str]]:
    text = repair(note.text)
    names = {name[0] for name in WORD.finditer(text) if not starts_sentence(text, name.start())}
    for said in dict.fromkeys(unheld(text, body)):
        if said[0].isdigit() and (figure := _number(said, note.quote)):
            yield (*place, "text"), (said, figure), "its quote"
        elif said in names and (name := _name(said, words)):
            yield (*place, "text"), (said, name), "the article"
    if note.by and is_near(note.by, author):
        yield (*place, "by"), (note.by, author), "author"


def _number(said: str, quote: str) -> str | None:
    longer = (other for other in NUMBER.findall(quote) if max(len(said), len(other)) > 1)
    return next((other for other in longer if is_near(said, other)), None)


def _name(said: str, words: frozenset[str]) -> str | None:
    """The name for which `said` stands; a word that the article writes small as well is none."""
    bare = _POSSESSIVE.sub("", said)
    found = misprinted_name(bare, words)
    return None if found is None or found.lower() in words or max(len(bare), len(found)) < _SHORTEST else found
