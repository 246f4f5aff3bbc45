"""Lets two dates that a word joins share the year, or the month, that only one of them gives.

    between March 1 and June 6, 2013        in October and November 2018        from May to August last year
    in August 2011 and September            from November 2018 to February      on the 3rd and 4th of May

Where the months run backwards, the year turns between them. Of "Monday to Friday" the second is the one after the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from generator.text.timex import periods
from generator.text.timex.grammar import Match
from generator.text.timex.periods import Period
from generator.text.timex.readings import Exact, Reading, Recurring, Shift
from generator.text.timex.tokens import Token

_JOINING = ("and", "to", "or", "through", "until", "till", "-", "–", "—")
_TO = ("to", "through", "until", "till", "-", "–", "—")
_UNITS = ("day", "month", "quarter")

_MONTH = 31

Read = tuple[Match, Reading]
When = Exact | Recurring | Shift | None


def with_shared_years(read: Sequence[Read], tokens: Sequence[Token]) -> Iterator[Read]:
    """The same matches, where a reading without a year takes that of the one it is joined to: the next, else the last."""
    for at, (match, reading) in enumerate(read):
        when = reading.when
        if at and _is_weekday(when) and _is_weekday(read[at - 1][1].when) and _are_joined(read[at - 1][0], match, tokens, _TO):
            yield match, replace(reading, when=replace(when, choice="after"))
            continue
        if not isinstance(when, Recurring) or not _is_open(when):
            yield match, reading
            continue
        after = read[at + 1][1].when if at + 1 < len(read) and _are_joined(match, read[at + 1][0], tokens) else None
        before = read[at - 1][1].when if at and _are_joined(read[at - 1][0], match, tokens) else None
        shared = _beside(when, after, step=-1) or _beside(when, before, step=1)
        yield match, replace(reading, when=shared or when)


def _is_open(when: Recurring) -> bool:
    return when.unit in _UNITS and when.within is None and when.choice is None and when.weekday is None


def _is_weekday(when: When) -> TypeGuard[Recurring]:
    return isinstance(when, Recurring) and when.weekday is not None and when.number == 0


def _are_joined(one: Match, other: Match, tokens: Sequence[Token], words: Sequence[str] = _JOINING) -> bool:
    end = one.at + len(one.tokens)
    return other.at == end + 1 and tokens[end].text.lower() in words


def _beside(when: Recurring, other: When, step: int) -> Recurring | None:
    """`when` in the year of `other`, `step` years on where the months run backwards; None where there is nothing to take."""
    if isinstance(other, Recurring) and other.unit == when.unit and other.weekday is None:
        month = when.month or other.month
        return replace(when, within=other.within, month=month) if other.within or month != when.month else None
    if not isinstance(other, Exact) or other.period is None or other.period.unit != when.unit:
        return None
    first = periods.first_day(other.period)
    if when.unit == "day":
        when = replace(when, month=when.month or first.month)
        own, place = ((when.month or 0) * _MONTH + when.number, first.month * _MONTH + first.day)
    else:
        own, place = when.number, periods.number_in_year(other.period)
    turned = own > place if step < 0 else own < place
    return replace(when, within=Exact(periods.bounded(Period("year", first.year + step * turned))))
