"""Which challenges are chosen, and what always holds of them."""

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.annotate import AnnotatedArticle, annotate
from generator.editorial.challenges import MOST, choose, chosen
from generator.editorial.standing import has_words
from generator.formats.article import parse
from generator.model import Article, Block, BlockKind
from generator.text.quotes import is_subsequence
from generator.text.type_repair import repair
from tests.case_files import Case, read_cases

CASES = read_cases("challenges")
WORDS = st.sampled_from(
    [
        "the",
        "firm",
        "lacks",
        "money",
        ",",
        "and",
        ".",
        "But",
        "first",
        "secondly",
        "finally",
        "it",
        "fears",
        "that",
        "delays",
        "cost",
        "no",
        "risk",
        "problem",
        "should",
        "12",
        "%",
        "“",
        "”",
        "it's",
    ]
)


def article(text: str, language: str = "en") -> AnnotatedArticle:
    """The annotated article of a case: a headline, then blocks parted by blank lines."""
    headline, _, rest = text.partition("\n\n")
    return annotate(Article(headline, None, None, None, language, None, tuple(map(_block, rest.split("\n\n")))))


def _block(text: str) -> Block:
    if text.startswith("# "):
        return Block("heading", text[2:])
    return Block("item", text[2:]) if text.startswith("- ") else Block("paragraph", " ".join(text.split("\n")))


def expected(case: Case) -> list[tuple[str, str]]:
    """The title ("" where any will do) and the first words of each challenge that the case asks for."""
    lines = [] if case.expected == "none" else case.expected.split("\n")
    return [(title, words) for title, _, words in (line.rpartition(" | ") for line in lines)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_challenges_of_a_case(case: Case) -> None:
    wanted = expected(case)

    found = choose(article(case.given))

    shown = [one.quote[: len(words)] for one, (_, words) in zip(found, wanted, strict=False)]
    assert [words for _, words in wanted] == shown + [one.quote for one in found[len(wanted) :]]
    assert [title for title, _ in wanted if title] == [
        one.title for one, (title, _) in zip(found, wanted, strict=True) if title
    ]


def test_articles_written_before_the_engine_read_them_as_a_whole() -> None:
    written = read_cases("challenges_written.txt")
    wanted = [[words for _, words in expected(case)] for case in written]
    given_ones = [[one.quote for one in choose(article(case.given))] for case in written]
    right = sum(
        any(words in quote for quote in quotes)
        for openings, quotes in zip(wanted, given_ones, strict=True)
        for words in openings
    )

    assert right >= 0.7 * sum(map(len, wanted))
    assert right >= 0.93 * sum(map(len, given_ones))


KINDS: tuple[BlockKind, ...] = ("paragraph", "heading", "item")
ARTICLES = st.lists(
    st.tuples(st.sampled_from(KINDS), st.lists(WORDS, min_size=1, max_size=60).map(" ".join)),
    max_size=12,
).map(lambda blocks: Article("The firm", None, None, None, "en", None, tuple(Block(kind, text) for kind, text in blocks)))


def test_the_seed_article_has_its_three() -> None:
    seed = Path(__file__).parents[2] / "content" / "articles" / "douyin-taobao.txt"

    found = choose(annotate(parse(seed.read_bytes(), seed.name, None)))

    assert [one.quote.split(",")[0] for one in found] == ["First of all", "Secondly", "In the end"]
    assert [one.title for one in found] == ["Brand level", "Central field layout", "After-sales service"]


@given(ARTICLES)
def test_at_most_three_each_grounded_in_one_block(written: Article) -> None:
    found = choose(annotate(written))

    assert len(found) <= MOST
    for challenge in found:
        assert any(challenge.quote in block.text for block in written.blocks)
        assert is_subsequence(challenge.text, challenge.quote)


@given(ARTICLES)
def test_titles_are_the_texts_own_words_and_all_different_where_there_are_words_for_it(written: Article) -> None:
    found = choose(annotate(written))

    titles = [challenge.title.lower() for challenge in found if len(challenge.text.split()) > 8]
    assert sorted(set(titles)) == sorted(titles)
    for challenge in found:
        assert len(challenge.title.split()) <= 6
        headings = [repair(block.text) for block in written.blocks if block.kind == "heading"]
        assert any(challenge.title[1:] in told for told in (challenge.text, *headings))


@pytest.mark.parametrize(
    "told", ["problem , . ,", "problem : . ;", "and problem the . ,", "the problem no “ “ . fears", "and and the problem . the"]
)
def test_what_an_item_calls_itself_is_mended_as_its_text_is(told: str) -> None:
    (challenge,) = choose(annotate(Article("The firm", None, None, None, "en", None, (Block("item", told),))))

    assert challenge.title in challenge.text


def test_a_section_that_opens_with_a_lone_mark_tells_no_challenge_of_it() -> None:
    told: list[tuple[BlockKind, str]] = [
        ("paragraph", "lacks"),
        ("heading", "the"),
        ("paragraph", ","),
        ("paragraph", "cost"),
        ("heading", "lacks"),
        ("heading", "delays"),
    ]
    blocks = tuple(Block(kind, text) for kind, text in told)

    found = choose(annotate(Article("The firm", None, None, None, "en", None, blocks)))

    assert all(has_words(challenge.text) for challenge in found)


@given(ARTICLES)
def test_every_challenge_says_something(written: Article) -> None:
    for challenge in choose(annotate(written)):
        assert has_words(challenge.text)
        assert challenge.title.strip()


@given(ARTICLES)
def test_they_stand_in_the_articles_order(written: Article) -> None:
    numbers = [one.candidate.sentence.number for one in chosen(annotate(written))]

    assert numbers == sorted(set(numbers))


def test_each_tells_the_rule_that_chose_it() -> None:
    listed = article("Two problems\n\nThe firm has two problems. First, it lacks money. Second, it fears delays.")
    stated = article("A firm in trouble\n\nThe firm faces a severe shortage of money.\n\nIt was founded in 1990.")

    assert [one.rule for one in chosen(listed)] == ["enumerated", "enumerated"]
    assert [one.rule for one in chosen(stated)] == ["stated"]


@pytest.mark.parametrize(
    "text", ["", "抖音", "平台面临严重的问题。用户很少。", "First, second, third.", "!!! ??? ...", "1. 2. 3."]
)
def test_odd_articles_have_no_nonsense(text: str) -> None:
    found = choose(article("Headline\n\n" + text, "zh"))

    assert all(challenge.quote in text for challenge in found)


@pytest.mark.parametrize(
    "piece",
    ["not no ", "first, ", "problem ", "the second ", "(", "but also ", "a of ", "worse, it. ", "One is it. Another is it. "],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    small, large = article("Headline\n\n" + piece * 500), article("Headline\n\n" + piece * 4_000)

    assert _seconds(large) < 40 * _seconds(small) + 0.5


def _seconds(annotated: AnnotatedArticle) -> float:
    start = perf_counter()
    choose(annotated)
    return perf_counter() - start
