"""What is said of each sentence, and that it agrees with what is chosen."""

import re
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editorial import challenges, key_points, standfirst, timeline
from generator.editorial.annotate import AnnotatedArticle, annotate
from generator.editorial.explain import SentenceExplanation, explain
from generator.model import Article, Block
from tests.case_files import Case, read_cases

LINE = re.compile(r"(\d+) (key point|challenge|event|standfirst|“[^”]+”) (yes|no) ?(.*)")
SENTENCES = st.lists(
    st.sampled_from(
        [
            "The council of Hollin will rebuild the old bridge for nine million euros.",
            "First, the council lacks money for the bridge.",
            "Second, there is a serious shortage of steel in Hollin.",
            "Finally, nobody wants to close the road in summer.",
            "The council sold the mill on 3 May 2011.",
            "The mill was sold in May 2011, and the ferry sank in 2003.",
            "They said so in March.",
            "Who will pay for it?",
            "Prices are up from 7 percent in 2009.",
            "老桥将于2019年重建，费用为九百万欧元。",
            "no verb here",
        ]
    ),
    max_size=20,
).map(" ".join)
ARTICLES = st.builds(
    lambda published, own, blocks: article("The old bridge\n\n" + "\n\n".join(blocks), published, own),
    st.sampled_from(["2012-04-05", None]),
    st.sampled_from([None, "The council of Hollin will rebuild the old bridge for nine million euros."]),
    st.lists(st.one_of(SENTENCES, st.just("# The bridge in 2011")), max_size=5),
)


def article(text: str, published: str | None, standfirst: str | None = None) -> AnnotatedArticle:
    """The annotated article of a case: a headline, then blocks parted by blank lines, a heading where one starts with "# "."""
    headline, *blocks = (part for part in text.split("\n\n") if part)
    return annotate(Article(headline, None, published, None, "en", standfirst, tuple(map(_block, blocks))))


def _block(text: str) -> Block:
    return Block("heading", text[2:]) if text.startswith("# ") else Block("paragraph", text)


def said(one: SentenceExplanation, item: str) -> tuple[str, str]:
    """Whether the sentence was chosen as `item`, or for the date in quotation marks, and why."""
    if item.startswith("“"):
        return next(("yes" if date.chosen else "no", date.reason) for date in one.dates if f"“{date.expression}”" == item)
    return next(("yes" if verdict.chosen else "no", verdict.reason) for verdict in one.verdicts if verdict.item == item)


@pytest.mark.parametrize("case", read_cases("explain"), ids=str)
def test_verdicts(case: Case) -> None:
    published, _, text = case.given.partition("\n")
    explained = explain(article(text, None if published == "undated" else published))

    lines = [match.groups() for match in map(LINE.fullmatch, case.expected.split("\n")) if match]
    found = [(number, item, *said(explained[int(number) - 1], item)) for number, item, _, _ in lines]

    assert len(lines) == len(case.expected.split("\n"))
    assert lines == [(*line[:3], line[3][: len(wanted)]) for line, (*_, wanted) in zip(found, lines, strict=True)]


def chosen(explained: tuple[SentenceExplanation, ...], item: str) -> list[SentenceExplanation]:
    return [one for one in explained if item in one.chosen_as]


@given(ARTICLES)
@settings(max_examples=50, deadline=None)
def test_what_is_explained_as_chosen_is_what_is_chosen(annotated: AnnotatedArticle) -> None:
    explained, opening = explain(annotated), standfirst.choose(annotated)

    points = [point.quote for point in key_points.choose(annotated, opening)]
    struggles = [one.quote for one in challenges.choose(annotated)]
    assert [one.text for one in chosen(explained, "key point")] == points
    assert {one.text for one in chosen(explained, "event")} == {event.quote for event in timeline.choose(annotated)}
    assert len(chosen(explained, "challenge")) == len(struggles)
    assert all(one.text in quote for one, quote in zip(chosen(explained, "challenge"), struggles, strict=True))
    assert bool(chosen(explained, "standfirst")) <= (opening is not None)


@given(ARTICLES)
@settings(max_examples=50, deadline=None)
def test_every_sentence_has_its_number_and_every_verdict_its_reason(annotated: AnnotatedArticle) -> None:
    explained = explain(annotated)

    assert [one.number for one in explained] == list(range(1, len(annotated.sentences) + 1))
    assert [one.text for one in explained] == [sentence.text for sentence in annotated.sentences]
    for one in explained:
        items = [verdict.item for verdict in one.verdicts]
        assert items == ([] if one.kind == "heading" else ["key point", "challenge", "event", "standfirst"])
        assert all(verdict.reason for verdict in one.verdicts)
        assert all(date.reason for date in one.dates)


@given(ARTICLES)
@settings(max_examples=50, deadline=None)
def test_terms_add_up_to_the_score_and_ranks_follow_it(annotated: AnnotatedArticle) -> None:
    scores = [score for one in explain(annotated) for score in one.scores]

    for score in scores:
        assert sum(term.worth for term in score.terms) == pytest.approx(score.value, abs=1e-6)
        assert all(term.worth == term.value * term.weight for term in score.terms)
        higher = [other for other in scores if other.item == score.item and other.value > score.value]
        assert (score.rank, score.among) == (len(higher) + 1, len(annotated.prose))


@pytest.mark.parametrize("text", ["", "抖音", "!!! ??? ...", "1. 2. 3."])
def test_odd_articles_are_explained(text: str) -> None:
    explained = explain(article("Headline\n\n" + text, None))

    assert "".join(one.text for one in explained).replace(" ", "") == text.replace(" ", "")


def test_words_of_trouble_stand_in_the_sentence() -> None:
    explained = explain(article("A firm\n\nThe Firm’s SHORTAGE of money won't be a risk for its e -commerce.", None))

    words = [trouble.words for one in explained for trouble in one.troubles]

    assert any(found.startswith("SHORTAGE") for found in words)
    assert all(found in explained[0].text for found in words)


@pytest.mark.parametrize("unit", ["in 2001 ", "a problem ", "no risk in May 2003, ", "(“"])
def test_hostile_length_is_taken_in_stride(unit: str) -> None:
    start = perf_counter()

    explain(article("Headline\n\n" + unit * (40_000 // len(unit)), "2012-01-01"))

    assert perf_counter() - start < 10
