"""The geometry of the pictures on a brief's page; the theme draws them as SVG and says what they show.

    grade scale      a row for each formula that gives a school grade, a dot on a scale from 0 to 20
    sentence strip   a bar for each sentence of the article, as high as the sentence is long, cited ones picked out

Lengths are in the user units of the view box. A strip of more sentences than bars gathers neighbours into one bar, which is as
high as the longest of them and is cited if one of them is.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from generator.model import Readability

GRADE_FORMULAS = ("flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index", "coleman_liau_index")
HIGHEST_GRADE = 20
_WIDTH, _SCALE_START, _SCALE_WIDTH, _ROW, _TOP = 440, 178, 212, 28, 54
_TICKS = (0, 6, 9, 13, 17)
_AGE_BEFORE_SCHOOL = 5  # grade 1 of schools in the United States begins at the age of 6
_STRIP_WIDTH, _STRIP_HEIGHT, _LOWEST_BAR, _WIDEST_STEP, _MOST_BARS = 600, 72, 3, 24, 120


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One formula on the scale; `grade` is its figure, `x` where its dot is (held within the scale)."""

    formula: str
    grade: float
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class GradeTick:
    """A grade named above the scale, with the age at which it begins."""

    grade: int
    age: int | None
    x: float


@dataclass(frozen=True, slots=True)
class GradeScale:
    """Where each grade stands between 0 and 20."""

    rows: tuple[GradeRow, ...]
    ticks: tuple[GradeTick, ...]
    height: int
    lowest: float
    highest: float
    middle: float
    width: int = _WIDTH


@dataclass(frozen=True, slots=True)
class SentenceStrip:
    """The article as a row of bars, each kind of bar as one SVG path."""

    sentences: int
    cited: int
    longest: int
    middle: int
    a_bar: int
    plain_bars: str
    cited_bars: str
    cite_marks: str
    width: int = _STRIP_WIDTH
    height: int = _STRIP_HEIGHT


def grade_scale(readability: Readability) -> GradeScale | None:
    """The grades of `readability` on one scale, or None where no formula holds."""
    grades = [(name, value) for name in GRADE_FORMULAS if (value := getattr(readability, name)) is not None]
    if not grades:
        return None
    rows = tuple(GradeRow(name, value, _grade_x(value), _TOP + _ROW * n) for n, (name, value) in enumerate(grades))
    ticks = tuple(GradeTick(grade, grade + _AGE_BEFORE_SCHOOL if grade else None, _grade_x(grade)) for grade in _TICKS)
    values = [value for _, value in grades]
    return GradeScale(rows, ticks, _TOP + _ROW * len(rows), min(values), max(values), median(values))


def sentence_strip(lengths: Sequence[int], cited: Collection[int]) -> SentenceStrip | None:
    """The strip of sentences with `lengths` in words, `cited` by number from 1; None for fewer than three."""
    if len(lengths) < 3 or not max(lengths):
        return None
    a_bar = ceil(len(lengths) / _MOST_BARS)
    groups = [range(first, min(first + a_bar, len(lengths))) for first in range(0, len(lengths), a_bar)]
    step = min(_STRIP_WIDTH / len(groups), _WIDEST_STEP)
    picked = {n for n, group in enumerate(groups) if any(number - 1 in group for number in cited)}
    bars = [_bar(n * step, step, max(lengths[i] for i in group) / max(lengths)) for n, group in enumerate(groups)]
    return SentenceStrip(
        sentences=len(lengths),
        cited=len(cited),
        longest=max(lengths),
        middle=round(median(lengths)),
        a_bar=a_bar,
        plain_bars="".join(bar for n, bar in enumerate(bars) if n not in picked),
        cited_bars="".join(bar for n, bar in enumerate(bars) if n in picked),
        cite_marks="".join(f"M{(n + 0.39) * step:.1f} {_STRIP_HEIGHT + 3}l4 8h-8z" for n in sorted(picked)),
    )


def _grade_x(grade: float) -> float:
    return round(_SCALE_START + min(max(grade, 0), HIGHEST_GRADE) / HIGHEST_GRADE * _SCALE_WIDTH, 1)


def _bar(x: float, step: float, share: float) -> str:
    """A bar from the strip's foot as high as its `share` of the longest."""
    width, height = step * 0.78, max(_LOWEST_BAR, share * _STRIP_HEIGHT)
    return f"M{x:.1f} {_STRIP_HEIGHT}v-{height:.1f}h{width:.1f}v{height:.1f}z"
