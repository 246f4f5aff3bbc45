"""What an expression means before it is known when it was written: what `interpret` says and `resolution` places.

Exact       a period that is known: "May 1998"
Recurring   one that comes round again: "June" (in a year), "Tuesday" (in a week), "the 24th" (in a month)
Shift       so many units from the day of publication or from the text's last date: "last year", "two days later"
None        no date: a duration, a set or a reference to past, present or future, whose value is known already
"""

from dataclasses import dataclass
from typing import Literal

from generator.text.timex.certainty import Qualifier
from generator.text.timex.expression import Mod, TimexType
from generator.text.timex.periods import Period, Unit

# "told": from the story that the text tells, else from the day of publication ("the year").
# "compared": from the quarter or month that the text compares with another, as in "up from $3 million a year ago".
# "latest": from the last quarter that is over.
Base = Literal["published", "narrative", "told", "compared", "latest"]
# "about": the one that the day of publication is next to.
Choice = Literal["about", "last", "this", "next", "after", "before", "same"]


@dataclass(frozen=True, slots=True)
class Exact:
    """A period that is known, None for a date that no calendar has. `aside`: the text does not go there ("a 2007 study")."""

    period: Period | None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """The `unit` that lies `count` units, and `years` more, from `base`; with a `weekday` (1 is Monday) its day."""

    unit: Unit
    count: int
    base: Base
    years: int = 0
    weekday: int | None = None


Year = Exact | Shift


@dataclass(frozen=True, slots=True)
class Recurring:
    """The `number`-th `unit` of its cycle, in the year `within` or where `choice` says.

    A day is one of a `month`, or of any month without `month`. With a `weekday` (1 is Monday) it is that day of a week
    (`number` 0), of any month ("Friday the 13th"), or the first one of `month` from day `number` on. Quarter 0 is the one
    that the text speaks of, -1 too, or the year where it last spoke of a year ("the 1988 period"). With `easter` it is the day
    so many days after Easter Sunday. "Two years ago on Friday" lies `years` from a Friday, "a week from
    Friday" or "the day after Christmas" `days` from one.
    """

    unit: Unit
    number: int
    month: int | None = None
    choice: Choice | None = None
    within: Year | None = None
    weekday: int | None = None
    easter: int | None = None
    days: int = 0
    years: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """The type of an expression, and either when it lies or its value outright.

    `value` and `edtf` say it outright where no single period does; `time` is the time of day as TIMEX3 appends it. `edtf_unit`
    is the precision of the date where the value is finer than the words ("year-end" is 31 December), `qualifier` EDTF's mark
    of a date that is approximate ("two decades ago", "about 1985") or doubtful ("perhaps in 1985"). Not `dated`: no
    date in spite of its value ("over the past year"). `around` is the period that holds the day ("the week of 3 May").
    `open`: TimeML's annotators tell but the year of such a week.
    """

    type: TimexType
    when: Exact | Recurring | Shift | None = None
    value: str = ""
    time: str = ""
    mod: Mod | None = None
    edtf: str | None = None
    edtf_unit: Unit | None = None
    qualifier: Qualifier = ""
    dated: bool = True
    around: Unit | None = None
    open: bool = False
