"""Clauses in the middle or at the start of a long sentence that it can stand without, each as the characters to leave out.

    role         = what a speaker is, after his name: "says Ana Pinto," "head of …"
    inserted     = ", which" | ", as well as" | ", the" … "," where a verb follows
                   between a subject and its verb it may hold commas
    apposition   = ", the" noun "," after a name and before a preposition
    dashes       = " – " aside " – "
    opening      = "Speaking …," | "In a letter …," before the subject

Nothing here reads meaning; `statement` refuses what holds a negation, a hedge, a condition or a comparison, and what is worth
more than what is left.
"""

import re
from collections.abc import Iterator

from generator.editorial.finite import (
    AUXILIARY,
    auxiliary_starts,
    has_verb,
    is_subordinate,
    verb_place,
    verb_starts,
)
from generator.model import Span

_INNER = r"(?:[^,;:–—“”\"()]|,(?=\d))"
_SAID = r"(?:said|says|say|told|tells|warned|warns|argued|argues|added|adds|explained|explains|wrote|writes)"
_NAME = r"(?:(?:[A-Z]|[a-z]{1,3}[ -])[\w.'’-]{0,30} ?){1,5}"
_INSERTED = re.compile(
    r", (?:(?P<relative>which|who|whose|where|in addition to|as well as|along with|together with|including|such as)|a|an|the) "
)
_COMMA = re.compile(r", ")
_LONGEST = 240
_MARKS = re.compile(r"[;:–—“”\"()]| --? ")
_MOST_COMMAS = 8
# "Joan Petrie, chief engineer of the county, said …": at the start, where nothing but a name stands before it.
_NAMED_ROLE = re.compile(
    rf"(?:[A-Z][\w.’'-]{{0,30}} ){{1,4}}?[A-Z][\w’'-]{{1,30}}"
    rf"(?P<role>, (?!(?:and|or|who|which|whose|where|as|in|on|at|by|if|when)\b)"
    rf"[a-z]{_INNER}{{3,110}}, )(?={AUXILIARY}|{_SAID}\b)"
)
# "… of Tribune, the former owner of the Times, by buying …": after a name, with no list in it.
_AFTER_NAME = re.compile(
    rf"(?<=[\w’'.])(?P<role>, (?:a|an|the) {_INNER}{{3,70}}, )(?=(?:on|in|at|by|to|for|from|that|after|before|and [A-Z])\b)"
)
_LISTS = re.compile(r"\b(?:and|or)\b")
_SPEAKER_ROLE = re.compile(
    r"(?<=[”\"’'] )(?P<end>(?:said|says) [^,;:]{3,60}), [^“”\"`]{3,200}$"
    rf"|(?<=, )(?P<aside>(?:said|says) {_NAME}), {_INNER}{{3,160}}(?=[.!?]*$|, {AUXILIARY})"
)
_DASHES = re.compile(r"(?:\s?[–—]\s?|\s--?\s)[^–—“”\"()]{3,240}?(?:\s?[–—]|\s--?)(?=\s?\w)")
# What is said where, before a subject that names itself; a pronoun could have its noun in what goes.
_OPENING = re.compile(
    r"(?:(?:Speaking|Writing|Asked|Talking|Addressing)\b|In (?:a|an|his|her|its|their) (?:[a-z]+ )?(?:letter|statement|report"
    r"|book|interview|speech|paper|note|blog|post|study|briefing|memo)\b)[^,;:–—“”\"()]{0,100}, (?=(?:the|a|an) |[A-Z])"
)


def clauses(sentence: str) -> Iterator[Span]:
    """The clauses before the end of a long sentence that it can lose, those that matter least first."""
    yield from _roles(sentence)
    yield from _inserted(sentence)
    yield from _appositions(sentence)
    if any(dash in sentence for dash in "–—-"):
        yield from (Span(match.start(), before_stop(sentence, match.end())) for match in _DASHES.finditer(sentence))
    opening = _OPENING.match(sentence)
    if opening:
        yield Span(0, opening.end())


def before_stop(sentence: str, end: int) -> int:
    """`end`, or where the marks at the end of `sentence` start, where `end` is its end."""
    return len(sentence.rstrip(".!?")) if end == len(sentence) else end


def _roles(sentence: str) -> Iterator[Span]:
    for match in _SPEAKER_ROLE.finditer(sentence):
        start = match.end("end") if match["end"] else match.end("aside")
        yield Span(start, before_stop(sentence, match.end()))
    named = _NAMED_ROLE.match(sentence)
    if named and not has_verb(named["role"]):
        yield Span(*named.span("role"))


def _inserted(sentence: str) -> Iterator[Span]:
    first = verb_place(sentence)
    dependent = is_subordinate(sentence)
    for match in _INSERTED.finditer(sentence):
        # What stands between a subject and its verb ends where the verb comes; elsewhere only a single part is sure.
        subject = not dependent and not 0 <= first < match.start()
        end = _inserted_end(sentence, match.end(), most=_MOST_COMMAS if subject and match["relative"] else 1, subject=subject)
        if end:
            yield Span(match.start(), end)


def _inserted_end(sentence: str, start: int, most: int, *, subject: bool) -> int:
    limit = min(len(sentence), start + _LONGEST)
    broken = _MARKS.search(sentence, start, limit)
    commas = [comma.end() for comma in _COMMA.finditer(sentence, start, broken.start() if broken else limit)][:most]
    sure = (comma for comma in commas if auxiliary_starts(sentence, comma))
    likely = (comma for comma in commas if subject and verb_starts(sentence, comma))
    return next(sure, 0) or next(likely, 0)


def _appositions(sentence: str) -> Iterator[Span]:
    for match in _AFTER_NAME.finditer(sentence):
        name = sentence[: match.start()].rsplit(" ", 1)[-1]
        # "… a system in which notes are kept on paper, on any server": what stands behind a verb of its own may belong to that.
        if name[:1].isupper() and not _LISTS.search(match["role"]) and not has_verb(match["role"]):
            yield Span(*match.span("role"))
