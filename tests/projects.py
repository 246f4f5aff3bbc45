"""Small projects on the disk for tests that run whole builds."""

import os
import subprocess
import sys
from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"
WALLS = (ARTICLES / "walls.txt").read_text(encoding="utf-8")

CONFIG = """site_name: Test briefs
site_url: {site_url}
docs_dir: content
theme:
  name: brief
plugins:
  - briefs
"""

REFUSING = """
import socket, sys

def refuse(*_args, **_keywords):
    raise OSError("the network was asked for")

socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from generator.cli import main
main(sys.argv[1:])
"""


def project(folder: Path, site_url: str = "https://user.github.io/repo/", **articles: str) -> Path:
    """A project in `folder` with the given articles (walls.txt where none is given)."""
    (folder / "content/articles").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG.format(site_url=site_url), encoding="utf-8")
    (folder / "content/index.md").write_text(
        "---\ntemplate: home.html\n---\n# Briefs\n\nBriefs of articles.\n", encoding="utf-8"
    )
    for name, text in (articles or {"walls": WALLS}).items():
        (folder / f"content/articles/{name}.txt").write_text(text, encoding="utf-8")
    return folder


def briefs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`briefs ARGUMENTS` in `folder`, in a process of its own that no network is open to."""
    return subprocess.run(
        [sys.executable, "-c", REFUSING, *arguments],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
