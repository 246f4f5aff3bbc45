import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editorial.statement import statement
from generator.editorial.word_tables import entries, pattern
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
    guards = pattern("statement_guards", "negation", "hedge", "comparison")
    assert len(guards.findall(statement(quote).lower())) == len(guards.findall(quote.lower()))


@given(SENTENCES)
@settings(max_examples=200, deadline=None)
def test_a_number_that_is_told_keeps_its_qualifier(quote: str) -> None:
    text = statement(quote).lower()
    assert text.count("almost 12%") == text.count("12%")
    assert text.count("up to 3") == len(re.findall(r"\b3\b", text))


LONG_START = (
    "The harbour board of the old town by the lake has asked the owners of the ferries and of the timber barges to keep the "
    "channel below the eastern lock open for the boats of the islands through the whole of the winter"
)
ENDS = st.sampled_from(
    [
        ", which {} fell last year",
        ", leaving {} the mills at rest",
        ", asking {} for ropes, lamps and oil",
        ", while the mills {} rest",
        ", as well as {} the lamps",
        ", and the fee {} is paid in spring",
        ", and they {} paid",
        "; the mills {} rest",
        " – {} a wish of many",
        ", according to {} the mayor",
        ", the mayor {} said",
    ]
)
MIDDLES = st.sampled_from(
    [
        "The board, which {} met in May, has",
        "The board, which {} met in May, June and July, has",
        "The board, the {} owner of the quay, has",
        "The board – {} a small one – has",
        "Ana Pinto, head {} of the board, said the town has",
        "The board, as well as {} the mayor, has",
    ]
)
CLAIM = st.sampled_from(
    sorted(
        entry.strip("=*")
        for group in ("negation", "hedge", "condition", "comparison")
        for entry in entries("statement_guards", group)
        if not entry.endswith("*")
    )
)


@given(ENDS, CLAIM)
def test_no_end_goes_that_holds_what_changes_a_claim(end: str, word: str) -> None:
    quote = f"{LONG_START}{end.format(word)}."

    assert statement(quote) == quote


@given(MIDDLES, CLAIM)
def test_no_clause_in_the_middle_goes_that_holds_what_changes_a_claim(middle: str, word: str) -> None:
    quote = LONG_START.replace("The harbour board of the old town by the lake has", middle.format(word)) + "."

    assert statement(quote) == quote


@given(ENDS, MIDDLES)
def test_what_holds_none_of_it_goes(end: str, middle: str) -> None:
    quote = (
        LONG_START.replace("The harbour board of the old town by the lake has", middle.format("old")) + end.format("old") + "."
    )

    assert len(statement(quote).split()) < len(quote.split())


@pytest.mark.parametrize(
    "unit", [", which a", ", the a, ", ", and it is", " – a", ", asking b", "A b, c d, said ", ", a B, the c, on"]
)
def test_a_long_sentence_of_many_clauses_is_read_in_linear_time(unit: str) -> None:
    def taken(length: int) -> float:
        started = process_time()
        statement("The mill is old" + unit * (length // len(unit)))
        return process_time() - started

    taken(1_000)
    assert min(taken(1_900) for _ in range(3)) < 10 * max(min(taken(475) for _ in range(3)), 0.005)


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
