"""What a site may set and override, in whole builds: words, colour, logo, footer, templates and blocks, the text published."""

from pathlib import Path

import pytest

from generator.errors import BriefsError
from generator.model import Brief
from tests.publish.interfaces import STRINGS
from tests.publish.sites import BRIDGE, BRIEFS, FIRST, SECOND, built, links, page, site_project, text_of

BLOCKS = ("announcement", "content", "footer", "head", "header", "kind", "main_class", "metadata", "scripts", "styles")
PARTS = ("brief_head", "points", "challenges", "timeline", "notes", "readability", "related", "source")


def themed(folder: Path, *settings: str, files: dict[str, str] | None = None, briefs: dict[str, Brief] = BRIEFS) -> Path:
    """A site built with lines under `theme:`, and with files in its custom_dir."""
    site_project(folder, briefs)
    for name, content in (files or {}).items():
        path = folder / "overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    lines = [*settings, *(["custom_dir: overrides"] if files else [])]
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("name: brief", "\n  ".join(["name: brief", *lines]))
    config.write_text(text, encoding="utf-8")
    return built(folder)


def words(site: Path, address: str) -> str:
    return " ".join(text_of(page(site / address / "index.html")).split())


@pytest.mark.parametrize("language", ["zh", "de"])
def test_the_interface_speaks_the_language_of_the_site(tmp_path: Path, language: str) -> None:
    site = themed(tmp_path, f"language: {language}")
    own, english = STRINGS[language], STRINGS["en"]

    bridge = words(site, "briefs/bridge")
    assert page(site / "index.html").get("lang") == language
    assert all(own[name] in bridge for name in ("key_points", "challenges", "notes", "skip", "no_readability"))
    assert not any(english[name] in bridge for name in ("key_points", "challenges", "notes", "skip", "no_readability"))
    assert {"zh": "2024年5月2日", "de": "2. Mai 2024"}[language] in bridge
    title = next(e for e in page(site / "briefs/bridge/index.html").iter("h1"))
    assert title.get("lang") == "en"


def test_an_interface_may_run_from_right_to_left_and_be_said_in_a_file_of_ones_own(tmp_path: Path) -> None:
    site = themed(tmp_path, "language: ar", files={"strings.yml": "ar:\n  locale: ar\n  skip: إلى المحتوى\n"})

    home = page(site / "index.html")
    assert (home.get("lang"), home.get("dir")) == ("ar", "rtl")
    assert "إلى المحتوى" in words(site, "")
    assert "Newest briefs" in words(site, "")
    assert "2 مايو 2024" in words(site, "briefs/bridge")
    arabic, english = (next(page(site / f"briefs/{slug}/index.html").iter("h1")) for slug in ("arabic", "bridge"))
    assert (arabic.get("dir"), english.get("dir")) == (None, "ltr")


def test_one_word_can_be_changed(tmp_path: Path) -> None:
    site = themed(tmp_path, files={"strings.yml": "en: {lists: {archive: All of them}}\n"})

    assert "All of them Topics Timeline Search" in words(site, "")
    assert not (site / "strings.yml").exists()


def test_accent_logo_and_footer_are_settings(tmp_path: Path) -> None:
    site = themed(tmp_path, 'accent: "#7a1f5c"', "logo: logo.svg", "footer: By all of us.")

    assert "--accent: #7a1f5c;" in (site / "css/brief.css").read_text(encoding="utf-8")
    assert "../../logo.svg" in set(links(page(site / "briefs/bridge/index.html")))
    assert words(site, "topics").endswith("By all of us. Atom feed")


@pytest.mark.parametrize(("setting", "message"), [("accent: red", "accent"), ("language: xx-nowhere", "xx-nowhere")])
def test_a_setting_that_cannot_be_used_says_so(
    tmp_path: Path, setting: str, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BriefsError):
        themed(tmp_path, setting)
    assert message in caplog.text


def test_a_file_of_words_that_holds_none_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(BriefsError):
        themed(tmp_path, files={"strings.yml": "- skip\n"})
    assert "strings.yml" in caplog.text


