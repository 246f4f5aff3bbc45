"""Markdown files to articles, and the front matter that is refused."""

import pytest

from generator.errors import Refused
from generator.formats.article import parse
from tests.case_files import Case, read_cases
from tests.formats.article.shown import shown


@pytest.mark.parametrize("case", read_cases("article/markdown.txt"), ids=str)
def test_markdown(case: Case) -> None:
    article = parse(case.given.encode(), "file-name.md")

    assert case.expected.split("\n") == shown(article).split("\n")


def test_the_front_matter_gives_address_language_and_deck() -> None:
    head = "---\nurl: https://example.org/a\nlang: en_GB\nsubtitle: It moves\n---\n"

    article = parse((head + "The harbour moves.").encode(), "a.md")

    assert (article.url, article.language, article.standfirst) == ("https://example.org/a", "en-GB", "It moves")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//example.org", "https://example.org/a b", "ftp://example.org/a"])
def test_only_web_addresses_are_taken(url: str) -> None:
    assert parse(f"---\nurl: '{url}'\n---\nThe harbour moves.".encode(), "a.md").url is None


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("a: &x [1]\nb: *x", "its front matter uses a YAML alias"),
        ("a: [1", "its front matter is not YAML (line 3)"),
        ("a: " + "[" * 100 + "]" * 100, "its front matter nests more than 20 levels deep"),
    ],
)
def test_front_matter_that_is_refused(head: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(f"---\n{head}\n---\nThe harbour moves.".encode(), "a.md")

    assert reason == str(refused.value)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert parse(b"---\nThe harbour moves.", "a.md").text == "The harbour moves."
