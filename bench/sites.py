"""The sites that are measured: one of ours, one of ours with a template of a few lines, one of MkDocs alone, one of Hugo.

All show the same briefs. That of MkDocs has them as ordinary pages, under a theme of two templates that print
every field.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

_HERE = Path(__file__).parent
_CONFIG = "site_name: Benchmark\nsite_url: https://example.org/\nmarkdown_extensions: [tables]\n"
_OURS = _CONFIG + ("docs_dir: content\ntheme: {name: brief, custom_dir: overrides}\nplugins: [{briefs: {source_text: full}}]\n")
_STOCK = _CONFIG + "theme: {name: null, custom_dir: theme}\nplugins: []\n"
_HOME = "---\ntitle: Briefs\ntemplate: home.html\n---\n"
FOOT = "overrides/partials/foot.html"
"""The template of ours that is changed."""


def lay_out_ours(folder: Path, briefs: Iterable[tuple[str, str]]) -> None:
    """A project of ours in `folder`."""
    _write(folder / "mkdocs.yml", _OURS)
    _write(folder / "content/index.md", _HOME)
    _write(folder / FOOT, "<footer>First</footer>\n")
    for slug, text in briefs:
        _write(folder / f"content/briefs/{slug}.md", text)


def lay_out_minimal(folder: Path, briefs: Iterable[tuple[str, str]]) -> None:
    """A project of ours whose page of a brief prints what MkDocs' does, and nothing more."""
    lay_out_ours(folder, briefs)
    shutil.copy(_HERE / "minimal/brief.html", folder / "overrides/brief.html")


def lay_out_stock(folder: Path, briefs: Iterable[tuple[str, str]]) -> None:
    """The same briefs as a site of MkDocs alone."""
    _write(folder / "mkdocs.yml", _STOCK)
    _write(folder / "docs/index.md", _HOME)
    shutil.copytree(_HERE / "stock", folder / "theme")
    for slug, text in briefs:
        _write(folder / f"docs/briefs/{slug}.md", text)


def lay_out_hugo(folder: Path, briefs: Iterable[tuple[str, str]]) -> None:
    """The same briefs as a site of Hugo's."""
    shutil.copytree(_HERE / "hugo", folder)
    for slug, text in briefs:
        _write(folder / f"content/briefs/{slug}.md", text)


def wipe(folder: Path) -> None:
    """Takes away what builds have left."""
    for name in ("site", ".briefs", "public"):
        shutil.rmtree(folder / name, ignore_errors=True)


def edit_body(file: Path, mark: str) -> None:
    """Adds a sentence at the end of a brief."""
    file.write_text(f"{file.read_text(encoding='utf-8')}\nOne more sentence, {mark}.\n", encoding="utf-8")


def edit_title(file: Path, mark: str) -> None:
    """Gives a brief another title."""
    before, _, rest = file.read_text(encoding="utf-8").partition('title: "')
    file.write_text(f'{before}title: "{mark}, {rest}', encoding="utf-8")


def change_template(folder: Path, mark: str) -> None:
    """Has every page of ours say something else at its foot."""
    _write(folder / FOOT, f"<footer>{mark}</footer>\n")


def copied_anew(folder: Path, copy: Path) -> None:
    """A copy of a project with all that builds left in it, every file with a time of its own."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, copy_function=shutil.copyfile)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
