"""In a browser: from a statement to its sentence and back, with scripts and without, on a wide screen and a narrow one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.serving import NARROW, WIDE, served
from tests.publish.sites import built, site_project


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = built(site_project(tmp_path_factory.mktemp("project")))
    with served(site) as address:
        yield address


@pytest.fixture(
    params=[(WIDE, True), (WIDE, False), (NARROW, False)], ids=["wide", "wide without scripts", "narrow without scripts"]
)
def bridge(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    viewport, scripts = request.param
    context = browser.new_context(viewport=viewport, java_script_enabled=scripts, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}briefs/bridge/")
    yield page
    context.close()


def in_view(page: Page, element: Locator) -> bool:
    box, size = element.bounding_box(), page.viewport_size
    if box is None or size is None:
        return False
    return box["y"] >= 0 and box["y"] + min(box["height"], 40) <= size["height"] and 0 <= box["x"] <= size["width"]


def test_every_marker_leads_to_its_sentence_and_every_sentence_back(bridge: Page) -> None:
    markers = bridge.locator("a.ev")
    assert markers.count() == 7
    for number in range(markers.count()):
        marker = markers.nth(number)
        marker.click()
        sentence = bridge.locator(f"mark{marker.get_attribute('href')}:target")
        assert sentence.count() == 1
        assert in_view(bridge, sentence)
        back = sentence.locator(f"a.back[href='#{marker.get_attribute('id')}']")
        back.click()
        assert in_view(bridge, bridge.locator(f"a.ev#{marker.get_attribute('id')}:target"))


def test_on_a_wide_screen_the_statement_stays_beside_its_sentence(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=WIDE, reduced_motion="reduce")
    page.goto(f"{address}briefs/bridge/")
    last = page.locator("a.ev[href='#s127']")
    last.scroll_into_view_if_needed()
    before = last.evaluate("marker => marker.getBoundingClientRect().y")
    last.click()

    assert abs(last.evaluate("marker => marker.getBoundingClientRect().y") - before) <= 100
    assert in_view(page, page.locator("#s127"))
    page.close()


def test_a_marker_lights_its_sentence_under_the_pointer(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=WIDE)
    page.goto(f"{address}briefs/bridge/")
    page.locator("a.ev#r2-1").hover()
    lit = page.locator("mark.on").get_attribute("id")
    page.locator("h1").hover()

    assert lit == "s2"
    assert page.locator(".on").count() == 0
    page.close()


def test_the_colours_chosen_are_kept(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(address)
    button = page.locator("button.scheme")
    button.click()
    button.click()
    page.goto(f"{address}briefs/bridge/")

    assert page.locator("button.scheme").text_content() == "Colours: dark"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    context.close()


@pytest.mark.parametrize(
    "path", ["", "briefs/bridge/", "briefs/hostile/", "briefs/arabic/", "timeline/", "search/", "nowhere/"]
)
def test_a_page_asks_no_other_host_and_runs_nothing_it_should_not(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport=NARROW)
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.goto(address + path)

    assert [url for url in asked if not url.startswith(address)] == []
    assert [fault for fault in faults if "404" not in fault] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.close()
