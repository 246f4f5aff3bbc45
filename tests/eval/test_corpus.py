"""The annotations are sound: what they name stands in the article, and the corpus is as varied as it claims."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from generator.edtf import is_edtf
from tests.eval.annotations import Annotation, read_corpus
from tests.eval.gate import HERE
from tests.eval.matching import squashed
from tests.eval.visible import visible_text

CORPUS = read_corpus(HERE / "corpus")
WEEK = re.compile(r"\d{4}-W\d{2}")


@pytest.mark.parametrize("gold", CORPUS, ids=lambda gold: gold.id)
def test_what_an_annotation_names_stands_in_the_article(gold: Annotation) -> None:
    text = visible_text(gold.article)

    assert [one for one in sentences_of(gold) if squashed(one) not in text] == []


def sentences_of(gold: Annotation) -> Iterator[str]:
    yield from gold.key_sentences
    yield from gold.also_acceptable
    yield from gold.boilerplate
    yield from (event.text for event in gold.events)
    yield from (sentence for problem in gold.challenges for sentence in problem.accept)


@pytest.mark.parametrize("gold", CORPUS, ids=lambda gold: gold.id)
def test_an_annotation_agrees_with_itself(gold: Annotation) -> None:
    assert 0 <= gold.expected_challenges <= min(3, len(gold.challenges))
    assert ("fewer-than-three" in gold.tags) == (gold.expected_challenges < 3)
    assert ("undated" in gold.tags) == (gold.published is None)
    assert [date for event in gold.events for date in event.dates if not (is_edtf(date) or WEEK.fullmatch(date))] == []
    assert 8 <= len(gold.key_sentences) <= 15


def test_the_corpus_is_varied() -> None:
    formats = Counter(gold.article.suffix for gold in CORPUS)
    tags = Counter(tag for gold in CORPUS for tag in gold.tags)

    assert len(CORPUS) >= 16
    assert min(formats[".txt"], formats[".html"], formats[".md"]) >= 2
    assert tags["fewer-than-three"] >= 5
    assert sum(gold.expected_challenges == 0 for gold in CORPUS) >= 2
    assert min(tags["enumerated-problems"], tags["machine-translated"], tags["undated"]) >= 3
    assert sum(sum(not event.optional for event in gold.events) >= 7 for gold in CORPUS) >= 3
    assert any(not gold.events for gold in CORPUS)
