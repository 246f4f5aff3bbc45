"""Whole builds: what the site offers machines, what addresses it keeps, and which briefs are out of it."""

import json
import logging
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from mkdocs.commands.build import build

from generator.errors import BriefsError
from generator.model import Brief
from generator.plugin import build_site, load_config
from tests.projects import briefs, tree
from tests.publish.sites import BRIDGE, BRIEFS, built, links, page, place, site_project, text_of

URL = "https://user.github.io/repo/"
DRAFT = BRIDGE.model_copy(update={"title": "Zanzibar drafted", "topics": ("Zanzibar",), "status": "draft"})
WAITING = BRIDGE.model_copy(
    update={"title": "Xylophone waits", "topics": ("Xylophone",), "publish_at": "2026-01-31T09:00:00+01:00"}
)
BEFORE, AFTER = "2026-01-31T07:59:59Z", "2026-01-31T08:00:00Z"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = site_project(
        tmp_path_factory.mktemp("project"), {**BRIEFS, "moved": moved("old/", "2020/Old-page.html")}, about="# About\n"
    )
    return built(folder)


def moved(*aliases: str) -> Brief:
    return Brief(title="Moved & <b>kept</b>", body="One sentence stands here.", aliases=aliases)


def at(folder: Path, now: str, strict: bool = True) -> Path:
    """The site of the project in `folder` as it is at `now`."""
    build_site(load_config(str(folder / "mkdocs.yml"), None, strict), now=now)
    return folder / "site"


def words_of(site: Path) -> str:
    return "\n".join(f"{name}\n{content.decode('utf-8', 'replace')}" for name, content in tree(site).items())


def test_each_page_of_a_brief_has_its_data_beside_it(site: Path) -> None:
    alternates = {
        e.get("href"): e.get("type")
        for e in page(site / "briefs/bridge/index.html").iter("link")
        if e.get("rel") == "alternate"
    }

    assert alternates["index.json"] == "application/json"
    assert alternates["index.md"] == "text/markdown"
    data = json.loads((site / "briefs/bridge/index.json").read_bytes())
    assert data["statements"][0]["url"] == f"{URL}briefs/bridge/#point-1"
    assert (site / "briefs/bridge/index.md").read_text(encoding="utf-8").startswith("# The bridge\n")
    assert [one["url"] for one in json.loads((site / "briefs.json").read_bytes())["briefs"]][:2] == [
        f"{URL}briefs/bridge/",
        f"{URL}briefs/hostile/",
    ]


def test_every_feed_that_a_page_names_is_there_and_names_itself(site: Path) -> None:
    for address in ["", *(path.parent.relative_to(site).as_posix() + "/" for path in site.glob("topics/*/index.html"))]:
        named = [e.get("href") or "" for e in page(site / address / "index.html").iter("link") if e.get("rel") == "alternate"]
        files = {target[0] for link in named if (target := place(link, address))}
        assert {f"{address}{name}" for name in ("feed.xml", "rss.xml", "feed.json")} <= files
        assert f"{URL}{address}feed.xml" in (site / address / "feed.xml").read_text(encoding="utf-8")
        assert json.loads((site / address / "feed.json").read_bytes())["feed_url"] == f"{URL}{address}feed.json"


def test_a_topics_feed_has_its_briefs_alone(site: Path) -> None:
    feeds = {
        path.parent.name: [item["url"] for item in json.loads(path.read_bytes())["items"]]
        for path in site.glob("topics/*/feed.json")
    }

    assert feeds["bridges"] == [f"{URL}briefs/bridge/"]
    assert feeds["money"] == [f"{URL}briefs/bridge/", f"{URL}briefs/hostile/"]


def test_all_xml_is_well_formed_and_all_json_can_be_read(site: Path) -> None:
    for name, content in tree(site).items():
        if name.endswith(".xml"):
            ET.fromstring(content)
        if name.endswith(".json"):
            json.loads(content)


def test_a_page_says_of_itself_what_it_is(site: Path) -> None:
    for address in ("", "archive/", "briefs/bridge/"):
        metas = {e.get("property") or e.get("name"): e.get("content") for e in page(site / address / "index.html").iter("meta")}
        assert metas["og:url"] == f"{URL}{address}"
        assert metas["og:type"] == ("article" if address.startswith("briefs/") else "website")
        assert {"og:title", "og:description", "twitter:card", "description"} <= set(metas)


