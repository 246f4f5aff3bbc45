"""Web pages to articles: small ones from a case file, a whole one with all that surrounds an article."""

import pytest

from generator.formats.article import parse
from tests.case_files import CASES, Case, read_cases
from tests.formats.article.shown import shown

PAGE = (CASES / "article" / "page" / "harbour.html").read_bytes()
AS_READ = (CASES / "article" / "page" / "harbour.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("case", read_cases("article/html.txt"), ids=str)
def test_small_page(case: Case) -> None:
    article = parse(case.given.encode(), "file-name.html")

    assert case.expected.split("\n") == shown(article).split("\n")


def test_whole_page() -> None:
    assert AS_READ.split("\n") == shown(parse(PAGE, "harbour.html")).split("\n")


def test_address_and_language() -> None:
    article = parse(PAGE, "harbour.html")

    assert (article.url, article.language) == ("https://news.example.org/2021/03/09/harbour", "en-GB")


def test_readers_comments_stay_out() -> None:
    article = parse(PAGE, "harbour.html")

    assert "I have always said" not in article.text
    assert "My brother" not in article.text


def test_a_page_without_metadata_takes_the_given_date() -> None:
    assert parse(b"<p>The harbour moves north.</p>", "a.html", "2021-03").published == "2021-03"


def test_the_page_s_own_date_wins() -> None:
    assert parse(PAGE, "harbour.html", "1999").published == "2021-03-09"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//example.org/a", "/a", "https://example.org/a b", "data:text/html,x"]
)
def test_only_web_addresses_are_taken(link: str) -> None:
    page = f'<link rel="canonical" href="{link}"><p>The harbour moves north.</p>'

    assert parse(page.encode(), "a.html").url is None


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"@type": "Article", "author": 1, "datePublished": [[]]}', "null", '"x"']
)
def test_json_ld_of_any_shape_does_no_harm(script: str) -> None:
    page = f'<script type="application/ld+json">{script}</script><p>The harbour moves north.</p>'

    assert parse(page.encode(), "a.html").text == "The harbour moves north."


def test_an_xml_declaration_is_passed_over() -> None:
    page = '<?xml version="1.0" encoding="UTF-8"?><html xml:lang="en"><body><p>The harbour moves “north”.</p></body></html>'

    assert parse(page.encode(), "a.xhtml").text == "The harbour moves “north”."


def test_the_address_that_a_browser_notes_when_it_saves_a_page() -> None:
    page = "<!DOCTYPE html>\n<!-- saved from url=(0025)https://example.org/a?b=1 -->\n<p>The harbour moves north.</p>"

    assert parse(page.encode(), "a.html").url == "https://example.org/a?b=1"
