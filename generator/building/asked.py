"""What a build was asked for, in words that hold wherever the project lies.

A configuration that is byte for byte what it was, asked in the same way, says the same: then it need not be read.
"""

import os
from pathlib import Path
from typing import NamedTuple

_USUAL = ("mkdocs.yml", "mkdocs.yaml")
"""The names under which MkDocs looks for its configuration."""


class Asked(NamedTuple):
    """The name of the configuration's file, and the folder and the moment as they were given; "" where they were not."""

    config: str
    site: str = ""
    now: str = ""


def configuration(given: str | None) -> Path | None:
    """Where the configuration is, as MkDocs finds it; None where there is none."""
    return next((path for path in map(Path, map(os.path.abspath, [given] if given else _USUAL)) if path.is_file()), None)


def asked_of(config: Path, site_dir: str | None, now: str | None) -> Asked:
    """What is asked of the configuration in that file."""
    return Asked(config.name, site_dir or "", now or "")
