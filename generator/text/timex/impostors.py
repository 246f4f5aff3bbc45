"""Expressions that only look like dates.

    counts    2000 aircraft, 1500 houses, flight 1999, 555-1985
    names     the Sunday Times, Sheffield Wednesday, Black Friday, USA Today, the Daily Mail, Hero of the Year,
              the Spring Festival, the 2nd Battalion, Monday Night Football, 20th Century Fox, August Wilson

One test a rule of the grammar; a rule without one is taken at its word.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.text.timex.grammar import Match
from generator.text.timex.lexicon import Lexicon
from generator.text.timex.tokens import Token

_DETERMINERS = ("the", "its", "his", "her", "their", "a", "this")
_SHORT_COUNTS = ("no", "nos", "p", "pp", "vol", "art")
_SHORT_CIRCA = ("c", "ca", "approx")
_BEFORE_MONTHS = ("in", "since", "until", "during", "through", "before", "after", "the", "this", "a", "an")
_CLAUSE_STARTS = (".", ",", ";", ":", "(", "–", "—")
_FIRST_NAMES = ("April", "June", "August")
_SPANS = {"from": ("to", "until", "till"), "between": ("and",)}
_SPAN = 150  # years
_BEFORE_A_DAY = ("as", "ahead", "because", "end", "start", "morning", "afternoon", "evening", "night")
_PROGRAMMES = ("duration", "relative")
_NO_PLURALS = ("was", "is", "has", "its", "his", "this", "as", "us", "does")


@dataclass(frozen=True, slots=True)
class _Place:
    """A match, the tokens before it (the nearest, the two before that) and after it (the next, the two after that), where there
    are any; `joined`: a hyphen ties it to another number.
    """

    match: Match
    before: Token | None
    earlier: tuple[Token, ...]
    after: Token | None
    later: tuple[Token, ...]
    joined: bool
    lexicon: Lexicon

    def before_is(self, name: str) -> bool:
        return self.before is not None and self.before.symbol in self.lexicon.classes[name]

    def after_is(self, name: str) -> bool:
        return self.after is not None and self.after.symbol in self.lexicon.classes[name]


def is_impostor(match: Match, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the words around `match` show that it is no temporal expression."""
    test = _TESTS.get(match.rule)
    if test is None:
        return match.rule in _PROGRAMMES and _is_programme(match)
    end = match.at + len(match.tokens)
    joined = match.at > 1 and tokens[match.at - 1].text == "-" and tokens[match.at - 2].text[-1:].isdigit()
    before, after = _before(match, tokens), tokens[end] if end < len(tokens) else None
    earlier = tuple(tokens[max(0, match.at - 3) : max(0, match.at - 1)])
    return test(_Place(match, before, earlier, after, tuple(tokens[end + 1 : end + 3]), joined, lexicon))


def _before(match: Match, tokens: Sequence[Token]) -> Token | None:
    """The token before a match; of "No. 1999" the "No", of "c. 1900" the "c"."""
    if match.at > 1 and tokens[match.at - 1].text == ".":
        short = tokens[match.at - 2]
        if short.text.lower() in _SHORT_COUNTS or short.text in _SHORT_CIRCA:
            return short
    return tokens[match.at - 1] if match.at else None


def _is_capital(token: Token | None) -> bool:
    return token is not None and token.text[0].isupper()


def _is_special_day(place: _Place) -> bool:
    special = place.before_is("SPECIAL") and _is_capital(place.before)
    return special or (place.after_is("PAPER") and _is_capital(place.after))


def _is_name(place: _Place) -> bool:
    """Whether a word that needs no capital has one inside a sentence."""
    first = place.match.tokens[0].text
    return first[0].isupper() and not first.isupper() and place.before is not None and place.before.text[-1:].isalnum()


