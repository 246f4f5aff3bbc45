"""The grades that the article and the brief ask for, formula by formula, on one scale from 0 to 20."""

from dataclasses import dataclass
from typing import Literal

from generator.model import Readability
from generator.publish.reading import GRADE_FORMULAS, middle_grade

HIGHEST_GRADE = 20
_WIDTH, _SCALE_START, _SCALE_WIDTH, _ROW, _TOP = 440, 178, 212, 28, 54
_CLEAR = 14
_TICKS = (0, 6, 9, 13, 17)
_AGE_BEFORE_SCHOOL = 5  # grade 1 of schools in the United States begins at the age of 6


Side = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class GradeDot:
    """A grade, where it stands (held within the scale), and on which side its figure is written."""

    grade: float
    x: float
    side: Side = "end"

    @property
    def label_x(self) -> float:
        """Where its figure stands, clear of the mark."""
        return self.x + (_CLEAR if self.side == "end" else -_CLEAR)


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One formula on the scale: what it says of the article, and of the brief where it holds for so short a text."""

    formula: str
    article: GradeDot
    brief: GradeDot | None
    y: int


@dataclass(frozen=True, slots=True)
class GradeTick:
    """A grade named above the scale, with the age at which it begins."""

    grade: int
    age: int | None
    x: float


@dataclass(frozen=True, slots=True)
class GradeScale:
    """Where each grade stands between 0 and 20; `article` and `brief` are the middle ones."""

    rows: tuple[GradeRow, ...]
    ticks: tuple[GradeTick, ...]
    height: int
    article: float
    brief: float | None
    width: int = _WIDTH


def grade_scale(article: Readability, brief: Readability | None = None) -> GradeScale | None:
    """The grades of an article and its brief on one scale, or None where no formula holds for the article."""
    middle = middle_grade(article)
    if middle is None:
        return None
    held = [name for name in GRADE_FORMULAS if getattr(article, name) is not None]
    rows = tuple(_row(name, article, brief, _TOP + _ROW * n) for n, name in enumerate(held))
    ticks = tuple(GradeTick(grade, grade + _AGE_BEFORE_SCHOOL if grade else None, _x(grade)) for grade in _TICKS)
    return GradeScale(rows, ticks, _TOP + _ROW * len(rows), middle, middle_grade(brief))


def _row(name: str, article: Readability, brief: Readability | None, y: int) -> GradeRow:
    grade, own = getattr(article, name), getattr(brief, name, None)
    if own is None:
        return GradeRow(name, GradeDot(grade, _x(grade)), None, y)
    sides: tuple[Side, Side] = ("start", "end") if grade < own else ("end", "start")
    return GradeRow(name, GradeDot(grade, _x(grade), sides[0]), GradeDot(own, _x(own), sides[1]), y)


def _x(grade: float) -> float:
    return round(_SCALE_START + min(max(grade, 0), HIGHEST_GRADE) / HIGHEST_GRADE * _SCALE_WIDTH, 1)
