import json
import warnings

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Note, SourceText
from generator.publish.annotations import annotations
from generator.publish.excerpts import LONG_PARAGRAPH, NEIGHBOURS
from generator.publish.page import Annotated, annotate
from generator.text import body
from generator.text.sentences import sentences
from tests.case_files import Case, read_cases
from tests.publish.making import annotated, point, published
from tests.publish.test_source import FRAGMENTS, ink

MODES: list[SourceText] = ["full", "excerpts", "none"]
LONG = " ".join(f"Witness number {n} spoke to the council." for n in range(40))


def shown(one: Annotated) -> str:
    return "".join(
        {"html": piece.html, "gap": "…", "open": "[", "close": "]"}[piece.kind] for piece in one.source if piece.kind
    )


def excerpt(markdown: str, quotes: list[str], mode: SourceText) -> str:
    found = annotate(published(body=markdown, key_points=[point(quote) for quote in quotes]), mode)
    assert isinstance(found, Annotated), found
    return shown(found)


@pytest.mark.parametrize("case", read_cases("publish/excerpts.txt"), ids=str)
def test_excerpts(case: Case) -> None:
    head, _, markdown = case.given.partition("\n---\n")
    mode, *quotes = head.split("\n")

    assert excerpt(markdown, quotes, mode) == case.expected  # type: ignore[arg-type]


def test_a_long_paragraph_is_shown_around_what_is_cited() -> None:
    text = excerpt(LONG, ["Witness number 20 spoke to the council."], "excerpts")

    around = range(20 - NEIGHBOURS, 20 + NEIGHBOURS + 1)
    assert ink(text) == ink(
        "<p>…"
        + "".join(
            f"[Witness number {n} spoke to the council.]" if n == 20 else f"Witness number {n} spoke to the council."
            for n in around
        )
        + "…</p>"
    )
    assert len(around) < LONG_PARAGRAPH


def test_a_brief_may_say_otherwise_than_the_site() -> None:
    one = annotate(published(source_text="none", key_points=[point("It carries no lorries.")]), "full")

    assert isinstance(one, Annotated)
    assert (one.source_text, shown(one)) == ("none", "<p>… [It carries no lorries.] …</p>")


def test_a_brief_that_cites_nothing_shows_nothing() -> None:
    assert excerpt("One sentence. Another.", [], "excerpts") == "<p>…</p>"


@settings(deadline=None)
@given(st.lists(FRAGMENTS, max_size=12).map("".join), st.sampled_from(MODES), st.data())
def test_what_is_shown_is_whole_html_with_every_mark_and_every_annotation(
    markdown: str, mode: SourceText, data: st.DataObject
) -> None:
    text = body.to_text(markdown)
    found = sentences(text)
    numbers = sorted(data.draw(st.lists(st.integers(1, len(found)), unique=True))) if found else []
    one = annotate(published(body=markdown, notes=[Note(quote=found[n - 1].text, text="x") for n in numbers]), mode)
    assert isinstance(one, Annotated), one

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        marks = {"gap": '<span class="gap">…</span>', "open": "<mark>", "close": "</mark>"}
        written = "".join(marks.get(p.kind, p.html) for p in one.source)
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(written)
    page = "".join(tree.itertext())
    marked = [piece.sentence.number for piece in one.source if piece.kind == "open" and piece.first and piece.sentence]
    assert marked == [sentence.number for sentence in one.evidence.cited]
    assert len(ink(page.replace("…", ""))) <= len(ink(text))
    html = f'<body><p>Before.</p><div id="article-text">{written}</div></body>'
    for item, found_one in zip(json.loads(annotations(one, "https://x.example/", html))["items"], one.found, strict=True):
        quote, position = item["target"]["selector"]
        start, end = position["refinedBy"]["start"], position["refinedBy"]["end"]
        assert page[start:end] == quote["exact"]
        assert ink(quote["exact"]) == ink(found_one.span.of(text))
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in f"Before.{page}"


def test_the_whole_text_is_shown_as_it_was() -> None:
    assert shown(annotated(key_points=[point("It carries no lorries.")])).count("…") == 0
