"""Records that are missing, damaged or another project's: said in one line, and followed by a clean build."""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import Means
from tests.building.changes import Project
from tests.building.machine import assert_same
from tests.building.site import built, built_clean, times


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose site is built."""
    project = Project(tmp_path / "project")
    built(project.root)
    return project


def said(project: Project) -> list[str]:
    """What the next build says, which leaves what a clean one does."""
    lines: list[str] = []
    clean = built_clean(project.root, project.root.parent)[0]
    assert_same(built(project.root, means=Means(say=lines.append))[0], {".gitignore": b"*\n", **clean})
    return lines


def test_a_first_build_has_nothing_to_say_of_records(tmp_path: Path) -> None:
    assert said(Project(tmp_path / "project")) == []


@pytest.mark.parametrize("name", ["manifest", "state.sqlite"])
@pytest.mark.parametrize("content", [None, b"", b"{}\n[]\n{}\n", "half", "flipped"])
def test_records_that_cannot_be_used_are_said_in_one_line(project: Project, name: str, content: bytes | str | None) -> None:
    path = project.root / ".briefs/site" / name
    held = path.read_bytes()
    if content is None:
        path.unlink()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_bytes(held[: len(held) // 2] + (b"" if content == "half" else bytes([held[len(held) // 2] ^ 1])))
        if content == "flipped":
            path.write_bytes(path.read_bytes() + held[len(held) // 2 + 1 :])
    why = "missing" if content is None and name == "manifest" else "damaged"
    assert said(project) == [f"the record of the last build is {why}: everything is built anew"]
    assert said(project) == []


def test_records_of_another_project_are_no_harm(project: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "other")
    for slug in "abc":
        other.texts[slug].title = f"Another {slug}"
        other.write(slug)
    built(other.root)
    for name in ("manifest", "state.sqlite"):
        shutil.copy2(other.root / ".briefs/site" / name, project.root / ".briefs/site" / name)
        said(project)
    shutil.rmtree(project.root / ".briefs")
    shutil.copytree(other.root / ".briefs", project.root / ".briefs")
    said(project)


def test_one_edited_brief_writes_its_page_and_no_other(project: Project) -> None:
    project.texts["b"].sentences.insert(1, 4711)
    project.write("b")
    before = times(project.root / "site")
    built(project.root)
    changed = {name for name, time in times(project.root / "site").items() if before.get(name) != time}
    assert {name for name in changed if name.endswith(".html") and name.startswith("briefs/")} == {"briefs/b/index.html"}
    assert {name.split("/")[0] for name in changed} <= {"briefs", "search", "briefs.json", "feed.json", "feed.xml", "topics"}


def test_a_build_with_nothing_changed_writes_nothing(project: Project) -> None:
    before = times(project.root / "site"), times(project.root / "content")
    built(project.root)
    assert (times(project.root / "site"), times(project.root / "content")) == before
