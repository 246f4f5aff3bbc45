"""The settings of one site, read once at the edge and handed down as a value."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are. `root` is the folder of mkdocs.yml; paths in messages are relative to it."""

    root: Path
    articles: Path
    briefs: Path
