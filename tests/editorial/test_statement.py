import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editorial.statement import statement
from generator.editorial.word_tables import pattern
from generator.text.quotes import is_subsequence
from tests.case_files import Case, read_cases

CASES = read_cases("statement")
FRAGMENTS = st.sampled_from(
    [
        "However,",
        "But",
        "First of all,",
        "It is worth noting that",
        "According to the bureau's report,",
        "the mill",
        "The firm said that",
        "sold 40 boats",
        "may not",
        "almost 12%",
        "(up to 3)",
        "(once)",
        ", which fell last year,",
        ", which fell last year.",
        "– an old idea –",
        "; the rest",
        '"we know"',
        "“never”",
        ", police said.",
        ", according to data",
        "if it rains,",
        "e -commerce",
        "was closed.",
        "抖音",
        "U.S.",
        "?",
        ")",
        "“",
    ]
)
SENTENCES = st.lists(FRAGMENTS, min_size=1, max_size=24).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_statement(case: Case) -> None:
    assert statement(case.given) == case.expected


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_statement_states_itself(case: Case) -> None:
    assert statement(case.expected) == case.expected


@given(st.one_of(SENTENCES, st.text(max_size=120)))
@settings(max_examples=300, deadline=None)
def test_its_words_are_the_quotes_words_in_order(quote: str) -> None:
    assert is_subsequence(statement(quote), quote)


@given(SENTENCES)
@settings(max_examples=200, deadline=None)
def test_it_never_drops_what_changes_the_claim(quote: str) -> None:
    guards = pattern("statement_guards", "negation", "hedge", "qualifier")
    assert len(guards.findall(statement(quote).lower())) == len(guards.findall(quote.lower()))


@given(SENTENCES)
@settings(max_examples=200, deadline=None)
def test_quotation_marks_and_brackets_are_paired(quote: str) -> None:
    text = statement(quote)
    assert text.count("“") == text.count("”")
    assert text.count("(") == text.count(")")
    assert text.count('"') % 2 == 0


def test_the_words_to_keep_are_kept() -> None:
    quote = "According to the 2018 survey (of March 2019), 41 boats leaked."
    assert statement(quote, keep="March 2019") == quote
    assert statement(quote) == "41 boats leaked."


def test_another_language_keeps_all_its_words() -> None:
    assert statement("But, (so heißt es) Anfang gut", "de") == "But, (so heißt es) Anfang gut."


@pytest.mark.parametrize("unit", ["(", "“", ", which ", "– a ", "But, ", "said that ", "; ", "a, ", ", according to "])
def test_hostile_length_is_taken_in_stride(unit: str) -> None:
    quote = unit * (20_000 // len(unit))
    assert is_subsequence(statement(quote), quote)
