"""What a build's result depends on beside files: versions, options, and the environment that the configuration asks for."""

import os
import re
import sys
import sysconfig
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from generator import __version__

OPTIONS = ("site", "url", "preview", "now")
"""What a configuration and a command line come to."""

_PACKAGES = "packages"
_VERSIONS = "versions"
_WRITING = (
    *("babel", "jinja2", "lxml", "markdown", "markdown-it-py", "markupsafe", "mkdocs", "nh3", "pillow", "properdocs"),
    *("pydantic", "pyphen", "pyyaml", "sentencex", "textstat", "trafilatura"),
)
"""The packages whose version may show in what is written."""

_DESCRIPTION = re.compile(r"([A-Za-z0-9._-]+?)-([0-9][^-]*)(?:-[^-]+)?\.(?:dist|egg)-info")
_SEPARATORS = re.compile(r"[-_.]+")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def terms_of(**options: str) -> dict[str, str]:
    """The versions, and the options that a build is run with."""
    return {"engine": __version__, "python": sys.version, _PACKAGES: _packages(), **options}


def versions() -> str:
    """The versions of the packages that write."""
    return " ".join(f"{name}={_installed().get(name, '-')}" for name in _WRITING)


def kept(terms: Mapping[str, str]) -> dict[str, str]:
    """Terms as a manifest keeps them: with the versions of the packages."""
    return {**terms, _VERSIONS: versions()}


def are_same(before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether two builds were run on the same terms; versions are looked up only where packages were installed since."""
    plain = {name: value for name, value in before.items() if name not in (_VERSIONS, _PACKAGES)}
    if plain != {name: value for name, value in now.items() if name != _PACKAGES}:
        return False
    return before.get(_PACKAGES) == now[_PACKAGES] or before.get(_VERSIONS) == versions()


def are_versions_same(before: Mapping[str, str]) -> bool:
    """Whether a build on the same options is one on the same terms."""
    return are_same(before, terms_of(**{name: before.get(name, "") for name in OPTIONS}))


def environment_of(configuration: str) -> dict[str, str | None]:
    """Every variable that a configuration may ask for by `!ENV`: each of its words, where it has that tag at all."""
    if "!ENV" not in configuration:
        return {}
    return {name: os.environ.get(name) for name in sorted(set(_NAME.findall(configuration)))}


def environment_is(before: Mapping[str, str | None]) -> bool:
    """Whether those variables are as they were."""
    return all(os.environ.get(name) == value for name, value in before.items())


def _packages() -> str:
    """Changes whenever a package is installed or taken away."""
    folder = Path(sysconfig.get_paths()["purelib"])
    try:
        return str(folder.stat().st_mtime_ns)
    except OSError:
        return ""


@cache
def _installed() -> Mapping[str, str]:
    """The version of every package that Python finds, told from the names of the folders that describe them."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for name in sorted(os.listdir(folder or ".")):
                if described := _DESCRIPTION.fullmatch(name):
                    found.setdefault(_SEPARATORS.sub("-", described[1]).lower(), described[2])
    return found
