"""How surely a sentence states a problem, and of what kind, by the words it uses.

    problem   a word of trouble that is not denied ("a shortage"), or a good thing that is ("no guarantee", "cannot afford")
    denied    a negation in the same clause a few words before ("no risk"): it counts nothing
    shortfall a number that is needed and a smaller one that there is ("needs 52 and has 31"), or figures that worsen
    lessened  after something that reduces or prevents it ("reduce the impact"), or before something that says that it is
              small or over ("the danger is overplayed"), or supposed ("if it fails"): a part
    remedy    what should be done about it, what was promised, what already helps

The tables are data/problem_phrases.txt, favourable_words.txt, remedy_phrases.txt and negations.txt. It does not know who has
the problem, nor whether it matters: `challenges` weighs that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.editorial.figure_moves import is_short, worsened
from generator.editorial.phrases import Found, find_each, numbered, phrase_tables

_TABLES = ("problem_phrases", "favourable_words", "negations", "remedy_phrases", "hint_phrases", "praise_phrases")
# Reaches in words. On 105 annotated news texts they and the shares below were on a plateau, one step either way moving F1 by
# less than 0.01; without negations or denied good things it fell by 0.02 each. A denial that reaches 4 words costs 0.007 on
# 25 articles. What is lessened counted half; 0.4 gains 0.003 on 197 articles.
DENIAL_REACH, _RELIEF_REACH, _FAVOUR_REACH, _AFTER_REACH = 3, 5, 5, 7
_CLAUSE_MARKS = frozenset(',;:.?!()[]"“”—–-')
_EACH_FURTHER, _SAME_KIND = 0.6, 0.25
_SHORTFALL, _SHORTFALL_REACH = 1.5, 14
_IN_NEED = frozenset(("need", "needs", "needed", "require", "requires", "required", "wants"))
_IN_HAND = frozenset(("has", "have", "had", "got", "gets", "only", "employs"))
_LESSENED, _SUPPOSED, _OVER = 0.4, 0.6, 0.3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words of a sentence say: `problem` and `remedy` weights (0: nothing), the kinds of problem, strongest first, and
    `place`, at which token the strongest word of trouble stands (None where there is no such word)."""

    problem: float
    remedy: float
    kinds: tuple[str, ...]
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """Words of trouble at `start` to `end` (exclusive) of a sentence's tokens, with what they count there."""

    kind: str
    weight: float
    start: int
    end: int


def evidence(words: tuple[str, ...]) -> Evidence:
    """The evidence in a sentence's tokens (as `phrases.tokens` gives them)."""
    weights: dict[str, float] = {}
    told = tuple(troubles(words))
    for one in told:
        known = weights.get(one.kind, 0.0)
        weights[one.kind] = max(one.weight, known) + _SAME_KIND * min(one.weight, known)
    figures = numbered(words)
    if (not _IN_NEED.isdisjoint(words) and _falls_short(figures)) or is_short(figures):
        weights["shortfall"] = _SHORTFALL
    if worsened(words):
        weights["decline"] = max(_SHORTFALL, weights.get("decline", 0.0))
    kinds = tuple(sorted(weights, key=lambda kind: -weights[kind]))
    remedies = [found.phrase.weight for found in signs(words).remedies]
    strongest = max(told, key=lambda one: (one.weight, -one.start), default=None)
    return Evidence(_fading(list(weights.values())), _fading(remedies), kinds, strongest.start if strongest else None)


def troubles(words: tuple[str, ...]) -> Iterator[Trouble]:
    """The words of trouble that are not denied, then the denied good things."""
    found = signs(words)
    cues, goods, turns = found.cues, found.goods, found.turns
    if not cues and not goods:
        return
    ends = {turn.end: turn.phrase.kind for turn in turns}
    starts = {turn.start: turn.phrase.kind for turn in turns}
    for cue in cues:
        weight = cue.phrase.weight * _left(words, cue, ends, starts)
        if weight:
            yield Trouble(cue.phrase.kind, weight, cue.start, cue.end)
    covered = {at for cue in cues for at in range(cue.start, cue.end)}
    spent = {at for cue in cues if cue.phrase.weight for at in denials(words, cue.start, ends)}
    unspent = {at: kind for at, kind in ends.items() if at not in spent}
    for good in goods:
        if good.start not in covered and _before(words, good.start, _FAVOUR_REACH, unspent).count("not") % 2:
            yield Trouble("lack", good.phrase.weight, good.start, good.end)


