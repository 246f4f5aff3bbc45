"""Places what expressions mean in the calendar, in the order of the text.

"published" counts from the day of publication, "narrative" from the last date that the text gave. A period that comes round
again ("June", "Friday") is the one that the tense of its sentence points to, or that the text's story lies in. Without a day
of publication nothing is guessed: "last year" has no place, and "June" only where this paragraph or the one before dates it.
"""

from datetime import date

from generator.text.timex import periods
from generator.text.timex.periods import Period, Unit
from generator.text.timex.readings import Choice, Exact, Reading, Recurring, Shift, Year
from generator.text.timex.recurrence import beside, by_tense, cycle_of, nearest, occurrence
from generator.text.timex.scene import Scene
from generator.text.timex.tense import Tense

_A_YEAR: dict[Unit, int] = {"quarter": 4, "month": 12, "half": 2}
_YEAR = 366
# Days before publication after which a day or a month of the year before would be told with its year.
_STALE = 180
# Days before publication within which a day or a month is news, whatever the year that its paragraph opened with. Both by hand.
_FRESH = range(46)
# Days after a past day or month within which the next one of its paragraph is of that year: "June 29, 2021 … June 30".
_CLOSE = 31
# Months from the one that figures are for to their publication. Set by hand.
_LATE_MONTHS = range(3)
_WINTER, _MAY = 4, 5
_DIRECTIONS: dict[Choice, str] = {
    "last": "before",
    "before": "before",
    "next": "after",
    "after": "after",
    "this": "in",
    "same": "in",
}


def place(reading: Reading, scene: Scene, tense: Tense) -> Period | None:
    """The period that `reading` means, or None where it cannot be told."""
    placed = _placed(reading, scene, tense)
    if placed is not None and reading.time and _is_overnight(reading, placed, scene):
        return periods.shifted(placed, 1)
    if placed is None or reading.around is None:
        return placed
    return periods.containing(reading.around, periods.first_day(placed))


def _is_overnight(reading: Reading, placed: Period, scene: Scene) -> bool:
    """Whether a time of day alone goes on past midnight from the last one, to a day not after publication."""
    when, published = reading.when, scene.published
    alone = isinstance(when, Shift) and when.base == "narrative" and not when.count
    return alone and scene.is_past_midnight(reading.time) and (published is None or periods.first_day(placed) < published)


def _placed(reading: Reading, scene: Scene, tense: Tense) -> Period | None:
    match reading.when:
        case Exact(period):
            return period
        case Shift() as shift:
            return _shifted(shift, scene)
        case Recurring() as recurring:
            return _counted_on(_recurring(recurring, scene, tense), recurring)
        case None:
            return None


def _shifted(shift: Shift, scene: Scene) -> Period | None:
    if shift.base == "latest":
        return scene.latest_quarter
    if shift.base == "compared":
        return _compared(shift, scene)
    focus = scene.story if shift.base == "told" else scene.focus if shift.base == "narrative" else None
    if focus is not None and shift.unit == "day" and focus.unit != "day":
        focus = scene.near_day(focus) or focus
    if focus is not None:
        return _from_focus(shift, _reported(shift, focus, scene.compared))
    published = scene.published_to(shift.unit)
    if published is None or (shift.base == "narrative" and shift.count > 0):
        return None
    placed = periods.shifted(periods.containing(shift.unit, published), shift.count)
    if placed is not None and shift.weekday is not None:
        return periods.bounded(Period("day", periods.first_day(placed).toordinal() + shift.weekday - 1))
    return placed if placed is None or not shift.years else periods.years_on(placed, shift.years)


def _reported(shift: Shift, focus: Period, compared: Period | None) -> Period:
    """The quarter rather than the day that it ended on, for "a year earlier"."""
    if compared is None or compared.unit != "quarter" or focus.unit != "day" or shift.unit != "year":
        return focus
    ended = periods.first_day(compared) <= periods.first_day(focus) <= periods.last_day(compared)
    return compared if ended else focus


def _from_focus(shift: Shift, focus: Period) -> Period | None:
    """From the text's last date. "Three days later" than a year cannot be told."""
    if shift.unit == "year" and shift.count and focus.unit in _A_YEAR:
        return periods.shifted(focus, shift.count * _A_YEAR[focus.unit])
    if periods.is_coarser(focus.unit, shift.unit):
        return None
    return periods.shifted(periods.containing(shift.unit, periods.first_day(focus)), shift.count)


def _compared(shift: Shift, scene: Scene) -> Period | None:
    """The quarter or month that the text compares, and the one a year before it; without any, a year ago."""
    if shift.unit == "quarter":
        quarter = scene.spoken_quarter
        return None if quarter is None else periods.shifted(quarter, shift.count)
    if shift.unit == "month":
        month = _reported_month(scene)
        return None if month is None else periods.shifted(month, shift.count)
    if scene.compared is not None:
        return periods.shifted(scene.compared, shift.count * _A_YEAR[scene.compared.unit])
    if scene.published is None:
        return None
    return periods.shifted(periods.containing("year", scene.published), shift.count)


def _reported_month(scene: Scene) -> Period | None:
    """The month that the text last spoke of, where it is that of publication or lately over; else that of publication."""
    published, reported = scene.published_to("month"), scene.reported
    current = None if published is None else periods.containing("month", published)
    if reported is None or reported.unit != "month":
        return current
    return reported if current is None or current.index - reported.index in _LATE_MONTHS else current


