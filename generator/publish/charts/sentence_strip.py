"""The article as a row of bars, as high as its sentences are hard, with those that the brief rests on picked out.

It shows which parts of an article a brief rests on, and whether those are its easy or its hard ones. More sentences than bars
share bars: one is then as high as its hardest sentence, and is cited if one of its sentences is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil
from statistics import median

from generator.publish.reading import Difficulty, DifficultyMeasure, length

_WIDTH, _BARS_WIDTH, _HEIGHT, _LOWEST_BAR, _WIDEST_STEP, _MOST_BARS = 440, 404, 84, 2, 24, 120
_LINES: dict[DifficultyMeasure, tuple[int, ...]] = {"grade": (9, 13, 17), "words": (10, 20, 40, 80)}
_LEAST_GAP = 16  # between two lines, so that their figures do not touch


@dataclass(frozen=True, slots=True)
class StripLine:
    """A line across the strip at a value."""

    value: int
    y: float


@dataclass(frozen=True, slots=True)
class CitedBar:
    """A cited sentence in figures."""

    number: int
    words: int
    value: float


@dataclass(frozen=True, slots=True)
class SentenceStrip:
    """The bars, each kind as one SVG path, and the figures that the words about them need."""

    measure: DifficultyMeasure
    sentences: int
    highest: float
    middle: float
    cited: tuple[CitedBar, ...]
    cited_middle: float
    a_bar: int
    lines: tuple[StripLine, ...]
    plain_bars: str
    cited_bars: str
    cite_marks: str
    width: int = _WIDTH
    bars_width: int = _BARS_WIDTH
    height: int = _HEIGHT


def sentence_strip(measured: Difficulty, cited: Collection[int]) -> SentenceStrip | None:
    """The strip of sentences so hard, `cited` by number from 1; None for fewer than three, or where none is cited."""
    values, highest = measured.values, max(measured.values, default=0.0)
    if len(values) < 3 or not highest or not cited:
        return None
    a_bar = ceil(len(values) / _MOST_BARS)
    hardest = [max(values[first : first + a_bar]) for first in range(0, len(values), a_bar)]
    step = min(_BARS_WIDTH / len(hardest), _WIDEST_STEP)
    picked = {(number - 1) // a_bar for number in cited}
    width = f"{step * 0.78:.1f}"
    bars = [_bar(n * step, width, value / highest) for n, value in enumerate(hardest)]
    rows = tuple(_cited_bar(measured, number) for number in sorted(cited))
    return SentenceStrip(
        measure=measured.measure,
        sentences=len(values),
        highest=highest,
        middle=median(values),
        cited=rows,
        cited_middle=median(row.value for row in rows),
        a_bar=a_bar,
        lines=_lines(measured.measure, highest),
        plain_bars="".join(bar for n, bar in enumerate(bars) if n not in picked),
        cited_bars="".join(bar for n, bar in enumerate(bars) if n in picked),
        cite_marks="".join(f"M{(n + 0.39) * step:.1f} {_HEIGHT + 3}l4 8h-8z" for n in sorted(picked)),
    )


def _cited_bar(measured: Difficulty, number: int) -> CitedBar:
    return CitedBar(number, length(measured.sentences[number - 1]), measured.values[number - 1])


def _lines(measure: DifficultyMeasure, highest: float) -> tuple[StripLine, ...]:
    lines: list[StripLine] = []
    for value in _LINES[measure]:
        y = round(_HEIGHT - value / highest * _HEIGHT, 1)
        if value <= highest and (not lines or lines[-1].y - y >= _LEAST_GAP):
            lines.append(StripLine(value, y))
    return tuple(lines)


def _bar(x: float, width: str, share: float) -> str:
    """A bar from the strip's foot as high as its `share` of the hardest."""
    height = f"{max(_LOWEST_BAR, share * _HEIGHT):.1f}"
    return f"M{x:.1f} {_HEIGHT}v-{height}h{width}v{height}z"
