"""The editor's hand as its owner meets it: build, check, diff and reset around edited briefs."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import REFUSING, WALLS, briefs, project, tree

BRIEF = "content/briefs/walls.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("hand"))
    assert briefs(folder, "build").returncode == 0
    return folder


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def lines_of(folder: Path) -> list[str]:
    return (folder / BRIEF).read_text(encoding="utf-8").splitlines(keepends=True)


def first_point(lines: list[str]) -> int:
    return next(number for number, line in enumerate(lines) if line.startswith("  - text: "))


def save(folder: Path, lines: list[str]) -> None:
    (folder / BRIEF).write_text("".join(lines), encoding="utf-8")


def change_the_article(folder: Path, old: str, new: str) -> None:
    assert old in WALLS
    (folder / "content/articles/walls.txt").write_text(WALLS.replace(old, new), encoding="utf-8")


def quote_in(line: str) -> str:
    return str(json.loads(line.partition(": ")[2]))


def test_an_edited_item_stays_byte_for_byte_and_its_lost_quote_is_named(copied: Path) -> None:
    lines = lines_of(copied)
    at = first_point(lines)
    lines[at] = "  - text:   'Ours,  as we put it.'   # Ann\n"
    lines.insert(at + 1, "    x_seen: [Ann, Bo]\n")
    save(copied, lines)
    quote = quote_in(lines[at + 2])
    change_the_article(copied, quote, quote.replace(" ", " really ", 1))

    build, check = briefs(copied, "build"), briefs(copied, "check")

    after = "".join(lines_of(copied))
    assert "".join(lines[at : at + 3]) in after
    number = after[: after.index(lines[at + 2])].count("\n") + 1
    named = f"{BRIEF}:{number}: quote of key point 1 is no longer in the article"
    assert named in build.stderr
    assert named in check.stdout
    assert (build.returncode, check.returncode) == (0, 1)
    assert not (copied / "site/briefs/walls").exists()


def test_a_renamed_article_keeps_its_brief(copied: Path) -> None:
    save(copied, ['title: "Ours"\n' if line.startswith("title:") else line for line in lines_of(copied)])
    (copied / "content/articles/walls.txt").rename(copied / "content/articles/sea-walls.txt")

    assert briefs(copied, "build").returncode == 0

    assert sorted(tree(copied / "content/briefs")) == ["sea-walls.md"]
    text = (copied / "content/briefs/sea-walls.md").read_text(encoding="utf-8")
    assert 'title: "Ours"\n' in text
    assert 'file: "sea-walls.txt"' in text


def test_a_deleted_article_leaves_its_brief(copied: Path) -> None:
    before = lines_of(copied)
    (copied / "content/articles/walls.txt").unlink()

    assert briefs(copied, "build").returncode == 0
    assert lines_of(copied) == before


def test_a_dry_run_says_what_would_change_and_writes_nothing(copied: Path) -> None:
    change_the_article(copied, "Harne", "Borne")
    before = tree(copied)

    run = briefs(copied, "build", "--dry-run")

    assert (run.returncode, run.stdout) == (0, "would be converted content/articles/walls.txt\n")
    assert tree(copied) == before


def test_diff_shows_whose_each_part_is_and_reset_gives_it_back(copied: Path) -> None:
    original = lines_of(copied)
    lines = list(original)
    at = first_point(lines)
    lines[at] = '  - text: "Mine."\n'
    lines = ['title: "Mine"\n' if line.startswith("title:") else line for line in lines]
    save(copied, lines)

    run = briefs(copied, "diff", "walls")

    assert f"{BRIEF}:{at + 1}: key point 1: yours\n" in run.stdout
    assert '    -   - text: "Mine."\n' in run.stdout
    assert f"    + {original[at]}" in run.stdout
    assert ": title: yours\n" in run.stdout
    assert briefs(copied, "reset", "walls", "key", "point", "1").returncode == 0
    assert lines_of(copied)[at] == original[at]
    assert briefs(copied, "reset", "walls", "title").returncode == 0
    assert [line for line in lines_of(copied) if "yours" not in line and "key_points: [" not in line] == [
        line for line in original if "key_points: [" not in line
    ]


def test_a_misprint_in_a_statement_is_said_by_each_build_and_published(copied: Path) -> None:
    lines = lines_of(copied)
    at, year = next((n, year[0]) for n, line in enumerate(lines) if "text: " in line and (year := re.search(r"\d{4}", line)))
    lines[at] = lines[at].replace(year, f"{year[:-1]}{(int(year[-1]) + 3) % 10}")
    save(copied, lines)
    message = f"{BRIEF}:{at + 1}: number '{year[:-1]}"

    first, second, strict = (briefs(copied, "build", *more) for more in ((), (), ("--strict",)))

    assert [message in run.stderr for run in (first, second, strict)] == [True, True, True]
    assert (first.returncode, second.returncode, strict.returncode) == (0, 0, 1)
    assert f"{year[:-1]}{(int(year[-1]) + 3) % 10}" in (copied / "site/briefs/walls/index.html").read_text(encoding="utf-8")
    assert briefs(copied, "check").returncode == 1


def test_what_is_the_machines_already_is_unchanged_by_a_reset(copied: Path) -> None:
    original = ['title: "Mine"\n' if line.startswith("title:") else line for line in lines_of(copied)]
    save(copied, original)

    run = briefs(copied, "reset", "walls", "key point 1")

    assert (run.returncode, run.stderr) == (0, f"{BRIEF} is unchanged\n")
    assert lines_of(copied) == original


def test_reset_brings_a_deleted_list_or_the_whole_brief_back(copied: Path) -> None:
    original = lines_of(copied)
    start = original.index("key_points:\n")
    end = next(n for n in range(start + 1, len(original)) if not original[n].startswith(" "))
    save(copied, [*original[:start], "key_points: []\n", *original[end:]])
    change_the_article(copied, "Harne", "Borne")
    assert briefs(copied, "build").returncode == 0
    assert "key_points: []\n" in lines_of(copied)

    assert briefs(copied, "reset", "walls", "key_points").returncode == 0
    assert "key_points: []\n" not in lines_of(copied)
    change_the_article(copied, "Harne", "Harne")
    assert briefs(copied, "reset", "walls").returncode == 0
    assert lines_of(copied) == original


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reset", "nothing"], "there is no brief nothing.md in content/briefs"),
        (["reset", "walls", "headline"], "'headline' is no part of a brief; say one of title, author"),
        (["reset", "walls", "key point 99"], "content/briefs/walls.md has no key point 99"),
        (["reset", "walls", "event", "99"], "content/briefs/walls.md has no event 99"),
        (["reset", "walls", "key_points 99"], "content/briefs/walls.md has no key_points 99"),
    ],
)
def test_what_cannot_be_reset_is_one_line(copied: Path, arguments: list[str], message: str) -> None:
    run = briefs(copied, *arguments)

    assert run.returncode == 1
    assert message in run.stderr
    assert "Traceback" not in run.stderr


def test_findings_for_programs_and_for_github(copied: Path) -> None:
    lines = lines_of(copied)
    at = first_point(lines) + 1
    lines[at] = lines[at].replace('quote: "', 'quote: "100% ', 1)
    lines[at - 1] = '  - text: "It took 4711 years."\n'
    save(copied, lines)

    for_programs, for_github = (briefs(copied, "check", "--format", form) for form in ("json", "github"))

    assert for_programs.returncode == for_github.returncode == 1
    (found,) = json.loads(for_programs.stdout)
    assert (found["path"], found["line"], found["severity"]) == (BRIEF, at + 1, "fault")
    assert for_github.stdout.startswith(
        f"::error file={BRIEF},line={at + 1},title=briefs check::quote of key point 1 is not in"
    )
    assert '"100%25 ' in for_github.stdout


def test_what_the_article_does_not_say_is_a_warning_and_fails_only_when_strict(copied: Path) -> None:
    lines = lines_of(copied)
    at = first_point(lines)
    lines[at] = '  - text: "It took 4711 years."\n'
    save(copied, lines)

    run, strict = briefs(copied, "check"), briefs(copied, "check", "--strict")

    assert (run.returncode, strict.returncode) == (0, 1)
    assert f"{BRIEF}:{at + 1}: warning: text of key point 1 says '4711'; neither its quote nor" in run.stdout


def test_a_slip_in_a_number_is_a_fault_before_and_after_a_build(copied: Path) -> None:
    text = "".join(lines_of(copied))
    minutes = re.search(r"reading_minutes: (\d)", text)
    assert minutes
    changed = text[: minutes.start(1)] + str(int(minutes[1]) + 1) + text[minutes.end(1) :]
    save(copied, [changed])
    line = changed.count("\n", 0, minutes.start(1)) + 1

    before = briefs(copied, "check")
    assert briefs(copied, "build").returncode == 0
    after = briefs(copied, "check")

    assert (before.returncode, before.stdout) == (after.returncode, after.stdout) == (1, before.stdout)
    assert (
        f"{BRIEF}:{line}: number '{int(minutes[1]) + 1}' in the reading_minutes of readability was '{minutes[1]}'"
        in after.stdout
    )


def test_figures_that_the_text_does_not_give_are_warnings(copied: Path) -> None:
    lines = [re.sub(r"^  words: .*", "  words: 4711", line) for line in lines_of(copied)]
    at = lines.index("  words: 4711\n")
    save(copied, lines)

    run = briefs(copied, "check")

    assert run.returncode == 0
    assert run.stdout.startswith(f"{BRIEF}:{at + 1}: warning: words of readability is 4711; the text gives ")
    assert run.stdout.count("\n") == 1
    save(copied, [line.replace("4711", "4711  # sic") for line in lines])
    assert briefs(copied, "check").stdout == ""


def test_an_item_that_stands_twice_is_a_warning(copied: Path) -> None:
    lines = lines_of(copied)
    at = first_point(lines)
    save(copied, [*lines[: at + 3], *lines[at : at + 3], *lines[at + 3 :]])

    run = briefs(copied, "check")

    assert (run.returncode, run.stdout) == (0, f"{BRIEF}:{at + 4}: warning: key point 2 is key point 1 once more; delete one\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit is known there")
def test_a_disk_that_takes_no_more_is_told_in_one_line_and_the_next_build_is_as_a_clean_one(copied: Path) -> None:
    change_the_article(copied, "Harne", "Borne")
    clean = Path(shutil.copytree(copied, copied.parent / "clean"))
    assert briefs(clean, "build", "--clean").returncode == 0

    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (3072, 3072))"
    run = subprocess.run(
        [sys.executable, "-c", f"{limited}\n{REFUSING}", "build", "--clean"],
        cwd=copied,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in run.stderr
    assert briefs(copied, "build").returncode == 0
    assert files_of(copied) == files_of(clean)


def files_of(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in tree(folder).items() if not name.startswith(".briefs")}


def test_the_schema_in_the_repository_is_what_the_command_prints() -> None:
    root = Path(__file__).parents[1]

    assert briefs(root, "schema").stdout == (root / "brief.schema.json").read_text(encoding="utf-8")
