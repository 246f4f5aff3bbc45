"""What is measured: the rows of the table, each a command and what is done before it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import sites
from bench.corpus import briefs

MKDOCS, HUGO = "MkDocs alone, clean", "Hugo, clean"
Prepare = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; `prepare` is given a mark that no other round has, and is not measured."""

    name: str
    folder: Path
    command: Sequence[str]
    prepare: Prepare


def laid_out(scratch: Path, count: int, seed: int, jobs: Sequence[int | None], hugo: str | None = None) -> list[Row]:
    """The sites of `count` briefs in `scratch`, and the rows for each number of processes; None for one a core.

    `hugo` is the program of that name, where there is one.
    """
    corpus = list(briefs(count, seed))
    sites.lay_out_stock(scratch / "stock", corpus)
    rows = list(_stock(scratch / "stock", corpus[count // 2][0]))
    if hugo:
        sites.lay_out_hugo(scratch / "hugo", corpus)
        rows += _hugo(scratch / "hugo", corpus[count // 2][0], hugo)
    for number in jobs:
        ours, minimal = scratch / f"ours-{number}", scratch / f"minimal-{number}"
        sites.lay_out_ours(ours, corpus)
        sites.lay_out_minimal(minimal, corpus)
        rows += _ours(ours, minimal, corpus[count // 2][0], number)
    return rows


def told(jobs: int | None) -> str:
    """How a number of processes is named."""
    return f"jobs {jobs}" if jobs else f"all {os.cpu_count()} cores"


def _stock(folder: Path, slug: str) -> Iterator[Row]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    brief = folder / f"docs/briefs/{slug}.md"
    yield Row(MKDOCS, folder, command, partial(_wiped, folder))
    yield Row("MkDocs --dirty, a body edited", folder, [*command, "--dirty"], partial(sites.edit_body, brief))


def _hugo(folder: Path, slug: str, program: str) -> Iterator[Row]:
    yield Row(HUGO, folder, [program, "--quiet"], partial(_wiped, folder))
    edit = partial(sites.edit_body, folder / f"content/briefs/{slug}.md")
    yield Row("Hugo, a body edited", folder, [program, "--quiet"], edit)


def _ours(folder: Path, minimal: Path, slug: str, jobs: int | None) -> Iterator[Row]:
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--quiet",
        "--timings=json",
        *(["--jobs", str(jobs)] if jobs else []),
    ]
    brief, copy = folder / f"content/briefs/{slug}.md", folder.with_name(f"{folder.name}-copy")

    def row(name: str, prepare: Prepare, where: Path = folder) -> Row:
        return Row(f"{name}, {told(jobs)}", where, command, prepare)

    yield row("clean", partial(_wiped, folder))
    yield row("clean, minimal template", partial(_wiped, minimal), minimal)
    yield row("nothing changed", _as_it_is)
    yield row("a body edited", partial(sites.edit_body, brief))
    yield row("a title edited", partial(sites.edit_title, brief))
    yield row("a template changed", partial(sites.change_template, folder))
    yield row("a fresh copy", partial(_copied, folder, copy), copy)


def _wiped(folder: Path, _mark: str) -> None:
    sites.wipe(folder)


def _as_it_is(_mark: str) -> None:
    """Nothing is done."""


def _copied(folder: Path, copy: Path, _mark: str) -> None:
    sites.copied_anew(folder, copy)
