"""Promises for any input: an article or a reason, single lines, the source's characters, and time that grows with length."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Refused
from generator.formats.article import parse
from generator.formats.article.characters import clean
from generator.model import Article
from generator.settings import ARTICLE_SUFFIXES

NAMES = st.sampled_from([f"a{suffix}" for suffix in ARTICLE_SUFFIXES])
PLAIN_PIECES = [
    *("The harbour moves north. ", "\n", "\n\n", "\r\n", "By Mary Sample", "March 9, 2021", "(CNN) -- ", "- END -", " . "),
    *("Read more: x", "Subscribe now", "\0", "\x1b[31m", "\u202e", "\u200d", "\u2028", "\x85", "\ue00b", "\u00a0", "\u3000"),
    *("港口。", "é", "12", "?"),
]
MARKDOWN_PIECES = [
    *("# ", "- ", "1. ", "2) ", "> ", "| a | b |", "```\n", "---\n", "title: x\n", "*", "_", "[", "](", "!", "`", "\\"),
]
PAGE_PIECES = [
    *(
        "<p>",
        "</p>",
        "<div class='comment'>",
        "</div>",
        "<li>",
        "<br><br>",
        "<a href=x>",
        "</a>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
    ),
    *(
        "<![",
        "&#0;",
        "&#xD800;",
        "&#x1F;",
        "&amp;",
        "<h1>",
        "</h1>",
        "<title>",
        "</title>",
        "<table><td>",
        "<meta name=date content=2021-03-09>",
    ),
]
PIECES = st.sampled_from(PLAIN_PIECES + MARKDOWN_PIECES + PAGE_PIECES)


def attempted(content: bytes, name: str) -> Article | None:
    try:
        return parse(content, name)
    except Refused as refused:
        assert str(refused)
        return None


def assert_is_sound(article: Article) -> None:
    assert article.headline.strip()
    assert article.blocks
    for text in (article.headline, article.byline, article.standfirst, *(block.text for block in article.blocks)):
        assert text is None or text == text.strip()
        assert text is None or not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text)
    assert all(block.text for block in article.blocks)
    assert all(block.kind == "item" for block in article.blocks if block.ordered)


# The first call loads trafilatura and the word lists; time is what the hostile inputs below are for.
@settings(deadline=None)
@given(st.binary(max_size=400), NAMES)
def test_any_bytes(content: bytes, name: str) -> None:
    article = attempted(content, name)

    if article is not None:
        assert_is_sound(article)


@settings(deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join), NAMES)
def test_any_mixture_of_what_means_something(text: str, name: str) -> None:
    article = attempted(text.encode("utf-8", "surrogatepass"), name)

    if article is not None:
        assert_is_sound(article)


@settings(deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(alphabet="abc .-—()\n", max_size=12)), max_size=40).map("".join))
def test_plain_text_is_never_reworded(text: str) -> None:
    article = attempted(text.encode("utf-8", "surrogatepass"), "a.txt")
    squashed = "".join(clean(text).split())

    for block in article.blocks if article else ():
        words = [word for word in block.text.split() if word.isascii() and word.isprintable()]
        assert all(word in squashed for word in words)


@given(
    st.lists(
        st.sampled_from(["The harbour moves.", "It moves north.", "- ships", "1. quays", "A title"]), min_size=1, max_size=12
    )
)
def test_reading_twice_gives_the_same(lines: list[str]) -> None:
    content = "\n".join(lines).encode()

    assert attempted(content, "a.txt") == attempted(content, "a.txt")


SENTENCE = "<p>The harbour moves north, and the town that lives on it has to follow, as it always has.</p>"
HOSTILE_PAGES = {
    "nested divs": "<div>" * 50_000,
    "a tag that never ends": "<b a=1 " * 43_000,
    "comments that never end": "<!-- " * 60_000,
    "marked sections": "<![" * 100_000,
    "left angles": "<" * 300_000,
    "ampersands": "&" * 300_000,
    "numbers of characters": "&#" * 150_000,
    "scripts": "<script>" * 37_500,
    "quotes that never end": "<a b='" * 50_000,
    "script as text": SENTENCE + "&lt;script&gt;" * 20_000,
    "a picture in the address": SENTENCE + f'<img src="data:image/png;base64,{"A" * 300_000}">',
    "a class of many words": f'<div class="{"comment-" * 40_000}">x</div>' + SENTENCE,
    "one long title": "<title>" + "x | " * 75_000 + "</title>" + SENTENCE,
    "JSON of brackets": '<script type="application/ld+json">' + "[" * 300_000 + "</script>" + SENTENCE,
    "stray end tags": "</div>" * 50_000 + SENTENCE,
    "deep and wide": ("<div>" * 150 + "x" + "</div>" * 150) * 190 + SENTENCE,
}
HOSTILE_MARKDOWN = {
    "brackets": "[" * 300_000,
    "links that never end": "[a](" * 75_000,
    "pictures that never end": "![[" * 100_000,
    "tags that never end": "<a " * 100_000,
    "marked sections": "<![ " * 75_000,
    "comments that never end": "<!-- " * 60_000,
    "emphasis": "*a _b " * 50_000,
    "backticks": "`a``" * 75_000,
    "quotations in quotations": "> " * 150_000 + "x",
    "lists in lists": "- " * 150_000 + "x",
    "front matter that never ends": "---\n" + "a: [" * 75_000,
    "a table": "|a" * 100_000 + "\n" + "|-" * 50_000,
}
HOSTILE_TEXT = {
    "end marks": "Foo bar.\n###\n" * 9_000,
    "buttons": "Subscribe now\n" * 19_000,
    "capitals": "AB " * 100_000,
    "stops": "By . A" * 50_000,
    "commas": "A, " * 100_000,
    "digits": "1" * 300_000,
    "quotation marks": '"' * 300_000,
    "joiners": "a\u200d" * 100_000,
}


@pytest.mark.parametrize(
    ("text", "name"),
    [pytest.param(text, "a.html", id=f"html {title}") for title, text in HOSTILE_PAGES.items()]
    + [pytest.param(text, "a.md", id=f"markdown {title}") for title, text in HOSTILE_MARKDOWN.items()]
    + [pytest.param(text, "a.txt", id=f"text {title}") for title, text in HOSTILE_TEXT.items()],
)
def test_hostile_input_takes_seconds_at_most(text: str, name: str) -> None:
    start = time.process_time()
    attempted(text.encode(), name)

    # The slowest of these takes 1 s; what is quadratic in 300 kB takes minutes.
    assert time.process_time() - start < 10
