"""Words of a person's that are those of the article but for one character of a number, a name or a date.

Who shortens a quote says what it says; where one word alone stands in the way of that, and one slip of the finger makes it a
word of the quote, it was a slip.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from generator.edtf import unqualified
from generator.errors import Problem
from generator.formats.brief.between_words import differing, is_same
from generator.formats.brief.meant import MEANT, is_meant
from generator.formats.brief.near_words import is_near, kind_of
from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import Place, item_name
from generator.formats.brief.unheld import NUMBER, WORD, unheld
from generator.text.quotes import is_subsequence, one_line
from generator.text.type_repair import repair

_SHORTEST = 3
_MORE = (0, 1, -1)
"""How many characters more one slip leaves."""
_LONGEST, _LONGEST_PHRASE = 2_000, 100
"""Characters of a statement or its quote, and of a topic: what is longer is no misprint of a shorter."""
_ENDS = ".!?"
_RUN = re.compile(r"[^\W_]+")
_MOST_OTHERS = 3
"""A space typed into a word makes two; and a name that was misspelt stands in a statement twice at times."""


def misprint(text: str, quote: str) -> tuple[str, str] | None:
    """A number or name of `text`, and that of `quote` for which it stands, where `text` is `quote` shortened but for it."""
    if _is_put_otherwise(text, quote):
        return None
    found = _in_part(text.rstrip(_ENDS), quote)
    if found and (kind_of(*found) == "number" or not text.startswith(found[0])):
        return found
    return next(((wrong, right) for whole, wrong, right in _mended(text, quote) if is_subsequence(whole, quote)), None)


def told(place: Place, slip: tuple[str, str], source: str) -> str:
    """What is said of a `slip` at `place`, whose right words stand in `source`."""
    where = place[0] if len(place) == 1 else f"the {place[-1]} of {item_name(place)}"
    return f"{kind_of(*slip)} {slip[0]!r} in {where} stands as {slip[1]!r} in {source}"


def misprinted_statements(file: BriefFile, items: Iterable[Place]) -> Iterator[Problem]:
    """A fault for each of the `items`, by their places, whose text is its quote shortened but for a number or a name."""
    for place in items:
        item, key = getattr(file.brief, str(place[0]))[place[1]], (*place, "text")
        slip = misprint(item.text, item.quote)
        if slip is not None and not is_meant(file, key):
            yield Problem(file.path, file.line(key), f"{told(key, slip, 'its quote')}; {MEANT}")


def misprinted_part(text: str, quote: str) -> tuple[str, str] | None:
    """The same where `text`, character by character, is a part of `quote` but for it."""
    line = repair(one_line(quote))
    return _in_part(text, quote) or next(
        ((wrong, right) for whole, wrong, right in _mended(text, quote) if repair(one_line(whole)) in line), None
    )


def misprinted_phrase(phrase: str, text: str) -> tuple[str, str] | None:
    """The words in which `phrase` differs by one slip from a name or a number of `text`, where that has no such phrase.

    "Platforms" where the article has "Platform" is no slip: a topic may be put otherwise.
    """
    if len(phrase) > _LONGEST_PHRASE or re.search(rf"(?<![^\W_]){re.escape(phrase)}(?![^\W_])", text, re.IGNORECASE):
        return None
    for start, end in _places(text, phrase):
        other, around = text[start:end], text[max(start - 1, 0) : start] + text[end : end + 1]
        is_other = other != other.lower() and phrase not in (f"{other}s", other.removesuffix("s"))
        is_whole = other[:1].isalnum() and other[-1:].isalnum() and not any(map(str.isalnum, around))
        if is_other and is_whole and is_near(phrase, other):
            return differing(phrase, other)
    return None


def misprinted_date(date: str, dates: Iterable[str]) -> str | None:
    """The one of `dates` (EDTF) that one slip made `date` of."""
    return next((one for one in dates if is_near(unqualified(date), unqualified(one))), None)


def misprinted_name(name: str, words: Collection[str]) -> str | None:
    """The name among the `words` of an article that one slip made `name` of, where the article has no such word.

    A name that goes on where the other ends ("German", "Germany") is another, and so are most of two letters.
    """
    if len(name) < _SHORTEST or not name[0].isalpha() or name.lower() in {word.lower() for word in words}:
        return None
    near = (word for word in words if not word.islower() and len(word) >= _SHORTEST and is_near(name, word))
    return next((word for word in sorted(near) if not word.startswith(name) and not name.startswith(word)), None)


def _is_put_otherwise(text: str, quote: str) -> bool:
    """Whether more words of `text` are not in `quote` than one slip makes, as in most statements of a person's own."""
    line, others = quote.lower(), 0
    for word in _RUN.finditer(text.lower()):
        others += word[0] not in line
        if others > _MOST_OTHERS:
            return True
    return False


def _in_part(text: str, quote: str) -> tuple[str, str] | None:
    """The words in which `text` differs by one slip from a part of `quote`, where one is a number or a name."""
    text, line = one_line(text), one_line(quote)
    if not _SHORTEST <= len(text) <= _LONGEST or len(line) > _LONGEST or text[1:] in line:
        return None
    for part in filter(None, (line[start:end] for start, end in _places(line, text))):
        other = text[0] + part[1:] if text[0].lower() == part[0].lower() else part
        found = differing(text, other) if is_near(text, other) else ("", "")
        if (kind_of(*found) == "number" or found[1] != found[1].lower()) and not is_same(*found):
            return found
    return None


def _places(line: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `line` begins or ends as `text` does, its first letter aside: one slip leaves one half of it alone."""
    half = max(len(text) // 2 - 1, 1)
    for found in re.finditer(re.escape(text[1:half]), line):
        start = max(found.start() - 1, 0)
        yield from ((start, start + len(text) + more) for more in _MORE)
    for found in re.finditer(re.escape(text[-half:]), line):
        yield from ((max(found.end() - len(text) - more, 0), found.end()) for more in _MORE)


def _mended(text: str, quote: str) -> Iterator[tuple[str, str, str]]:
    """`text` with a word of the quote's in the place of one that is near it; that one; the quote's."""
    text, words = repair(text), repair(quote)
    known = dict.fromkeys((*NUMBER.findall(words), *WORD.findall(words)))
    small = [word for word in WORD.findall(text) if word.islower() and word not in known]
    for wrong in dict.fromkeys((*unheld(text, words), *small)):
        whole = re.compile(rf"(?<![^\W_]){re.escape(wrong)}(?![^\W_])")
        rights = (right for right in known if is_near(wrong, right) and (wrong not in small or right[1:] == wrong))
        yield from ((whole.sub(right, text), wrong, right) for right in rights if not right.islower())
