"""The terms of a text, as the search index holds them and as the search page's script cuts a query.

    Crème brûlée's    creme  brulee  s           lower case, compatibility forms resolved, accents off
    Straße, Łódź      strasse  lodz              letters that no decomposition mends are in _LETTERS
    抖音电商           抖音  音电  电商  商          scripts without spaces: every pair of neighbours, and the last one alone
    e-commerce        e  commerce                whatever is no letter, digit or mark parts words

A term ends after 32 characters. `themes/brief/js/search.js` does the same to a query; the tests hold the two together.
Nothing is stemmed: a query finds what begins with it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

LONGEST_TERM = 32
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d", "ς": "σ"}
)
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")  # Latin, Greek, Cyrillic; Hebrew and Arabic points
_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """`text` in lower case without accents."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.lower())).lower()
    return unicodedata.normalize("NFC", plain).translate(_LETTERS)


def terms(text: str) -> Iterator[str]:
    """Every term of `text`, in its order, as often as it stands there."""
    folded = fold(text)
    return _terms_of_ascii(folded) if folded.isascii() else _terms_of_any_script(folded)


def _terms_of_ascii(folded: str) -> Iterator[str]:
    # A pattern takes twice as long, and hardly a text has a word to be cut.
    words = folded.translate(_ASCII_WORDS).split()
    if max(map(len, words), default=0) > LONGEST_TERM:
        words = [word[:LONGEST_TERM] for word in words]
    return iter(words)


def _terms_of_any_script(folded: str) -> Iterator[str]:
    for match in _word().finditer(folded):
        if match["run"]:
            yield from _pairs(match["run"])
        else:
            yield match[0][:LONGEST_TERM]


def _pairs(run: str) -> Iterator[str]:
    yield from (run[at : at + 2] for at in range(len(run) - 1))
    yield run[-1]


@cache
def _word() -> re.Pattern[str]:
    letters = rf"(?:[^\W_{_WITHOUT_SPACES}]|[{_marks()}])+"
    return re.compile(rf"(?P<run>[{_WITHOUT_SPACES}]+)|{letters}")


def _marks() -> str:
    """The vowel signs and other marks of all scripts outside _WITHOUT_SPACES, which Python's `\\w` leaves out."""
    spaceless = re.compile(f"[{_WITHOUT_SPACES}]")
    points = (chr(point) for point in range(0x300, 0x10000))
    return "".join(point for point in points if unicodedata.category(point)[0] == "M" and not spaceless.match(point))
