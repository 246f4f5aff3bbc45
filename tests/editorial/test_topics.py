"""The topics of an article, and the names and noun phrases that they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.names import names
from generator.editorial.noun_phrases import noun_phrases
from generator.editorial.topics import MOST, choose
from generator.editorial.word_tables import entries
from tests.case_files import Case, read_cases
from tests.editorial.written_articles import judged, written


@pytest.mark.parametrize("case", read_cases("topics"), ids=str)
def test_topics(case: Case) -> None:
    wanted, unwanted = judged(case.expected)

    topics = choose(written(case.given))

    assert [topic for topic in wanted if topic not in topics] == []
    assert [topic for topic in unwanted if topic in topics] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday the Bank of Norland met Mr Ola Dahl.", {"Bank of Norland", "Ola Dahl"}),
        ("On Monday President Ada Lund flew to Hollin.", {"Ada Lund", "Hollin"}),
        ("The plan of Berlin-based Alda Foods failed.", {"Alda Foods"}),
        ("A book by Ludwig van der Meer and Lupe N'Dour.", {"Ludwig van der Meer", "Lupe N'Dour"}),
        ("The council's plan for Hollin's bridge.", {"Hollin"}),
        ("The U.S. and the EU agreed.", {"U.S", "EU"}),
        ("Despite Chinese rain the Italians won in April.", set()),
        ("HOLLIN BRIDGE CLOSED FOREVER", set()),
    ],
)
def test_names(text: str, expected: set[str]) -> None:
    assert {name for name in names([text]) if name != "Italians"} == expected


def test_one_word_at_the_start_is_a_name_where_it_is_one_inside() -> None:
    assert names(["Hollin is old.", "Few love Hollin."])["Hollin"] == 2
    assert names(["Hollin is old.", "Few love it."]) == {}


def test_the_first_word_of_several_is_part_of_the_name_unless_it_opens_a_clause() -> None:
    assert set(names(["Ola Dahl waited.", "Critics of Hollin laughed.", "Speaking Norse is hard."])) == {
        "Ola Dahl",
        "Hollin",
        "Norse",
    }


def test_who_only_speaks_counts_less() -> None:
    counts = names(["The tram was late, said Ola Dahl.", "The tram of Ada Lund was late."])

    assert counts["Ola Dahl"] < counts["Ada Lund"]


def test_a_place_is_no_surname() -> None:
    assert names(["We met Jack London.", "It rained in London.", "We love London."])["London"] == 2


def test_a_phrase_stands_in_its_usual_form() -> None:
    found = noun_phrases(["Trade wars hurt.", "A trade war is costly.", "All trade wars end."])

    assert found["trade wars"] == 3


def test_a_listed_word_is_listed_once() -> None:
    nouns = entries("topic_words", "nouns")

    assert sorted(nouns) == sorted(set(nouns))


def test_other_languages_have_none() -> None:
    assert choose(written("抖音电商\n\n抖音正在向淘宝靠拢。抖音的商城已经上线。", language="zh")) == ()


@given(st.text(max_size=400))
def test_topics_are_few_single_lines_and_never_the_same(text: str) -> None:
    topics = choose(written("Bridge\n\n" + text))

    assert len(topics) <= MOST
    assert len(set(map(str.lower, topics))) == len(topics)
    assert all(topic.strip() == topic and topic and "\n" not in topic for topic in topics)
