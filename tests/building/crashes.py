"""A build that is cut off: killed, or refused by the disk, at one of the calls that change the disk."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.building import changes
from tests.building.changes import Project
from tests.building.machine import assert_same
from tests.building.site import BriefsError, built, built_clean, warnings
from tests.hand.faults import ERRORS, at_call, failing, killed


def half_changed(folder: Path) -> Project:
    """A project that is built, and then changed so that the next build reads, writes, moves and takes away."""
    project = Project(folder / "project")
    project.put("content/data", "outer")
    project.put("content/about.md", "# About\n\nSee [there](briefs/a.md).\n")
    project.texts["b"].aliases = ["old/"]
    project.write("b")
    built(project.root)
    project.texts["a"].title = "Another title"
    project.texts["c"].is_sound = False
    project.texts["g"] = changes.Text("On g", ["walls"], "Ada Vane", "2025-01-01", [1, 2], "A point.", "1950", ["briefs/b/"])
    for slug in "acg":
        project.write(slug)
    (project.root / "content/briefs/b.md").unlink()
    (project.root / "content/data").unlink()
    project.put("content/data/inner", "inner")
    (project.root / "content/about.md").rename(project.root / "content/contact.md")
    project.put("content/articles/bridge.txt", changes.ARTICLE.format("ford", 520, 601))
    return project


def calls(project: Project, folder: Path) -> int:
    """How many calls of an undisturbed build change the disk."""
    root = shutil.copytree(project.root, folder / "counted")
    with at_call(0, lambda _name: None) as made:
        built(root)
    shutil.rmtree(root)
    return len(made)


def cut_off(project: Project, folder: Path, numbers: Iterator[int] | range) -> None:
    """Each of these calls kills the build, and is refused by the disk; the next build leaves what a clean one does."""
    clean = {".gitignore": b"*\n", **built_clean(project.root, folder)[0]}
    for number in numbers:
        root = shutil.copytree(project.root, folder / f"killed-{number}")
        with warnings():
            assert killed(number, lambda: built(root) and None)  # noqa: B023
        assert_same(built(root)[0], clean)
        shutil.rmtree(root)
        code = ERRORS[number % len(ERRORS)]
        root = shutil.copytree(project.root, folder / f"refused-{number}")
        with at_call(number, failing(code)), suppress(BriefsError):
            built(root)
        assert_same(built(root)[0], clean)
        shutil.rmtree(root)
