"""How an explanation is shown: as text for a terminal, or as one HTML page that needs nothing else.

    text    a part a sentence: number, kind, words, a line a verdict, dates, cues, words of trouble, scores with their terms
    html    explanation.html beside this module: a section a sentence, with the anchors s1, s2 …, and tables; no script

What is shown is described by its form, so that this module need not know who explains. The words come from an article, which
may hold anything: the page escapes every value, and the text holds no character that steers a terminal.
"""

import textwrap
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Protocol

import jinja2

_WIDTH = 100
_INDENT = "  "

_Verdict = tuple[str, bool, str]  # item, whether chosen, reason
_Term = tuple[str, float, float, float]  # feature, value, weight, worth
_Score = tuple[str, float, int, int, tuple[_Term, ...]]  # item, value, rank, among, terms
_Trouble = tuple[str, str, float]  # words, kind, weight
_Date = tuple[str, str, str, str | None, bool, str]  # expression, type, value, EDTF, whether chosen, reason


class _Explained(Protocol):
    """One sentence, numbered from 1, with its rows."""

    @property
    def number(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def chosen_as(self) -> Sequence[str]: ...
    @property
    def verdicts(self) -> Sequence[_Verdict]: ...
    @property
    def scores(self) -> Sequence[_Score]: ...
    @property
    def cues(self) -> Sequence[str]: ...
    @property
    def troubles(self) -> Sequence[_Trouble]: ...
    @property
    def dates(self) -> Sequence[_Date]: ...


def as_text(explained: Sequence[_Explained]) -> str:
    """The explanation for a terminal, in lines of about 100 characters."""
    return "\n\n".join("\n".join(map(_printable, _lines(one))) for one in explained) + "\n"


def as_html(headline: str, explained: Sequence[_Explained]) -> str:
    """The explanation as a page of its own."""
    return _template().render(headline=headline, sentences=explained)


@cache
def _template() -> jinja2.Template:
    source = (files("generator.publish") / "explanation.html").read_text(encoding="utf-8")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source)


def _printable(line: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in line)


def _lines(one: _Explained) -> Iterator[str]:
    became = f": {', '.join(one.chosen_as)}" if one.chosen_as else ""
    yield f"Sentence {one.number} ({one.kind}){became}"
    yield from _wrapped(_INDENT, one.text)
    for item, chosen, reason in one.verdicts:
        yield from _row("yes" if chosen else "no", item, reason)
    for expression, kind, value, edtf, _, reason in one.dates:
        yield from _row("", "date", f"“{expression}” ({kind} {value}{f', EDTF {edtf}' if edtf else ''}): {reason}")
    if one.cues:
        yield from _row("", "cues", ", ".join(one.cues))
    if one.troubles:
        yield from _row("", "trouble", ", ".join(f"“{words}” ({kind} {weight:.2f})" for words, kind, weight in one.troubles))
    for item, score, rank, among, terms in one.scores:
        yield from _row("", "score", f"as {item} {score:.3f}, rank {rank} of {among}: {', '.join(map(_sum, terms))}")


def _sum(term: _Term) -> str:
    feature, value, weight, worth = term
    return f"{feature} {worth:+.3f} ({value:.2f} × {weight:.3g})"


def _row(chosen: str, name: str, said: str) -> list[str]:
    return _wrapped(f"{_INDENT}{chosen:<4}{name:<11} ", said)


def _wrapped(start: str, text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_long_words=False)
