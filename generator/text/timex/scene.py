"""What is known at one point of the text: the day of publication and the dates that the text has given.

The *focus* is the last date, which "the next day" counts from. The *story* is where the text is when it tells of the past: in
an article of 2020, two dates of 1918 with nothing of today between them put a bare "November" that follows into 1918, if the
last of them gives a month. It holds within the paragraph; three dates a few years apart hold in the next one too. Without a day
of publication one date of the text is enough. After "and" in one sentence, a month or a day goes on from the date before it
however recent that is: "it burned in June 2016, and in October …".
"""

from datetime import date
from typing import NamedTuple

from generator.text.timex import periods
from generator.text.timex.periods import Period, Unit
from generator.text.timex.readings import Exact, Reading, Recurring, Shift

# Paragraphs; and years before publication, so that "founded in 2017. In June it …" in 2019 is no story. TimeBank and AQUAINT
# hardly have any: from 3 years on value F1 is the same.
_REACH = 1
_LONG_AGO = 5
# So many dates, each at most so many years from the one before, are one story.
_STRETCH = 3
_APART = 2
_YEAR_BEFORE = 3  # quarters
# What TIMEX3 appends to a day sorts so that "T18:00" to "T24:00", "TEV" and "TNI" are its end; "TAF" and "TMO" are left out.
_EVENING, _SMALL_HOURS = "T18", "T06"
_EARLY_PARTS = ("TMO", "TAF")


# Each date of a text makes one or two, and `_replace` takes a third of the time of `dataclasses.replace`.
class Scene(NamedTuple):
    """`precision` tells how exactly the day of publication is known, `paragraph` the number of the paragraph that is read,
    `day` the last day that it gave, `day_in` where and `clock` at which time of it, `told` how many past dates in a row the
    story of `past` has had, `stretch` how many of them close to each other. `dated` is the last date, where it was a past one
    that was given with its year, or went on from such a one, `dated_in` where; `framed` whether it opened its sentence ("In
    1953 …"), `opens` whether what is read now does; `linked` whether "and" joins what is read now to the last date.
    """

    published: date | None
    precision: Unit = "day"
    focus: Period | None = None
    day: Period | None = None
    day_in: int = 0
    quarter: Period | None = None
    reported: Period | None = None
    reported_in: int = 0
    past: Period | None = None
    told: int = 0
    told_in: int = 0
    stretch: int = 0
    dated: Period | None = None
    dated_in: int = 0
    clock: str = ""
    framed: bool = False
    opens: bool = False
    linked: bool = False
    paragraph: int = 0

    def is_past_midnight(self, time: str) -> bool:
        """Whether a time of day is of the day after the one that the text is at: 2 a.m., told after 11 p.m. or a night."""
        return self.clock >= _EVENING and time < _SMALL_HOURS

    def published_to(self, unit: Unit) -> date | None:
        """The day of publication, where it is known well enough to count in `unit`."""
        return None if periods.is_coarser(self.precision, unit) else self.published

    @property
    def story(self) -> Period | None:
        """The past date that the text is at, where it tells of the past."""
        if self.linked and self.dated is not None:
            return self.dated
        if self.past is None or self.paragraph - self.told_in > _REACH:
            return None
        return self.past if self.published is None or self.stretch >= _STRETCH or self._is_told_closely(self.past) else None

    @property
    def is_framed(self) -> bool:
        """Whether what is read now stands in a paragraph that a past date has opened: "In 1953 the mill burned. In May …"."""
        return self.framed and self.dated_in == self.paragraph

    @property
    def anchor(self) -> Period | None:
        """The last date, where it was given with its year just before, and is of a year before the one of publication."""
        if self.dated is None or self.published is None or self.paragraph - self.dated_in > _REACH:
            return None
        return self.dated if periods.last_day(self.dated).year < self.published.year else None

    def _is_told_closely(self, past: Period) -> bool:
        """Whether this paragraph has told of the past twice, the last time to the month."""
        return self.told > 1 and self.paragraph == self.told_in and periods.is_coarser("season", past.unit)

    def near_day(self, focus: Period) -> Period | None:
        """The last day that this paragraph named, or the one before it if it lies in `focus`."""
        if self.day is None or self.paragraph - self.day_in > _REACH:
            return None
        lies_in = periods.first_day(focus) <= periods.first_day(self.day) <= periods.last_day(focus)
        return self.day if lies_in or self.paragraph == self.day_in else None

    @property
    def compared(self) -> Period | None:
        """What "a year ago" is compared with: the last quarter named, or a month that this paragraph named."""
        if self.reported is None or self.reported.unit not in ("quarter", "month"):
            return None
        return self.reported if self.reported.unit == "quarter" or self.reported_in == self.paragraph else None

    @property
    def latest_quarter(self) -> Period | None:
        """The quarter that the text speaks of, where it was over when it was published; else the last one that was."""
        published = self.published_to("quarter")
        if published is None or (self.quarter is not None and periods.last_day(self.quarter) < published):
            return self.quarter
        return periods.shifted(periods.containing("quarter", published), -1)

    @property
    def spoken_quarter(self) -> Period | None:
        """The quarter that the text speaks of; before it names one, the last one that was over when it was published."""
        return self.quarter or self.latest_quarter


