"""Which sentences become key points, and what always holds of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.key_points import CHOSEN, MOST, choose, considered
from generator.editorial.likeness import repetition, telling_words
from generator.editorial.salience import salience
from generator.editorial.standing import fault, is_caption, is_fit, leans, points_back
from generator.model import KeyPoint
from generator.text.quotes import is_subsequence
from tests.case_files import Case, read_cases
from tests.editorial.written_articles import judged, written

STANDING = [case for case in read_cases("key_points") if case.place.startswith("standing")]
CHOICES = [case for case in read_cases("key_points") if case.place.startswith("choice")]
SENTENCES = st.lists(
    st.sampled_from(
        [
            "The council of Hollin will rebuild the old bridge for nine million euros.",
            "But the old bridge of Hollin may not last until the spring, engineers warn.",
            "They said so twice in March.",
            "However, this is not the first time.",
            "Who will pay for it?",
            "“It is a scandal.”",
            "First, the money has to come from the county, which has none to give.",
            "The council of Hollin will rebuild the old bridge, for nine million euros.",
            "Mayor Ada Lund (pictured) blames the weather .",
            "In 1968 a lorry fell through the bridge and two people were killed.",
            "A ferry would cost a third as much and could start in June, according to a study.",
            "老桥将于明年春天重建，费用为九百万欧元。",
            "no verb here",
        ]
    ),
    max_size=30,
)
ARTICLES = st.lists(SENTENCES.map(" ".join), min_size=1, max_size=5).map("\n\n".join)


def points(text: str, standfirst: str | None = None) -> tuple[KeyPoint, ...]:
    return choose(written("Old bridge of Hollin\n\n" + text), standfirst)


@pytest.mark.parametrize("case", STANDING, ids=str)
def test_a_sentence_stands_alone_or_not(case: Case) -> None:
    caption = "caption" if is_caption(case.given) else "alone"

    assert (fault(case.given) or caption) == case.expected
    assert is_fit(case.given) == (case.expected in ("alone", "caption"))
    assert leans(case.given) == (case.expected == "it leans on what came before")


@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_chosen_sentences(case: Case) -> None:
    wanted, unwanted = judged(case.expected)

    texts = [point.text for point in choose(written(case.given), None)]

    assert [text for text in wanted if text not in texts] == []
    assert [(start, text) for start in unwanted for text in texts if text.startswith(start)] == []


@given(ARTICLES)
def test_quotes_are_verbatim_whole_and_in_order(text: str) -> None:
    article = written("Old bridge of Hollin\n\n" + text)

    remaining = iter(sentence.text for sentence in article.prose)

    assert all(point.quote in remaining for point in choose(article, None))
    assert all(point.quote in article.text for point in choose(article, None))


@given(ARTICLES)
def test_texts_are_their_quotes_with_words_left_out(text: str) -> None:
    assert all(is_subsequence(point.text, point.quote) for point in points(text))


@given(ARTICLES)
def test_no_key_point_repeats_another_or_the_standfirst(text: str) -> None:
    standfirst = "The council of Hollin will rebuild the old bridge."

    bags = [telling_words(standfirst), *(telling_words(point.quote) for point in points(text, standfirst))]

    pairs = [(one, other) for number, one in enumerate(bags) for other in bags[:number]]
    assert all(repetition(one, other) < 0.6 for one, other in pairs)


@given(ARTICLES)
def test_no_more_than_seven(text: str) -> None:
    assert len(points(text)) <= MOST


@given(ARTICLES)
def test_every_key_point_stands_alone(text: str) -> None:
    assert all(is_fit(point.quote) for point in points(text))


@given(st.text(max_size=300).map(lambda text: text + " of the old bridge of Hollin. "))
def test_any_text_gives_key_points_that_say_something(text: str) -> None:
    assert all(point.text.strip() for point in points(text * 3))


def test_brackets_alone_are_no_key_point() -> None:
    assert points("(" * 500 + ".") == ()


def test_every_sentence_has_its_verdict() -> None:
    text = "The council of Hollin will rebuild the old bridge. They said so twice. Who will pay for it? Hollin : the bridge ."
    article = written("Old bridge of Hollin\n\n" + text)

    verdicts = [one.verdict for one in considered(salience(article), None, MOST)]

    assert verdicts == [CHOSEN, "it is too short", "it is too short", "it looks like a caption"]


def test_an_article_without_fit_sentences_has_none() -> None:
    assert points("They said so. Who will pay for it? “It is a scandal.”") == ()


def test_an_article_typed_with_lone_full_stops_still_has_key_points() -> None:
    text = "The council of Hollin will rebuild the old bridge . A ferry would cost a third as much, says a study ."

    assert len(points(text)) == 2


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("The reason for these delays is a crack in the lock.", True),
        ("Mills fear such floods more than the frost.", True),
        ("Even if this goes well, the lock stays shut.", True),
        ("The crane will be mended in May, she added.", True),
        ("The crane will be mended in May, Ana Pinto added.", False),
        ("The price of bread rose this year and the last.", False),
        ("Mills such as the one at Brem fear the frost.", False),
        ("Boats and those who own them pay a fee.", False),
        ("The lock has a crack, and boats wait, and the mills know these delays.", False),
    ],
)
def test_what_points_back_is_told(text: str, back: bool) -> None:
    assert points_back(text) is back


def test_of_two_alike_the_one_that_points_back_is_left() -> None:
    opening = (
        "The council of Hollin will rebuild the bridge. The town will pay for the bridge in the spring. The mayor said so."
    )
    pointing, plain = (
        "The owners of these boats want a bridge of good stone.",
        "The owners of the boats want a bridge of good stone.",
    )

    for pair in (f"{pointing} {plain}", f"{plain} {pointing}"):
        quotes = {point.quote for point in points(f"{opening}\n\n{pair}")}
        assert plain in quotes
        assert pointing not in quotes


def test_headings_are_no_key_points() -> None:
    article = written("Bridge\n\nThe council of Hollin will rebuild the old bridge for nine million euros.")

    assert [point.quote for point in choose(article, None)] == [
        "The council of Hollin will rebuild the old bridge for nine million euros."
    ]


def test_chinese_is_chosen_from_and_not_shortened() -> None:
    text = "抖音正在向传统电商平台靠拢，商城已经上线。品牌商家仍然以淘宝为核心阵地，复购率很低。谁会来买？"

    assert [point.text for point in choose(written("抖音电商\n\n" + text, language="zh"), None)] == [
        "抖音正在向传统电商平台靠拢，商城已经上线。",
        "品牌商家仍然以淘宝为核心阵地，复购率很低。",
    ]
