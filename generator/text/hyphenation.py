"""Where a word of American English may be parted: Liang's algorithm over the patterns that the package pyphen carries.

    pattern = letters, "." for the word's edge, and digits between them that weigh the place where they stand ("4m1p")

Of all patterns that a word holds the highest weight of each place counts; an odd one parts the word there. The places are those
of pyphen, against which the tests hold them. pyphen itself takes each of its 11,000 patterns apart before the first word, which
costs a process 35 ms; here a pattern is taken apart when a word holds it.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path

_DIGITS = "0123456789"
# Letters before the first place and after the last one, as pyphen has them.
_MARGIN = 2
# Letters that tell which patterns may stand at a place; most three begin none that is longer.
_BEGINNING = 3


def parts(word: str) -> int:
    """In how many parts hyphens would part `word`: 1 where it has no place for one."""
    patterns, _ = _patterns()
    edged = f".{word.lower()}."
    weights = [0] * (len(edged) + 1)
    for start in range(len(edged) - 1):
        short, longer = _beginning(edged[start : start + _BEGINNING])
        _weigh(weights, start, short)
        for length in longer:
            if pattern := patterns.get(edged[start : start + length]):
                _weigh(weights, start, _weights(pattern))
    return 1 + sum([weight % 2 for weight in weights[_MARGIN + 1 : len(word) - _MARGIN + 2]])


def _weigh(weights: list[int], start: int, found: Iterable[tuple[int, int]]) -> None:
    for place, weight in found:
        weights[start + place] = max(weights[start + place], weight)


# English has some 5,000 beginnings of three letters; the patterns within one are looked up once.
@lru_cache(maxsize=1 << 13)
def _beginning(letters: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """The weights of the patterns that `letters` begin with, and how many letters those may have that begin with `letters`."""
    patterns, lengths = _patterns()
    found = (patterns.get(letters[:length]) for length in range(1, len(letters) + 1))
    return tuple(weight for pattern in found if pattern for weight in _weights(pattern)), lengths.get(letters, ())


@cache
def _patterns() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """The patterns by their letters, and how many letters the longer ones have, by their first ones.

    The lines of capitals are the file's own settings.
    """
    listed = distribution("pyphen").locate_file("pyphen/dictionaries/hyph_en_US.dic")
    content = Path(str(listed)).read_bytes()
    letters = content.translate(None, _DIGITS.encode()).decode().split("\n")
    lines = zip(letters, content.decode().split("\n"), strict=True)
    patterns = {key: pattern for key, pattern in lines if not pattern.isupper()}
    lengths: dict[str, tuple[int, ...]] = {}
    for beginning, length in {(key[:_BEGINNING], len(key)) for key in patterns if len(key) > _BEGINNING}:
        lengths[beginning] = (*lengths.get(beginning, ()), length)
    return patterns, lengths


@lru_cache(maxsize=1 << 12)
def _weights(pattern: str) -> tuple[tuple[int, int], ...]:
    """The weights in a pattern, each with the number of letters before it."""
    digits = [at for at, mark in enumerate(pattern) if mark in _DIGITS]
    return tuple((at - before, int(pattern[at])) for before, at in enumerate(digits))
