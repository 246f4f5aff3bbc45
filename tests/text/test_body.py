import time
from pathlib import Path

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.model import Block
from generator.text.body import to_html, to_markdown, to_text
from tests.case_files import Case, read_cases

ROOT = Path(__file__).parents[2]
BLOCK_TAGS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "br"}
ALLOWED = BLOCK_TAGS | {"em", "strong", "code", "a"}
ATTRIBUTES = {"href", "rel", "start"}

ADDRESSES = [*"<>@:/.", "http://", "mailto:", "a", "1", "é", "中", "$", "_", "*", "\\", "`", "&", "!", " ", "\u3000", "‹"]
MARKS = list(" *_`[]()<>&#-+.!~\\:;\"'1ab=|\u3000\xa0\u2028\u200b")
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40) | st.text(st.sampled_from(MARKS), max_size=16)
TEXTS |= st.lists(st.sampled_from(ADDRESSES), max_size=16).map("".join)
BLOCKS = st.builds(Block, st.sampled_from(["paragraph", "heading", "item", "quotation"]), TEXTS, st.booleans())
PARTS = [
    *MARKS,
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "<b ",
    "<!--",
    "](",
    "javascript:",
    "&#",
    "<1@b.c>",
    "<http://",
    "<",
    "@",
    ">",
    "\\<",
    "\0",
    "\2",
    "\3",
]
BODIES = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)
# Each took time in its square, or ran out of stack, before it was bounded.
BRACKETS = ("[", "![", "[a](", "[a](<", '[a](b "', "[[", "[\n", "<a ", "<!--")
ANGLES = ("<", "<@", "<a@", "<1@b.c", "@", "<http://")
INLINE = ("\\", "\\*", "*a", "*_", "*a_b", "`a", "`` ` ", "&", "&amp;")
HEADINGS = ("===\n", "a\n=\n", "a\n---\n", "#\n")
NESTED = ("> ", ">", "- ", "  - ", "-   ", "1. ", "- > 1. ", "- a\n\n    - b\n\n")
HOSTILE = (*BRACKETS, *ANGLES, *INLINE, *HEADINGS, *NESTED, "a\n\n", "a  \n", "\n")


def text_of(blocks: list[Block]) -> str:
    return "\n\n".join(block.text for block in blocks if block.text.strip())


@pytest.mark.parametrize("case", read_cases("body/prose.txt"), ids=str)
def test_prose_is_escaped_no_more_than_needed(case: Case) -> None:
    assert to_markdown([Block("paragraph", case.given)]) == case.expected
    assert to_text(case.expected) == case.given


@pytest.mark.parametrize("case", read_cases("body/html.txt"), ids=str)
def test_html(case: Case) -> None:
    assert to_html(case.given) == case.expected


@pytest.mark.parametrize("case", read_cases("body/text.txt"), ids=str)
def test_text(case: Case) -> None:
    assert to_text(case.given) == case.expected


def test_neighbours_share_a_list_and_a_quotation() -> None:
    blocks = [
        *(Block("item", "a"), Block("item", "b"), Block("item", "c", ordered=True), Block("item", "d", ordered=True)),
        *(Block("quotation", "e"), Block("quotation", "f"), Block("heading", "C#"), Block("paragraph", " ")),
    ]

    assert to_markdown(blocks) == "- a\n- b\n\n1. c\n2. d\n\n> e\n>\n> f\n\n## C\\#"


@given(st.lists(BLOCKS, max_size=5))
@example([Block("item", "1. a"), Block("quotation", "- b"), Block("heading", "a #"), Block("heading", "# b")])
@example([Block("paragraph", f"See {address}.") for address in ("<é<a@b.c>", "<<a@b.c>", "<$x@y>", "‹1@b.c›")])
@example([Block("paragraph", "[" * 800 + "*a* \\[b](c)")])
def test_what_went_in_is_what_a_reader_sees(blocks: list[Block]) -> None:
    assert to_text(to_markdown(blocks)) == text_of(blocks)


@given(st.lists(BLOCKS, max_size=5))
def test_a_reader_of_commonmark_sees_the_same_letters(blocks: list[Block]) -> None:
    tree = html5lib.parseFragment(MarkdownIt("commonmark").render(to_markdown(blocks)), treebuilder="etree")

    assert "".join("".join(tree.itertext()).split()) == "".join(text_of(blocks).split())


def test_an_article_comes_out_as_it_is() -> None:
    lines = (ROOT / "content" / "articles" / "douyin-taobao.txt").read_text(encoding="utf-8").split("\n")
    blocks = [Block("paragraph", line) for line in lines if line]
    body = to_markdown(blocks)

    assert body.replace("\\- END -", "- END -") == text_of(blocks) == to_text(body)


@given(BODIES)
def test_html_holds_nothing_but_the_allow_list(body: str) -> None:
    tree = html5lib.parseFragment(to_html(body), treebuilder="etree", namespaceHTMLElements=False)

    elements = list(tree.iter())[1:]
    assert {element.tag for element in elements} <= ALLOWED
    assert {name for element in elements for name in element.attrib} <= ATTRIBUTES
    assert not {"\2", "\3"} & set("".join(tree.itertext()))
    assert not any(element.get("href", "").lower().startswith(("javascript", "data", "vbscript")) for element in elements)


@pytest.mark.parametrize("repeated", HOSTILE, ids=repr)
def test_time_grows_with_length_and_no_faster(repeated: str) -> None:
    body = repeated * (100_000 // len(repeated))

    started = time.perf_counter()
    to_text(body)

    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("step", ["    ", "  ", ">", "> - "])
def test_deep_nesting_needs_no_deep_stack(step: str) -> None:
    body = "\n".join(step * level + "- a" for level in range(300))

    assert to_text(body).count("a") == 300
