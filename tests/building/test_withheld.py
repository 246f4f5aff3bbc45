"""A brief with a fault: no page shows anything of it, the fault is said once, and other plugins see a sane build."""

from pathlib import Path

import pytest
from mkdocs.plugins import BasePlugin

from generator.errors import BriefsError
from generator.plugin import build_site, load_config
from tests.building.changes import Project
from tests.building.site import NOW, Text, built, warnings
from tests.projects import tree

FAULTY = Text("On zebras", ["zebras"], "Zoe Zimmer", "2025-01-01", [900001, 900002], "A zebra point.", "1801")
TRACES = (b"zebra", b"Zoe", b"900002", b"900001")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a faulty brief, to which a person's page links."""
    project = Project(tmp_path / "project")
    project.texts["z"] = FAULTY
    project.texts["z"].is_sound = False
    project.write("z")
    project.put("content/about.md", "# About\n\nSee [there](briefs/z.md).\n")
    return project


@pytest.mark.parametrize("is_first", [True, False])
def test_nothing_of_it_is_shown_and_it_is_said_once(project: Project, is_first: bool) -> None:
    if not is_first:
        (project.root / "content/briefs/z.md").rename(project.root / "z.md")
        built(project.root)
        (project.root / "z.md").rename(project.root / "content/briefs/z.md")
    site, said = built(project.root)
    assert [name for name, content in site.items() for trace in TRACES if trace in content] == []
    assert len([line for line in said if "quote of key point 1" in line]) == 1
    assert sorted(set(said)) == said
    assert built(project.root) == (site, said)


def test_it_fails_a_strict_build(project: Project) -> None:
    with pytest.raises(BriefsError, match="strict"):
        built(project.root, strict=True)
    with pytest.raises(BriefsError, match="strict"):
        built(project.root, strict=True)


class Watching(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Notes the events it hears, and writes a file of its own."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def on_config(self, config):  # type: ignore[no-untyped-def]
        self.heard.append("config")

    def on_pre_build(self, *, config):  # type: ignore[no-untyped-def]
        self.heard.append("pre_build")

    def on_post_build(self, *, config):  # type: ignore[no-untyped-def]
        self.heard.append("post_build")
        Path(config.site_dir, "own.txt").write_text("own", encoding="utf-8")


@pytest.mark.parametrize("is_before", [True, False])
def test_another_plugin_hears_whole_builds_and_keeps_its_files(project: Project, is_before: bool) -> None:
    for _ in range(2):
        config, other = load_config(str(project.root / "mkdocs.yml")), Watching()
        own = config.plugins.pop("briefs")
        pairs = [("watching", other), ("briefs", own)] if is_before else [("briefs", own), ("watching", other)]
        for events in config.plugins.events.values():
            events.clear()
        for name, plugin in pairs:
            config.plugins[name] = plugin
        with warnings():
            build_site(config, None, NOW)
        assert other.heard[-1] == "post_build"
        assert other.heard.count("config") == other.heard.count("pre_build")
        assert tree(project.root / "site")["own.txt"] == b"own"


def test_a_build_that_is_given_up_is_followed_by_a_clean_one(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    site, _ = built(project.root)

    def refused(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("generator.building.site_build.manifest.to_bytes", refused)
        with pytest.raises(BriefsError, match="No space left"):
            built(project.root)
    assert built(project.root)[0] == site
