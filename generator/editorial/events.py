"""Which dates of an article date an event: something that happened, or that is scheduled, at a time the article gives.

A temporal expression does so unless it is

    no date            a duration that starts at none, a set, a decade, "now", a date that cannot be told
    no event's date    a possessor, a comparison, a bound, a modifier, a subject, an idle present, in a level or a forecast:
                       `date_context` tells
    resolved in vain   a date after publication in a sentence that looks at nothing to come; in an undated article, a date
                       counted from a day nobody knows, or from a year that the last sentences do not give

`joined_dates` says which dates that stand together are one, or an interval.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editorial import date_context as context
from generator.editorial.annotate import AnnotatedArticle, AnnotatedSentence
from generator.editorial.date_clause import tells_past
from generator.editorial.joined_dates import Joined, joined
from generator.edtf import is_edtf, span_of
from generator.model import Span
from generator.text.timex import Timex

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DEICTIC = re.compile(
    r"\b(?:last|next|this|past|ago|yesterday|today|tomorrow|tonight|coming|then|now|recent\w*|previous)\b|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    re.IGNORECASE,
)
_ROUND = re.compile(r"\b(?:century|centuries|decades?)\b", re.IGNORECASE)
_SAME_YEAR = re.compile(r"\b(?:same|that) (?:year|month|day|evening|night|spring|summer|autumn|fall|winter)\b")
_COUNTED_ON = re.compile(r"\b(?:following|later)\b", re.IGNORECASE)
# Sentences, this one included, whose years a date without one may lean on in an undated article; more for "that year".
_MEMORY = 2
_LONG_MEMORY = 4
_NO_SENTENCE = 2_000  # characters: longer runs are no sentence that a reader could check
# So many sentences that tell what happened at a time of day make a chronology by the clock. Set by hand.
_CLOCKED = 4
_NO_EVENT = (
    context.possesses,
    context.modifies,
    context.is_subject,
    context.is_idle,
    context.recurs,
    context.fell_through,
    context.is_level,
)


@dataclass(frozen=True, slots=True)
class Event:
    """A date of the article that dates an event: EDTF, the article's words for it, and where they stand in its sentence."""

    date: str
    expression: str
    sentence: AnnotatedSentence
    at: Span


def events(annotated: AnnotatedArticle) -> Iterator[Event]:
    """The events of the article in its order, one for each date that a sentence gives."""
    years = _years_by_sentence(annotated)
    clocked = _clocked_days(annotated)
    for sentence in annotated.prose:
        if not sentence.timexes or len(sentence.text) > _NO_SENTENCE:
            continue
        told: set[object] = set()
        for event in _dated(sentence):
            days = span_of(event.date)
            if days not in told and _is_event(event, clocked) and _is_known(event, annotated.article.published, years):
                told.add(days)
                years[sentence.number] = years.get(sentence.number, frozenset()) | {event.date[:4]}
                yield event


def _dated(sentence: AnnotatedSentence) -> Iterator[Event]:
    dated = [timex for timex in sentence.timexes if _is_date(timex)]
    at = 0
    while at < len(dated):
        second = dated[at + 1] if at + 1 < len(dated) else None
        one = _joined(dated[at], second, sentence)
        place = Span(one.first.span.start - sentence.span.start, one.last.span.end - sentence.span.start)
        if "X" not in one.date or "/" in one.date:
            yield Event(one.date, place.of(sentence.text), sentence, place)
        at += one.used


def _joined(first: Timex, second: Timex | None, sentence: AnnotatedSentence) -> Joined:
    start, end = first.span.start - sentence.span.start, first.span.end - sentence.span.start
    between = sentence.text[end : second.span.start - sentence.span.start if second is not None else None]
    return joined(first, second, sentence.text[max(0, start - context.REACH) : start], between)


def _is_date(timex: Timex) -> bool:
    if timex.edtf is None or not timex.anchored or _ROUND.search(timex.text):
        return False
    return is_edtf(timex.edtf)


def _is_event(event: Event, clocked: frozenset[str]) -> bool:
    text, at = event.sentence.text, event.at
    if not context.tells(text, at) or (context.is_clock(text, at) and event.date not in clocked):
        return False
    if "/" not in event.date and (context.compares(text, at) or context.bounds(text, at)):
        return False
    return not any(holds(text, at) for holds in _NO_EVENT)


def _is_known(event: Event, published: str | None, years: dict[int, frozenset[str]]) -> bool:
    text = event.sentence.text
    if published is None:
        leans = _SAME_YEAR.search(event.expression) or _COUNTED_ON.search(event.expression)
        memory = _LONG_MEMORY if leans else _MEMORY
        near = {year for back in range(memory) for year in years.get(event.sentence.number - back, ())}
        counted_on = bool(near and _COUNTED_ON.search(event.expression))
        told_alone = not _DEICTIC.search(event.expression) and (event.date[:4] in near or counted_on)
        return (bool(_YEAR.search(event.expression)) or told_alone) and not context.is_forecast(text, event.at)
    days, today = span_of(event.date), span_of(published)
    if event.expression == published[:4]:
        return context.is_appointed(text)
    if days.last <= today.last:
        return True
    return (days.first <= today.last or context.looks_ahead(text)) and not context.is_forecast(text, event.at)


def _clocked_days(annotated: AnnotatedArticle) -> frozenset[str]:
    """The days that the article tells by the clock: those that it names, where it tells much at a time of day alone."""
    clocked, named = 0, set()
    for sentence in annotated.prose:
        for timex in sentence.timexes:
            at = Span(timex.span.start - sentence.span.start, timex.span.end - sentence.span.start)
            alone = context.is_clock(sentence.text, at)
            clocked += alone and tells_past(sentence.text)
            named |= set() if alone or timex.edtf is None else {timex.edtf}
    return frozenset(named) if clocked >= _CLOCKED else frozenset()


def _years_by_sentence(annotated: AnnotatedArticle) -> dict[int, frozenset[str]]:
    return {
        sentence.number: frozenset(year for timex in sentence.timexes for year in _YEAR.findall(timex.text))
        for sentence in annotated.sentences
        if sentence.timexes
    }
