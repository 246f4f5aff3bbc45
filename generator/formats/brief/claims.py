"""What a person's words in a brief claim that the article does not say: numbers, names and dates.

A key point, challenge or event is held against its quote and the sentences beside it, the title and the standfirst against
the whole text (`unheld`). A date of numbers that do stand there must be one of the dates there, or a longer time with one of
them in it; an event's expression must stand in its quote as it is. These are hints: a person may know what the article does
not. What is a quote's own but for one character (`misprints`) is a fault.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.edtf import DateSpan, span_of, unqualified
from generator.errors import Problem, Severity
from generator.formats.brief.meant import MEANT, is_meant
from generator.formats.brief.misprints import (
    misprint,
    misprinted_date,
    misprinted_name,
    misprinted_part,
    misprinted_phrase,
    told,
)
from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import LISTS, Place, item_name
from generator.formats.brief.unheld import WORD, unheld
from generator.model import Span
from generator.text import timex
from generator.text.body import to_text
from generator.text.quotes import locate, one_line
from generator.text.sentences import sentences
from generator.text.timex import Timex
from generator.text.type_repair import repair

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


_MISPRINTS: Mapping[str, Callable[[str, str], tuple[str, str] | None]] = {"text": misprint, "expression": misprinted_part}


@dataclass(frozen=True, slots=True)
class _Claim:
    """What stands at `place` and nowhere else, in words for people."""

    place: Place
    message: str
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The article's text, its sentences and, where an item is to be held against them, its dates."""

    text: str
    words: frozenset[str]
    sentences: list[Span]
    dates: tuple[Timex, ...]

    def dates_at(self, span: Span, expression: str | None = "") -> list[str]:
        """The dates that are told of in `span`: of all expressions there, or where one is given, of that one."""
        found = [one for one in self.dates if one.edtf and span.start <= one.span.start < span.end]
        return [one.edtf for one in found if one.edtf and expression in ("", one.text)]


def claims(file: BriefFile, persons: Collection[Place]) -> tuple[Problem, ...]:
    """What a person's words, at the places `persons`, say that the article does not: a misprint is a fault, else a warning."""
    if not persons:
        return ()
    body = to_text(file.brief.body)
    spans = [sentence.span for sentence in sentences(body, file.brief.language)]
    published = file.brief.published if _DAY.fullmatch(file.brief.published or "") else None
    has_items = any(len(place) > 1 for place in persons)
    dates = tuple(timex.find(body, published, spans, file.brief.language)) if has_items else ()
    evidence = _Evidence(body, frozenset(WORD.findall(repair(body))), spans, dates)
    found = sorted((*_fields(file, persons, evidence), *_items(file, persons, evidence)), key=lambda one: file.line(one.place))
    return tuple(_problem(file, claim) for claim in found if not is_meant(file, claim.place))


def _problem(file: BriefFile, claim: _Claim) -> Problem:
    message = f"{claim.message}; {MEANT}" if claim.severity == "fault" else claim.message
    return Problem(file.path, file.line(claim.place), message, claim.severity)


def _fields(file: BriefFile, persons: Collection[Place], evidence: _Evidence) -> Iterator[_Claim]:
    for name in ("title", "standfirst"):
        text = getattr(file.brief, name)
        for claim in unheld(text, evidence.text) if (name,) in persons and text else ():
            other = misprinted_name(claim, evidence.words)
            free = _Claim((name,), f"{name} says {claim!r}, which the article does not")
            yield _misprint((name,), (claim, other), "the article") if other else free
    for topic in file.brief.topics if ("topics",) in persons else ():
        if slip := misprinted_phrase(topic, evidence.text):
            yield _misprint(("topics",), slip, "the article")


def _misprint(place: Place, slip: tuple[str, str], source: str) -> _Claim:
    return _Claim(place, told(place, slip, source), "fault")


