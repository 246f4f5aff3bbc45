"""The code that the package's templates were compiled to, kept where Python keeps that of the package's modules.

    themes/brief/__pycache__/templates.cpython-311    the version, then checksum and code of each template

It is as trusted as those modules are, and lies where they do, not in .briefs/.
"""

import marshal
import sys
from collections.abc import Mapping
from pathlib import Path
from types import CodeType

Kept = Mapping[str, tuple[str, CodeType]]
"""The checksum and the code of each template, by the key that Jinja gives it."""

_THEME = Path(__file__).parents[2] / "themes" / "brief"
_FILE = _THEME / "__pycache__" / f"templates.{sys.implementation.cache_tag}"


def sources() -> dict[str, str]:
    """The package's templates by name."""
    return {path.relative_to(_THEME).as_posix(): path.read_text(encoding="utf-8") for path in sorted(_THEME.rglob("*.html"))}


def kept(version: str) -> Kept:
    """The code of the templates; none where it was not kept, or by another `version` of what compiles them."""
    try:
        found, code = marshal.loads(_FILE.read_bytes())  # noqa: S302 - as Python reads the code of a module beside it
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return code if found == version else {}


def keep(version: str, code: Kept) -> None:
    """Keeps the code of the templates. Raises OSError."""
    _FILE.parent.mkdir(exist_ok=True)
    fresh = _FILE.with_name(f"{_FILE.name}.new")
    fresh.write_bytes(marshal.dumps((version, dict(code))))
    fresh.replace(_FILE)
