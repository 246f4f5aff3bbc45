"""What runs elsewhere: the workflows in .github."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_with_its_version(path: Path) -> None:
    used = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.search(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_ends_and_has_no_permission_by_default(path: Path) -> None:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert found["permissions"] == {}
    assert all("timeout-minutes" in job and "permissions" in job for job in found["jobs"].values())


def test_every_make_target_that_a_workflow_runs_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    run = [name for path in WORKFLOWS for name in re.findall(r"run: make ([a-z]+)", path.read_text(encoding="utf-8"))]
    assert {"build", "check", "properdocs", "test"} <= set(run) <= targets


def test_the_published_site_is_kept_with_what_it_was_made_of() -> None:
    steps = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
    names = [step.get("uses", step.get("name", "")).partition("@")[0] for step in steps]
    kept = steps[names.index("actions/cache")]
    assert set(kept["with"]["path"].split()) == {".briefs", "site"}
    assert kept["with"]["key"].startswith(kept["with"]["restore-keys"])
    assert names.index("actions/cache") < names.index("Build")
