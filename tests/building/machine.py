"""Whatever happens to a project between two builds, the second leaves what a clean one does, and no more work than that."""

import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.building.changes import EDITS, GREAT, SMALL, Change, Project
from tests.building.site import NOW, BriefsError, built, built_clean, times
from tests.projects import tree

MOMENTS = (NOW, NOW, "2026-02-01T00:00:00Z", "2026-03-05T00:00:00Z", "2027-06-01T00:00:00Z")
numbers = st.integers(0, 10**6)


class Building(RuleBasedStateMachine):
    tally: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="building-"))
        self.project = Project(self.folder / "project")
        self.root, self.now = self.project.root, NOW
        self.compare(is_small=False)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(changes=st.lists(st.sampled_from(EDITS), min_size=1, max_size=2), number=numbers)
    def edit(self, changes: list[Change], number: int) -> None:
        self.make(changes, number)
        self.compare(is_small=True)

    @rule(changes=st.lists(st.sampled_from(SMALL), min_size=1, max_size=4), number=numbers)
    def change_little(self, changes: list[Change], number: int) -> None:
        self.make(changes, number)
        self.compare(is_small=True)

    @rule(changes=st.lists(st.sampled_from(GREAT + SMALL), min_size=1, max_size=3), number=numbers)
    def change_much(self, changes: list[Change], number: int) -> None:
        self.make(changes, number)
        self.compare(is_small=False)

    @rule(moment=st.sampled_from(MOMENTS))
    def wait(self, moment: str) -> None:
        self.now = moment
        self.compare(is_small=False)

    @rule()
    def change_nothing(self) -> None:
        before = times(self.root / "site"), times(self.root / "content")
        self.compare(is_small=True)
        assert (times(self.root / "site"), times(self.root / "content")) == before, "written for nothing"

    def make(self, changes: list[Change], number: int) -> None:
        chance = random.Random(number)
        for change in changes:
            change(self.project, chance)
            self.tally[change.__name__] += 1

    def compare(self, *, is_small: bool) -> None:
        before, written = tree(self.root / "site"), times(self.root / "site")
        try:
            clean = built_clean(self.root, self.folder, self.now)
        except BriefsError as error:
            self.refused(str(error))
            return
        site, said = built(self.root, self.now)
        assert_same(site, {".gitignore": b"*\n", **clean[0]} if ".gitignore" in site else clean[0])
        assert said == clean[1], f"warned of {said} where a clean build warns of {clean[1]}"
        assert tree(self.root / "content") == clean[2]
        if is_small:
            now = times(self.root / "site")
            again = [name for name in site if site[name] == before.get(name) and now[name] != written[name]]
            assert not again, f"written again: {again}"

    def refused(self, why: str) -> None:
        self.tally["refused"] += 1
        try:
            built(self.root, self.now)
        except BriefsError as error:
            told = str(error).replace(str(self.root), "")
            assert told == why.replace(str(self.folder / "elsewhere/copy"), ""), told
        else:
            raise AssertionError(f"a clean build refuses: {why}")


def assert_same(found: dict[str, bytes], clean: dict[str, bytes]) -> None:
    """Both are the same files; says which are not."""
    missing, extra = sorted(clean.keys() - found.keys()), sorted(found.keys() - clean.keys())
    assert (missing, extra) == ([], []), f"missing {missing}, left over {extra}"
    differing = sorted(name for name in clean if clean[name] != found[name])
    assert not differing, f"other bytes: {differing}"
