"""Which way a sentence leans: plain trouble, slight hints of it, praise, remedies.

    trouble   words that state a problem (see `problems`)
    hint      a slight sign: a plain denial, want, an end, age, cost, dependence, waiting (data/hint_phrases.txt)
    praise    words that speak well of their thing (data/praise_phrases.txt), and trouble that is denied ("no rent to pay")
    remedy    what should be done; an order to the reader counts too ("Start with herbs.")

A hint proves nothing by itself: it counts within an enumeration, or beside other signs. Irony is not read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editorial.phrases import phrase_table
from generator.editorial.problems import Evidence, denials, denied, evidence, signs

# Set on written cases; `problem_lists` says what hints and praise gain.
_EACH_FURTHER = 0.6
_MOST_HINT = 2.0
_DENIED = 0.8
_ORDER = 1.5
_FAR_ON = 8


@dataclass(frozen=True, slots=True)
class Tone:
    """What speaks for and against a sentence as a statement of trouble, each from 0 up."""

    said: Evidence
    hint: float
    praise: float
    remedy: float

    @property
    def trouble(self) -> float:
        """What the words state outright."""
        return self.said.problem


def tone(words: tuple[str, ...]) -> Tone:
    """The tone of a sentence's tokens."""
    said = evidence(words)
    ends = {turn.end: turn.phrase.kind for turn in signs(words).turns}
    absent = [(cue.phrase.weight, denials(words, cue.start, ends)) for cue in denied(words, ends)]
    used = {end for _, before in absent for end in before}
    hints, absent_hints = _hints(words, ends, used)
    good = [_DENIED * weight for weight, _ in absent] + absent_hints + list(_praises(words, ends))
    return Tone(said, min(_MOST_HINT, _fading(hints.values())), _fading(good), said.remedy + _order(words))


def _hints(words: tuple[str, ...], ends: Mapping[int, str], used: set[int]) -> tuple[dict[str, float], list[float]]:
    """The strongest hint of each kind, and what is said to be absent; `used` gains the negations that say so."""
    found = signs(words).hints
    hints, absent = dict[str, float](), list[float]()
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
    for praise in signs(words).praises:
        if not len(denials(words, praise.start, ends)) % 2:
            yield praise.phrase.weight


def _order(words: tuple[str, ...]) -> float:
    """What an order counts: a bare verb at the head, or after the marker's comma ("First, sing shorter.")."""
    comma = next((at for at, word in enumerate(words[:_FAR_ON]) if word in (",", ":", ".")), -1)
    heads = {*words[:1], *words[comma + 1 : comma + 2]}
    return _ORDER if heads & phrase_table("orders").keys() else 0.0


def _fading(weights: Iterable[float]) -> float:
    return sum(weight * _EACH_FURTHER**place for place, weight in enumerate(sorted(weights, reverse=True)))