def _is_paper(place: _Place) -> bool:
    """Whether "Daily" or "Weekly" is part of a name, of a paper or a figure: "quarterly dividend", "average daily volume"."""
    first = place.match.tokens[0]
    if not place.lexicon.is_a("OFTEN", first.symbol):
        return False
    if (place.match.tokens[-1] is first and _is_capital(place.after)) or place.after_is("NEWS_VERB"):
        return True
    if place.after_is("FINANCE") or place.after_is("FIGURE") or place.before_is("FIGURE") or _is_payment(place):
        return True
    return _is_name(place) or (_is_capital(first) and _is_capital(place.after))


def _is_payment(place: _Place) -> bool:
    """Whether it is a noun ("a quarterly of five cents") or tells of cash: "a quarterly cash dividend"."""
    word = place.after.text if place.after is not None else ""
    figure = word == "cash" and bool(place.later) and place.lexicon.is_a("FIGURE", place.later[0].symbol)
    return word == "of" or figure


def _is_age(place: _Place) -> bool:
    """Whether a day stands for its time ("today's youth", "many of today's cars", "the harbour of tomorrow"), or in a name."""
    if _is_name(place):
        return True
    of = place.before is not None and place.before.text == "of" and bool(place.earlier)
    if not place.after_is("OWNER"):
        tomorrow = place.match.tokens[-1].text == "tomorrow"
        return of and tomorrow and len(place.match.tokens) == 1 and place.earlier[-1].text.lower() not in _BEFORE_A_DAY
    today = place.match.tokens[-1].text.lower() in ("today", "tomorrow")
    aged = bool(place.later) and place.lexicon.is_a("ERA", place.later[0].symbol)
    return today and (aged or (of and place.earlier[-1].text.lower() == "many"))


def _is_prize(place: _Place) -> bool:
    """Whether it is "the Year" of a name, or of a prize: "player of the year"."""
    prized = place.before is not None and place.before.text == "of" and bool(place.earlier)
    return _is_title(place) or (prized and place.lexicon.is_a("PRIZED", place.earlier[-1].symbol))


def _is_title(place: _Place) -> bool:
    return _is_capital(place.match.tokens[-1])


def _is_programme(match: Match) -> bool:
    """Whether capitals make it a name: "60 Minutes", "Twelve Years a Slave", "This Week"."""
    last = match.tokens[-1].text
    return len(match.tokens) > 1 and last[0].isupper() and not last.isupper()


def _is_festival(place: _Place) -> bool:
    return _is_title(place) and _is_capital(place.after)


def _is_show(place: _Place) -> bool:
    """Whether a weekday and a part of the day are both written as a name."""
    first, last = place.match.tokens[0].text, place.match.tokens[-1].text
    return last[0].isupper() and not first.isupper() and place.lexicon.is_a("PARTDAY", place.match.tokens[-1].symbol)


def _is_first_name(place: _Place) -> bool:
    """Whether April, June or August is a person: a name follows, and no word that asks for a month stands before; or May a
    shop: two words of a name follow.
    """
    if len(place.match.tokens) > 1 or not _is_capital(place.after):
        return False
    if place.match.tokens[0].text not in _FIRST_NAMES:
        return place.match.tokens[0].text == "May" and bool(place.later) and _is_capital(place.later[0])
    return place.before is None or place.before.text.lower() not in _BEFORE_MONTHS


def _named(place: _Place) -> Token:
    """The first token of a holiday's name: of "last Easter" the second."""
    classes = "".join(place.lexicon.classes[name] for name in ("LAST", "THIS", "NEXT"))
    return next(token for token in place.match.tokens if token.symbol not in classes)


def _is_no_easter(place: _Place) -> bool:
    """Whether "a good Friday" has no capital, or "Easter Island" goes on as a name."""
    return not _is_capital(_named(place)) or _is_capital(place.after)


def _is_no_holiday(place: _Place) -> bool:
    """Whether "may day" lacks its capitals, or "Father" stands before Christmas."""
    name = _named(place)
    if place.lexicon.is_a("'may'", name.symbol) and not _is_capital(place.match.tokens[-1]):
        return True
    return _is_special_day(place)


