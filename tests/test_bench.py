import subprocess
import sys
from pathlib import Path

import pytest

from bench import text
from bench.__main__ import main
from bench.corpus import brief, briefs
from bench.measuring import Measured, measured, peak_memory
from bench.tables import main_table, memory_table, stage_table
from generator.formats.brief import faults, parse, verify


def test_a_small_run_prints_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--briefs", "20", "--rounds", "1", "--jobs", "1", "--no-warm-up"]) == 0
    told = capsys.readouterr().out
    main_rows = told.split("\n\n")[1].splitlines()
    assert [row.split("  ")[0] for row in main_rows] == [
        "row",
        "MkDocs alone, clean",
        "MkDocs --dirty, a body edited",
        "clean, jobs 1",
        "clean, minimal template, jobs 1",
        "nothing changed, jobs 1",
        "a body edited, jobs 1",
        "a title edited, jobs 1",
        "a template changed, jobs 1",
        "a fresh copy, jobs 1",
    ]
    assert all(float(row.split()[-7]) > 0 for row in main_rows[1:])
    assert "render" in told
    assert "10 briefs, MiB" in told


def test_a_brief_is_the_same_whatever_others_there_are() -> None:
    assert list(briefs(3)) == list(briefs(5))[:3]
    assert dict(briefs(3)) != dict(briefs(3, seed=2))


@pytest.mark.parametrize("number", range(12))
def test_a_brief_of_the_corpus_has_no_fault(number: int) -> None:
    slug, written = list(briefs(number + 1))[number]
    file = parse(written, f"content/briefs/{slug}.md")
    assert file.brief == brief(number, 1)
    assert not faults(file)
    assert not verify(file)
    assert 500 < file.brief.readability.words < 700 if file.brief.readability else False


def test_a_ratio_is_taken_within_its_round() -> None:
    base, ours = [_took(1.0), _took(4.0), _took(2.0)], [_took(0.5), _took(1.0), _took(1.0)]
    line = main_table({"base": base, "ours": ours}, "base").splitlines()[2]
    assert line.split() == ["ours", "1.00", "1.00", "0.500", "0.500", "0.250", "to", "0.500"]


def test_a_stage_that_only_one_row_has_is_left_out_elsewhere() -> None:
    rounds = {"base": [_took(1.0)], "one": [_took(1.0, render=0.25)], "two": [_took(1.0, record=0.5)]}
    assert [line.split() for line in stage_table(rounds).splitlines()] == [
        ["seconds", "by", "stage", "render", "record"],
        ["one", "0.25"],
        ["two", "0.50"],
    ]


def test_memory_is_told_by_brief() -> None:
    line = memory_table({"ours": (2**20, 3 * 2**20)}, (100, 200)).splitlines()[1]
    assert line.split() == ["ours", "1", "3", "21.0"]
    assert "not told" in memory_table({"ours": (None, None)}, (100, 200))


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_a_command_is_measured_with_its_children(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    found = measured(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"], tmp_path
    )
    assert found.cpu > 0.3
    assert found.wall > 0.3


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell the memory of a process")
def test_the_memory_of_children_counts(tmp_path: Path) -> None:
    holding = "import time; held = bytearray(b'x') * 50_000_000; time.sleep(0.5)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {holding!r}])"
    peak = peak_memory([sys.executable, "-c", child], tmp_path)
    assert peak is not None
    assert 50_000_000 < peak < 150_000_000


def _took(seconds: float, **stages: float) -> Measured:
    return Measured(seconds, seconds, stages)


def test_the_conversion_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert text.main(["--articles", "3", "--rounds", "1"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("3 articles of ")
    assert len(rows) == 4
    assert all(float(row.split(" ms ")[0].split()[-1]) > 0 for row in rows)
