"""The parts that temporal expressions are read with: notation, grammar, tables, numbers in words, the calendar."""

import re
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.timex import periods
from generator.text.timex.grammar import grammar
from generator.text.timex.interpret import READERS
from generator.text.timex.notation import Pattern, parsed
from generator.text.timex.periods import Period, Unit
from generator.text.timex.spelled import merged
from generator.text.timex.tokens import tokenise
from generator.text.word_lists import packaged_lines

_CLASSES = {"A": "a", "B": "bc", "'x'": "x"}
_UNITS: tuple[Unit, ...] = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")


@pytest.mark.parametrize(
    ("expression", "matched", "unmatched"),
    [
        ("A B", ["ab", "ac"], ["a", "ba"]),
        ("A? 'x'", ["ax", "x"], ["a"]),
        ("A | B 'x'", ["a", "bx"], ["b", "ax"]),
        ("(A | B) !'x' (A | 'x')", ["aa", "ca"], ["ax"]),
        ("A &B (B | 'x')", ["ab"], ["ax"]),
        ("A <A B", ["ab"], []),
        ("B !<A 'x'", ["bx", "cx"], []),
        ("part 'x'", ["aax"], ["ax"]),
        ("A !(B | 'x') A", ["aa"], ["ab"]),
    ],
)
def test_notation(expression: str, matched: list[str], unmatched: list[str]) -> None:
    pattern = re.compile(parsed(expression, {"part": Pattern("(?:aa)", frozenset("a"), empty=False)}, _CLASSES).regex)

    assert [text for text in matched + unmatched if pattern.fullmatch(text)] == matched


@pytest.mark.parametrize(
    ("expression", "first"), [("A B", "a"), ("A? B", "abc"), ("A | 'x'", "ax"), ("!A B", "bc"), ("(A | B)? 'x'", "abcx")]
)
def test_what_a_pattern_starts_with(expression: str, first: str) -> None:
    assert parsed(expression, {}, _CLASSES).first == frozenset(first)


@pytest.mark.parametrize(
    "expression", ["A", "A? B", "A | B 'x'", "A? 'x'? B", "(A | B)? !'x' (A | 'x')", "A &B (B | 'x')", "(A B)? (B | A?) 'x' A?"]
)
def test_every_match_opens_as_its_pattern_says(expression: str) -> None:
    pattern = parsed(expression, {}, _CLASSES)
    texts = ["".join(text) for size in range(1, 5) for text in product("abcx", repeat=size)]
    matches = {match[0] for text in texts if (match := re.match(pattern.regex, text)) and match[0]}

    assert matches
    assert [match for match in matches if match not in pattern.lone and match[:2] not in pattern.pairs] == []
    assert {pair for pair in pattern.pairs if len(pair) != 2} == set()


@pytest.mark.parametrize("expression", ["A )", "(A", "A *", "A ?? "])
def test_what_is_not_in_the_notation_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match=r"not understood|not closed"):
        parsed(expression, {}, _CLASSES)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        parsed("UNKNOWN", {}, _CLASSES)


def test_every_rule_has_its_reader_and_every_reader_a_rule() -> None:
    rules = {name.rpartition("_")[0] for name in grammar().pattern.groupindex}

    assert rules == set(READERS)


def test_no_word_stands_twice() -> None:
    words = [line.split()[0] for line in packaged_lines("generator.text", "data/timex_words.txt")]

    assert sorted(words) == sorted(set(words))


def test_every_class_of_the_words_is_asked_for() -> None:
    """A class that neither the grammar nor the code names would be dead."""
    classes = {name for line in packaged_lines("generator.text", "data/timex_words.txt") for name in line.split()[1].split(",")}
    grammar_text = "\n".join(packaged_lines("generator.text", "data/timex_grammar.txt"))
    in_code = {
        "ABOUT",
        "CARDINAL",
        "SCALE",
        "MANY",
        "MEASURE",
        "PAPER",
        "PRIZED",
        "NEWS_VERB",
        "SPECIAL",
        "COUNTING",
        "CIRCA",
        "YEAR_COMES",
        "YEAR_GOES_ON",
        "FIGURE",
        "ERA",
    }

    assert classes - in_code == {name for name in classes - in_code if re.search(rf"\b{name}\b", grammar_text)}


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("twenty-four", "24", "NUM"),
        ("two hundred and ten", "210", "NUM"),
        ("a hundred", "100", "NUM"),
        ("2 million", "2000000", "NUM"),
        ("three thousand two hundred", "3200", "NUM"),
        ("nineteen ninety-one", "1991", "YEAR"),
        ("nineteen eighty four", "1984", "YEAR"),
        ("twenty twenty", "2020", "YEAR"),
        ("two thousand and four", "2004", "YEAR"),
        ("twenty-fourth", "24", "ORD_DAY"),
    ],
)
def test_numbers_in_words(text: str, value: str, kind: str) -> None:
    lexicon = grammar().lexicon

    (token,) = merged(tokenise(text, lexicon), lexicon)

    assert (token.text.replace(" - ", "-"), token.value) == (text, value)
    assert lexicon.is_a(kind, token.symbol)


@pytest.mark.parametrize("text", ["two three", "a man", "five and six", "hundred and one", "seven-second"])
def test_words_that_are_no_one_number(text: str) -> None:
    lexicon = grammar().lexicon

    tokens = tokenise(text, lexicon)

    assert [token.text for token in merged(tokens, lexicon)] == [token.text for token in tokens]


@given(st.sampled_from(_UNITS), st.dates(date(200, 1, 1), date(9000, 12, 31)))
def test_a_day_lies_in_the_period_that_contains_it(unit: Unit, day: date) -> None:
    period = periods.containing(unit, day)

    assert periods.first_day(period) <= periods.last_day(period)
    assert unit == "weekend" or periods.first_day(period) <= day <= periods.last_day(period)


@given(st.sampled_from(_UNITS), st.dates(date(200, 1, 1), date(9000, 12, 31)))
def test_periods_follow_each_other_without_a_gap(unit: Unit, day: date) -> None:
    period = periods.containing(unit, day)
    after = periods.shifted(period, 1)

    assert after is not None
    gap = periods.first_day(after).toordinal() - periods.last_day(period).toordinal()
    assert gap == (6 if unit == "weekend" else 1)


@pytest.mark.parametrize("period", [Period("year", 0), Period("year", 9999), Period("day", 0), Period("month", 9999 * 12)])
def test_what_leaves_the_calendar_is_no_period(period: Period) -> None:
    assert periods.bounded(period) is None
