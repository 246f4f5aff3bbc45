"""The notation that the grammar of temporal expressions is written in, and the regular expression that each pattern becomes.

    pattern   = sequence { "|" sequence }
    sequence  = { [ "!" | "&" | "<" | "!<" ] atom [ "?" ] }
    atom      = CLASS | 'word' | part | "(" pattern ")"

"!" and "&" look ahead, "<" and "!<" back at one token. There is no repetition: what a pattern matches has a longest length.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

_PIECE = re.compile(r"\s*(!<|<|!|&)?\s*('[^']+'|\w+|[()|?])")
_AROUND = {"!": "(?!{})", "&": "(?={})", "<": "(?<={})", "!<": "(?<!{})"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over token symbols, the symbols it can start with, and whether it can match nothing.

    `lone` are the symbols that it can match by themselves, `pairs` the two that a longer match can start with.
    """

    regex: str
    first: frozenset[str]
    empty: bool
    lone: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()


_NOTHING = Pattern("", frozenset(), empty=True)


def parsed(expression: str, parts: Mapping[str, Pattern], classes: Mapping[str, str]) -> Pattern:
    """The pattern that `expression` writes. Raises ValueError where it is not in the notation, KeyError for an unknown name."""
    pieces = _pieces(expression)
    pattern, rest = _alternation(pieces, parts, classes)
    if rest:
        raise ValueError(f"not understood from {rest[0][1]!r} on: {expression}")
    return pattern


def _pieces(expression: str) -> list[tuple[str, str]]:
    pieces, at = [], 0
    while at < len(expression.rstrip()):
        piece = _PIECE.match(expression, at)
        if piece is None:
            raise ValueError(f"not understood: {expression[at:]}")
        pieces.append((piece[1] or "", piece[2]))
        at = piece.end()
    return pieces


_Rest = list[tuple[str, str]]


def _alternation(pieces: _Rest, parts: Mapping[str, Pattern], classes: Mapping[str, str]) -> tuple[Pattern, _Rest]:
    choice, rest = _sequence(pieces, parts, classes)
    while rest and rest[0][1] == "|":
        other, rest = _sequence(rest[1:], parts, classes)
        choice = _either(choice, other)
    return replace(choice, regex=f"(?:{choice.regex})"), rest


def _either(one: Pattern, other: Pattern) -> Pattern:
    lone, pairs = one.lone | other.lone, one.pairs | other.pairs
    return Pattern(f"{one.regex}|{other.regex}", one.first | other.first, one.empty or other.empty, lone, pairs)


def _followed(one: Pattern, other: Pattern) -> Pattern:
    first = one.first | other.first if one.empty else one.first
    lone = (one.lone if other.empty else frozenset()) | (other.lone if one.empty else frozenset())
    pairs = one.pairs | {before + after for before in one.lone for after in other.first}
    return Pattern(one.regex + other.regex, first, one.empty and other.empty, lone, pairs | other.pairs if one.empty else pairs)


def _sequence(pieces: _Rest, parts: Mapping[str, Pattern], classes: Mapping[str, str]) -> tuple[Pattern, _Rest]:
    whole, rest = _NOTHING, pieces
    while rest and rest[0][1] not in "|)":
        item, rest = _item(rest, parts, classes)
        whole = _followed(whole, item)
    return whole, rest


def _item(pieces: _Rest, parts: Mapping[str, Pattern], classes: Mapping[str, str]) -> tuple[Pattern, _Rest]:
    (around, name), rest = pieces[0], pieces[1:]
    if name == "(":
        atom, rest = _alternation(rest, parts, classes)
        if not rest or rest[0][1] != ")":
            raise ValueError("a bracket is not closed")
        rest = rest[1:]
    elif name == "?":
        raise ValueError("not understood: a question mark after nothing")
    elif name[0].islower():
        atom = parts[name]
    else:
        symbols = frozenset(classes[name])
        atom = Pattern(f"[{classes[name]}]", symbols, empty=False, lone=symbols)
    if around:
        return Pattern(_AROUND[around].format(atom.regex), frozenset(), empty=True), rest
    if rest and rest[0][1] == "?":
        return replace(atom, regex=atom.regex + "?", empty=True), rest[1:]
    return atom, rest
