"""The features of a sentence, their weights and the score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.cues import CUES, cues
from generator.editorial.features import FEATURES, features
from generator.editorial.likeness import repetition, telling_words
from generator.editorial.salience import salience, weights
from tests.editorial.written_articles import written

TEXT = """Bridge of Hollin

The council of Hollin will rebuild the old bridge for nine million euros. Work starts in May.

But the bridge may not last until then, engineers warn. The weather was mild and the river was low.
"""


def test_the_table_weighs_exactly_the_features() -> None:
    assert tuple(weights()) == FEATURES


def test_what_comes_first_is_early() -> None:
    early = [found["early"] for found in features(written(TEXT))]

    assert early == sorted(early, reverse=True)
    assert early[0] == 1.0


def test_sentences_after_a_standfirst_set_the_scene() -> None:
    standfirst = "The council of Hollin will rebuild the old bridge for nine million euros."

    assert [found["scene"] for found in features(written(TEXT, standfirst))] == [0.0, 1.0, 1.0, 1.0]
    assert [found["scene"] for found in features(written(TEXT))] == [0.0, 0.0, 0.0, 0.0]


def test_words_of_the_headline_count() -> None:
    headline = [found["headline"] for found in features(written(TEXT))]

    assert headline[0] == 1.0
    assert headline[1] == 0.0


def test_quotation_is_the_share_in_quotation_marks() -> None:
    found = features(written("Bridge\n\n\"Not before May,\" said the mayor. It's the county's bridge and not the town's."))

    assert 0.4 < found[0]["quotation"] < 0.7
    assert found[1]["quotation"] == 0.0


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The council should rebuild the bridge.", "judgement"),
        ("The most important question is who pays.", "weight"),
        ("Engineers fear for the bridge.", "trouble"),
        ("The mayor announced it on Monday.", "news"),
        ("We crossed the bridge on foot.", "first_person"),
        ("Secondly, the river is too deep.", "sequence"),
        ("But the river is too deep.", "contrast"),
        ("“But the river is too deep,” she said.", "contrast"),
    ],
)
def test_cues(text: str, cue: str) -> None:
    assert cue in cues(text)


@pytest.mark.parametrize("text", ["The shoulder of the road is soft.", "All but two boats came back.", "Ourselves alone.", ""])
def test_a_cue_is_a_whole_word_in_its_place(text: str) -> None:
    assert cues(text) == frozenset()


def test_every_cue_is_a_feature() -> None:
    assert set(CUES) <= set(FEATURES)


def test_scores_compare_the_sentences_of_one_article() -> None:
    scores = [one.score for one in salience(written(TEXT))]

    assert sum(scores) == pytest.approx(0)
    assert max(scores) == scores[0]


def test_a_given_table_is_used_instead_of_the_projects_own() -> None:
    longest = max(salience(written(TEXT), {"length": 1.0}), key=lambda one: one.score)

    assert longest.sentence.number == 0


def test_an_article_without_prose_has_no_salience() -> None:
    assert salience(written("Bridge")) == ()


@given(st.text(max_size=300))
def test_any_text_has_features_between_0_and_a_few(text: str) -> None:
    for found in features(written("Bridge\n\n" + text)):
        assert tuple(found) == FEATURES
        assert all(0 <= value < 60 for value in found.values())


@given(st.text(max_size=80), st.text(max_size=80))
def test_repetition_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    words, others = telling_words(one), telling_words(other)

    assert 0 <= repetition(words, others) <= 1
    assert repetition(words, others) == repetition(others, words)


def test_repetition_counts_the_shorter_ones_words() -> None:
    short, long = telling_words("Bridge closed today"), telling_words("The old bridge was closed again yesterday")

    assert repetition(short, long) == pytest.approx(2 / 3)
