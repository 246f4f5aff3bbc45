"""A challenge's title: two to six of its own words that name the problem.

    "does not have an advantage at the brand level" -> "Brand level"
    "lacks the central field layout"                -> "Central field layout"

The statement falls into runs of words between those that only tie it together: stop words, words in -ly, and the verbs of
data/title_breaks.txt. Two runs that a preposition joins may stand together ("shortage of nurses"). The run closest to the
words of trouble wins, rare words before those that the headline has. Where no run has two words, a stretch between two of
its words is taken as it stands. Nothing is rephrased and nothing is put between the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.editorial.phrases import phrase_table, placed_tokens
from generator.editorial.problems import Trouble, troubles
from generator.model import Span
from generator.text.word_lists import word_list
from generator.text.words import content_words

_FEWEST, _MOST = 2, 6
_JOINTS = frozenset(("of", "in", "for", "over", "between", "with", "on", "from", "about", "against", "and"))
_INSIDE_JOINTS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our"))
_BY_LENGTH = {2: 1.2, 3: 1.3, 4: 0.9, 5: 0.5, 6: 0.2}
_HOLDS, _FOLLOWS, _PRECEDES = 0.8, 0.9, 0.4
_REACH = 6
_NAME_COST = 2.0
_SHORTEST_PARTICIPLE = 5
_IDEOGRAPHS_ENOUGH = 10
_FAR_ENOUGH = 100


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the statement, the tokens `start` to `end` (exclusive); `opens` says whether a mark stands before it."""

    token: str
    span: Span
    start: int
    end: int
    opens: bool


def titles(statements: Sequence[str], headline_words: Sequence[str]) -> tuple[str, ...]:
    """A title for each statement, no two alike while the statements have the words for it."""
    chosen: list[str] = []
    for text in statements:
        ranked = _ranked(text, frozenset(headline_words))
        chosen.append(next((title for title in ranked if title.lower() not in map(str.lower, chosen)), _opening(text)))
    return tuple(chosen)


def _ranked(text: str, headline: frozenset[str]) -> Iterator[str]:
    placed = placed_tokens(text)[:_FAR_ENOUGH]
    cues = tuple(troubles(tuple(token for token, _ in placed)))
    words = _words(text, placed)
    plain = _runs(words)
    runs = [run for run in (*plain, *_joined(words, plain)) if _FEWEST <= len(run) <= _MOST]
    for run in sorted(runs, key=lambda run: (-_worth(text, run, cues, headline), run[0].start)):
        yield _as_title(text, run)
    for run in sorted(_stretches(words), key=lambda run: (_loose_ends(run), -_nearness(run, cues), len(run), run[0].start)):
        yield _as_title(text, run)


def _words(text: str, placed: Sequence[tuple[str, Span]]) -> tuple[_Word, ...]:
    """The words of the statement; "long-term" is one, though two tokens."""
    words: list[_Word] = []
    end, marked = 0, False
    for index, (token, span) in enumerate(placed):
        gap = text[end : span.start]
        marked = marked or gap.strip(" -") != ""
        if token[0].isalnum() and words and gap == "-" and not marked:
            words[-1] = replace(
                words[-1], token=f"{words[-1].token}-{token}", span=Span(words[-1].span.start, span.end), end=index + 1
            )
        elif token[0].isalnum():
            words.append(_Word(token, span, index, index + 1, marked))
        marked, end = not token[0].isalnum(), span.end
    return tuple(words)


def _runs(words: Sequence[_Word]) -> tuple[tuple[_Word, ...], ...]:
    runs: list[list[_Word]] = [[]]
    for word in words:
        breaks = _breaks(word.token)
        if word.opens or breaks:
            runs.append([])
        if not breaks:
            runs[-1].append(word)
    return tuple(tuple(run) for run in map(_trimmed, runs) if run)


def _trimmed(run: list[_Word]) -> list[_Word]:
    """The run without participles at its end: "scandals flared" is no title."""
    while run and run[-1].token.endswith("ed") and len(run[-1].token) > _SHORTEST_PARTICIPLE:
        run = run[:-1]
    return run


def _breaks(token: str) -> bool:
    return (
        token in word_list("stop_words")
        or token in phrase_table("title_breaks")
        or (token.endswith("ly") and len(token) > 4)
        or (len(token) > 3 and token[-3:] in ("n't", "'ve", "'re", "'ll"))
        or token.isdigit()
    )


def _joined(words: Sequence[_Word], runs: Sequence[tuple[_Word, ...]]) -> Iterator[tuple[_Word, ...]]:
    """Two runs with a preposition between them, and at most an article or possessive."""
    order = {word.start: place for place, word in enumerate(words)}
    for left, right in pairwise(runs):
        between = words[order[left[-1].start] + 1 : order[right[0].start]]
        if not 1 <= len(between) <= 2 or any(word.opens for word in (*between, right[0])):
            continue
        if between[0].token in _JOINTS and all(word.token in _INSIDE_JOINTS for word in between[1:]):
            yield tuple(words[order[left[0].start] : order[right[-1].start] + 1])


def _stretches(words: Sequence[_Word]) -> Iterator[tuple[_Word, ...]]:
    """Any words in a row, no mark between, that start and end with a word of content."""
    stop = word_list("stop_words")
    for start, word in enumerate(words):
        for size in range(_FEWEST, _MOST + 1):
            stretch = tuple(words[start : start + size])
            if len(stretch) < size or stretch[-1].opens:
                break
            if word.token not in stop and stretch[-1].token not in stop:
                yield stretch


def _loose_ends(run: Sequence[_Word]) -> int:
    """How many of the first and the last word are verbs and the like, which a title had better not start or end with."""
    return sum(_breaks(word.token) for word in (run[0], run[-1]))


def _worth(text: str, run: Sequence[_Word], cues: Sequence[Trouble], headline: frozenset[str]) -> float:
    shown = text[run[0].span.start : run[-1].span.end]
    known = content_words(shown)
    shared = sum(word in headline for word in known) / (len(known) or 1)
    figures = any(character.isdigit() for character in shown)
    named = sum(part[:1].isupper() for part in shown.split()) / len(shown.split())
    length = _BY_LENGTH[len(run)]
    return length + _nearness(run, cues) - shared - (1.0 if figures else 0.0) - _NAME_COST * named - 0.01 * run[0].start


def _nearness(run: Sequence[_Word], cues: Sequence[Trouble]) -> float:
    """How close the run is to the words of trouble: holding them, or following them as what is lacking does."""
    if len(run) == _FEWEST and any(word.token in phrase_table("enumerated_nouns", kinds=True) for word in run):
        return 0.0
    return max((_closeness(run, cue) for cue in cues), default=0.0)


def _closeness(run: Sequence[_Word], cue: Trouble) -> float:
    start, end = run[0].start, run[-1].end
    if start < cue.end and cue.start < end:
        return _HOLDS * cue.weight
    after, before = start - cue.end, cue.start - end
    if after >= 0:
        return cue.weight * _FOLLOWS * max(0.0, 1 - after / _REACH)
    return cue.weight * _PRECEDES * max(0.0, 1 - before / (4 * _REACH))


def _as_title(text: str, run: Sequence[_Word]) -> str:
    shown = text[run[0].span.start : run[-1].span.end]
    return shown[:1].upper() + shown[1:]


def _opening(text: str) -> str:
    """The first words of a statement that has nothing better."""
    shown = " ".join(text.split()[:_MOST]).rstrip(".,;:!?。，")
    return shown if " " in shown else shown[:_IDEOGRAPHS_ENOUGH]
