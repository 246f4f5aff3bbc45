"""ProperDocs, the continuation of MkDocs, in the place of MkDocs."""

import subprocess
import sys
from pathlib import Path

from generator.building.manifest import read
from scripts.compare_hosts import built, differences
from tests.projects import project

HOME = "# Briefs\n\n[The walls](briefs/walls.md)\n"


def test_both_build_the_same_site(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "content/more.md").write_text(HOME, encoding="utf-8")
    sites = [site for host in ("mkdocs", "properdocs") for site in built(folder, tmp_path / host, host)]
    assert "briefs/walls/index.html" in sites[0]
    assert [differences(sites[0], site) for site in sites[1:]] == [[], [], []]


def test_one_builds_upon_what_the_other_built(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    _build("mkdocs", folder)
    page = folder / "site/briefs/walls/index.html"
    before = page.stat().st_mtime_ns
    _build("properdocs", folder)
    assert page.stat().st_mtime_ns == before


def test_a_warning_is_heard(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    _build("properdocs", folder)
    assert _warned(folder) == ()
    (folder / "content/more.md").write_text("# More\n\n[Gone](nowhere.md)\n", encoding="utf-8")
    _build("properdocs", folder)
    assert len(_warned(folder)) == 1


def _build(host: str, folder: Path) -> None:
    command = [sys.executable, "-m", host, "build", "-f", "mkdocs.yml"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)


def _warned(folder: Path) -> tuple[str, ...]:
    return read((folder / ".briefs/site/manifest").read_bytes()).messages
