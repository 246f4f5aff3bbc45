"""Which one of the periods that come round: the last June, this Friday, the 24th that a tense points to."""

from datetime import MAXYEAR, date

from generator.text.timex import periods
from generator.text.timex.easter import easter_sunday
from generator.text.timex.periods import Period, Unit
from generator.text.timex.readings import Recurring
from generator.text.timex.tense import Tense

# A past tense reaches back at most eight months, in days, into the year before, for a day and month: "extended to Nov. 20",
# said on 2 November, is ahead (a 29 February may be years back). A clause that only leans ahead takes the coming one unless it
# is twice as far. Swept on the development half of TimeBank and AQUAINT: 120 to 366 days, value F1 84.1 at 245 and 270 against
# 83.5 without this limit; 0 to 100 times as far, 84.1 from 1.5 to 3 against 82.9 where leaning counts for nothing.
# For a month it is ten and a half, set by hand: "the first trading day for November", on 30 October; gained 0.1.
_LIMITS: dict[Unit, int] = {"day": 245, "month": 315}
_LEANING = 2
_LEAP = 366
# "Two years ago on Friday", "a week ago Friday": the days ahead that the Friday to come may lie. Set by hand.
_SOON = 3
# Days after the end of a quarter in which a future tense may still speak of it. On TimeBank's development half value
# F1 is 86.0 from 45 days on, 85.7 at 31, 85.3 at 15.
_REPORT = 45
# How many cycles are looked through: a Friday the 13th may be 14 months away, a 29 February eight years.
_BACK, _AHEAD = range(0, -15, -1), range(15)
_STEPS = {"before": _BACK, "until": _BACK, "in": range(1), "from": _AHEAD, "after": _AHEAD}


def by_tense(when: Recurring, base: date, tense: Tense) -> Period | None:
    """The occurrence that the tense points to; the nearer one where it says little or would go most of a cycle back."""
    back, ahead = nearest(when, base, "until"), nearest(when, base, "from")
    if back is None or ahead is None:
        return ahead or back
    if cycle_of(when) == "week":
        return ahead if tense in ("future", "perhaps") else back
    if tense in ("over", "told") or (tense == "future" and not _is_reported(back, base)):
        return ahead if tense == "future" else back
    since, until = periods.days_from(back, base), periods.days_from(ahead, base)
    limit = _LIMITS.get(when.unit, _LEAP) if when.month or when.unit == "month" else _LEAP
    long_back = limit < since < _LEAP and periods.first_day(back).year < base.year
    if tense == "past" and not long_back:
        return back
    return ahead if until < since * (_LEANING if tense == "perhaps" and when.unit != "quarter" else 1) else back


def beside(when: Recurring, base: date) -> Period | None:
    """The last one before `base`, or the next where that is at most so many days ahead and the nearer of the two."""
    back, ahead = nearest(when, base, "until"), nearest(when, base, "from")
    if back is None or ahead is None:
        return ahead or back
    until = periods.days_from(ahead, base)
    return ahead if until <= min(_SOON, periods.days_from(back, base)) else back


def _is_reported(back: Period, base: date) -> bool:
    """Whether it is a quarter of which figures may still be due: "will report a loss for the third quarter"."""
    return back.unit == "quarter" and (base - periods.last_day(back)).days < _REPORT


def nearest(when: Recurring, base: date, direction: str) -> Period | None:
    """The nearest occurrence before, until, in, from or after `base`; "in": in the cycle that `base` lies in."""
    cycle = periods.containing(cycle_of(when), base).index
    for step in _STEPS[direction]:
        found = occurrence(when, cycle + step)
        if found is not None and _fits(found, base, direction):
            return found
    return None


def occurrence(when: Recurring, cycle: int) -> Period | None:
    """The occurrence in cycle number `cycle`: a year, a month for a day of the month, a week for weekdays and weekends."""
    if cycle_of(when) == "week":
        return periods.bounded(Period("day", cycle * 7 + when.weekday) if when.weekday else Period("weekend", cycle))
    if when.easter is not None:
        return periods.shifted(easter_sunday(cycle), when.easter) if 0 < cycle < MAXYEAR else None
    if when.unit != "day":
        return periods.part_of_year(when.unit, cycle, when.number)
    if when.month is None:
        day = periods.day(cycle // 12, cycle % 12 + 1, when.number)
        return day if day is None or when.weekday in (None, day.index % 7 or 7) else None
    day = periods.day(cycle, when.month, when.number)
    if day is None or when.weekday is None:
        return day
    return periods.shifted(day, (when.weekday - day.index) % 7)


def cycle_of(when: Recurring) -> Unit:
    """The unit that it comes round in: a week, a month or a year."""
    if when.unit == "weekend" or (when.weekday is not None and when.number == 0):
        return "week"
    return "month" if when.unit == "day" and when.month is None and when.easter is None else "year"


def _fits(found: Period, base: date, direction: str) -> bool:
    match direction:
        case "before":
            return periods.last_day(found) < base
        case "until":
            return periods.first_day(found) <= base
        case "from":
            return periods.last_day(found) >= base
        case "after":
            return periods.first_day(found) > base
        case _:
            return True
