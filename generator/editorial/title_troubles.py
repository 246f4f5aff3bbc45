"""The phrases of a statement that a word of trouble heads: "shortage of pilots", "vulnerable to viruses".

    head       a noun or an adjective of data/title_heads.txt within the words of trouble, with what describes it
    completed  by a preposition and what follows, as far as a title goes ("concerns over the fees for the quay")
               or by "to" and a verb, where no object follows ("difficult to measure")

A finite verb heads nothing here: "lacks the money" is told by what is lacking (see `title_phrases`).
"""

from collections.abc import Iterator, Sequence
from functools import cache

from generator.editorial.problems import Trouble
from generator.editorial.title_phrases import AUXILIARIES, OFTEN_VERBS, Run, breaks, completion, may_end, noun_runs
from generator.editorial.word_tables import entries
from generator.text.word_lists import word_list

_PREPOSITIONS = frozenset(("of", "in", "for", "over", "between", "with", "on", "from", "about", "against", "to"))
_TO = "to"
_CLOSERS = frozenset(("how", "what", "whether", "why", "when", "and", "or", "but", "because", "than", "if", "as", "in", "for"))
_LONGEST_DESCRIBED = 3


def headed(words: Run, cues: Sequence[Trouble]) -> Iterator[Run]:
    """The runs that a word of trouble heads, each of two words or more."""
    runs = noun_runs(words)
    for place in _heads(words, cues):
        first = _described(words, place, runs)
        completed = next(completion(words, first, place + 1), None) if _is_tied(words, place) else None
        if completed is not None:
            yield completed
        elif _ends_in_a_verb(words, place):
            yield words[first : place + 3]


def leaves_verb(words: Run, run: Run) -> bool:
    """Whether the run ends before the verb of its clause: "problem that all these laws | share is"."""
    after = [word for word in words if word.start >= run[-1].end][:2]
    return len(after) > 1 and after[0].token in OFTEN_VERBS and after[1].token in AUXILIARIES


def _heads(words: Run, cues: Sequence[Trouble]) -> Iterator[int]:
    spans = [(cue.start, cue.end) for cue in cues]
    for place, word in enumerate(words):
        if word.token in _listed() and any(start <= word.start < end for start, end in spans):
            yield place


def _described(words: Run, place: int, runs: Sequence[Run]) -> int:
    """Where the phrase starts whose head stands at `place`: at what describes it."""
    first = place
    while place - first < _LONGEST_DESCRIBED and first > 0 and not words[first].opens and _describes(words, first - 1, runs):
        first -= 1
    return first


def _describes(words: Run, place: int, runs: Sequence[Run]) -> bool:
    token = words[place].token
    return not breaks(token) and (not may_end(token) or any(words[place] in run and len(run) > 1 for run in runs))


def _is_tied(words: Run, place: int) -> bool:
    after = words[place + 1 : place + 3]
    return len(after) == 2 and after[0].token in _PREPOSITIONS and not after[0].opens and not after[1].opens


def _ends_in_a_verb(words: Run, place: int) -> bool:
    after = words[place + 1 : place + 4]
    tied = len(after) > 1 and after[0].token == _TO and not any(word.opens for word in after[:2])
    return (
        tied
        and after[1].token.isalpha()
        and after[1].token not in word_list("stop_words")
        and (len(after) == 2 or after[2].opens or after[2].token in _CLOSERS)
    )


@cache
def _listed() -> frozenset[str]:
    return frozenset(entries("title_heads"))
