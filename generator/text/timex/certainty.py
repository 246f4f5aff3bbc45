"""How sure the words around an expression are of it, as EDTF qualifies dates.

    ~  approximate   about, around, circa, roughly, in or around; … or so, … or thereabouts
    ?  doubtful      perhaps, possibly, probably; is thought to have …; may have …
    %  both

A doubt holds for the next few words; "asked about" and "a film about" tell what something treats of.
"""

import re
from typing import Literal

from generator.model import Span

Qualifier = Literal["", "~", "?", "%"]

_BOTH: dict[frozenset[str], Qualifier] = {frozenset("~"): "~", frozenset("?"): "?", frozenset(): ""}
_REACH = 100
_NEAR = 60
# Plain searches for these go before the patterns, which take longer, and most dates have none beside them.
_ABOUT_WORDS = ("about", "around", "circa", "roughly", "approximately")
_CIRCA = (" c", " ca", "(c", "(ca", "[c", "[ca", "approx")
_OR = (" or ", ", or ")
_DOUBT_WORDS = (
    "perhaps",
    "possibly",
    "probably",
    "maybe",
    "presum",
    "suppos",
    " to have",
    " to date",
    " to be",
    "may have",
    "might have",
)
_LEAD = r"(?:(?:on|in|by|at|as|early|late|mid|the|of|until|till|since|from|long|far|back|end|beginning|start)[ -]){0,4}$"
_ABOUT = re.compile(
    rf"\b(?:about|around|circa|roughly|approximately)\s{_LEAD}|(?<![^\s(\[])(?:ca?|approx)\.? ?$", re.IGNORECASE
)
_OR_SO = re.compile(r",? or (?:so|thereabouts)\b")
# Words that "about" and "around" follow to say what something treats of, not when it was.
_TREATED = re.compile(
    r"\b(?:all|answer|argu|articles?|ask|book|chapter|clear|complain|concern|debat|doubt|essay|facts?|feel|felt|fears?|films?|"
    r"forget|hear|heard|information|joke|know|knew|learn|lied?|memoirs?|more|much|news|nothing|novel|optimistic|pessimistic|"
    r"play|poems?|program|question|read|report|said|say|serious|sing|song|something|spoke|speak|speech|stor(?:y|ies)|sure|talk|"
    r"tell|told|think|thought|truth|uncertain|wonder|worr|writ|wrote|what|how)[a-z]{0,6} about (?:the )?$"
    r"|\b(?:cent(?:er|re|ers|res|ered|red)|get|gets|getting|got|revolv(?:e|es|ed|ing)|ways?) around (?:the )?$",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    rf"\b(?:perhaps|possibly|probably|maybe|presumably|supposedly) (?:(?:about|around|circa|roughly|some ?time) )?{_LEAD}|"
    r"\b(?:(?:thought|believed|presumed|assumed|reckoned) to (?:have|date|be (?:from|of))|(?:may|might) have)\b"
    r"(?: (?!to\b|no\b)[^\W\d]{2,20}){0,6} $|"
    r"(?<!will )(?<!would )\b(?:perhaps|possibly|probably) (?:was |were |been )?"
    r"(?!(?:most|best|least|just|not|first|last|that|what|different|often)\b)(?:made|sold|born|drawn|began|came|[a-z]{2,14}(?:ed|en|t))"
    r"(?: (?!to\b)[\w’'-]+){0,3} (?:about |around )?"
    rf"{_LEAD}",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b(?:that|which|who|because|when|while|although)\b")
_ASKED = re.compile(r"\(\?\)|\?\)|,? (?:perhaps|possibly)(?=[.,;)])")


def qualifier(text: str, span: Span) -> Qualifier:
    """What EDTF writes behind the date that stands at `span` in `text`."""
    before = text[max(0, span.start - _REACH) : span.start]
    about = _is_about(before) or (text.startswith(_OR, span.end) and _OR_SO.match(text, span.end) is not None)
    doubted = _is_doubted(before) or _ASKED.match(text, span.end) is not None
    return "%" if about and doubted else "~" if about else "?" if doubted else ""


def both(one: Qualifier, other: Qualifier) -> Qualifier:
    """What two qualifiers say together."""
    return _BOTH.get(frozenset(one + other), "%")


def _is_about(before: str) -> bool:
    lower = before[-_NEAR:].lower()
    if not any(word in lower for word in _ABOUT_WORDS) and not lower.rstrip(". ").endswith(_CIRCA):
        return False
    return bool(_ABOUT.search(before)) and not _TREATED.search(before)


def _is_doubted(before: str) -> bool:
    lower = before.lower()
    doubt = _DOUBT.search(before) if any(word in lower for word in _DOUBT_WORDS) else None
    return doubt is not None and not _THAT.search(before, doubt.start())
