"""axe-core on every kind of page: WCAG 2.2 A and AA, contrast as in AAA, on a wide light screen and a narrow dark one."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.serving import NARROW, WIDE
from tests.browser.test_pages import KINDS, address, site

__all__ = ["address", "site"]

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
BRIEFS = [f"briefs/{slug}/" for slug in ("bridge", "hostile", "arabic", "measured")]


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide light", "narrow dark"])
def test_axe_finds_nothing(browser: Browser, address: str, viewport: Any, scheme: Any) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    found = []
    for path in [*KINDS, "search/", *BRIEFS]:
        page.goto(address + path)
        page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
        violations = Axe().run(page, options=OPTIONS).response["violations"]
        found += [(path, one["id"], [node["target"] for node in one["nodes"]][:3]) for one in violations]
    context.close()

    assert found == []


def test_axe_sees_a_fault(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}archive/")
    page.evaluate("document.querySelector('h1').style.color = '#bbb'")

    assert "color-contrast" in {one["id"] for one in Axe().run(page, options=OPTIONS).response["violations"]}
    page.close()
