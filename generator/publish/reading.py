"""The figures beside the text: each readability figure with its value or why there is none, and how long reading takes.

The brief's minutes are counted at the rates of `generator.text.readability`, so that they can be compared with the article's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import median
from typing import Literal

from generator.model import Brief, Readability
from generator.publish.evidence import Item
from generator.text.formulas import FORMULAS, sentence_grades
from generator.text.readability import CHARACTERS_A_MINUTE, WORDS_A_MINUTE, measure

GRADE_FORMULAS = ("flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index", "coleman_liau_index")
"""The formulas that give a school grade; the others have scales of their own."""

GradeBand = Literal["g1", "g2", "g3", "g4"]
"""What the archive is filtered by: up to grade 8, 9 to 12, university level, not measured."""

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"])
_ENDS = (".", "!", "?", "…", "。", "！", "？")
_WORD = re.compile(r"[^\W_]\S*")
_WRITTEN_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Figure:
    """One formula of the panel, or all (None): the article's value, or the reason that there is none, and the brief's own."""

    formula: str | None
    value: float | None
    reason: str | None
    brief: float | None = None


DifficultyMeasure = Literal["grade", "words"]


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard each of the `sentences` of a text is, by `measure`."""

    measure: DifficultyMeasure
    sentences: Sequence[str]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """What is read in a minute."""

    per_minute: int
    unit: Literal["words", "characters"]


def figures(readability: Readability, brief: Readability | None = None) -> tuple[Figure, ...]:
    """Every formula, in the order of the model; a single nameless one where all lack a value for the same reason."""
    named = tuple(
        Figure(name, getattr(readability, name), readability.not_available.get(name), getattr(brief, name, None))
        for name in FORMULAS
    )
    outcomes = {(figure.value, figure.reason) for figure in named}
    return (Figure(None, *outcomes.pop()),) if len(outcomes) == 1 else named


def middle_grade(readability: Readability | None) -> float | None:
    """The middle one of the grades that hold, or None."""
    grades = [value for name in GRADE_FORMULAS if (value := getattr(readability, name, None)) is not None]
    return median(grades) if grades else None


def grade_band(readability: Readability | None) -> GradeBand:
    """The band of the middle grade, rounded as the grade in words is."""
    middle = middle_grade(readability)
    if middle is None:
        return "g4"
    grade = floor(middle + 0.5)
    return "g1" if grade <= 8 else "g2" if grade <= 12 else "g3"


def pace(language: str) -> Pace:
    """How reading time is counted in `language`, a BCP 47 tag."""
    primary = language.lower().partition("-")[0]
    if primary in CHARACTERS_A_MINUTE:
        return Pace(CHARACTERS_A_MINUTE[primary], "characters")
    return Pace(WORDS_A_MINUTE, "words")


def difficulty(sentences: Sequence[str], readability: Readability | None) -> Difficulty:
    """How hard each sentence is: its Flesch–Kincaid grade from 0 to 20 where that holds for the text, else its length."""
    if readability is None or readability.flesch_kincaid_grade is None:
        return Difficulty("words", sentences, tuple([float(length(sentence)) for sentence in sentences]))
    grades = sentence_grades(sentences)
    return Difficulty("grade", sentences, tuple([round(min(max(grade or 0.0, 0.0), 20.0), 1) for grade in grades]))


def brief_readability(brief: Brief) -> Readability:
    """The readability of the brief itself: its standfirst and every statement that is not a person's note."""
    items: tuple[Item, ...] = (*brief.key_points, *brief.challenges, *brief.timeline)
    said = [brief.standfirst or "", *(item.text for item in items)]
    return measure("\n\n".join(text if text.endswith(_ENDS) else f"{text}." for text in said if text), brief.language)


def brief_minutes(brief: Brief) -> int:
    """The minutes that the brief itself takes: its standfirst and every statement."""
    items: tuple[Item, ...] = (*brief.key_points, *brief.challenges, *brief.timeline, *brief.notes)
    said = [brief.standfirst or "", *(challenge.title for challenge in brief.challenges), *(item.text for item in items)]
    return max(1, ceil(length("\n".join(said)) / pace(brief.language).per_minute))


def length(sentence: str) -> int:
    """The words of a sentence; each character counts as one where the script writes no spaces."""
    if sentence.isascii():
        return len(_WORD.findall(sentence))
    ideographs = len(_WRITTEN_WITHOUT_SPACES.findall(sentence))
    return ideographs + len(_WORD.findall(_WRITTEN_WITHOUT_SPACES.sub(" ", sentence)))


def direction(language: str) -> str:
    """Which way a language tag's script runs: "ltr" or "rtl"."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
