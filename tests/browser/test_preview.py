"""`briefs serve` as a person sees it: an edit is shown where they were reading, what is wrong is said in the page."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.pipeline import refresh, unheard
from generator.plugin import load_config, settings_of
from tests.projects import project

LONG = 30_000.0
BRIEF, CONFIG = "content/briefs/walls.md", "mkdocs.yml"
BANNER = "#briefs-preview"
RUN = "import sys\nfrom generator.cli import main\nmain(sys.argv[1:])"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = project(tmp_path / "project")
    refresh(settings_of(load_config(str(made / CONFIG))), unheard)
    return made


@pytest.fixture
def preview(folder: Path) -> Iterator[Callable[[], str]]:
    """Starts `briefs serve` and gives its address; ends it afterwards."""
    started: list[subprocess.Popen[str]] = []

    def start() -> str:
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, "serve", "-a", "127.0.0.1:0"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        assert process.stderr is not None
        return re.findall(r"http\S+", process.stderr.readline())[0]

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=60)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 500})
    context.set_default_timeout(LONG)
    yield context.new_page()
    context.close()


def edit(file: Path, pattern: str, text: str) -> str:
    """Replaces a line of a file as an editor does, and gives the file's text as it was."""
    before = file.read_text(encoding="utf-8")
    after, count = re.subn(pattern, lambda _found: text, before, count=1, flags=re.MULTILINE)
    assert count == 1
    put(file, after)
    return before


def put(file: Path, text: str) -> None:
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, file)


def visit(page: Page, address: str) -> None:
    """Opens a page of the site and waits until it has been built."""
    page.goto(address)
    expect(page.locator("main#main")).to_be_visible(timeout=LONG)


def heading(page: Page) -> Any:
    return page.locator("h1").first


def test_an_edit_is_shown_in_every_tab_at_the_place_where_one_reads(
    page: Page, folder: Path, preview: Callable[[], str]
) -> None:
    address, asked = preview(), list[str]()
    other = page.context.new_page()
    for tab in (page, other):
        tab.on("request", lambda request: asked.append(request.url))
        visit(tab, f"{address}briefs/walls/")
    page.bring_to_front()
    page.wait_for_function("document.body.scrollHeight > 1500")
    page.evaluate("scrollTo(0, 700)")
    edit(folder / BRIEF, r"^title: .*$", 'title: "Another title"')

    for tab in (page, other):
        expect(heading(tab)).to_have_text("Another title", timeout=LONG)
    page.wait_for_function("scrollY === 700")
    assert [url for url in asked if not url.startswith(address)] == []
    assert f"{address}.preview/events" in asked


def test_a_tab_out_of_sight_is_brought_up_to_date_when_it_is_looked_at(
    page: Page, folder: Path, preview: Callable[[], str]
) -> None:
    visit(page, f"{preview()}briefs/walls/")
    before = heading(page).text_content()
    page.evaluate("""() => {
        window.seen = "hidden";
        Object.defineProperty(document, "visibilityState", {get: () => window.seen});
        document.dispatchEvent(new Event("visibilitychange"));
    }""")
    edit(folder / BRIEF, r"^title: .*$", 'title: "Another title"')
    page.wait_for_timeout(1500)  # nothing is to happen
    assert heading(page).text_content() == before
    page.evaluate("""() => { window.seen = "visible"; document.dispatchEvent(new Event("visibilitychange")); }""")

    expect(heading(page)).to_have_text("Another title", timeout=LONG)


@pytest.mark.parametrize("address", ["briefs/walls/", "none/"])
def test_what_is_wrong_is_said_in_the_page_and_goes_when_it_is_mended(
    page: Page, folder: Path, preview: Callable[[], str], address: str
) -> None:
    visit(page, f"{preview()}{address}")
    title = heading(page).text_content()
    before = edit(folder / CONFIG, "^docs_dir: content$", "docs_dir: [")

    expect(page.locator(BANNER)).to_be_visible(timeout=LONG)
    expect(page.locator(BANNER)).to_contain_text(f'"{folder / CONFIG}", line ')
    assert heading(page).text_content() == title
    put(folder / CONFIG, before)
    expect(page.locator(BANNER)).to_have_count(0, timeout=LONG)


def test_a_fault_of_a_brief_is_said_with_its_line_and_can_be_read_by_everyone(
    page: Page, folder: Path, preview: Callable[[], str]
) -> None:
    visit(page, preview())
    edit(folder / BRIEF, r"^title: .*$", 'title: <b>Walls</b> and: a colon"')

    expect(page.locator(BANNER)).to_contain_text(f"{BRIEF}:3", timeout=LONG)
    assert page.locator(f"{BANNER} b").count() == 0
    expect(page.get_by_role("alert", name="Problems of the last build")).to_be_visible()
    assert Axe().run(page, BANNER).response["violations"] == []
    page.keyboard.press("Tab")  # the banner scrolls
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"{BANNER} li").first).to_be_hidden()


def test_a_site_that_could_not_be_built_once_says_why_and_comes_when_it_is_mended(
    page: Page, folder: Path, preview: Callable[[], str]
) -> None:
    before = edit(folder / CONFIG, "^  - briefs$", "  - briefs: {card_font: none.ttf}")
    page.goto(f"{preview()}briefs/walls/")

    expect(page.locator(BANNER)).to_contain_text("card_font", timeout=LONG)
    expect(heading(page)).to_have_text("Nothing to show here")
    put(folder / CONFIG, before)
    expect(page.locator("main h1")).to_contain_text("alls", timeout=LONG)
    expect(page.locator(BANNER)).to_have_count(0)


def test_a_configuration_that_is_broken_from_the_start_is_said_in_the_page(
    page: Page, folder: Path, preview: Callable[[], str]
) -> None:
    before = edit(folder / CONFIG, "^docs_dir: content$", "docs_dir: [")
    page.goto(preview())

    expect(page.locator(BANNER)).to_contain_text(f'"{folder / CONFIG}", line ', timeout=LONG)
    put(folder / CONFIG, before)
    expect(page.locator("main#main")).to_be_visible(timeout=LONG)
    expect(page.locator(BANNER)).to_have_count(0)
    edit(folder / BRIEF, r"^title: .*$", 'title: "Another title"')
    expect(page.get_by_text("Another title").first).to_be_visible(timeout=LONG)


def test_a_template_of_ones_own_is_watched_and_its_fault_is_said(page: Page, folder: Path, preview: Callable[[], str]) -> None:
    (folder / "overrides").mkdir()
    edit(folder / CONFIG, "^  name: brief$", "  name: brief\n  custom_dir: overrides")
    visit(page, preview())
    expect(page.locator(".mine")).to_have_count(0)
    own = folder / "overrides/main.html"
    put(own, '{% extends "base.html" %}\n{% block announcement %}\n<p class="mine">Mine</p>\n{% endblock %}\n')
    expect(page.locator(".mine")).to_have_text("Mine", timeout=LONG)
    put(own, '{% extends "base.html" %}\n{% block announcement %}\n{{ 1 + }}\n{% endblock %}\n')

    expect(page.locator(BANNER)).to_contain_text("overrides/main.html:3: TemplateSyntaxError", timeout=LONG)
    expect(page.locator(".mine")).to_have_text("Mine")