def _items(file: BriefFile, persons: Collection[Place], evidence: _Evidence) -> Iterator[_Claim]:
    for key, number in [(name, n) for name in LISTS for n in range(len(getattr(file.brief, name)))]:
        item = getattr(file.brief, key)[number]
        span = locate(evidence.text, item.quote, item.prefix or "", item.suffix or "")
        if (key, number) not in persons or span is None:
            continue
        around = _with_neighbours(span, evidence.sentences)
        yield from _words(file, (key, number), around, evidence)
        if key == "timeline":
            yield from _event(file, number, span, around, evidence)


def _words(file: BriefFile, place: Place, around: Span, evidence: _Evidence) -> Iterator[_Claim]:
    item = getattr(file.brief, str(place[0]))[place[1]]
    for name in ("title", "text", "expression"):
        said, key = getattr(item, name, None) or "", (*place, name)
        slip = _MISPRINTS[name](said, item.quote) if name in _MISPRINTS else None
        unsaid = [] if slip else list(unheld(said, around.of(evidence.text)))
        others = [] if slip or unsaid else list(_other_dates(said, evidence.dates_at(around), file.brief.language))
        first = said.split(" ", 1)[0]
        suspects = [*unsaid, first] if first.islower() and first not in evidence.words else unsaid
        names = {claim: other for claim in suspects if (other := misprinted_name(claim, evidence.words))}
        yield from [_misprint(key, slip, "its quote")] if slip else []
        yield from (_misprint(key, pair, "the article") for pair in names.items())
        for claim in (*unsaid, *others):
            if claim not in names:
                message = f"{name} of {item_name(place)} says {claim!r}; neither its quote nor the sentences beside it do"
                yield _Claim(key, message)


def _other_dates(text: str, dates: list[str], language: str) -> Iterator[str]:
    """The dates that `text` gives in full and that none of `dates` falls into."""
    given = [span_of(date) for date in dates]
    spans = [sentence.span for sentence in sentences(text, language)]
    for one in timex.find(text, None, spans, language):
        if one.edtf and one.type == "DATE" and one.anchored and not one.relative:
            meant = span_of(one.edtf)
            if not any(_lies_in(date, meant) for date in given):
                yield one.text


def _event(file: BriefFile, number: int, span: Span, around: Span, evidence: _Evidence) -> Iterator[_Claim]:
    """The date of an event against those that the words around it give, and its expression against its quote."""
    event, name = file.brief.timeline[number], item_name(("timeline", number))
    dates, said = evidence.dates_at(around), evidence.dates_at(span, event.expression)
    date: Place = ("timeline", number, "date")
    own = said or ([] if _is_given(event.date, dates) else evidence.dates_at(span))
    slip = None if _is_given(event.date, own) else misprinted_date(event.date, own)
    if slip is not None:
        yield _misprint(date, (event.date, slip), "its quote")
    elif not _is_given(event.date, dates):
        given = f"they give {', '.join(dict.fromkeys(dates))}" if dates else "they give no date"
        yield _Claim(date, f"date of {name} is not in its quote nor the sentences beside it: {given}")
    elif said and not _is_given(event.date, said):
        yield _Claim(date, f"date of {name} is not what {event.expression!r} means in its quote: {said[0]}")
    if event.expression and one_line(event.expression) not in one_line(event.quote):
        message = f"expression of {name} is {event.expression!r}, which its quote does not say"
        yield _Claim(("timeline", number, "expression"), message)


def _is_given(date: str, dates: list[str]) -> bool:
    """Whether `date`, or each end of that interval, is one of `dates`, however certain, or a longer time around one."""
    given, ends = {unqualified(one) for one in dates}, unqualified(date).split("/")
    if unqualified(date) in given or all(end in {*given, ".."} for end in ends):
        return True
    return len(ends) == 1 and any(_lies_in(span_of(one), span_of(date)) for one in dates)


def _lies_in(one: DateSpan, other: DateSpan) -> bool:
    return other.first <= one.first and one.last <= other.last


def _with_neighbours(span: Span, spans: list[Span]) -> Span:
    inside = [n for n, one in enumerate(spans) if one.start < span.end and span.start < one.end]
    if not inside:
        return span
    first, last = max(inside[0] - 1, 0), min(inside[-1] + 1, len(spans) - 1)
    return Span(min(spans[first].start, span.start), max(spans[last].end, span.end))
