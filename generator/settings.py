"""The settings of one site, read once at the edge and handed down as a value."""

from dataclasses import dataclass
from pathlib import Path

ARTICLE_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""The endings of the files that articles may be in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are. `root` is the folder of mkdocs.yml; paths in messages are relative to it."""

    root: Path
    articles: Path
    briefs: Path
