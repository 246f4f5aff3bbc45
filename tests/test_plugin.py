"""Whole builds through MkDocs, from briefs on the disk to the files of the site."""

import json
import logging
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote

import mkdocs
import pytest
from mkdocs.commands.build import build

from generator.errors import BriefsError
from generator.model import Brief, KeyPoint, Outcome
from generator.pipeline import Means
from generator.plugin import build_site, load_config, settings_of
from tests.projects import briefs, project, tree
from tests.publish.sites import (
    ABOUT,
    BRIDGE,
    BRIEFS,
    FIRST,
    HOSTILE_TITLE,
    built,
    ids,
    links,
    page,
    place,
    site_project,
    text_of,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(site_project(tmp_path_factory.mktemp("project")))


def addresses(site: Path) -> list[str]:
    return sorted(path.parent.relative_to(site).as_posix().removeprefix(".") for path in site.rglob("index.html"))


def at(site: Path, address: str) -> Path:
    return site / address / "index.html"


def configured(folder: Path, *changes: tuple[str, str]) -> None:
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def test_the_site_has_a_page_for_each_brief_and_each_list(site: Path) -> None:
    lists = ["", "about", "archive", "authors", "search", "timeline", "topics"]
    groups = ["authors/ann-example", "authors/img-src-x-onerror-alert-1", "topics/bridges", "topics/i-x-i", "topics/money"]

    assert addresses(site) == sorted(lists + groups + [f"briefs/{slug}" for slug in BRIEFS])
    assert {"404.html", "feed.xml", "sitemap.xml", "robots.txt"} <= set(os.listdir(site))


def test_articles_briefs_and_mkdocs_own_sitemap_are_not_published(tmp_path: Path) -> None:
    published = tree(built(project(tmp_path), strict=False))

    written = ["briefs/walls/index.md", "llms.txt", "robots.txt"]
    assert [name for name in published if name.endswith((".txt", ".md", ".gz"))] == written
    assert "briefs/walls/index.html" in published


def test_every_page_is_html_without_a_fault_and_no_id_stands_twice(site: Path) -> None:
    for address in addresses(site):
        found = ids(page(at(site, address)))
        assert len(found) == len(set(found)), address


def test_every_link_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    files = tree(site)
    for address in [*addresses(site), "404.html"]:
        path = site / address if address == "404.html" else at(site, address)
        base = address if address in ("", "404.html") else f"{address}/"
        for link in links(page(path)):
            if target := place(link, base):
                assert target[0] in files, f"{link} on {address}"
                assert not target[1] or target[1] in ids(page(site / target[0])), f"{link} on {address}"


def test_each_statement_leads_to_its_sentences_and_each_sentence_back(site: Path) -> None:
    tree = page(at(site, "briefs/bridge"))
    markers = {e.get("id"): e.get("href") for e in tree.iter("a") if e.get("class") == "ev"}
    backs = {
        f"#{mark.get('id')}": [a.get("href") for a in mark.iter("a") if a.get("class") == "back"]
        for mark in tree.iter("mark")
        if mark.get("id")
    }

    assert markers == {
        "r1-1": "#s1",
        "r1-2": "#s1",
        "r2-1": "#s2",
        "r4-1": "#s4",
        "r3-1": "#s3",
        "r6-1": "#s6",
        "r127-1": "#s127",
    }
    assert backs == {target: [f"#{name}" for name, to in markers.items() if to == target] for target in markers.values()}


def test_a_marked_sentence_is_the_sentence(site: Path) -> None:
    tree = page(at(site, "briefs/bridge"))
    marked = {mark.get("id"): text_of(mark) for mark in tree.iter("mark")}

    assert marked["s1"] == FIRST
    assert marked["s4"] == "A ferry now crosses the river every hour."


def test_the_ways_back_say_where_to(site: Path) -> None:
    html = at(site, "briefs/bridge").read_text(encoding="utf-8")

    names = ["key point 1", "key point 2", "key point 3", "challenge 1", "event 1", "note 1"]
    assert all(f'aria-label="Back to {name}"' in html for name in names)


def test_hostile_words_are_words_everywhere(site: Path) -> None:
    for address in addresses(site):
        tree = page(at(site, address))
        assert [e.get("src") or e.get("type") for e in tree.iter("script") if e.get("src") or e.get("type")] == [
            e.get("src") or e.get("type") for e in tree.iter("script")
        ]
        assert all("alert(" not in unquote(e.get("href") or "").partition("#:~:text=")[0] for e in tree.iter())
        assert not list(tree.iter("b")) + list(tree.iter("i")) + list(tree.iter("img"))
    hostile = page(at(site, "briefs/hostile"))
    assert [text_of(e) for e in hostile.iter("h1")] == [HOSTILE_TITLE]
    assert text_of(next(hostile.iter("title"))) == f"{HOSTILE_TITLE} · Test briefs"
    (data,) = [text_of(e) for e in hostile.iter("script") if e.get("type") == "application/ld+json"]
    assert json.loads(data)["headline"] == HOSTILE_TITLE


def test_nothing_needs_a_style_attribute_or_an_inline_script(site: Path) -> None:
    for address in addresses(site):
        tree = page(at(site, address))
        assert [e.tag for e in tree.iter() if e.get("style") or any(name.startswith("on") for name in e.attrib)] == []
        (policy,) = [e.get("content") for e in tree.iter("meta") if e.get("http-equiv") == "Content-Security-Policy"]
        assert str(policy).startswith("default-src 'self';")


def test_pages_of_people_link_to_briefs_and_lists(site: Path) -> None:
    found = set(links(page(at(site, "about"))))

    assert {"../briefs/bridge/", "../briefs/bridge/#point-2", "../archive/"} <= found


def test_the_page_for_a_miss_names_its_links_from_the_root(site: Path) -> None:
    found = set(links(page(site / "404.html")))

    assert {"/repo/archive/", "/repo/css/brief.css", "/repo/briefs/bridge/"} <= found
    assert [link for link in found if not link.startswith(("/repo/", "#"))] == []


def test_without_a_base_path_links_start_at_the_root(tmp_path: Path) -> None:
    folder = site_project(tmp_path)
    configured(folder, ("https://user.github.io/repo/", "https://example.org/"))

    assert "/archive/" in set(links(page(built(folder) / "404.html")))


def test_dates_are_those_of_the_briefs(site: Path) -> None:
    times = [(e.get("datetime"), text_of(e)) for e in page(at(site, "briefs/bridge")).iter("time")]

    assert ("2024-05-02", "2 May 2024") in times
    assert ("2024", "third quarter of 2024") in times


def test_what_the_article_lacks_is_said(site: Path) -> None:
    words = " ".join(text_of(page(at(site, "briefs/bare"))).split())

    assert "The article names no challenge." in words
    assert "The article dates no event." in words
    assert "The article has not been measured." in words


def test_challenges_are_counted(site: Path) -> None:
    assert "Challenge 1 of 1" in text_of(page(at(site, "briefs/bridge")))


def test_related_briefs_say_why(site: Path) -> None:
    words = " ".join(text_of(page(at(site, "briefs/hostile"))).split())

    assert "Related briefs The bridge same topic: Money" in words


def test_words_of_another_language_are_told_apart(site: Path) -> None:
    tree = page(at(site, "briefs/arabic"))

    (heading,) = tree.iter("h1")
    assert (heading.get("lang"), heading.get("dir")) == ("ar", "rtl")
    assert tree.get("lang") == "en"


def test_annotations_stand_beside_each_brief(site: Path) -> None:
    for slug, brief in BRIEFS.items():
        items = json.loads((site / f"briefs/{slug}/annotations.json").read_text(encoding="utf-8"))["items"]
        assert len(items) == len(brief.key_points) + len(brief.challenges) + len(brief.timeline) + len(brief.notes)
        assert {item["id"].partition("#")[2] for item in items} <= set(ids(page(at(site, f"briefs/{slug}"))))


def test_the_sitemap_lists_every_page(site: Path) -> None:
    locations = {e.text for e in ET.parse(site / "sitemap.xml").iter() if e.tag.endswith("loc")}

    assert locations == {f"https://user.github.io/repo/{a}{'/' if a else ''}" for a in addresses(site)}


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    folder = site_project(tmp_path / "a place of its own")
    builds = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"), ("3", "UTC")):
        outcome = briefs(folder, "build", "--strict", PYTHONHASHSEED=seed, TZ=zone)
        assert outcome.returncode == 0, outcome.stderr
        builds.append(tree(folder / "site"))

    assert builds[0] == builds[1] == builds[2]
    assert [name for name, content in builds[0].items() if str(tmp_path).encode() in content] == []
    assert [
        name for name, content in builds[0].items() if mkdocs.__version__.encode() in content and name.endswith("html")
    ] == []


def test_a_brief_with_a_quote_that_is_not_there_is_not_published(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    false = Brief(title="False", key_points=(KeyPoint(text="x", quote="Nobody said this."),), body="One sentence stands here.")
    folder = site_project(tmp_path, {"bridge": BRIDGE, "false": false})

    with caplog.at_level(logging.WARNING, "mkdocs.plugins.briefs"):
        published = tree(built(folder, strict=False))
    assert "briefs/bridge/index.html" in published
    assert "briefs/false/index.html" not in published
    assert "False" not in published["archive/index.html"].decode()
    (message,) = [r.getMessage() for r in caplog.records if r.name == "mkdocs.plugins.briefs"]
    assert re.match(r"content/briefs/false\.md:\d+: .*Nobody said this", message)
    with pytest.raises(BriefsError, match="strict"):
        built(folder)


def test_a_skipped_article_fails_a_strict_build(tmp_path: Path) -> None:
    folder = site_project(tmp_path)
    (folder / "content/articles/empty.txt").write_text("", encoding="utf-8")
    heard: list[tuple[Outcome, int, int]] = []

    with pytest.raises(BriefsError, match="strict"):
        build_site(load_config(str(folder / "mkdocs.yml"), None, True), Means(report=lambda *outcome: heard.append(outcome)))
    assert [(outcome.kind, number, total) for outcome, number, total in heard] == [("skipped", 1, 1)]


def test_a_link_of_a_person_to_a_brief_that_is_not_there_fails_a_strict_build(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match="strict"):
        built(site_project(tmp_path, about="# About\n\n[gone](briefs/gone.md)\n"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("docs_dir", "use_directory_urls: false\ndocs_dir"), "use_directory_urls"),
        (("site_url: https://user.github.io/repo/", "site_url: ''"), "site_url"),
        (("  - briefs", "  []"), "add 'briefs' under 'plugins:'"),
        (("name: brief", "name: nowhere"), ""),
    ],
)
def test_settings_that_no_site_can_be_built_with(
    tmp_path: Path, change: tuple[str, str], message: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = site_project(tmp_path)
    configured(folder, change)

    with pytest.raises(BriefsError) as raised:
        built(folder)
    assert message in f"{raised.value}\n{caplog.text}"


def test_a_page_may_not_take_the_name_of_a_list(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = site_project(tmp_path)
    (folder / "content/archive.md").write_text("# Mine\n", encoding="utf-8")

    with pytest.raises(BriefsError):
        built(folder)
    assert "archive.md would be overwritten" in caplog.text


def test_a_persons_style_sheet_and_script_are_on_every_page(tmp_path: Path) -> None:
    folder = site_project(tmp_path)
    configured(folder, ("plugins:", "extra_css: [mine.css]\nextra_javascript: [mine.js]\nplugins:"))
    for name in ("mine.css", "mine.js"):
        (folder / "content" / name).write_text("/* mine */", encoding="utf-8")

    site = built(folder)
    assert {"../../mine.css", "../../mine.js"} <= set(links(page(at(site, "briefs/bridge"))))
    assert {"mine.css", "mine.js"} <= {link.removeprefix("./") for link in links(page(at(site, "")))}
    assert {"/repo/mine.css", "/repo/mine.js"} <= set(links(page(site / "404.html")))


def test_a_file_for_machines_that_a_person_wrote_is_kept(tmp_path: Path) -> None:
    folder = site_project(tmp_path)
    (folder / "content/robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")

    assert "Disallow" in (built(folder) / "robots.txt").read_text(encoding="utf-8")


def test_no_configuration_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"mkdocs\.yml"):
        load_config(str(tmp_path / "mkdocs.yml"), None, None)


def test_settings_are_relative_to_the_configuration(tmp_path: Path) -> None:
    folder = site_project(tmp_path)
    configured(folder, ("  - briefs", "  - briefs:\n      briefs: read"))

    settings = settings_of(load_config(str(folder / "mkdocs.yml"), None, None))
    assert (settings.root, settings.articles, settings.briefs) == (folder, folder / "content/articles", folder / "content/read")


def test_a_preview_leaves_room_for_mkdocs_own_script(tmp_path: Path) -> None:
    folder = site_project(tmp_path, about=ABOUT)
    config = load_config(str(folder / "mkdocs.yml"), None, True)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)

    assert "Content-Security-Policy" not in (folder / "site/index.html").read_text(encoding="utf-8")


def test_a_site_without_briefs_is_built(tmp_path: Path) -> None:
    site = built(site_project(tmp_path, {}, about="# About\n"))

    assert "There are no briefs yet" in text_of(page(site / "index.html"))
    assert "There are no briefs yet" in text_of(page(site / "archive/index.html"))
