"""The way from a text to its temporal expressions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from generator.edtf import span_of
from generator.model import Span
from generator.text.timex import han
from generator.text.timex.certainty import both, qualifier
from generator.text.timex.crowds import uncrowded
from generator.text.timex.expression import Timex
from generator.text.timex.grammar import Grammar, Match, grammar, matches
from generator.text.timex.impostors import is_impostor
from generator.text.timex.interpret import interpret
from generator.text.timex.periods import Period, Unit
from generator.text.timex.readings import Exact, Reading, Recurring, Shift
from generator.text.timex.resolution import place
from generator.text.timex.scene import Scene, seen
from generator.text.timex.sharing import with_shared_years
from generator.text.timex.spelled import merged
from generator.text.timex.tense import Tense, tense_at
from generator.text.timex.tokens import Token, tokenise
from generator.text.timex.values import date_of, value_of

_LINK = re.compile(r"[^.!?;:()\n–—]{0,120},? and(?: (?!said|says|told)[a-z]{1,12}){0,8} ")
# The text does not go to where something began: "since November the valve had leaked".
_SINCE = re.compile(r"\bsince\s(?:at least\s|early\s|late\s|about\s|the\s){0,2}$", re.IGNORECASE)
# Nor to a quarter that the one it speaks of is compared with: "after a flat second quarter", "up from the first quarter".
_COMPARED = re.compile(
    r"\b(?:after|against|following|from|than|with) (?:(?:an?|its|the|their) )?(?:[a-z]{2,14} )?$", re.IGNORECASE
)
# Nor to the day that a year or a quarter ended: "in the fourth quarter ended Sept. 30".
_ENDED = re.compile(r",?(?: which)? end(?:ed|ing|s)(?: on)? ")
# What goes on from the expression that ends right before it, with a mark or a word between that is not its own.
_BESIDE = ("day_beside", "year_beside")
_NEAR = 30
_OPENS = re.compile(
    r"""(?:^|[.!?]["”’)]?\s|\n)\s{0,3}(?:(?:Back|Early|Late)\s)?(?:[Ii]n|On|During)\s(?:early\s|late\s|about\s)?$"""
)
_GAP = re.compile(r"""\n(?:[^\S\n]*\n|(?<=[.!?"”’)]\n))\s*""")


def find(text: str, published: str | None, sentences: Sequence[Span] | None = None, language: str = "en") -> tuple[Timex, ...]:
    """The temporal expressions of `text` in order, resolved against `published`, the day of publication (ISO date or None).

    `sentences` (in order) bound the search for a tense; without them full stops do. English is read in full, of Chinese and
    Japanese the dates written with numbers; other languages have none. Where `published` leaves the year open, what is
    counted from it has no place. Raises ValueError where `published` is no date.
    """
    read = _READERS.get(language.partition("-")[0].lower())
    scene = _scene(published)
    gaps = [gap.start() for gap in _GAP.finditer(text)]
    found: list[Timex] = []
    for span, reading in read(text) if read is not None else ():
        linked = bool(found) and _are_linked(text, found[-1].span.end, span.start)
        opens = isinstance(reading.when, Exact) and _OPENS.search(text, max(0, span.start - _NEAR), span.start) is not None
        scene = scene._replace(paragraph=bisect_right(gaps, span.start), linked=linked, opens=opens)
        tense: Tense = tense_at(text, span, _sentence(span, sentences)) if _asks_for_tense(reading) else "unclear"
        period = place(reading, scene, tense)
        ends = bool(found) and _ENDED.fullmatch(text, found[-1].span.end, span.start) is not None
        aside = ends or _is_since(text, span.start) or _is_compared(text, span.start, period, scene)
        scene = scene if aside else seen(scene, reading, period)
        found.append(_timex(text, span, reading, period))
    return tuple(found)


def _are_linked(text: str, end: int, start: int) -> bool:
    """Whether "and" joins what starts at `start` to what ends at `end`. The plain search before the pattern mostly tells."""
    return text.find(" and ", end, start) >= 0 and _LINK.fullmatch(text, end, start) is not None


def _is_compared(text: str, start: int, period: Period | None, scene: Scene) -> bool:
    if period is None or period.unit != "quarter" or scene.quarter is None or period.index >= scene.quarter.index:
        return False
    return _COMPARED.search(text, max(0, start - _NEAR), start) is not None


def _is_since(text: str, start: int) -> bool:
    near = max(0, start - _NEAR)
    return "since" in text[near:start].lower() and _SINCE.search(text, near, start) is not None


def _scene(published: str | None) -> Scene:
    """The scene before the first word. Of a month or a year of publication the last day counts: the text was written before.
    What is open, covers days of two years or lies outside the calendar dates nothing.
    """
    if published is None:
        return Scene(None)
    days = span_of(published.partition("T")[0])
    if days.first[0] != days.last[0] or not MINYEAR <= days.last[0] <= MAXYEAR:
        return Scene(None)
    precision: Unit = "day" if days.first == days.last else "month" if days.first[:2] == days.last[:2] else "year"
    return Scene(date(*days.last), precision)


def _english(text: str) -> Iterator[tuple[Span, Reading]]:
    rules = grammar()
    tokens = merged(tokenise(text, rules.lexicon), rules.lexicon)
    for match, reading in with_shared_years(list(_read(tokens, rules)), tokens):
        span = Span(match.tokens[0].start, match.tokens[-1].end)
        yield span, _qualified(reading, text, span)


def _qualified(reading: Reading, text: str, span: Span) -> Reading:
    """The reading with what the words around it say of its certainty; of a time of day they say nothing of the day."""
    if reading.type not in ("DATE", "TIME"):
        return reading
    found = qualifier(text, span)
    if not found:
        return reading
    mod = reading.mod or ("APPROX" if found != "?" else None)
    if reading.type == "TIME":
        return replace(reading, mod=mod)
    return replace(reading, mod=mod, qualifier=both(reading.qualifier, found))


def _read(tokens: Sequence[Token], rules: Grammar) -> Iterator[tuple[Match, Reading]]:
    """The matches that mean something, each with what it means."""
    end = -1
    for match in uncrowded(list(matches(tokens, rules)), lambda one: one.tokens[0].start):
        beside = match.rule in _BESIDE
        if (beside and match.at != end) or is_impostor(match, tokens, rules.lexicon):
            continue
        reading = interpret(match, rules.lexicon)
        if reading is None:
            continue
        end = match.at + len(match.tokens)
        own = replace(match, tokens=match.tokens[1:], at=match.at + 1) if beside else match
        yield own, reading


def _han(text: str) -> Iterator[tuple[Span, Reading]]:
    return uncrowded(list(han.readings(text)), lambda one: one[0].start)


def _asks_for_tense(reading: Reading) -> bool:
    return isinstance(reading.when, Recurring) and reading.when.within is None and reading.when.choice is None


def _sentence(span: Span, sentences: Sequence[Span] | None) -> Span | None:
    """The sentence that `span` starts in, where sentences are given."""
    if not sentences:
        return None
    sentence = sentences[bisect_right(sentences, span.start, key=lambda one: one.start) - 1]
    return sentence if sentence.start <= span.start < sentence.end else None


def _is_relative(when: Exact | Recurring | Shift | None) -> bool:
    """Whether it is counted from a date that its own words do not give: "Christmas 2019" is not."""
    return isinstance(when, Shift) or (isinstance(when, Recurring) and not isinstance(when.within, Exact))


def _timex(text: str, span: Span, reading: Reading, period: Period | None) -> Timex:
    edtf = date_of(reading, period)
    return Timex(
        span,
        reading.type,
        value_of(reading, period),
        span.of(text),
        anchored=edtf is not None,
        relative=reading.dated and _is_relative(reading.when),
        edtf=edtf,
        mod=reading.mod,
    )


_READERS = {"en": _english, "zh": _han, "ja": _han}
