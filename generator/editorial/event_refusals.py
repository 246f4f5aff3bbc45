"""Why a date of a sentence dates no event, in words: the counterpart of `events`, which says which dates do.

    no date            a duration, a set, a decade, a date that cannot be told
    the words around   what `date_context` tells, reason by reason (REASONS)
    in vain            a bare year of publication, a forecast, a date to come where nothing looks ahead

`explain` shows these reasons. A predicate that `events` asks and REASONS does not name fails a test.
"""

from collections.abc import Callable, Iterable

from generator.editorial import date_context
from generator.editorial.annotate import AnnotatedSentence
from generator.editorial.events import Event
from generator.edtf import is_edtf, span_of
from generator.model import Span
from generator.text.timex import Timex

_NO_SENTENCE = 2_000  # characters, as in `events`: to judge each date of a longer run would take quadratic time
_NOT_A_DATE = {"DURATION": "it is a duration", "SET": "it is something that recurs"}
REASONS: tuple[tuple[str, Callable[[str, Span], bool]], ...] = (
    ("it stands in a question, in a caption or nearly alone", lambda text, at: not date_context.tells(text, at)),
    ("it owns what follows", date_context.possesses),
    ("it is only a bound", date_context.bounds),
    ("it is part of a name or a measure", date_context.modifies),
    ("it is a time of day, and the article is no chronology by the clock", date_context.is_clock),
    ("it is what the sentence speaks of", date_context.is_subject),
    ("it is a present in which nothing is told to happen", date_context.is_idle),
    ("it is one of every year", date_context.recurs),
    ("it is a comparison", date_context.compares),
    ("it is for what fell through", date_context.fell_through),
    ("the sentence gives an average, a ratio or a count", date_context.is_level),
)


def refusal(timex: Timex, sentence: AnnotatedSentence, at: Span, told: Iterable[Event], published: str | None) -> str:
    """Why `timex`, at `at` of its sentence, dates no event, as far as the words around it tell; `told` are those that are."""
    if timex.edtf is None or not timex.anchored or not is_edtf(timex.edtf):
        return _NOT_A_DATE.get(timex.type, "which day, month or year it is cannot be told")
    if sentence.kind == "heading":
        return "it stands in a heading"
    if "X" in timex.edtf:
        return "it is a decade or a century"
    if any(span_of(event.date) == span_of(timex.edtf) for event in told):
        return "the sentence dates an event of the same days already"
    if len(sentence.text) > _NO_SENTENCE:
        return "no event is looked for in a run of characters so long"
    around = next((reason for reason, holds in REASONS if holds(sentence.text, at)), "")
    return around or _in_vain(timex, timex.edtf, sentence.text, at, published) or "no event was found that it dates"


def _in_vain(timex: Timex, date: str, text: str, at: Span, published: str | None) -> str:
    """Why a date that the words around it allow still dates nothing, seen from the day of publication."""
    if published is not None and timex.text == published[:4]:
        return "it is the bare year of publication"
    if published is not None and span_of(date).last <= span_of(published).last:
        return ""
    if date_context.is_forecast(text, at):
        return "it is a forecast"
    if published is None:
        return "it cannot be told in an article without a date" if timex.relative else ""
    return "" if date_context.looks_ahead(text) else "it is after publication, and the sentence looks at nothing to come"