def test_the_theme_itself_has_no_style_of_an_accent(tmp_path: Path) -> None:
    ours = Path(__file__).parents[1] / "themes/brief/css/brief.css"

    assert (themed(tmp_path) / "css/brief.css").read_bytes() == ours.read_bytes()


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_main_html_is_on_every_page_that_does_not_fill_it_itself(tmp_path: Path, block: str) -> None:
    override = f'{{% extends "base.html" %}}{{% block {block} %}}mark-of-{block}{{% endblock %}}'
    site = themed(tmp_path, files={"main.html": override})

    marked = {
        a for a in ("about", "archive", "briefs/bridge") if f"mark-of-{block}" in (site / a / "index.html").read_text("utf-8")
    }
    own = {"content": {"about"}, "kind": {"about"}, "main_class": {"about", "archive"}, "metadata": {"about", "archive"}}
    assert marked == own.get(block, {"about", "archive", "briefs/bridge"})
    assert (f"mark-of-{block}" in (site / "404.html").read_text("utf-8")) == (block not in ("content", "kind"))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_brief_page_is_a_block(tmp_path: Path, part: str) -> None:
    override = f'{{% extends "layouts/brief.html" %}}{{% block {part} %}}{{{{ super() }}}}mark-of-{part}{{% endblock %}}'
    site = themed(tmp_path, files={"brief.html": override})

    assert words(site, "briefs/bridge").count(f"mark-of-{part}") == 1
    assert "Key points" in words(site, "briefs/bridge")


def test_a_partial_of_a_site_stands_before_ours(tmp_path: Path) -> None:
    site = themed(tmp_path, files={"partials/foot.html": "<footer>Mine</footer>"})

    assert all(
        (site / a / "index.html").read_text("utf-8").count("<footer>Mine</footer>") == 1 for a in ("", "about", "briefs/bridge")
    )


def test_the_blocks_are_documented() -> None:
    documented = (Path(__file__).parents[1] / "themes/brief/README.md").read_text(encoding="utf-8")

    assert [name for name in (*BLOCKS, *PARTS) if f"`{name}`" not in documented] == []


@pytest.mark.parametrize(
    ("mode", "heading", "there", "gone"),
    [
        ("full", "Article text", "Witness number 60", "text left out"),
        ("excerpts", "Excerpts from the article", "Witness number 117", "Witness number 60"),
        ("none", "What is quoted from the article", "Witness number 119", "Witness number 118"),
    ],
)
def test_so_much_of_the_text_is_published_as_the_site_says(
    tmp_path: Path, mode: str, heading: str, there: str, gone: str
) -> None:
    folder = site_project(tmp_path)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("- briefs", f"- briefs: {{source_text: {mode}}}"), encoding="utf-8")
    site = built(folder)

    shown = " ".join(text_of(page(site / "briefs/bridge/index.html")).split())
    assert heading in shown
    assert there in shown
    assert gone not in (site / "briefs/bridge/index.html").read_text(encoding="utf-8")
    marks = {e.get("id") for e in page(site / "briefs/bridge/index.html").iter("mark")}
    assert {f"s{n}" for n in (1, 2, 3, 4, 6, 127)} <= marks
    for path in site.rglob("*.*"):
        assert mode == "full" or path.suffix == ".svg" or gone not in path.read_text(encoding="utf-8"), path


def test_licence_publisher_and_original_stand_at_the_source(tmp_path: Path) -> None:
    source = BRIDGE.source.model_copy(update={"publisher": "The Gazette", "licence": "CC BY 4.0"})
    site = themed(tmp_path, briefs={"bridge": BRIDGE.model_copy(update={"source": source})})

    assert "The original Published by The Gazette · Licence: CC BY 4.0" in words(site, "briefs/bridge")


def test_each_statement_leads_to_the_publishers_page_at_its_sentence(tmp_path: Path) -> None:
    site = themed(tmp_path)

    out = [e.get("href") for e in page(site / "briefs/bridge/index.html").iter("a") if e.get("class") == "out"]
    assert len(out) == 6
    assert out[0] == "https://example.org/bridge?a=1&b=2#:~:text=The%20bridge%20was%20closed%20in%20spring%2E"
    assert not [e for e in page(site / "briefs/hostile/index.html").iter("a") if e.get("class") == "out"]


def test_a_note_stands_beside_its_sentence(tmp_path: Path) -> None:
    site = themed(tmp_path)

    (note,) = [e for e in page(site / "briefs/bridge/index.html").iter("span") if e.get("class") == "note"]
    assert (note.get("id"), text_of(note)) == ("note-1", "The last of many.A reader")


def test_conflicting_dates_are_shown(tmp_path: Path) -> None:
    event = BRIDGE.timeline[0].model_copy(update={"text": "The town council closed the northern bridge.", "quote": FIRST})
    briefs = {
        "bridge": BRIDGE.model_copy(update={"timeline": ()}),
        "one": BRIDGE.model_copy(update={"title": "One", "timeline": (event.model_copy(update={"date": "2023"}),)}),
        "two": BRIDGE.model_copy(
            update={"title": "Two", "timeline": (event.model_copy(update={"date": "2024-05", "quote": SECOND}),)}
        ),
    }
    shown = words(themed(tmp_path, briefs=briefs), "timeline")

    assert "dated otherwise elsewhere: May 2024, Two" in shown
    assert "dated otherwise elsewhere: 2023, One" in shown
