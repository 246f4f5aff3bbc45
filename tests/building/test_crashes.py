"""Some of the calls at which a build can be cut off; all of them are tried by `python -m tests.building.long`."""

import sys
from pathlib import Path

import pytest

from tests.building.crashes import calls, cut_off, half_changed


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied there")
def test_a_build_that_is_cut_off_is_followed_by_one_that_leaves_what_a_clean_one_does(tmp_path: Path) -> None:
    project = half_changed(tmp_path)
    count = calls(project, tmp_path)
    assert count > 50
    cut_off(project, tmp_path, range(2, count, count // 5))