def _recurring(when: Recurring, scene: Scene, tense: Tense) -> Period | None:
    if when.choice in ("after", "before", "same"):
        base = scene.published_to("day") if scene.focus is None else _side(scene.focus, when.choice)
        return None if base is None else nearest(when, base, _DIRECTIONS[when.choice])
    if when.within is not None:
        return _within(when, when.within, scene)
    story = scene.story if tense != "future" else None
    if scene.published is None:
        return None if story is None or when.choice is not None else _in_story(when, story, scene)
    if not periods.is_coarser(cycle_of(when), scene.precision):
        return None
    return _told(when, story, scene, tense) if when.choice is None else _chosen(when, when.choice, scene.published)


def _chosen(when: Recurring, choice: Choice, published: date) -> Period | None:
    """The last, this or the next one, seen from the day of publication, or the one that is beside it."""
    if choice == "about":
        return beside(when, published)
    running = choice == "this" and _is_winter_before(when, published)
    chosen = nearest(when, published, "until" if running else _DIRECTIONS[choice])
    if chosen is not None and choice == "last" and _is_last_month(chosen, published):
        return periods.years_on(chosen, -1)
    return chosen


def _is_last_month(period: Period, published: date) -> bool:
    """Whether it is the month before publication, "last month": "last May", written in June, is that of last year."""
    return period.unit == "month" and period.index == periods.containing("month", published).index - 1 and published.month > 1


def _told(when: Recurring, story: Period | None, scene: Scene, tense: Tense) -> Period | None:
    """The one that the text tells of: by its story, by its last date, by the tense."""
    if scene.published is None:
        return None
    told = _in_story(when, story, scene) if story is not None else None
    following = _following(when, scene, scene.published) if tense in ("past", "told") else None
    placed = told or following or by_tense(when, scene.published, tense)
    return placed if told or tense not in ("past", "told", "unclear") else _dated_like(placed, when, scene)


def _dated_like(placed: Period | None, when: Recurring, scene: Scene) -> Period | None:
    """The one that goes on from the last date of the text, where that was given with its year and either opened its sentence,
    lies just before or would leave this one far back in the year before publication, which "last October" would say.
    """
    anchor, published = scene.anchor, scene.published
    if anchor is None or placed is None or published is None or not _is_part_of(when, anchor):
        return placed
    days = (published - periods.first_day(placed)).days
    following = nearest(when, periods.first_day(anchor), "in" if anchor.unit == "year" else "from")
    if following is None:
        return placed
    stale = days > _STALE and periods.first_day(placed).year < published.year
    here = anchor.unit != "year" and scene.dated_in == scene.paragraph
    close = here and periods.days_from(following, periods.first_day(anchor)) <= _CLOSE
    return following if stale or ((scene.is_framed or close) and days not in _FRESH) else placed


def _is_part_of(when: Recurring, anchor: Period) -> bool:
    """Whether it is a month, or a day that `anchor` leaves no choice of."""
    if when.unit == "month":
        return True
    return when.unit == "day" and when.weekday is None and (when.month is not None or anchor.unit != "year")


def _counted_on(placed: Period | None, when: Recurring) -> Period | None:
    """The same so many days or years on."""
    if placed is None or not (when.days or when.years):
        return placed
    return periods.years_on(placed, when.years) if when.years else periods.shifted(placed, when.days)


def _is_winter_before(when: Recurring, published: date) -> bool:
    """Whether "this winter" began the year before, which it did for what is written until May."""
    return when.unit == "season" and when.number == _WINTER and published.month <= _MAY


def _following(when: Recurring, scene: Scene, published: date) -> Period | None:
    """The last occurrence before publication of a day and month, where it goes on from the text's last date in the past."""
    back = nearest(when, published, "until") if when.unit == "day" and when.month is not None else None
    if back is None or scene.focus is None or periods.last_day(scene.focus) >= periods.first_day(back):
        return None
    return back if periods.days_from(back, periods.first_day(scene.focus)) < _YEAR else None


def _side(focus: Period, choice: Choice) -> date:
    """The day that "the following spring" counts from, which is after 2009, or "the previous spring"."""
    return periods.last_day(focus) if choice == "after" else periods.first_day(focus)


def _within(when: Recurring, year: Year, scene: Scene) -> Period | None:
    placed = year.period if isinstance(year, Exact) else _shifted(year, scene)
    if placed is None:
        return None
    if when.unit == "quarter" and when.number <= 0:
        if when.number < 0 and scene.reported is not None and scene.reported.unit == "year":
            return placed
        quarter = scene.spoken_quarter
        return None if quarter is None else periods.part_of_year("quarter", placed.index, periods.number_in_year(quarter))
    return occurrence(when, placed.index)


def _in_story(when: Recurring, story: Period, scene: Scene) -> Period | None:
    """The occurrence nearest to the date that the story has come to, the next one within its sentence; in its year, where it
    gives no more than the year.
    """
    base = periods.first_day(story)
    if when.weekday is not None or when.unit == "weekend":
        return None
    if story.unit == "year":
        return nearest(when, base, "in") if when.month or when.unit != "day" else None
    if periods.is_coarser(story.unit, "season"):
        return None
    back, ahead = nearest(when, base, "until"), nearest(when, base, "from")
    if back is None or ahead is None:
        return ahead or back
    if scene.linked:
        return ahead
    return back if periods.days_from(back, base) < periods.days_from(ahead, base) else ahead