def test_an_alias_leads_to_its_brief_by_every_way_there_is(site: Path) -> None:
    for file, target in (("old/index.html", "../briefs/moved/"), ("2020/Old-page.html", "../briefs/moved/")):
        found = page(site / file)
        refresh = {e.get("http-equiv"): e.get("content") for e in found.iter("meta")}["refresh"]
        assert refresh == f"0; url={target}"
        assert [e.get("href") for e in found.iter("a")] == [target]
        assert [e.get("href") for e in found.iter("link") if e.get("rel") == "canonical"] == [f"{URL}briefs/moved/"]
        assert {e.get("name"): e.get("content") for e in found.iter("meta")}["robots"] == "noindex"
        assert text_of(next(found.iter("h1"))).strip() == "Moved & <b>kept</b>"
        assert all(target is None or (site / target[0]).is_file() for target in (place(link, file) for link in links(found)))
    assert "old/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        ("archive/", "a page of the site"),
        ("about", "a page of the site"),
        ("briefs/bridge/", "a page of the site"),
        ("feed.xml/x/", "below a file"),
    ],
)
def test_an_alias_that_clashes_is_a_fault(tmp_path: Path, alias: str, message: str, caplog: pytest.LogCaptureFixture) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "moved": moved(alias)}, about="# About\n")

    with pytest.raises(BriefsError, match="strict"):
        built(folder)
    assert re.search(rf"briefs/moved\.md: the alias .* is {message}", caplog.text)


def test_the_check_names_aliases_that_clash(tmp_path: Path) -> None:
    folder = site_project(
        tmp_path, {"bridge": BRIDGE, "a": moved("old/"), "b": moved("old/", "briefs/bridge/", "x/")}, about="# About\n"
    )

    run = briefs(folder, "check")
    assert run.returncode == 1
    assert [line for line in run.stdout.splitlines() if "alias" in line] == [
        "content/briefs/b.md: the alias old/ is an alias of a.md; take it away or choose another",
        "content/briefs/b.md: the alias briefs/bridge/ is a page of the site; take it away or choose another",
    ]


def test_a_build_that_would_drop_an_address_warns_and_fails_if_strict(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "moved": moved("old/")}, about="# About\n")
    built(folder)
    (folder / "content/briefs/moved.md").unlink()

    for _ in range(2):
        with pytest.raises(BriefsError, match="strict"):
            built(folder)
    assert "briefs/moved/ was published by the last build" in caplog.text
    assert "old/ was published by the last build" in caplog.text
    (folder / "content/briefs/bridge.md").write_text(
        (folder / "content/briefs/bridge.md")
        .read_text(encoding="utf-8")
        .replace("topics:", 'aliases: ["briefs/moved/", "/old"]\ntopics:'),
        encoding="utf-8",
    )
    assert (built(folder) / "briefs/moved/index.html").is_file()


def test_a_brief_that_cannot_be_read_keeps_its_address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "moved": moved()}, about="# About\n")
    built(folder)
    brief = folder / "content/briefs/moved.md"
    sound = brief.read_text(encoding="utf-8")
    for broken in (sound.replace("title:", "title"), sound.replace('quote: "', 'quote: "No such words. ')):
        brief.write_text(broken, encoding="utf-8")
        built(folder, strict=False)
    assert "content/briefs/moved.md" in caplog.text
    assert "was published by the last build" not in caplog.text

    brief.unlink()
    built(folder, strict=False)
    assert "briefs/moved/ was published by the last build" in caplog.text


def test_a_build_that_is_not_strict_says_it_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "moved": moved()}, about="# About\n")
    built(folder)
    (folder / "content/briefs/moved.md").unlink()

    built(folder, strict=False)
    assert "was published by the last build" in caplog.text
    built(folder)


