import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.publish.published_text import PublishedText, published_text
from generator.publish.tokens import text_of, tokens

TEXT = "One & two. Three.\n\nFour 𝒂 five."
PAGE = """<!doctype html><html><head><title>One &amp; two.</title></head><body class="b">
<p>One &amp; two.</p><div><div class="text" id="article-text" lang="en">
<p><mark id="s1">One <em>&amp; two.</em><a class="back" href="#r1-1"></a></mark>{note} Three.</p>
<div><p>Four 𝒂 <a href="x" rel="y">five</a>.</p></div></div></div><p>Three.</p></body></html>"""
NOTE = '<span class="note">A <b>note</b>, <span>and more</span>.</span>'
WHOLE = (Span(0, len(TEXT)),)


def read(html: str, text: str = TEXT, shown: tuple[Span, ...] = WHOLE) -> PublishedText:
    found = published_text(html, text, shown)
    assert found
    return found


@pytest.mark.parametrize("note", ["", NOTE])
@pytest.mark.parametrize("quote", ["One & two.", "Three.", "Four 𝒂 five.", "𝒂"])
def test_a_quote_stands_where_the_page_has_it(quote: str, note: str) -> None:
    found = read(PAGE.format(note=note))
    at = TEXT.index(quote)

    place = found.span(Span(at, at + len(quote)))
    assert place.of(found.page) == quote
    assert found.inside.start <= place.start
    assert place.end <= found.inside.end
    assert found.is_whole(place)


def test_what_is_inside_is_the_element_and_no_more() -> None:
    found = read(PAGE.format(note=""))

    assert found.inside.of(found.page) == "\nOne & two. Three.\nFour 𝒂 five."


def test_a_quote_around_a_note_is_not_whole() -> None:
    found = read(PAGE.format(note=NOTE))

    assert found.span(Span(0, 17)).of(found.page) == "One & two.A note, and more. Three."
    assert not found.is_whole(found.span(Span(0, 17)))
    assert found.is_whole(found.span(Span(0, 10)))


def test_context_ends_where_the_article_does() -> None:
    found = read(PAGE.format(note=NOTE).replace("<p>One &amp; two.</p>", ""))

    assert found.context(found.span(Span(0, 10))) == ("\n", "")
    assert found.context(found.span(Span(11, 17))) == (" ", "\nFour 𝒂 five.")


def test_context_grows_until_it_fits_one_place_of_the_page() -> None:
    text = f"{'a' * 40} b {'a' * 40} b"
    found = read(f'<body><p>x</p><div id="article-text">{text}</div></body>', text, (Span(0, len(text)),))
    place = found.span(Span(len(text) - 1, len(text)))

    before, after = found.context(place)
    assert len(before) > 32
    assert found.page.count(before + "b" + after) == 1


def test_parts_that_are_published_are_counted_alone() -> None:
    found = read('<body><div id="article-text"><p>Three.</p></div></body>', TEXT, (Span(11, 17),))

    assert found.span(Span(11, 17)) == Span(0, 6)


@pytest.mark.parametrize(
    "html",
    [
        "<body><p>One &amp; two. Three. Four 𝒂 five.</p></body>",
        '<body><div id="article-text">One &amp; two. Three. Four 𝒂 six.</div></body>',
        '<body><div id="article-text">One &amp; two. Three. Four 𝒂 five. <b>More of a theme.</b></div></body>',
        "",
    ],
)
def test_a_page_that_does_not_hold_the_text_has_no_places(html: str) -> None:
    assert published_text(html, TEXT, WHOLE) is None


def test_a_template_may_space_the_text_otherwise() -> None:
    found = read('<body><div id="article-text">One  &amp; two. Th ree.<br>Four𝒂five.</div></body>')

    assert found.span(Span(11, 17)).of(found.page) == "Th ree."
    assert found.span(Span(19, 31)).of(found.page) == "Four𝒂five."


def test_every_word_of_a_long_text_stands_where_the_page_has_it() -> None:
    text = "\n\n".join(f"Line {number} has a word, and 𝒂 & b." for number in range(200))
    paragraphs = "".join(f"<p>{line.replace('&', '&amp;')}</p>\n" for line in text.split("\n\n"))
    found = read(f'<body><p>x</p>\n<div id="article-text">{paragraphs}</div></body>', text, (Span(0, len(text)),))

    for word in re.finditer(r"\S+", text):
        assert found.span(Span(*word.span())).of(found.page) == word[0]


def test_an_id_that_only_a_text_names_opens_nothing() -> None:
    named = '<body><p> id="article-text"</p><div id="article-text">Three.</div></body>'

    found = read(named, "Three.", (Span(0, 6),))
    assert found.inside.of(found.page) == "Three."


@given(
    st.lists(st.sampled_from(["<", "<b", "</b", ">", "'", '"', "a", "&amp;", "&", "lt;", " ", "="]), max_size=16).map("".join)
)
def test_the_text_of_html_is_that_of_its_tokens(html: str) -> None:
    assert text_of(html) == "".join(unescape(token) for token in tokens(html) if not token.startswith("<"))
