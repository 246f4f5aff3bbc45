import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editorial.annotate import AnnotatedArticle, annotate
from generator.editorial.timeline import MOST, choose
from generator.edtf import chronological, is_edtf
from generator.model import Article, Block
from generator.text.quotes import is_subsequence
from tests.case_files import Case, read_cases


def article(text: str, published: str | None, language: str = "en") -> AnnotatedArticle:
    blocks = tuple(Block("paragraph", part) for part in text.split("\n") if part.strip())
    return annotate(Article("A town", None, published, None, language, None, blocks))


@pytest.mark.parametrize("case", read_cases("timeline"), ids=str)
def test_timeline(case: Case) -> None:
    published, _, text = case.given.partition("\n")
    events = choose(article(text, None if published == "undated" else published))
    told = [f"{event.date} | {event.expression} | {event.text}" for event in events]
    expected = case.expected.split("\n") if case.expected else []
    optional = {line.removeprefix("? ") for line in expected if line.startswith("? ")}
    assert [line for line in told if line not in optional] == [line for line in expected if not line.startswith("? ")]


SENTENCES = [
    "The ferry sank on 3 May 2011.",
    "It opened in June.",
    "Sales rose 5 percent from May 2010.",
    "The mayor will resign next Tuesday.",
    "“We left in 1998. We came back in 2003.”",
    "In 2001 (a dry year), the e -commerce firm left, and in 2004 it came back.",
    "Today everyone reads.",
    "By 2040 the town will have 9,000 people.",
    "The fair ran from May 2003 to June 2004, which pleased the bakers.",
    "抖音于2019年成立。",
    "Yesterday",
    "In 1850, 1860 and 1870, floods came.",
    "On 31 February 2010 nothing happened.",
    "The barn was perhaps built around 1850, or in 1861 or 1862.",
    "From 2003 onwards the pool was open on weekends.",
    "Six years ago today, on 5 April 2006, the quay sank (an hour later).",
]


@given(st.lists(st.sampled_from(SENTENCES), max_size=40), st.sampled_from(["2012-04-05", "2012", None]))
@settings(max_examples=100, deadline=None)
def test_what_every_timeline_keeps(parts: list[str], published: str | None) -> None:
    annotated = article(" ".join(parts), published)
    events = choose(annotated)
    assert len(events) <= MOST
    assert [event.date for event in events] == sorted((event.date for event in events), key=chronological)
    for event in events:
        assert is_edtf(event.date)
        assert event.quote in annotated.text
        assert event.expression is not None
        assert event.expression in event.quote
        assert is_subsequence(event.text, event.quote)


def test_many_dates_give_the_most_telling_ones() -> None:
    told = " ".join(f"The council sold the mill on {day} May 2011." for day in range(1, 12))
    aside = "Since 2001 nobody came. As in 1999, the well could be dry in 2012. The 1987 flood was the worst."
    dates = [event.date for event in choose(article(f"{aside} {told}", "2011-06-01"))]
    assert len(dates) == MOST
    assert set(dates) >= {f"2011-05-{day:02}" for day in range(1, 12)}


def test_the_answer_does_not_hang_on_the_order_of_other_articles() -> None:
    texts = [" ".join(random.Random(seed).sample(SENTENCES, 6)) for seed in range(4)]
    forward = [choose(article(text, "2012-04-05")) for text in texts]
    backward = [choose(article(text, "2012-04-05")) for text in reversed(texts)]
    assert forward == backward[::-1]


@pytest.mark.parametrize(
    "unit", ["in 2001 ", "from May 2001 to ", "“in 1999. ", "compared with 5 ", "of the ", ", and the fair in 2003 "]
)
def test_hostile_length_is_taken_in_stride(unit: str) -> None:
    assert len(choose(article(unit * (20_000 // len(unit)), "2012-04-05"))) <= MOST