def seen(scene: Scene, reading: Reading, period: Period | None) -> Scene:
    """The scene after the text has named `period`. What it is only compared with ("a year earlier") leaves it as it was."""
    when = reading.when
    if reading.value == "PRESENT_REF":
        return scene._replace(dated=None)
    if period is None or (isinstance(when, Exact) and when.aside):
        return scene
    if (isinstance(when, Shift) and _is_comparison(when)) or _is_quarter_before(scene, period):
        return scene
    return _told(_named(scene, reading, period), reading, period)


def _named(scene: Scene, reading: Reading, period: Period) -> Scene:
    is_day = period.unit == "day"
    ahead = period.unit == "quarter" and scene.published is not None and periods.first_day(period) > scene.published
    reports = not ahead and not periods.is_coarser("month", period.unit) and not _is_month_before(scene, period)
    here = scene.paragraph
    return scene._replace(
        focus=period,
        quarter=period if period.unit == "quarter" and not ahead else scene.quarter,
        dated=_whole_date(scene, reading, period),
        dated_in=here,
        framed=scene.opens if isinstance(reading.when, Exact) else scene.framed and _goes_on(scene, period),
        clock=("" if reading.time in _EARLY_PARTS else reading.time) if is_day else scene.clock,
        day=period if is_day else scene.day,
        day_in=here if is_day else scene.day_in,
        reported=period if reports else scene.reported,
        reported_in=here if reports else scene.reported_in,
    )


def _whole_date(scene: Scene, reading: Reading, period: Period) -> Period | None:
    """The period, where it is a past year, month or day that the text gives with its year, or goes on from such a one."""
    past = scene.published is not None and periods.last_day(period) < scene.published
    when = reading.when
    given = isinstance(when, Exact) or (isinstance(when, Recurring) and when.within is not None)
    given = given or (scene.linked and scene.dated is not None) or _goes_on(scene, period)
    return period if past and given and period.unit in ("year", "month", "day") else None


def _goes_on(scene: Scene, period: Period) -> bool:
    return scene.anchor is not None and periods.first_day(period).year == periods.first_day(scene.anchor).year


def _is_comparison(when: Shift) -> bool:
    return (when.base in ("compared", "narrative") and when.count < 0) or (when.base == "compared" and when.unit == "year")


def _is_quarter_before(scene: Scene, period: Period) -> bool:
    """Whether a quarter is only what the one that the text speaks of is compared with: that of the year before."""
    spoken = scene.quarter
    if spoken is None or period.unit != "quarter" or period.index > spoken.index - _YEAR_BEFORE:
        return False
    return scene.published is None or periods.last_day(spoken) < scene.published


def _is_month_before(scene: Scene, period: Period) -> bool:
    """Whether a month is only what the one that the text speaks of is compared with: that of the year before."""
    spoken = scene.reported
    return spoken is not None and spoken.unit == period.unit == "month" and period.index == spoken.index - 12


def _told(scene: Scene, reading: Reading, period: Period) -> Scene:
    """The story goes on with a date long past, and breaks off at another one."""
    if scene.published is not None and periods.first_day(period).year > scene.published.year - _LONG_AGO:
        return scene if scene.past is None else scene._replace(past=None, told=0, stretch=0)
    if isinstance(reading.when, Exact) or scene.story is not None:
        told = scene.told + 1 if scene.paragraph - scene.told_in <= _REACH else 1
        stretch = scene.stretch + 1 if told > 1 and _are_close(period, scene.past) else 1
        return scene._replace(past=period, told=told, told_in=scene.paragraph, stretch=stretch)
    return scene


def _are_close(period: Period, other: Period | None) -> bool:
    return other is not None and abs(periods.first_day(period).year - periods.first_day(other).year) <= _APART
