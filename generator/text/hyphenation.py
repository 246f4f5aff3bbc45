"""Where a word of American English may be parted: Liang's algorithm over the patterns that the package pyphen carries.

    pattern = letters, "." for the word's edge, and digits between them that weigh the place where they stand ("4m1p")

Of all patterns that a word holds the highest weight of each place counts; an odd one parts the word there. The places are those
of pyphen, against which the tests hold them. pyphen itself takes each of its 11,000 patterns apart before the first word, which
costs a process 35 ms; here a pattern is taken apart when a word holds it.
"""

from collections.abc import Set
from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path

_DIGITS = "0123456789"
# Letters before the first place and after the last one, as pyphen has them.
_MARGIN = 2
# Letters that tell how long the patterns are that begin with them; most begin none that is longer than _SHORT.
_BEGINNING = 3
_SHORT = frozenset(range(1, _BEGINNING))


def parts(word: str) -> int:
    """In how many parts hyphens would part `word`: 1 where it has no place for one."""
    patterns, lengths = _patterns()
    edged = f".{word.lower()}."
    weights = [0] * (len(edged) + 1)
    for start in range(len(edged) - 1):
        for length in lengths.get(edged[start : start + _BEGINNING], _SHORT):
            pattern = patterns.get(edged[start : start + length])
            for place, weight in _weights(pattern) if pattern else ():
                weights[start + place] = max(weights[start + place], weight)
    return 1 + sum([weight % 2 for weight in weights[_MARGIN + 1 : len(word) - _MARGIN + 2]])


@cache
def _patterns() -> tuple[dict[str, str], dict[str, Set[int]]]:
    """The patterns by their letters, and how many letters those may have that begin with some.

    The lines of capitals are the file's own settings.
    """
    listed = distribution("pyphen").locate_file("pyphen/dictionaries/hyph_en_US.dic")
    content = Path(str(listed)).read_bytes()
    letters = content.translate(None, _DIGITS.encode()).decode().split("\n")
    lines = zip(letters, content.decode().split("\n"), strict=True)
    patterns = {key: pattern for key, pattern in lines if not pattern.isupper()}
    lengths: dict[str, Set[int]] = {}
    for key in patterns:
        lengths[key[:_BEGINNING]] = lengths.get(key[:_BEGINNING], _SHORT) | {len(key)}
    return patterns, lengths


@lru_cache(maxsize=1 << 12)
def _weights(pattern: str) -> tuple[tuple[int, int], ...]:
    """The weights in a pattern, each with the number of letters before it."""
    digits = [at for at, mark in enumerate(pattern) if mark in _DIGITS]
    return tuple((at - before, int(pattern[at])) for before, at in enumerate(digits))
