"""ROUGE-1, ROUGE-2 and ROUGE-Lsum F1 as the package rouge-score computes them (Lin 2004), with Porter's stemmer.

    token = run of a-z and 0-9 of the lower-case text; stemmed where it has more than three characters
    Lsum  = for each reference sentence the union of its longest common subsequences with the candidate's sentences

The stemmer is NLTK's, which the package uses too and which textstat brings with it. Figures are F1, 0 to 1.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

from nltk.stem.porter import PorterStemmer

Scores = tuple[float, float, float]
_TOKEN = re.compile(r"[a-z0-9]+")
_STEMMER = PorterStemmer()


def rouge(reference: Sequence[str], candidate: Sequence[str]) -> Scores:
    """ROUGE-1, ROUGE-2 and ROUGE-Lsum of the sentences `candidate` against the sentences `reference`."""
    ours, theirs = [tokens(one) for one in candidate], [tokens(one) for one in reference]
    flat_ours, flat_theirs = list(chain(*ours)), list(chain(*theirs))
    return (_overlap(flat_theirs, flat_ours, 1), _overlap(flat_theirs, flat_ours, 2), _union_of_longest(theirs, ours))


def tokens(text: str) -> list[str]:
    """The stemmed tokens of `text`."""
    return [_stem(token) for token in _TOKEN.findall(text.lower())]


@cache
def _stem(token: str) -> str:
    return _STEMMER.stem(token) if len(token) > 3 else token


def _overlap(reference: list[str], candidate: list[str], size: int) -> float:
    ours, theirs = _runs(candidate, size), _runs(reference, size)
    return _f1((ours & theirs).total(), ours.total(), theirs.total())


def _runs(words: list[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def _f1(hits: int, candidate: int, reference: int) -> float:
    return 2 * hits / (candidate + reference) if hits else 0.0


def _union_of_longest(reference: list[list[str]], candidate: list[list[str]]) -> float:
    left_ours, left_theirs = Counter(chain(*candidate)), Counter(chain(*reference))
    sizes = left_ours.total(), left_theirs.total()
    hits = 0
    for sentence in reference:
        union = sorted({at for other in candidate for at in _longest(sentence, other)})
        for word in (sentence[at] for at in union):
            if left_ours[word] > 0 and left_theirs[word] > 0:
                hits += 1
                left_ours[word] -= 1
                left_theirs[word] -= 1
    return _f1(hits, *sizes)


def _longest(reference: list[str], candidate: list[str]) -> list[int]:
    """The places in `reference` of a longest common subsequence."""
    table = [[0] * (len(candidate) + 1) for _ in range(len(reference) + 1)]
    for row, word in enumerate(reference, 1):
        for column, other in enumerate(candidate, 1):
            same = table[row - 1][column - 1] + 1
            table[row][column] = same if word == other else max(table[row - 1][column], table[row][column - 1])
    places, row, column = [], len(reference), len(candidate)
    while row and column:
        if reference[row - 1] == candidate[column - 1]:
            places.append(row - 1)
            row, column = row - 1, column - 1
        elif table[row][column - 1] > table[row - 1][column]:
            column -= 1
        else:
            row -= 1
    return places