@dataclass(frozen=True, slots=True)
class Signs:
    """Every listed phrase in a sentence's tokens, table by table."""

    cues: tuple[Found, ...]
    goods: tuple[Found, ...]
    turns: tuple[Found, ...]
    remedies: tuple[Found, ...]
    hints: tuple[Found, ...]
    praises: tuple[Found, ...]


# One sentence is asked for several times at once: the same words come back a few calls later.
@lru_cache(maxsize=256)
def signs(words: tuple[str, ...]) -> Signs:
    """What the tables find in a sentence's tokens, whether denied or not."""
    return Signs(*find_each(phrase_tables(*_TABLES), numbered(words)))


def denied(words: tuple[str, ...], ends: Mapping[int, str]) -> Iterator[Found]:
    """The words of trouble that are said to be absent; `ends` has the kinds of the turns by where they end."""
    for cue in signs(words).cues:
        if cue.phrase.weight and len(denials(words, cue.start, ends)) % 2:
            yield cue


def denials(words: tuple[str, ...], start: int, ends: Mapping[int, str]) -> list[int]:
    """Where the negations end that stand close before `start`, in the same clause."""
    found = []
    for at in range(start, max(0, start - DENIAL_REACH), -1):
        if ends.get(at) == "not":
            found.append(at)
        if words[at - 1] in _CLAUSE_MARKS:
            break
    return found


def _left(words: tuple[str, ...], cue: Found, ends: Mapping[int, str], starts: Mapping[int, str]) -> float:
    """What is left of a word of trouble, 0 to 1, once its clause has had its say."""
    if _before(words, cue.start, DENIAL_REACH, ends).count("not") % 2 or ends.get(cue.start) == "slight":
        return 0.0
    left = _LESSENED if {"less", "over"}.intersection(_before(words, cue.start, _RELIEF_REACH, ends)) else 1.0
    left *= _SUPPOSED if "maybe" in _before(words, cue.start, DENIAL_REACH, ends) else 1.0
    return left * (_OVER if {"after", "over", "slight"}.intersection(_after(words, cue.end, starts)) else 1.0)


def _before(words: tuple[str, ...], start: int, reach: int, ends: Mapping[int, str]) -> list[str]:
    """The kinds of the turns that end within `reach` words before `start`, in the same clause."""
    kinds = []
    for at in range(start, max(0, start - reach), -1):
        if at in ends:
            kinds.append(ends[at])
        if words[at - 1] in _CLAUSE_MARKS:
            break
    return kinds


def _after(words: tuple[str, ...], end: int, starts: Mapping[int, str]) -> list[str]:
    """The kinds of the turns that start within reach after `end`, in the same clause."""
    kinds = []
    for at in range(end, min(len(words), end + _AFTER_REACH)):
        if words[at] in _CLAUSE_MARKS:
            break
        if at in starts:
            kinds.append(starts[at])
    return kinds


def _falls_short(figures: tuple[str, ...]) -> bool:
    """Whether a number that is needed is followed by one that there is."""
    for at, word in enumerate(figures):
        if word in _IN_NEED and "#" in figures[at + 1 : at + 4]:
            rest = figures[at + 2 : at + _SHORTFALL_REACH]
            return any(first in _IN_HAND and second == "#" for first, second in pairwise(rest))
    return False


def _fading(weights: list[float]) -> float:
    return sum(weight * _EACH_FURTHER**place for place, weight in enumerate(sorted(weights, reverse=True)))
