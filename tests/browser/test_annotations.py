"""In a browser: what the W3C annotations of a brief select on its page is what the page lights."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.formats.web_annotation import read
from generator.model import Brief, KeyPoint, Note, PublishedBrief
from generator.pipeline.placement import Placed, Shelf
from generator.text.body import to_text
from generator.text.quotes import locate
from generator.text.sentences import sentences
from tests.browser.serving import served
from tests.publish.sites import BODY, BRIDGE, BRIEFS, FIRST, LAST, SECOND, built, site_project

MODES = {f"bridge-{mode}": BRIDGE.model_copy(update={"source_text": mode}) for mode in ("full", "excerpts", "none")}
ODD = Brief(
    title="Odd",
    key_points=(
        KeyPoint(text="It rained.", quote="It rained 𝒂gain & again.", suffix=" Then it"),
        KeyPoint(text="It rained.", quote="It rained 𝒂gain & again.", prefix="snowed. "),
        KeyPoint(text="It snowed.", quote="Then it snowed."),
        KeyPoint(text="What one reads.", quote="What one reads. What stands in the code."),
    ),
    notes=(Note(quote="Then it snowed.", text="It rained 𝒂gain & again.", by="A reader", date="2024-05-02"),),
    source_text="full",
    body="It rained 𝒂gain & again. Then it snowed. It rained 𝒂gain & again.\n\n- What one *reads*.\n"
    "- What `stands` in\n  the code.",
)
NOTED = BRIDGE.model_copy(update={"notes": (Note(quote=FIRST, text="Was it?"), *BRIDGE.notes), "body": BODY})
SITE = BRIEFS | MODES | {"odd": ODD, "noted": NOTED}

RESOLVED = """async () => {
  const items = (await (await fetch("annotations.json")).json()).items;
  const points = text => Array.from(text);
  const found = (text, quote) => {
    const around = quote.prefix + quote.exact + quote.suffix, places = [];
    for (let at = text.indexOf(around); at >= 0; at = text.indexOf(around, at + 1)) places.push(at + quote.prefix.length);
    return places;
  };
  const before = (element, offset) => {
    const range = document.createRange();
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let left = offset; walk.nextNode();) {
      if (left <= walk.currentNode.data.length) { range.setStart(walk.currentNode, left); break; }
      left -= walk.currentNode.data.length;
    }
    return range.startContainer.parentElement.closest("mark");
  };
  return items.map(item => {
    const [quote, css] = item.target.selector;
    const element = document.querySelector(css.value), position = css.refinedBy;
    const all = points(element.textContent);
    const start = all.slice(0, position.start).join("").length;
    return {
      anchor: new URL(item.id).hash.slice(1),
      exact: quote.exact,
      places: found(document.body.textContent, quote).length,
      selected: all.slice(position.start, position.end).join(""),
      mark: before(element, start + 1).id,
    };
  });
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site: Path = built(site_project(tmp_path_factory.mktemp("project"), SITE))
    with served(site) as address:
        yield address


def resolved(browser: Browser, address: str, slug: str) -> list[dict[str, Any]]:
    page = browser.new_page()
    page.goto(f"{address}briefs/{slug}/")
    found: list[dict[str, Any]] = page.evaluate(RESOLVED)
    page.close()
    return found


@pytest.mark.parametrize("slug", ["bridge", "bridge-full", "bridge-excerpts", "bridge-none", "hostile", "arabic", "odd"])
def test_both_selectors_select_the_quote_and_nothing_else(browser: Browser, address: str, slug: str) -> None:
    brief = SITE[slug]
    quotes = [one.quote for one in (*brief.key_points, *brief.challenges, *brief.timeline, *brief.notes)]

    found = resolved(browser, address, slug)
    assert [" ".join(one["exact"].split()) for one in found] == quotes
    assert [one["selected"] for one in found] == [one["exact"] for one in found]
    assert [one["places"] for one in found] == [1] * len(found)


def test_what_is_selected_is_the_sentence_that_is_lit(browser: Browser, address: str) -> None:
    marks = {one["anchor"]: one["mark"] for one in resolved(browser, address, "odd")}

    assert marks == {"point-1": "s1", "point-2": "s3", "point-3": "s2", "point-4": "s4", "note-1": "s2"}


def test_a_note_within_a_quote_is_only_in_the_position(browser: Browser, address: str) -> None:
    found = {one["anchor"]: one for one in resolved(browser, address, "noted")}

    assert found["point-2"]["exact"] == f"{FIRST} {SECOND}"
    assert found["point-2"]["selected"].startswith(f"{FIRST}Was it?")
    assert found["point-2"]["selected"].endswith(f" {SECOND}")
    assert found["point-1"]["selected"] == FIRST
    assert found["event-1"]["selected"] == LAST


SELECTED = """() => {
  // As Hypothesis' client describes a selection: the text of the whole page, and 32 characters on either side.
  const describe = (first, last) => {
    const before = document.createRange(), range = document.createRange();
    range.setStartBefore(first);
    range.setEndAfter(last);
    before.setStart(document.body, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const text = document.body.textContent, start = before.toString().length, exact = range.toString();
    const end = start + exact.length;
    const prefix = text.slice(Math.max(0, start - 32), start), suffix = text.slice(end, end + 32);
    return {type: "TextQuoteSelector", exact, prefix, suffix};
  };
  return [...document.querySelectorAll("#article-text mark[id]")].map(mark => [mark.id, describe(mark, mark)]);
}"""


@pytest.mark.parametrize("slug", ["bridge-full", "bridge-excerpts", "bridge-none", "arabic", "odd", "noted"])
def test_what_a_reader_selects_on_the_page_comes_back_to_its_sentence(browser: Browser, address: str, slug: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}briefs/{slug}/")
    selected: list[tuple[str, dict[str, str]]] = page.evaluate(SELECTED)
    page.close()
    rows = [
        {"id": name, "uri": f"{address}briefs/{slug}/", "text": name, "target": [{"selector": [selector]}]}
        for name, selector in selected
    ]
    given = read(json.dumps(rows).encode())
    shelf = Shelf([PublishedBrief(one, brief) for one, brief in SITE.items()], "https://user.github.io/repo/", given)

    text = to_text(SITE[slug].body)
    for annotation in given:
        placed = shelf.place(annotation)
        assert isinstance(placed, Placed), placed
        note = placed.note
        span = locate(text, note.quote, note.prefix or "", note.suffix or "")
        number = next(n for n, one in enumerate(sentences(text, SITE[slug].language), 1) if span and one.span.end >= span.end)
        assert (placed.slug, f"s{number}") == (slug, annotation.text)
    assert len(given) > 0
