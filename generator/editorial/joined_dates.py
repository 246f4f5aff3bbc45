"""How two dates that stand together in a sentence are read: as an interval, or as one that the other only repeats.

from 2012 to 2018; between March and June; 5-9 May; 1914 – 1918      2012/2018
from 2015 onwards                                                    2015/..
the third quarter ended Sept. 29                                     the quarter
last Friday, 12 August; forty years ago, in November 1986            the one that is finer
in May 2019, three years ago                                         the one that is named
in 1840 or 1841                                                      1840~
moved from 3 May to 10 May                                           the second
"""

import re
from dataclasses import dataclass

from generator.edtf import is_edtf, span_of, unqualified
from generator.text.timex import Timex

_REACH = 80
_ABOUT = r"(?:(?:about|around|roughly|at least|early|late|mid|the|and) ){0,3}"
_LEADS = {
    "between": re.compile(rf" ?(?:and|–|—|-) ?{_ABOUT}", re.IGNORECASE),
    "from": re.compile(rf" ?(?:to|until|till|through|–|—|-|up to) ?{_ABOUT}", re.IGNORECASE),
    "since": re.compile(rf" (?:to|until|till|through) {_ABOUT}", re.IGNORECASE),
}
_LEAD = re.compile(rf"\b(?P<lead>{'|'.join(_LEADS)}) {_ABOUT}$", re.IGNORECASE)
_TO = re.compile(rf" ?(?:to|through|–|—|-) ?{_ABOUT}", re.IGNORECASE)
_UNTIL = re.compile(rf" (?:until|till) {_ABOUT}", re.IGNORECASE)
_ONWARDS = re.compile(
    r" (?:onwards?|forwards?\b|"
    r"on(?=[,.;]| (?:the|all|every|he|she|it|they|we|you|no|[a-z]{2,12}ed|was|were|had|paid|made|ran|took)\b))"
)
_NARROWED = re.compile(r",? (?:(?:on|in) )?|,? \((?:on |in )?")
_BESIDE = re.compile(r", (?:on |in |at )?(?:about |around )?|,? \((?:on |in )?")
_OR = re.compile(r" or (?:in |on )?(?:early |late |perhaps |possibly )?")
_ENDED = re.compile(r",? (?:which )?(?:that )?end(?:ed|ing|s)? (?:on |in )?")
_MOVED = re.compile(
    r"\b(?:postpon|delay|mov(?:e|ing)|push|put off|put back|bring|brought|reschedul|defer|shift|chang|switch|adjourn|slip)"
    r"[^,;:.]{0,60} from (?:the )?$",
    re.IGNORECASE,
)
_AGO = re.compile(r"\bago\b", re.IGNORECASE)
# "In 1840 or 1841" is about 1840, "in 1840 or 1890" is not: the most days between two that may stand for one another.
_CLOSE = 2 * 366


@dataclass(frozen=True, slots=True)
class Joined:
    """The date that is said, the expressions its words go from and to, and how many are used up."""

    date: str
    first: Timex
    last: Timex
    used: int


def joined(first: Timex, second: Timex | None, before: str, between: str) -> Joined:
    """The date that `first` says, alone or with `second`; `before` stands before it, `between` after it, up to the second."""
    lead = _LEAD.search(before[-_REACH:])
    alone = Joined(str(first.edtf), first, first, 1)
    together = None if second is None else _repeated(first, second, between) or _interval(first, second, before, between, lead)
    if together is not None or lead is None or lead["lead"].lower() != "from" or not _ONWARDS.match(between):
        return together or alone
    return Joined(f"{first.edtf}/..", first, first, 1)


def _repeated(first: Timex, second: Timex, between: str) -> Joined | None:
    """The one of the two that says more, where they are one date."""
    one, other = str(first.edtf), str(second.edtf)
    if _ENDED.fullmatch(between):
        return Joined(one, first, first, 2)
    if _NARROWED.fullmatch(between) and _holds(one, other):
        return Joined(other, first, first if "(" in between else second, 2)
    if _BESIDE.fullmatch(between) and _AGO.search(first.text) and not second.relative:
        return Joined(other, first, first if "(" in between else second, 2)
    if _BESIDE.fullmatch(between) and _AGO.search(second.text) and not first.relative:
        return Joined(one, first, first if "(" in between else second, 2)
    if _OR.fullmatch(between) and _are_alike(one, other) and _days(one, other) <= _CLOSE:
        return Joined(unqualified(one) + "~", first, second, 2)
    return None


def _interval(first: Timex, second: Timex, before: str, between: str, lead: re.Match[str] | None) -> Joined | None:
    """The interval from one to the other; of "moved from A to B" the second alone."""
    one, other = str(first.edtf), str(second.edtf)
    if lead is not None:
        joins = _LEADS[lead["lead"].lower()].fullmatch(between)
    else:
        joins = _TO.fullmatch(between) or (_UNTIL.fullmatch(between) if _are_alike(one, other) else None)
        joins = joins if _are_alike(one, other) or first.text.isdigit() else None
    if joins is None:
        return None
    if _MOVED.search(before[-_REACH:]):
        return Joined(other, second, second, 2)
    return Joined(f"{one}/{other}", first, second, 2) if is_edtf(f"{one}/{other}") else None


def _holds(wide: str, narrow: str) -> bool:
    outer, inner = span_of(wide), span_of(narrow)
    return outer.first <= inner.first and inner.last <= outer.last


def _are_alike(one: str, other: str) -> bool:
    """Whether two dates are of the same precision."""
    return len(unqualified(one)) == len(unqualified(other)) and "/" not in one + other


def _days(one: str, other: str) -> int:
    start, end = span_of(one).first, span_of(other).first
    return abs((end[0] - start[0]) * 366 + (end[1] - start[1]) * 31 + end[2] - start[2])
