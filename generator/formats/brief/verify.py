"""Holds a brief against its own text: every quote stands in the body, and the timeline is in order."""

from collections.abc import Iterator

from generator.edtf import chronological
from generator.errors import Problem
from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import ITEM_NAMES, Place, item_name
from generator.text.body import to_text
from generator.text.quotes import locate


def verify(file: BriefFile) -> tuple[Problem, ...]:
    """Every fault of a brief whose format is right, in the order of the file."""
    problems = (*_quotes(file), *_order(file))
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _quotes(file: BriefFile) -> Iterator[Problem]:
    body = to_text(file.brief.body)
    for key in ITEM_NAMES:
        for number, item in enumerate(getattr(file.brief, key)):
            place: Place = (key, number, "quote")
            fault = _fault(item.quote, body)
            if fault:
                yield Problem(file.path, file.line(place), f"quote of {item_name(place)} {fault}")


def _fault(quote: str, body: str) -> str:
    span = locate(body, quote)
    if span is None:
        return f"is not in the article's text: {_shortened(quote)}; copy the sentence from below, character by character"
    if quote != quote.strip():
        return "starts or ends with white space; take it away"
    if _cuts_word(body, span.start) or _cuts_word(body, span.end):
        return f"cuts a word of the article's text: {_shortened(quote)}; copy whole words"
    return ""


def _cuts_word(body: str, at: int) -> bool:
    # Scripts that write no spaces have no such edge.
    around = body[at - 1 : at + 1] if at else ""
    return len(around) == 2 and around.isascii() and around.isalnum()


def _order(file: BriefFile) -> Iterator[Problem]:
    events = file.brief.timeline
    for number in range(1, len(events)):
        earlier, later = events[number - 1].date, events[number].date
        if chronological(later) < chronological(earlier):
            place: Place = ("timeline", number, "date")
            message = f"{item_name(place)} ({later}) stands after {earlier}; put the events in order of time"
            yield Problem(file.path, file.line(place), message)


def _shortened(quote: str) -> str:
    return f'"{quote}"' if len(quote) <= 60 else f'"{quote[:57]}…"'