@pytest.mark.parametrize("content", [None, b"", b"\xff\x00", b'{"version": 1, "addresses": 3}', b"[" * 50_000])
def test_a_list_that_is_absent_or_damaged_means_no_warning(tmp_path: Path, content: bytes | None) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE}, about="# About\n")
    (folder / ".briefs").mkdir()
    if content is not None:
        (folder / ".briefs/addresses.json").write_bytes(content)

    assert not [name for name in tree(built(folder)) if "addresses" in name]
    assert json.loads((folder / ".briefs/addresses.json").read_bytes())["addresses"] == ["briefs/bridge/"]


def test_a_list_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE}, about="# About\n")
    (folder / ".briefs").mkdir()
    (folder / "target").write_text("mine", encoding="utf-8")
    (folder / ".briefs/addresses.json").symlink_to(folder / "target")

    built(folder)
    assert (folder / "target").read_text(encoding="utf-8") == "mine"


def test_drafts_and_what_waits_are_nowhere_on_the_site(tmp_path: Path) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "draft": DRAFT, "waiting": WAITING}, about="# About\n")

    before = words_of(at(folder, BEFORE)).casefold()
    assert not [word for word in ("zanzibar", "xylophone", "briefs/draft", "briefs/waiting") if word in before]
    after = words_of(at(folder, AFTER)).casefold()
    assert not [word for word in ("zanzibar", "briefs/draft") if word in after]
    assert "briefs/waiting/" in (folder / "site/sitemap.xml").read_text(encoding="utf-8")
    assert [item["date_published"] for item in json.loads((folder / "site/feed.json").read_bytes())["items"]] == [
        "2026-01-31T08:00:00Z",
        "2024-05-02T00:00:00Z",
    ]


def test_a_draft_is_shown_in_a_preview_and_marked(tmp_path: Path) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "draft": DRAFT}, about="# About\n")
    config = load_config(str(folder / "mkdocs.yml"), None, True)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)

    marked = [text_of(e) for e in page(folder / "site/briefs/draft/index.html").iter() if e.get("class") == "draft"]
    assert marked == ["Draft"]
    assert not [e for e in page(folder / "site/briefs/bridge/index.html").iter("p") if e.get("class") == "draft"]
    assert [text_of(e) for e in page(folder / "site/archive/index.html").iter() if e.get("class") == "draft"] == ["Draft"]
    assert not (folder / ".briefs/addresses.json").exists()


def test_a_brief_that_becomes_a_draft_drops_its_address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = site_project(tmp_path, {"bridge": BRIDGE, "waiting": WAITING}, about="# About\n")
    at(folder, AFTER)

    with pytest.raises(BriefsError, match="strict"):
        at(folder, BEFORE)
    assert "briefs/waiting/ was published by the last build" in caplog.text


def test_the_moment_is_an_option_of_the_plugin_and_of_the_command(tmp_path: Path) -> None:
    folder = site_project(tmp_path, {"waiting": WAITING}, about="# About\n")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("  - briefs", f'  - briefs:\n      now: "{BEFORE}"'), encoding="utf-8"
    )

    assert not (built(folder) / "briefs/waiting").exists()
    assert briefs(folder, "build", "--now", AFTER).returncode == 0
    assert (folder / "site/briefs/waiting/index.html").is_file()
    run = briefs(folder, "build", "--now", "tomorrow")
    assert (run.returncode, "with a zone" in run.stderr) == (2, True)


def test_a_moment_that_is_none_is_refused(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = site_project(tmp_path, {}, about="# About\n")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("  - briefs", '  - briefs:\n      now: "2026-01-31"'), encoding="utf-8"
    )

    with caplog.at_level(logging.ERROR), pytest.raises(BriefsError) as raised:
        built(folder)
    assert "with a zone" in f"{raised.value}\n{caplog.text}"


def test_the_same_bytes_under_another_hash_seed(tmp_path: Path) -> None:
    sites = []
    for seed in ("1", "2"):
        folder = site_project(tmp_path / seed, {**BRIEFS, "moved": moved("old/"), "waiting": WAITING}, about="# About\n")
        assert briefs(folder, "build", "--now", AFTER, PYTHONHASHSEED=seed).returncode == 0
        sites.append(tree(folder / "site") | {"addresses": (folder / ".briefs/addresses.json").read_bytes()})

    assert sites[0] == sites[1]
    assert any(name.startswith("search/t-") for name in sites[0])
