"""In a browser: the search page finds, ranks, marks and leads to what a query asks for, and cuts it as the index was cut."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.model import Brief, KeyPoint
from generator.publish.search_terms import fold, terms
from tests.browser.serving import served
from tests.publish.sites import BRIEFS, HOSTILE_TITLE, built, site_project

TAOBAO = Brief(
    title="抖音电商模仿淘宝",
    language="zh",
    key_points=(KeyPoint(text="抖音电商正在变成货架。", quote="抖音电商正在变成货架。"),),
    body="抖音电商正在变成货架。",
)
CAFES = Brief(
    title="Cafés of Łódź",
    key_points=(KeyPoint(text="Bridges lead to the cafés.", quote="Bridges lead to the cafés."),),
    body="Bridges lead to the cafés. An unquoted zeppelin passed.",
)
SCRIPT = Path(__file__).parents[2] / "themes/brief/js/search.js"
STONES = {f"stone-{n}": Brief(title=f"Stone number {n}", body="A stone.") for n in range(24)}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    briefs = {**BRIEFS, "taobao": TAOBAO, "cafes": CAFES, **STONES}
    site = built(site_project(tmp_path_factory.mktemp("project"), briefs))
    with served(site) as address:
        yield address


@pytest.fixture
def search(browser: Browser, address: str) -> Iterator[Page]:
    """The search page; what goes wrong in it fails the test."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.goto(f"{address}search/")
    yield page
    assert faults == []
    page.close()


def ask(page: Page, query: str) -> list[str]:
    """The titles of the results, once the page has answered."""
    page.locator("#q").fill(query)
    expect(page.locator("[role=status]")).not_to_have_text("")
    return page.locator("#results li h3:visible").all_text_contents()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("the bridge", "The bridge"),
        ("PIERS cracks", "The bridge"),
        ("brid ferry", "The bridge"),
        ("lodz cafes", "Cafés of Łódź"),
        ("Łódź", "Cafés of Łódź"),
        ("cafe\u0301", "Cafés of Łódź"),
        ("抖音", "抖音电商模仿淘宝"),
        ("抖", "抖音电商模仿淘宝"),
        ("货架", "抖音电商模仿淘宝"),
        ("淘宝", "抖音电商模仿淘宝"),
        ("宝", "抖音电商模仿淘宝"),
        ("الجسر", "الجسر مغلق"),
        ("number 17", "Stone number 17"),
        ("script alert 1", HOSTILE_TITLE),
    ],
)
def test_a_query_finds_its_brief_first(search: Page, query: str, title: str) -> None:
    assert ask(search, query)[:1] == [title]


def test_typing_narrows_and_emptying_gives_the_list_back(search: Page) -> None:
    everything = search.locator("section:has(#all) li:visible")
    count = everything.count()
    assert count == len(BRIEFS) + 2 + len(STONES)

    search.locator("#q").press_sequentially("cafes", delay=20)
    search.locator("#results mark").first.wait_for()
    assert everything.count() == 0
    expect(search.locator("[role=status]")).to_have_text("briefs found: 1")
    search.locator("#q").fill("")
    everything.first.wait_for()
    assert everything.count() == count
    assert search.locator("#results:visible").count() == 0
    assert search.url.endswith("/search/")


def test_what_matches_is_marked_and_the_statement_leads_to_its_place(search: Page) -> None:
    ask(search, "bridges lead")
    said = search.locator("#results a.said")

    assert search.locator("#results mark").all_text_contents() == ["Bridges", "lead"]
    assert said.all_text_contents() == ["Bridges lead to the cafés."]
    said.click()
    expect(search).to_have_url(re.compile(r"/briefs/cafes/#point-1$"))
    expect(search.locator("#point-1:target")).to_have_count(1)


def test_pairs_of_characters_are_marked_as_one(search: Page) -> None:
    ask(search, "抖音电商")

    assert search.locator("#results h3 mark").all_text_contents() == ["抖音电商"]


def test_hostile_words_are_words_in_results(search: Page) -> None:
    ask(search, '<script> "x')

    assert search.locator("#results h3").first.text_content() == HOSTILE_TITLE
    assert search.locator("#results script, #results b, #results img").count() == 0


def test_the_source_is_not_searched(search: Page) -> None:
    assert ask(search, "zeppelin") == []
    assert search.locator("[role=status]").text_content() == "briefs found: 0"


def test_ten_results_are_shown_and_the_others_on_request(search: Page) -> None:
    assert len(ask(search, "stone")) == 10
    assert search.locator("[role=status]").text_content() == "briefs found: 24"
    search.get_by_role("button", name="Show more").click()
    search.locator("#results li").nth(19).wait_for()
    assert search.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#results li')[10]")
    search.get_by_role("button", name="Show more").click()
    search.locator("#results li").nth(23).wait_for()
    assert search.locator("button.more:visible").count() == 0
    titles = search.locator("#results li h3").all_text_contents()
    assert sorted(titles) == sorted(brief.title for brief in STONES.values())


def test_a_query_in_the_address_is_answered(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}search/?q=BRIDGE%20closed")
    page.locator("#results li").first.wait_for()

    assert page.locator("#results li h3").all_text_contents() == ["The bridge"]
    assert page.locator("#q").input_value() == "BRIDGE closed"
    page.close()


def test_where_the_index_cannot_be_fetched_the_list_stays(browser: Browser, address: str) -> None:
    page = browser.new_page()

    def refuse(route: Route) -> None:
        route.fulfill(status=503)

    page.route("**/search/*.json", refuse)
    page.goto(f"{address}search/?q=bridge")
    expect(page.locator("[role=status]")).to_contain_text("could not be fetched")
    assert page.locator("section:has(#all) li:visible").count() > 20
    page.unroute("**/search/*.json", refuse)
    page.locator("#q").fill("bridge closed")
    page.locator("#results li").first.wait_for()
    page.close()


def test_without_scripts_the_page_is_the_list(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/")

    assert page.locator("section:has(#all) li:visible").count() == len(BRIEFS) + 2 + len(STONES)
    assert page.locator(".search:visible, #results:visible").count() == 0
    context.close()


def test_a_query_costs_little(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}search/?q=bridge%20closed")
    page.locator("#results li").first.wait_for()

    assert len([url for url in asked if url.endswith(".json")]) <= 4
    assert len(gzip.compress(SCRIPT.read_bytes())) <= 8_000
    page.close()


def test_the_script_cuts_a_query_as_the_index_was_cut(search: Page, address: str) -> None:
    texts = [
        "Crème brûlée's Straße — Łódź İstanbul ΟΔΟΣ",
        "snake_case e-commerce 2022.06 ½ ①",
        "हिन्दी में ไทย 한국어 가각",
        "抖音电商在iOS上 ガード ﾊﾟﾝ 𠮷野家",
        "שָׁלוֹם مُحَمَّد ﬁne ＡＢＣ K Å",
        "a" * 50,
    ]
    folded, cut = search.evaluate(
        """async ([module, texts]) => {
            const { fold, words } = await import(module);
            return [texts.map(fold), texts.map((text) => words(text).map((word) => word.text))];
        }""",
        [f"{address}js/search.js", texts],
    )

    assert folded == [fold(text) for text in texts]
    for text, found in zip(texts, cut, strict=True):
        assert set(found) <= set(terms(text)), json.dumps(found)
        assert found
    assert set(cut[0]) == set(terms(texts[0]))
