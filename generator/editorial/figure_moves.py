"""Trouble told by figures alone, without a word for it.

    fallen    a good measure goes "from 3.1m to 1.8m": sales, visitors, members
    risen     a bad one goes "from 4% to 11%": costs, complaints, the rate of closures
    short     "is sixty sailors short"

Figures of years are not compared, nor are those in different units.
"""

from collections.abc import Iterator

_GOOD = frozenset(
    (
        "income",
        "sales",
        "revenue",
        "revenues",
        "turnover",
        "takings",
        "earnings",
        "profit",
        "profits",
        "output",
        "production",
        "exports",
        "orders",
        "bookings",
        "visitors",
        "visits",
        "passengers",
        "customers",
        "members",
        "membership",
        "readers",
        "circulation",
        "viewers",
        "audience",
        "attendance",
        "pupils",
        "population",
    )
)
_BAD = frozenset(
    (
        "cost",
        "costs",
        "price",
        "prices",
        "rent",
        "rents",
        "debt",
        "debts",
        "losses",
        "loss",
        "deficit",
        "complaints",
        "closures",
        "closing",
        "crime",
        "unemployment",
        "inflation",
        "deaths",
        "accidents",
        "delays",
        "waiting",
        "absences",
        "thefts",
    )
)
_BEFORE, _AFTER, _APART, _COUNTED = 14, 2, 8, 2
_UNITS = frozenset(("m", "bn", "tn", "k", "million", "billion", "trillion", "thousand", "per", "percent"))
_YEARS = (1800, 2100)
_ENDS = frozenset((".", ",", ";", ":", "!", "?", "of", "and", ")", "but", "because", "this"))


def worsened(words: tuple[str, ...]) -> bool:
    """Whether a good measure falls from one figure to another, or a bad one rises."""
    return any(
        (later < earlier and not _GOOD.isdisjoint(before)) or (later > earlier and not _BAD.isdisjoint(before))
        for earlier, later, before in _moves(words)
    )


def is_short(words: tuple[str, ...]) -> bool:
    """Whether so many of something are said to be short ("60 sailors short"); numbers are "#" in `words`."""
    return any(
        word == "short"
        and at >= _COUNTED
        and words[at - _COUNTED] == "#"
        and words[at - 1].endswith("s")
        and _closes(words, at)
        for at, word in enumerate(words)
    )


def _closes(words: tuple[str, ...], at: int) -> bool:
    return at + 1 == len(words) or words[at + 1] in _ENDS


def _moves(words: tuple[str, ...]) -> Iterator[tuple[float, float, tuple[str, ...]]]:
    """Each pair of figures that stand as "from … to …", with the words before them."""
    for at, word in enumerate(words):
        if word != "from":
            continue
        earlier = _figure(words, at + 1)
        to = next((place for place in range(at + 2, min(len(words), at + 2 + _APART)) if words[place] == "to"), None)
        later = _figure(words, to + 1) if to else None
        if earlier and later and earlier[1] == later[1]:
            yield earlier[0], later[0], words[max(0, at - _BEFORE) : at]


def _figure(words: tuple[str, ...], start: int) -> tuple[float, str] | None:
    """The figure at `start` or a word on, and its unit; None where there is none or it is a year."""
    for at in range(start, min(len(words), start + _AFTER)):
        number = words[at].replace(",", "")
        if number.replace(".", "", 1).isdecimal():
            value = float(number)
            unit = words[at + 1] if at + 1 < len(words) and words[at + 1] in _UNITS else ""
            return None if value.is_integer() and _YEARS[0] <= value < _YEARS[1] and not unit else (value, unit)
    return None
