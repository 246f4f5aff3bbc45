"""The two forms of an explanation, whatever the article holds."""

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editorial.annotate import annotate
from generator.editorial.explain import SentenceExplanation, explain
from generator.model import Article, Block
from generator.publish.explanation import as_html, as_text

HTML = "{http://www.w3.org/1999/xhtml}"
NASTY = '<script>alert(1)</script> has a "serious" shortage & a leak in May 2011, says {{ 7 * 7 }} \' <b onclick=x>.'
TEXT = "The council of Hollin lacks money for the bridge.\n\nThe old mill of Hollin was sold on 3 May 2011, a Tuesday."


def explained(text: str) -> tuple[SentenceExplanation, ...]:
    blocks = tuple(Block("paragraph", part) for part in text.split("\n\n"))
    return explain(annotate(Article("The bridge", None, "2012-01-01", None, "en", None, blocks)))


def page(headline: str, text: str) -> html5lib.treebuilders.base.Node:
    return html5lib.HTMLParser(strict=True).parse(as_html(headline, explained(text)))


def test_text_form() -> None:
    lines = as_text(explained(TEXT)).split("\n")

    assert lines[0] == "Sentence 1 (paragraph): key point, challenge"
    assert lines[1] == "  The council of Hollin lacks money for the bridge."
    assert "  no  event       it gives no date" in lines
    assert "Sentence 2 (paragraph): key point, event" in lines
    assert "      date        “3 May 2011” (DATE 2011-05-03, EDTF 2011-05-03): it dates an event, 2011-05-03" in lines
    assert any(line.startswith("      score       as challenge ") and "problem +" in line for line in lines)


def test_text_of_one_sentence() -> None:
    assert as_text(explained(TEXT)[1:]).startswith("Sentence 2 (paragraph): key point, event\n")


def test_text_steers_no_terminal() -> None:
    text = as_text(explained("The \x1b[31mcouncil\x07 of\u202e Hollin\u2028 lacks\x9b money for the bridge."))

    assert all(letter.isprintable() for letter in text.replace("\n", ""))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=50, deadline=None)
def test_text_is_printable_lines_whatever_the_article(text: str) -> None:
    assert all(line.isprintable() for line in as_text(explained(text)).split("\n"))


def test_page_marks_what_was_chosen_and_can_be_linked_to() -> None:
    tree = page("The bridge", TEXT)

    sections = tree.findall(f".//{HTML}section")
    links = [link.get("href") for link in tree.findall(f".//{HTML}nav//{HTML}a")]
    assert [section.get("id") for section in sections] == ["s1", "s2"]
    assert [section.get("class") for section in sections] == ["chosen", "chosen"]
    assert [mark.text for mark in sections[1].iter(f"{HTML}mark")] == ["key point", "event"]
    assert links == ["#s1", "#s2"]


def test_page_has_a_row_a_verdict_with_its_score() -> None:
    section = page("The bridge", TEXT).find(f".//{HTML}section")

    rows = [["".join(cell.itertext()) for cell in row] for row in section.find(f".//{HTML}tbody")]
    assert [row[:2] for row in rows] == [["key point", "yes"], ["challenge", "yes"], ["event", "no"], ["standfirst", "no"]]
    assert [bool(row[3]) for row in rows] == [True, True, False, False]


def test_page_needs_nothing_else() -> None:
    tree = page("The bridge", TEXT)

    tags = {element.tag.removeprefix(HTML) for element in tree.iter() if isinstance(element.tag, str)}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    assert "url(" not in as_html("The bridge", explained(TEXT))


@pytest.mark.parametrize("headline", [NASTY, "</title><script>"])
def test_page_escapes_every_value(headline: str) -> None:
    tree = page(headline, NASTY)

    assert tree.find(f".//{HTML}script") is None
    assert tree.find(f".//{HTML}h1").text == headline
    assert tree.find(f".//{HTML}blockquote").text == explained(NASTY)[0].text
    assert not any(name.startswith("on") for element in tree.iter() for name in element.attrib)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=200))
@settings(max_examples=50, deadline=None)
def test_page_is_valid_and_verbatim_whatever_the_article(text: str) -> None:
    found = ["".join(quote.itertext()) for quote in page("The bridge", text).findall(f".//{HTML}blockquote")]

    assert found == [one.text for one in explained(text)]


def test_an_empty_article_has_an_empty_page() -> None:
    assert page("The bridge", "").find(f".//{HTML}section") is None
    assert as_text(explained("")) == "\n"
