from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.model import Block
from generator.text.body import _parse as parsed
from generator.text.body import to_markdown
from generator.text.everyday_markdown import everyday_html
from tests.text.test_body import BLOCKS, BODIES

WORDS = [
    *"ab5é中 .,;:!?()-#+=|'\"&<>\n",
    "]",
    "[",
    "*",
    "_",
    "\\",
    "`",
    "~",
    "\u3000",
    "  ",
    "**",
    "1. ",
    "2. ",
    "- ",
    "&amp;",
    "§",
]
RUNS = [
    "*a b*",
    "*a.*",
    "**a**",
    "_a_",
    "[a](b)",
    "[a b](http://c.d/e_f)",
    "![a](b)",
    "\\*",
    "\\_",
    "\\[",
    "\\]",
    "\\a",
    "](",
    "][",
]
LINES = st.lists(st.sampled_from([*WORDS, *RUNS]), max_size=12).map("".join)
STARTS = st.sampled_from(
    ["", "", "", "# ", "## ", "###", "- ", "- a\n- ", "1. a\n2. ", "2. ", "> ", "    ", "* ", "a\n---", "\n", "[a]: "]
)
WRITTEN = st.lists(st.tuples(STARTS, LINES).map("".join), max_size=6).map("\n\n".join)

PLACEHOLDER = "klzzwxh"
"""What Python-Markdown 3.11 leaves of some pairings of stars in brackets, with a number that depends on the text before."""


def refused(body: str) -> str:
    raise AssertionError(f"given to the parser: {body!r}")


@given(WRITTEN | BODIES | st.lists(BLOCKS, max_size=6).map(to_markdown))
@example("- a\n\n- b")
@example("- a\n\n1. b\n\nc\n\n1. d")
@example("- a\n\n    b\n\nc")
@example("    a\n\n\n\n    b\n\nc")
@example("a\n\n    \n\n\nb")
@example("    \n\na")
@example("\n    \n\na")
@example("a\n\n\nb\n\n\n\n    c")
@example("a *b* * c")
@example("[a [b](c)")
@example("a < b > c\n\n<http://a.b>")
@example("# \\#\n\n[a]\n\n[a]: b")
def test_it_is_what_the_parser_gives(body: str) -> None:
    page = parsed(body)

    assume(PLACEHOLDER not in page)
    assert everyday_html(body, parsed) == page


def test_a_body_that_an_article_gave_needs_no_parser() -> None:
    blocks = [
        Block("heading", "What it says"),
        Block("paragraph", 'He said: "5 < 6 & so on", [sic] for 3*4 of snake_case; see *this* and **that**.'),
        Block("item", "One (1) thing"),
        Block("item", "another - last one"),
        Block("paragraph", "Then"),
        Block("item", "first", ordered=True),
        Block("item", "second", ordered=True),
    ]

    assert everyday_html(to_markdown(blocks), refused).count("<li>") == 4


def test_links_and_emphasis_of_plain_words_need_no_parser() -> None:
    body = "A [link of words](https://example.org/a_b?c=1#d), *so it is.*\n\n(*this*), \\*that\\*"

    assert everyday_html(body, refused) == (
        '<p>A <a href="https://example.org/a_b?c=1#d">link of words</a>, <em>so it is.</em></p>\n<p>(<em>this</em>), *that*</p>'
    )
