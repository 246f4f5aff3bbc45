"""How a command starts: what it imports, and how long that takes."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli import COMMANDS, main
from tests.projects import briefs, project

ROOT = Path(__file__).parents[1]
HEAVY = ("mkdocs", "pydantic", "rich", "jinja2", "yaml", "lxml", "multiprocessing", "generator.text", "generator.pipeline")
TOLD = """
import sys, time
from generator.cli import main
try:
    main(sys.argv[1:])
finally:
    heavy = [name for name in {heavy!r} if name in sys.modules]
    print("imported", *heavy, "in", time.process_time(), file=sys.stderr)
"""


def told(folder: Path, *arguments: str) -> tuple[list[str], float]:
    """What of all that is heavy a command imports, and the seconds of the processor that it takes."""
    code = TOLD.format(heavy=HEAVY)
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=True
    )
    words = run.stderr.splitlines()[-1].split()
    return words[1:-2], float(words[-1])


def test_the_help_imports_no_command(tmp_path: Path) -> None:
    runs = [told(tmp_path, "--help") for _ in range(3)]

    assert [heavy for heavy, _ in runs] == [[], [], []]
    assert min(seconds for _, seconds in runs) <= 0.25


def test_the_help_lists_every_command_with_what_it_does() -> None:
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    modules = {path.stem for path in (ROOT / "generator/commands").glob("*.py")}

    assert list(found) == sorted(COMMANDS)
    for name, command in found.items():
        assert command is not None
        assert command.name == name
        assert name in modules
        assert (command.help or "").split()[0] == COMMANDS[name].split()[0]


def test_a_command_of_another_name_is_refused(tmp_path: Path) -> None:
    run = briefs(tmp_path, "speaking")

    assert (run.returncode, "No such command 'speaking'" in run.stderr) == (2, True)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_of_its_own(tmp_path: Path, name: str) -> None:
    run = briefs(tmp_path, name, "--help")

    assert (run.returncode, run.stdout.startswith(f"Usage: -c {name} ") or f" {name} " in run.stdout) == (0, True)


def test_a_build_with_nothing_to_do_imports_nothing_that_only_a_build_needs(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    assert briefs(folder, "build").returncode == 0

    heavy, _ = told(folder, "build")

    assert heavy == []


def test_a_build_with_nothing_to_do_says_what_a_build_says(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    for arguments in (("build",), ("build", "--strict"), ("build", "-v"), ("build", "-d", "site")):
        run = briefs(folder, *arguments)
        assert (run.returncode, run.stdout) == (0, "")
        assert "0 skipped, " in run.stderr.splitlines()[-1]
        assert run.stderr.endswith(" s; the site is in site/\n")

    assert briefs(folder, "build", "-q").stderr == ""


def test_only_the_commands_know_click_and_three_modules_import_late() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py")}
    printing = {path.parent.name for path, text in texts.items() if "import click" in text and path.name != "cli.py"}
    late = {path.relative_to(ROOT / "generator").as_posix() for path, text in texts.items() if "import_module(" in text}

    assert printing == {"commands"}
    assert late == {"commands/loading.py", "formats/article/__init__.py", "pipeline/engine.py"}
