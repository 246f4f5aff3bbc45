"""What cannot become an article, and the reason that its reader is given."""

import pytest

from generator.errors import Refused
from generator.formats.article import MAX_BYTES, parse
from generator.settings import ARTICLE_SUFFIXES


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.txt", "it is empty"),
        (b" \n\t\n", "a.txt", "it is empty"),
        (b"text", "a.pdf", "its ending .pdf is not one of .txt, .md, .markdown, .html, .htm, .xhtml"),
        (b"text", "a", "its ending (none) is not one of .txt, .md, .markdown, .html, .htm, .xhtml"),
        (b"a" * (MAX_BYTES + 1), "a.txt", "it is larger than 10 MB"),
        (b"...", "a.txt", "it holds no article text"),
        (b"<html></html>", "a.html", "it holds no article text"),
        (b"<!-- ", "a.html", "it holds no article text"),
        (b"<div>" * 201 + b"text", "a.html", "it is nested more than 200 elements deep"),
        (b"<br>" * 60_001, "a.html", "it has more than 30,000 elements"),
        (b"The harbour moves.\n" * 20_001, "a.txt", "it has more than 20,000 paragraphs"),
        (b"text\0text and more text", "a.txt", "it is not text (byte 4 is NUL)"),
        (b"# Title only", "a.md", "it holds no article text"),
    ],
)
def test_reason(content: bytes, name: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(content, name)

    assert reason == str(refused.value)


@pytest.mark.parametrize("suffix", ARTICLE_SUFFIXES)
def test_endings_are_read_in_any_case(suffix: str) -> None:
    assert parse(b"The harbour moves.", f"A{suffix.upper()}").text == "The harbour moves."


def test_two_hundred_elements_are_not_too_deep() -> None:
    page = b"<html><body>" + b"<div>" * 190 + b"The harbour moves."

    assert parse(page, "a.html").text == "The harbour moves."


def test_paragraphs_without_end_tags_do_not_nest() -> None:
    page = b"<ul>" + b"<li><p>The harbour moves." * 300

    assert len(parse(page, "a.html").text) > 0
