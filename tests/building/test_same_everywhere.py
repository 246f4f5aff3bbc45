"""The same bytes whatever the workers, the path, the locale, the time zone, the hash seed; from MkDocs' own command, too."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building.changes import Project
from tests.building.machine import assert_same
from tests.building.site import NOW
from tests.projects import briefs, tree

WAYS = (
    ("1", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}),
    ("2", {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C"}),
    ("5", {"PYTHONHASHSEED": "3", "PYTHONUTF8": "0"}),
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of more briefs than one worker is sent at once."""
    project = Project(tmp_path / "project")
    for slug, text in list(project.texts.items()):
        for number in range(4):
            project.texts[f"{slug}{number}"] = text
            project.write(f"{slug}{number}")
    return project


def in_other_order(root: Path, copy: Path) -> Path:
    """A copy whose files were made in another order, so that the disk may list them in another."""
    for name in sorted(tree(root), reverse=True):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, copy / name)
    (copy / "overrides").mkdir(exist_ok=True)
    return copy


def test_builds_are_alike(project: Project, tmp_path: Path) -> None:
    found = []
    for number, (jobs, environment) in enumerate(WAYS):
        root = in_other_order(project.root, tmp_path / f"way {number}" / ("deep/" * number))
        done = briefs(root, "build", "--jobs", jobs, "--now", NOW, **environment)
        assert done.returncode == 0, done.stderr
        found.append(tree(root / "site"))
    for other in found[1:]:
        assert_same(other, found[0])


def test_mkdocs_build_gives_what_briefs_build_gives(project: Project, tmp_path: Path) -> None:
    root = in_other_order(project.root, tmp_path / "other")
    assert briefs(project.root, "build").returncode == 0
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    for _ in range(2):
        subprocess.run(command, cwd=root, env=dict(os.environ), check=True, capture_output=True, timeout=120)
        assert_same(tree(root / "site"), tree(project.root / "site"))
        project.texts["a"].title = "Another"
        project.write("a")
        shutil.copy(project.root / "content/briefs/a.md", root / "content/briefs/a.md")
        assert briefs(project.root, "build").returncode == 0
