"""`briefs annotations import` as its users meet it, on a project whose briefs hold all that a person writes."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import store
from generator.errors import BriefsError
from generator.pipeline.annotations import import_annotations
from generator.pipeline.import_reports import import_summary
from generator.settings import Settings
from tests.projects import briefs, project, tree

SITE = "https://user.github.io/repo/"
WALL = """---
# Kept as it is.
title:   'Walls'
key_points:
  - {text: "It held.", quote: "The wall held."}
notes: []   # none yet
---
The wall held. The gate did not.

It was the *old* gate. The wall held.
"""
MOAT = "---\r\ntitle: Moat\r\nnotes:\r\n- quote: The moat dried.\r\n  text: When?\r\n---\r\nThe moat dried.\r\n"


def row(number: int, exact: str, text: str = "Why?", slug: str = "wall", **changes: Any) -> dict[str, Any]:
    page = f"{SITE}briefs/{slug}/"
    selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": changes.pop("prefix", ""), "suffix": ""}
    found = {"id": f"i{number}", "created": f"2024-05-0{number}T00:00:00Z", "user": "acct:ann@hypothes.is", "uri": page}
    return found | {"text": text, "target": [{"source": page, "selector": [selector]}]} | changes


ROWS = [
    row(2, "It was the old gate."),
    row(1, "The gate did not."),
    row(3, "The moat", slug="moat", text="Where?"),
    {**row(4, ""), "target": [], "references": ["i1"], "text": "Because.", "user": "acct:bo@hypothes.is"},
    row(5, "The wall held.", text=""),
]
ORPHAN = row(6, "The wall fell.\x1b[31m")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path, none="")
    (tmp_path / "content/articles/none.txt").unlink()
    (tmp_path / "content/briefs").mkdir()
    (tmp_path / "content/briefs/wall.md").write_text(WALL, encoding="utf-8")
    (tmp_path / "content/briefs/moat.md").write_bytes(MOAT.encode())
    return tmp_path


def given(folder: Path, rows: Any, name: str = "rows.json") -> str:
    (folder / name).write_text(json.dumps(rows), encoding="utf-8")
    return name


def settings(folder: Path) -> Settings:
    return Settings(folder, folder / "content/articles", folder / "content/briefs")


def imported(folder: Path, rows: Any, **options: bool) -> Any:
    return import_annotations(settings(folder), SITE, [("rows.json", json.dumps(rows).encode())], **options)


def test_notes_come_in_and_nothing_else_changes(folder: Path) -> None:
    run = briefs(folder, "annotations", "import", given(folder, {"rows": ROWS}))

    assert run.returncode == 0, run.stderr
    added = """notes:   # none yet
  - quote: "The gate did not."
    text: "Why?"
    by: "ann"
    date: "2024-05-01"
  - quote: "It was the old gate."
    text: "Why?"
    by: "ann"
    date: "2024-05-02"
  - quote: "The gate did not."
    text: "Because."
    by: "bo"
    date: "2024-05-04"