def _is_numbered(place: _Place) -> bool:
    return _is_capital(place.after)


def _is_count(place: _Place) -> bool:
    """Whether a bare number is a count: after "flight"; a round or an old one, unless it stands as a year would."""
    token = place.match.tokens[0]
    if len(place.match.tokens) > 1 or not place.lexicon.is_a("NUM", token.symbol):
        return False
    if place.before_is("ABOUT") or place.before_is("CIRCA"):
        return not _is_year_about(place)
    if place.before_is("COUNTING") or place.after_is("MEASURE") or place.after_is("ZONE") or place.joined:
        return True
    if int(token.value) % 100 and not place.lexicon.is_a("OLD_YEAR", token.symbol):
        return False
    determined = place.before is not None and place.before.text.lower() in _DETERMINERS
    return not (determined or place.before_is("PREP")) or _is_plural(place)


def _is_year_about(place: _Place) -> bool:
    """Whether the number after "about" is a year: "built around 1900", "in about 1985", "around 1985 the"."""
    if _is_plural(place) or place.after_is("MEASURE") or place.after_is("SCALE"):
        return False
    if place.before_is("CIRCA"):
        return True
    lead = place.earlier[-1] if place.earlier else None
    if lead is not None and _is_span(place, lead.text):
        return True
    ends = place.after is None or _is_mark(place.after) or place.after.text[0].isupper()
    if not (ends or place.after_is("YEAR_GOES_ON")):
        return False
    if lead is None or place.lexicon.is_a("GAP", lead.symbol) or lead.text in _CLAUSE_STARTS:
        return place.after is not None and (place.after.text == "," or not _is_mark(place.after))
    return place.lexicon.is_a("YEAR_COMES", lead.symbol) or _follows_on(place)


def _is_span(place: _Place, lead: str) -> bool:
    """Whether a span of years starts with the number: "from around 1985 to 1990", "between about 1890 and 1905"."""
    joining = _SPANS.get(lead.lower(), ())
    if place.after is None or place.after.text not in joining or not place.later:
        return False
    last, start = place.later[0], int(place.match.tokens[0].value)
    noun = place.later[1].text if len(place.later) > 1 else "."
    follows = not (noun.isalpha() and noun.islower() and noun.endswith("s") and noun not in _NO_PLURALS)
    return place.lexicon.is_a("FOUR_DIGITS", last.symbol) and follows and 0 < int(last.value) - start <= _SPAN


def _follows_on(place: _Place) -> bool:
    """Whether a year or a date is spoken of before: "between 1890 and about 1905", "dates from about 1650"."""
    words = [token.text for token in place.earlier]
    return len(words) > 1 and (
        (words[1] == "and" and words[0][:4].isdigit()) or (words[1] == "from" and _begins(place, words[0]))
    )


def _begins(place: _Place, word: str) -> bool:
    return word[:3] == "dat" or (place.after is not None and place.after.text in ("until", "till", "onwards"))


def _is_mark(token: Token) -> bool:
    return not token.text[0].isalnum()


def _is_plural(place: _Place) -> bool:
    word = place.after.text if place.after is not None else ""
    return place.after_is("MANY") or (word.isalpha() and word.islower() and word.endswith("s") and word not in _NO_PLURALS)


_TESTS: dict[str, Callable[[_Place], bool]] = {
    "weekday": _is_special_day,
    "year": _is_count,
    "year_aside": _is_count,
    "day_of_month": _is_numbered,
    "this_one": _is_prize,
    "year_ahead": _is_title,
    "season": _is_festival,
    "century": _is_festival,
    "part_of_day": _is_show,
    "month": _is_first_name,
    "holiday": _is_no_holiday,
    "easter": _is_no_easter,
    "set": _is_paper,
    "deictic": _is_age,
    "now": _is_name,
    "reference": _is_name,
    "tonight": _is_name,
    "overnight": _is_name,
    "clock": _is_name,
}
