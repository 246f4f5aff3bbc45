"""The figures beside the text: each readability figure with its value or why there is none, and how long reading takes.

The brief's minutes are counted at the rates of `generator.text.readability`, so that they can be compared with the article's.
"""

import re
from dataclasses import dataclass
from math import ceil
from typing import Literal

from generator.model import Brief, Readability
from generator.publish.evidence import statements
from generator.text.formulas import FORMULAS
from generator.text.readability import CHARACTERS_A_MINUTE, WORDS_A_MINUTE

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"])
_WORD = re.compile(r"[^\W_]\S*")
_WRITTEN_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Figure:
    """One formula of the panel, or all of them (None): its value, or the reason that there is none."""

    formula: str | None
    value: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Pace:
    """What is read in a minute."""

    per_minute: int
    unit: Literal["words", "characters"]


def figures(readability: Readability) -> tuple[Figure, ...]:
    """Every formula, in the order of the model; a single nameless one where all lack a value for the same reason."""
    named = tuple(Figure(name, getattr(readability, name), readability.not_available.get(name)) for name in FORMULAS)
    outcomes = {(figure.value, figure.reason) for figure in named}
    return (Figure(None, *outcomes.pop()),) if len(outcomes) == 1 else named


def pace(language: str) -> Pace:
    """How reading time is counted in `language`, a BCP 47 tag."""
    primary = language.lower().partition("-")[0]
    if primary in CHARACTERS_A_MINUTE:
        return Pace(CHARACTERS_A_MINUTE[primary], "characters")
    return Pace(WORDS_A_MINUTE, "words")


def brief_minutes(brief: Brief) -> int:
    """The minutes that the brief itself takes: its standfirst and every statement."""
    words = [brief.standfirst or "", *(challenge.title for challenge in brief.challenges)]
    words.extend(statement.text for statement in statements(brief))
    return max(1, ceil(sum(map(length, words)) / pace(brief.language).per_minute))


def length(sentence: str) -> int:
    """The words of a sentence; each character counts as one where the script writes no spaces."""
    ideographs = len(_WRITTEN_WITHOUT_SPACES.findall(sentence))
    return ideographs + len(_WORD.findall(_WRITTEN_WITHOUT_SPACES.sub(" ", sentence)))


def direction(language: str) -> str:
    """Which way a language tag's script runs: "ltr" or "rtl"."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
