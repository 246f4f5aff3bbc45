"""Finds temporal expressions in a string of token symbols, by the rules of `generator/text/data/timex_grammar.txt`.

The notation of that file is parsed by `notation`; the rules together are one alternation, tried only at symbols that some rule
can start with. No rule repeats without bound, so a text is searched in linear time. What an expression means is `interpret`'s
affair.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.text.timex.lexicon import Lexicon, lexicon
from generator.text.timex.notation import Pattern, parsed
from generator.text.timex.tokens import Token
from generator.text.word_lists import packaged_lines

_DEFINITION = re.compile(r"(\w+)\s*([=:])\s*(.+)")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rules and the words they speak of; `starts` finds the symbols that any of them starts with, `openings` are
    all that one can match alone or have as its first two."""

    lexicon: Lexicon
    pattern: re.Pattern[str]
    starts: re.Pattern[str]
    openings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """The rule that fits from token number `at` on, and its tokens."""

    rule: str
    tokens: tuple[Token, ...]
    at: int


@cache
def grammar() -> Grammar:
    """The packaged grammar. Raises ValueError for what is not in its notation, KeyError for an unknown name."""
    lines = packaged_lines("generator.text", "data/timex_grammar.txt")
    words = lexicon(frozenset(re.findall(r"'([^']+)'", "\n".join(lines))))
    parts: dict[str, Pattern] = {}
    rules: list[str] = []
    starts: set[str] = set()
    openings: set[str] = set()
    for name, kind, expression in _joined(lines):
        compiled = parsed(expression, parts, words.classes)
        if kind == "=":
            parts[name] = compiled
        else:
            rules.append(f"{compiled.regex}(?P<{name}_{len(rules)}>)")
            starts |= compiled.first
            openings |= compiled.lone | compiled.pairs
    return Grammar(words, re.compile("|".join(rules)), re.compile(f"[{''.join(sorted(starts))}]"), frozenset(openings))


def matches(tokens: Sequence[Token], rules: Grammar) -> Iterator[Match]:
    """The expressions among `tokens` in order, none overlapping another."""
    symbols = "".join([token.symbol for token in tokens])
    end = 0
    for at in [start.start() for start in rules.starts.finditer(symbols)]:
        # "The" and "in" open many rules, and few of the words after them go on with one: the rules themselves are dear to try.
        may_open = at >= end and (symbols[at] in rules.openings or symbols[at : at + 2] in rules.openings)
        match = rules.pattern.match(symbols, at) if may_open else None
        if match is not None:
            end = match.end()
            yield Match((match.lastgroup or "").rpartition("_")[0], tuple(tokens[at:end]), at)


def _joined(lines: list[str]) -> list[tuple[str, str, str]]:
    """The definitions as name, kind and expression, lines that go on joined to the one before."""
    whole: list[str] = []
    for line in lines:
        if _DEFINITION.fullmatch(line):
            whole.append(line)
        else:
            whole[-1] += " " + line
    return [match.groups() for match in map(_DEFINITION.fullmatch, whole) if match is not None]  # type: ignore[misc]
