"""Which way a sentence leans: plain trouble, slight hints of it, praise, remedies.

    trouble   words that state a problem (see `problems`)
    hint      a slight sign: a plain denial, want, an end, age, cost, dependence, waiting (data/hint_phrases.txt), or numbers
              that fall short ("needs 52 and has 31")
    praise    words that speak well of their thing (data/praise_phrases.txt), and trouble that is denied ("no rent to pay")
    remedy    what should be done; an order to the reader counts too ("Start with herbs.")

A hint proves nothing by itself: it counts within an enumeration, or beside other signs. Irony is not read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editorial.phrases import find_phrases, numbered, phrase_table
from generator.editorial.problems import Evidence, denials, denied, evidence

_EACH_FURTHER = 0.6
_MOST_HINT = 2.0
_SHORTFALL = 1.5
_DENIED = 0.8
_IN_NEED = frozenset(("need", "needs", "needed", "require", "requires", "required", "wants"))
_IN_HAND = frozenset(("has", "have", "had", "got", "gets", "only", "employs"))
_REACH = 14
_ORDER = 1.5
_FAR_ON = 8


@dataclass(frozen=True, slots=True)
class Tone:
    """What speaks for and against a sentence as a statement of trouble, each from 0 up."""

    trouble: float
    hint: float
    praise: float
    remedy: float


def tone(words: tuple[str, ...], said: Evidence | None = None) -> Tone:
    """The tone of a sentence's tokens; `said` is its evidence where that is known."""
    said = evidence(words) if said is None else said
    ends = {turn.end: turn.phrase.kind for turn in find_phrases(phrase_table("negations", kinds=True), words)}
    absent = [(cue.phrase.weight, denials(words, cue.start, ends)) for cue in denied(words, ends)]
    used = {end for _, before in absent for end in before}
    hints, absent_hints = _hints(words, ends, used)
    good = [_DENIED * weight for weight, _ in absent] + absent_hints + list(_praises(words, ends))
    return Tone(said.problem, min(_MOST_HINT, _fading(hints.values())), _fading(good), said.remedy + _order(words))


def _hints(words: tuple[str, ...], ends: Mapping[int, str], used: set[int]) -> tuple[dict[str, float], list[float]]:
    """The strongest hint of each kind, and what is said to be absent; `used` gains the negations that say so."""
    figures = numbered(words)
    found = list(find_phrases(phrase_table("hint_phrases", kinds=True), figures))
    hints, absent = {"shortfall": _SHORTFALL} if _falls_short(figures) else {}, list[float]()
    for hint in found:
        before = denials(words, hint.start, ends) if hint.phrase.kind != "negation" and hint.phrase.weight else []
        if len(before) % 2:
            absent.append(hint.phrase.weight)
            used.update(before)
        elif hint.phrase.kind != "negation":
            hints[hint.phrase.kind] = max(hints.get(hint.phrase.kind, 0.0), hint.phrase.weight)
    plain = [hint.phrase.weight for hint in found if hint.phrase.kind == "negation" and hint.end not in used]
    return hints | {"negation": max(plain, default=0.0)}, absent


def _praises(words: tuple[str, ...], ends: Mapping[int, str]) -> Iterator[float]:
    for praise in find_phrases(phrase_table("praise_phrases"), words):
        if not len(denials(words, praise.start, ends)) % 2:
            yield praise.phrase.weight


def _order(words: tuple[str, ...]) -> float:
    """What an order counts: a bare verb at the head, or after the marker's comma ("First, sing shorter.")."""
    comma = next((at for at, word in enumerate(words[:_FAR_ON]) if word in (",", ":", ".")), -1)
    heads = {words[0], words[comma + 1]} if len(words) > comma + 1 else set()
    return _ORDER if heads & phrase_table("orders").keys() else 0.0


def _falls_short(figures: tuple[str, ...]) -> bool:
    """Whether a number that is needed is followed by one that there is."""
    for at, word in enumerate(figures):
        if word in _IN_NEED and "#" in figures[at + 1 : at + 4]:
            rest = figures[at + 2 : at + _REACH]
            return any(first in _IN_HAND and second == "#" for first, second in zip(rest, rest[1:], strict=False))
    return False


def _fading(weights: Iterable[float]) -> float:
    return sum(weight * _EACH_FURTHER**place for place, weight in enumerate(sorted(weights, reverse=True)))
