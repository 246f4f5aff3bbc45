"""Words of a person's that are those of the article but for one character of a number, a name or a date.

Who shortens a quote says what it says; where one word alone stands in the way of that, and one slip of the finger makes it a
word of the quote, it was a slip.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from generator.edtf import unqualified
from generator.formats.brief.near_words import is_near
from generator.formats.brief.unheld import NUMBER, WORD, unheld
from generator.text.quotes import is_subsequence, one_line
from generator.text.type_repair import repair

_SHORTEST = 3


def misprint(text: str, quote: str) -> tuple[str, str] | None:
    """A number or name of `text`, and that of `quote` for which it stands, where `text` is `quote` shortened but for it."""
    return next(((wrong, right) for whole, wrong, right in _mended(text, quote) if is_subsequence(whole, quote)), None)


def misprinted_part(text: str, quote: str) -> tuple[str, str] | None:
    """The same where `text`, character by character, is a part of `quote` but for it."""
    line = repair(one_line(quote))
    return next(((wrong, right) for whole, wrong, right in _mended(text, quote) if repair(one_line(whole)) in line), None)


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


def _mended(text: str, quote: str) -> Iterator[tuple[str, str, str]]:
    """`text` with a word of the quote's in the place of one that is near it; that one; the quote's."""
    text, words = repair(text), repair(quote)
    known = dict.fromkeys((*NUMBER.findall(words), *WORD.findall(words)))
    small = [word for word in WORD.findall(text) if word.islower() and word not in known]
    for wrong in dict.fromkeys((*unheld(text, words), *small)):
        whole = re.compile(rf"(?<![^\W_]){re.escape(wrong)}(?![^\W_])")
        rights = (right for right in known if is_near(wrong, right) and (wrong not in small or right[1:] == wrong))
        yield from ((whole.sub(right, text), wrong, right) for right in rights if not right.islower())
