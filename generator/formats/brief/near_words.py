"""Words that a slip of the finger makes of each other: one character another, gone or added, or two in each other's places."""

import re
from collections.abc import Iterator

WORD = re.compile(r"[.,]{0,2}\d[\d.,]*(?![^\W_])|[^\W_]+")
"""A number with the points and commas at it, or the letters and digits between signs."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
SIGNS = " .,-'’–:/%$€£"
"""What stands in a number or a name, or at one, and belongs to it."""


def is_near(word: str, other: str) -> bool:
    """Whether one slip makes `other` of `word`; a word is not near itself, nor one that differs in small and capital alone."""
    if word.lower() == other.lower() or abs(len(word) - len(other)) > 1:
        return False
    start = common(word, other)
    ends = {(word[start + a :], other[start + b :]) for a, b in ((1, 1), (1, 0), (0, 1))}
    swapped = word[start + 1 : start + 2] + word[start : start + 1] + word[start + 2 :]
    return any(a == b for a, b in ends) or swapped == other[start:]


def common(one: str, other: str) -> int:
    """How many characters the two have in common before one differs."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def near(word: str, letters: str = "") -> Iterator[str]:
    """The words that one slip makes of `word`, of the letters a to z and the further `letters`, or of digits."""
    small = _added(word, letters)
    for at, old in enumerate(word):
        yield word[:at] + word[at + 1 :]
        yield from (word[:at] + new + word[at + 1 :] for new in (small.upper() if old.isupper() else small) if new != old)
        if word[at + 1 : at + 2] not in ("", old):
            yield word[:at] + word[at + 1] + old + word[at + 2 :]
    both = small if word.islower() else small + small.upper()
    yield from (word[:at] + new + word[at:] for at in range(len(word) + 1) for new in both)
    yield from with_capital(word, letters)
    if is_number(word):
        yield from (one for new in LETTERS for one in (word + new, word + new.upper(), new + word))


def with_capital(word: str, letters: str = "") -> Iterator[str]:
    """The names that `word` is without its first letter."""
    return (new + word for new in f"{LETTERS}{letters}".upper())


def _added(word: str, letters: str) -> str:
    if is_number(word):
        return f"{DIGITS}{SIGNS}"
    return f"{LETTERS}{letters}" if word.islower() and word.isalpha() else f"{LETTERS}{DIGITS}{letters}{SIGNS}"


def is_number(word: str) -> bool:
    """Whether a word is of digits, points and commas."""
    return word.strip(".,").replace(",", "").replace(".", "").isdigit()


def kind_of(word: str, other: str) -> str:
    """What two words are that a slip makes of each other: "number" where either has a digit, else "name"."""
    return "number" if any(letter.isdigit() for letter in word + other) else "name"


def bare(word: str, other: str) -> tuple[str, str]:
    """Two words without the points and commas that both end with: those of the sentence."""
    while word[-1:] == other[-1:] and word.endswith((".", ",")) and word[-2:-1] not in ("", " "):
        word, other = word[:-1], other[:-1]
    return word, other
