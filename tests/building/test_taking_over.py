"""A file of the site passes from one page to another, a folder takes a file's place: cases that a machine found once."""

import random
import shutil
from pathlib import Path

import pytest

from tests.building import changes
from tests.building.changes import Project
from tests.building.machine import assert_same
from tests.building.site import built, built_clean


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose site is built."""
    project = Project(tmp_path / "project")
    built(project.root)
    return project


def as_clean(project: Project) -> None:
    """The next build leaves what a clean one does."""
    clean = built_clean(project.root, project.root.parent)[0]
    assert_same(built(project.root)[0], {".gitignore": b"*\n", **clean})


@pytest.mark.parametrize("name", ["robots.txt", "llms.txt"])
def test_a_file_of_the_machines_becomes_a_persons_and_the_machines_again(project: Project, name: str) -> None:
    project.put(f"content/{name}", "mine\n")
    as_clean(project)
    assert (project.root / "site" / name).read_text(encoding="utf-8") == "mine\n"
    (project.root / "content" / name).unlink()
    as_clean(project)
    assert (project.root / "site" / name).read_text(encoding="utf-8") != "mine\n"


def test_an_alias_becomes_a_brief_and_a_page(project: Project) -> None:
    project.texts["a"].aliases = ["briefs/g/", "about/"]
    project.write("a")
    as_clean(project)
    project.texts["g"] = changes.any_text(random.Random(1))
    project.write("g")
    project.put("content/about.md", "# About\n")
    as_clean(project)
    (project.root / "content/briefs/g.md").unlink()
    (project.root / "content/about.md").unlink()
    as_clean(project)


def test_a_file_becomes_a_folder_and_a_file_again(project: Project) -> None:
    project.put("content/data", "outer")
    as_clean(project)
    (project.root / "content/data").unlink()
    project.put("content/data/deep/inner", "inner")
    as_clean(project)
    shutil.rmtree(project.root / "content/data")
    project.put("content/data", "outer")
    as_clean(project)


@pytest.mark.parametrize("folder", ["", "briefs", "briefs/a", "topics"])
def test_what_no_build_wrote_is_taken_away_wherever_it_lies(project: Project, folder: str) -> None:
    for name in ("foreign.html", "deep/foreign.html"):
        path = project.root / "site" / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("foreign", encoding="utf-8")
        as_clean(project)


def test_damaged_search_files_and_texts_are_made_anew(project: Project) -> None:
    for path in [path for path in (project.root / "site").rglob("*") if path.is_file() and path.name != ".gitignore"]:
        path.write_bytes(b"")
        as_clean(project)


def test_nothing_behind_a_link_in_the_site_is_touched(project: Project, tmp_path: Path) -> None:
    (project.root / "site/briefs").rename(tmp_path / "moved")
    (project.root / "site/briefs").symlink_to(tmp_path / "moved")
    before = sorted(path.read_bytes() for path in (tmp_path / "moved").rglob("*.html"))
    as_clean(project)
    assert not (project.root / "site/briefs").is_symlink()
    assert sorted(path.read_bytes() for path in (tmp_path / "moved").rglob("*.html")) == before