"""
    assert (folder / "content/briefs/wall.md").read_text(encoding="utf-8") == WALL.replace("notes: []   # none yet\n", added)
    moat = '- quote: "The moat"\r\n  text: "Where?"\r\n  by: "ann"\r\n  date: "2024-05-03"\r\n---\r\nThe moat'
    assert (folder / "content/briefs/moat.md").read_bytes().decode() == MOAT.replace("---\r\nThe moat", moat)
    assert run.stdout.splitlines() == [
        'content/briefs/moat.md: added: note by ann at "The moat"',
        'content/briefs/wall.md: added: note by ann at "The gate did not."',
        'content/briefs/wall.md: added: note by ann at "It was the old gate."',
        'content/briefs/wall.md: added: note by bo at "The gate did not."',
    ]
    assert "4 notes added, 0 there already, 0 without a place, left out: 1 without a text" in run.stderr
    assert briefs(folder, "check", "--strict").returncode == 1  # the key point stands twice
    assert "note" not in briefs(folder, "check").stdout


def test_a_second_import_adds_nothing(folder: Path) -> None:
    imported(folder, ROWS)
    before = tree(folder)

    found = imported(folder, ROWS + ROWS)
    assert (dict(found.added), found.known, tree(folder)) == ({}, 8, before)


def test_one_annotation_twice_in_a_file_is_one_note(folder: Path) -> None:
    found = imported(folder, [ROWS[0], ROWS[0]])

    assert (len(found.added["content/briefs/wall.md"]), found.known) == (1, 1)


def test_an_orphan_is_named_and_fails_while_the_others_come_in(folder: Path) -> None:
    run = briefs(folder, "annotations", "import", given(folder, [ROWS[0], ORPHAN]), given(folder, [3], "more.json"))

    assert run.returncode == 1
    assert run.stdout.splitlines() == [
        'content/briefs/wall.md: added: note by ann at "It was the old gate."',
        'rows.json: annotation 2 by ann is an orphan: "The wall fell.?[31m" does not stand in wall.md',
        "more.json: annotation 1 is no annotation: it has no target",
    ]
    assert "1 note added, 0 there already, 2 without a place" in run.stderr


def test_a_dry_run_writes_nothing_and_says_the_same(folder: Path) -> None:
    before = tree(folder / "content")

    run = briefs(folder, "annotations", "import", "--dry-run", given(folder, ROWS))
    assert run.returncode == 0
    assert tree(folder / "content") == before
    assert 'content/briefs/moat.md: would be added: note by ann at "The moat"' in run.stdout
    assert "4 notes would be added" in run.stderr
    assert run.stderr.rstrip().endswith("nothing was written")


def test_programs_are_told_in_json(folder: Path) -> None:
    run = briefs(folder, "annotations", "import", "--format", "json", given(folder, [ROWS[2], ORPHAN, row(7, "x", text="")]))

    told = json.loads(run.stdout)
    assert told["added"] == [
        {"path": "content/briefs/moat.md", "quote": "The moat", "text": "Where?", "by": "ann", "date": "2024-05-03"}
    ]
    assert [(one["path"], one["severity"]) for one in told["problems"]] == [("rows.json", "fault")]
    assert (told["known"], told["left_out"]) == (0, {"orphan": 1, "highlight": 1})


def test_annotations_are_read_from_a_pipe(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "generator", "annotations", "import", "-"],
        cwd=folder,
        input=json.dumps(ROWS[0]).encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert b"1 note added" in run.stderr


@pytest.mark.parametrize(
    ("content", "reason"), [(b"no", "it is no JSON"), (b"[" * 99_999, "nested too deep"), (None, "it cannot be read")]
)
def test_a_file_that_cannot_be_read_stops_all_of_it(folder: Path, content: bytes | None, reason: str) -> None:
    if content is not None:
        (folder / "bad.json").write_bytes(content)
    before = tree(folder / "content")

    run = briefs(folder, "annotations", "import", given(folder, ROWS), "bad.json")
    assert run.returncode == 1
    assert "bad.json: " in run.stderr
    assert reason in run.stderr
    assert "Traceback" not in run.stderr
    assert tree(folder / "content") == before


def test_a_pipe_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(BriefsError, match="-: it is larger than 10 MB"):
        store.read_given("-", io.BytesIO(b" " * (store.LARGEST + 10)))


def test_a_brief_that_was_saved_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "replace", lambda *_: False)

    found = imported(folder, [ROWS[0]])
    assert found.added == {}
    assert "cannot be added to content/briefs/wall.md: content/briefs/wall.md was saved meanwhile" in str(found.problems[0])


def test_a_brief_that_cannot_be_read_is_named_and_the_others_take_theirs(folder: Path) -> None:
    (folder / "content/briefs/wall.md").write_text("---\ntitle: [\n", encoding="utf-8")

    found = imported(folder, ROWS[:3])
    assert list(found.added) == ["content/briefs/moat.md"]
    assert [problem.severity for problem in found.problems] == ["warning", "fault", "fault"]


def test_a_brief_holds_so_many_notes_and_no_more(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.annotations.MOST_NOTES", 2)

    found = imported(folder, ROWS)
    assert len(found.added["content/briefs/wall.md"]) == 2
    assert [str(problem) for problem in found.problems] == [
        "rows.json: annotation 4 by bo finds no room in content/briefs/wall.md, which has 2 notes"
    ]


def test_private_and_page_notes_are_warned_of_and_do_not_fail(folder: Path) -> None:
    private = row(1, "The gate did not.", permissions={"read": ["acct:ann@hypothes.is"]})
    name = given(folder, [private, row(2, "", target=[])])

    run = briefs(folder, "annotations", "import", name)
    assert run.returncode == 0
    assert run.stdout.splitlines() == [
        "rows.json: warning: annotation 1 by ann is for its author alone; --private takes it all the same",
        "rows.json: warning: annotation 2 by ann is on the whole page: it has no sentence to stand beside",
    ]
    assert briefs(folder, "annotations", "import", "--private", name).stdout.startswith("content/briefs/wall.md: added")


def test_a_build_leaves_what_was_imported(tmp_path: Path) -> None:
    folder = project(tmp_path)
    briefs(folder, "build")
    sentence = json.loads(
        next(
            line for line in (folder / "content/briefs/walls.md").read_text("utf-8").splitlines() if "quote: " in line
        ).partition(": ")[2]
    )
    found = imported(folder, [row(1, sentence, slug="walls", text="<b>Is it?</b>")])
    assert import_summary(found, False) == "1 note added, 0 there already, 0 without a place"
    after = (folder / "content/briefs/walls.md").read_bytes()

    run = briefs(folder, "build", "--strict")
    assert run.returncode == 0, run.stderr
    assert (folder / "content/briefs/walls.md").read_bytes() == after
    page = (folder / "site/briefs/walls/index.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Is it?&lt;/b&gt;" in page
    again = (folder / "site/briefs/walls/annotations.json").read_bytes()
    known = import_annotations(settings(folder), SITE, [("annotations.json", again)])
    assert (known.added, known.known, known.problems) == ({}, 1, ())
    assert known.left_out["of a brief"] > 1
