"""Holds a brief against its own text: every quote stands in the body, once or told from its like, and the timeline is in order.

A brief with one of the `faults` is not published; one of the `ambiguities` has its quotes in its text all the same.

What the machine says of a quote is the quote with words left out; nothing else may stand in its name.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.edtf import chronological
from generator.errors import Problem
from generator.formats.brief.digests import digest, mark
from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import ITEM_NAMES, LISTS, Place, item_name
from generator.text.body import to_text
from generator.text.quotes import count, is_subsequence, locate


def verify(file: BriefFile, machine: Collection[Place] = ()) -> tuple[Problem, ...]:
    """Every fault of a brief whose format is right, in the order of the file; `machine` holds the machine's items' places."""
    return _in_order((*faults(file, machine), *ambiguities(file)))


def faults(file: BriefFile, machine: Collection[Place] = ()) -> tuple[Problem, ...]:
    """What keeps a brief from being published; `machine` as for `verify`."""
    return _in_order((*_quotes(file), *_texts(file, machine), *_order(file)))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line))


def ambiguities(file: BriefFile) -> tuple[Problem, ...]:
    """The quotes that stand at several places and do not say at which; a page lights the first of them."""
    body = to_text(file.brief.body)
    found = []
    for key in ITEM_NAMES:
        for number, item in enumerate(getattr(file.brief, key)):
            place: Place = (key, number, "quote")
            if fault := _ambiguity(item, body):
                found.append(Problem(file.path, file.line(place), f"quote of {item_name(place)} {fault}"))
    return tuple(found)


def _quotes(file: BriefFile) -> Iterator[Problem]:
    body = to_text(file.brief.body)
    for key in ITEM_NAMES:
        once = {mark(text).quote for text in getattr(file.brief.generated, key, ())}
        for number, item in enumerate(getattr(file.brief, key)):
            place: Place = (key, number, "quote")
            fault = _fault(item, body, once)
            if fault:
                yield Problem(file.path, file.line(place), f"quote of {item_name(place)} {fault}")


def _fault(item: Any, body: str, once: Collection[str]) -> str:
    quote: str = item.quote
    span = locate(body, quote, item.prefix or "", item.suffix or "")
    if span is None and digest(quote) in once:
        return f"is no longer in the article: {_shortened(quote)}; copy the sentence that says it now, or delete the item"
    if span is None:
        return f"is not in the article's text: {_shortened(quote)}; copy the sentence from below, character by character"
    if quote != quote.strip():
        return "starts or ends with white space; take it away"
    if _cuts_word(body, span.start) or _cuts_word(body, span.end):
        return f"cuts a word of the article's text: {_shortened(quote)}; copy whole words"
    if (item.prefix or item.suffix) and not count(body, _around(item)):
        return "does not stand between its prefix and suffix; copy them from below, with their spaces"
    return ""


def _around(item: Any) -> str:
    return f"{item.prefix or ''}{item.quote}{item.suffix or ''}"


def _ambiguity(item: Any, body: str) -> str:
    times = count(body, _around(item))
    if times <= 1:
        return ""
    return f"stands {times} times in the article's text; say which with a prefix or a suffix, the words before or after it"


def _cuts_word(body: str, at: int) -> bool:
    # Scripts that write no spaces have no such edge.
    around = body[at - 1 : at + 1] if at else ""
    return len(around) == 2 and around.isascii() and around.isalnum()


def unproven(file: BriefFile) -> Iterator[Place]:
    """The items whose text says what their quote does not, as a person's may, in the order of the file's lists."""
    for key in LISTS:
        for number, item in enumerate(getattr(file.brief, key)):
            if not is_subsequence(item.text, item.quote):
                yield key, number


def _texts(file: BriefFile, machine: Collection[Place]) -> Iterator[Problem]:
    for item in unproven(file) if machine else ():
        if item in machine:
            place: Place = (*item, "text")
            yield Problem(file.path, file.line(place), f"text of {item_name(place)} says what its quote does not")


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
