"""One temporal expression as it stands in a text, with what it means.

The vocabulary is TimeML's TIMEX3 (type, value, mod); `edtf` repeats a date in the form of `generator.edtf`.
"""

from dataclasses import dataclass
from typing import Literal

from generator.model import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression: `span.of(text)` is `text`.

    `value` is TIMEX3's: 2022-06, 1998-02-11T22:00, P3Y, PAST_REF; unknown parts are X. It is empty for a date that the calendar
    does not have. `edtf` is the date at the precision that the text gives, or None where it is no date or cannot be told.
    `anchored`: the place in the calendar is known. `relative`: it was counted from the day of publication or from another
    date of the text.
    """

    span: Span
    type: TimexType
    value: str
    text: str
    anchored: bool
    relative: bool = False
    edtf: str | None = None
    mod: Mod | None = None
