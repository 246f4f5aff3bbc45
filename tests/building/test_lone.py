"""A brief of which no other page shows anything else: its page alone is made, from what was noted of the others."""

from pathlib import Path
from typing import Any

import pytest

from generator.building import site_build
from generator.building.making import BriefJob
from generator.building.planning import Plan
from generator.building.resuming import End
from generator.pipeline import Means
from tests.building.machine import assert_same
from tests.building.site import NOW, built, built_clean, end, warnings
from tests.building.test_resuming import Project, edited, project
from tests.projects import tree

__all__ = ["project"]


def mended(project: Project, slug: str, number: int) -> None:
    """A sentence is put between those that are quoted."""
    first = int(slug[1:])
    edited(project, slug, sentences=[first, number, first + 90])


def resumed(project: Project) -> tuple[dict[str, bytes], list[str], dict[str, int]]:
    """The site after a build that MkDocs had no hand in, what it warned of, and how much it did by stage."""
    means = Means()
    with warnings() as heard:
        assert end(project.root, NOW, means) is End.DONE
    return tree(project.root / "site"), sorted(heard), {timing.stage: timing.items for timing in means.timings.all()}


@pytest.mark.parametrize("slug", ["n01", "n06", "n12"])
def test_the_site_is_not_worked_out(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slug: str) -> None:
    edited(project, "n06", topics=["walls", "Walls of Vane"])
    built(project.root)
    monkeypatch.setattr(site_build, "site_of", lambda *_: pytest.fail("the site was worked out"))
    for number in (301, 302):
        mended(project, slug, number)
        site, _, items = resumed(project)
        assert items["render"] == 1
    monkeypatch.undo()
    assert_same(site, {".gitignore": b"*\n", **built_clean(project.root, tmp_path)[0]})


def test_a_page_that_was_made_so_is_not_made_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    mended(project, "n09", 301)
    resumed(project)
    made: list[str] = []
    job = Plan.brief_job

    def noting(plan: Plan, slug: str, *given: Any) -> BriefJob:
        made.append(slug)
        return job(plan, slug, *given)

    monkeypatch.setattr(Plan, "brief_job", noting)
    edited(project, "n01", event="1902")
    resumed(project)
    assert made == ["n01"]


def test_aliases_that_cannot_be_are_told_again(project: Project, tmp_path: Path) -> None:
    edited(project, "n01", aliases=["about/"])
    resumed(project)
    mended(project, "n05", 301)
    _, heard, items = resumed(project)
    assert "site" not in items
    assert [line for line in heard if "about/" in line] != []
    assert heard == built_clean(project.root, tmp_path)[1]


def test_where_the_account_of_addresses_is_lost_it_is_written_again(project: Project) -> None:
    account = project.root / ".briefs/addresses.json"
    before = account.read_bytes()
    account.unlink()
    mended(project, "n05", 301)
    resumed(project)
    assert account.read_bytes() == before
