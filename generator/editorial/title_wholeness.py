"""Whether a stretch of words is whole enough to be a title, and what makes it so.

completed   "rift between the verger" with the second of the two that it needs: "rift between the verger and the organist",
            a verb with its particle ("clerk waved them | off")
refused     what ends in an owner without the thing owned ("queried the organist's"), joins to its noun another one that
            an article parts from it ("windows and the warden", of two clauses mostly), or stops before the verb of what
            it starts to tell ("verger warned that such bells")
"""

import re
from bisect import bisect_left
from itertools import pairwise

from generator.editorial.title_phrases import MOST, Run, is_finite, noun_runs

_BETWEEN, _AND, _OF = "between", "and", "of"
_PARTS = frozenset(("the", "a", "an", "their", "its", "his", "her", "our"))
_POINTS = _PARTS | {"this", "these", "those", "such", "that", "some"}
_CLAUSE_STARTS = frozenset(("that", "what", "how", "because", "when", "while", "if", "whether"))
_PARTICLES = frozenset(("up", "out", "off", "away"))
_OWNS = ("'s", "’s")
_APOSTROPHES = ("'", "’")
_OPENED = re.compile(r"(?<![^\s(])['‘]")


def made_whole(text: str, words: Run, run: Run) -> Run | None:
    """The run, completed where it names one of two; None where it cannot be a title."""
    if _BETWEEN in (word.token for word in run):
        return _with_second(words, run)
    return None if _owns(text, run) or _joins_clauses(run) or _lacks_verb(run) else _with_particle(words, run)


def _with_second(words: Run, run: Run) -> Run | None:
    """The run with what follows "and", where it is cut before it."""
    place = next(at for at, word in enumerate(run) if word.token == _BETWEEN)
    if _AND in (word.token for word in run[place:]):
        return run
    after = _after(words, run)
    if not after or after[0].token != _AND or after[0].opens:
        return run if run[-1].token.endswith("s") else None
    second = next((other for other in noun_runs(words) if other[0].start >= after[0].end), None)
    if second is None:
        return None
    whole = tuple(word for word in words if run[0].start <= word.start < second[-1].end)
    skipped = [word for word in whole if after[0].end <= word.start < second[0].start]
    fits = len(whole) <= MOST and all(word.token in _PARTS and not word.opens for word in skipped) and not second[0].opens
    return whole if fits else None


def _owns(text: str, run: Run) -> bool:
    """Whether the last word is an owner; an apostrophe after an "s" may also close what a quotation mark opened."""
    last = run[-1]
    if last.token.endswith(_OWNS):
        return True
    after = text[last.span.end : last.span.end + 3]
    plural = last.token.endswith("s") and after[:1] in _APOSTROPHES and after[2:].isalpha()
    return plural and not _OPENED.search(text, 0, last.span.end)


def _joins_clauses(run: Run) -> bool:
    """Whether "and" with an article after it stands in the run: "windows and the warden | was fined"."""
    return any(one.token == _AND and other.token in _PARTS for one, other in pairwise(run))


def _lacks_verb(run: Run) -> bool:
    """Whether a clause starts in the run with its subject and stops before its verb."""
    starts = [at for at in range(1, len(run) - 1) if run[at].token in _CLAUSE_STARTS and run[at + 1].token in _POINTS]
    return bool(starts) and not any(is_finite(word.token) for word in run[starts[-1] + 1 :])


def _with_particle(words: Run, run: Run) -> Run:
    """The run with the particle after it, unless that leads to a noun of its own ("took the chain | off the wheel")."""
    after = _after(words, run)
    if not after or len(run) == MOST or after[0].token not in _PARTICLES or after[0].opens:
        return run
    return run if len(after) > 1 and after[1].token in _PARTS | {_OF} else (*run, after[0])


def _after(words: Run, run: Run) -> Run:
    """The two words after the run."""
    first = bisect_left(words, run[-1].end, key=lambda word: word.start)
    return words[first : first + 2]
