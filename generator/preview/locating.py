"""Which file answers an address, as GitHub Pages does it; what lies on the disk is asked through a function.

/repo/briefs/tram/   briefs/tram/index.html
/repo/briefs/tram    the file of that name, else tram.html, else moved to /repo/briefs/tram/ where that folder has a page
/repo                moved to /repo/;  /  moved to /repo/ for the time being
all else             nothing
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote, unquote_to_bytes

Names = tuple[str, ...]
IsFile = Callable[[Names], bool]
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Moved:
    """The answer is elsewhere: `location` from the root of the server; `for_good` as the published site would say it."""

    location: str
    for_good: bool


def base_names(base: str) -> Names:
    """The folders of a base path such as "/repo/". Raises ValueError where no server could stand there."""
    names = _split(f"/{base.strip('/')}/" if base.strip("/") else "/")
    if names is None:
        raise ValueError(f"{base!r} is no path that pages can be served under")
    return names[0]


def below(target: str, base: Names) -> tuple[Names, bool] | Moved | None:
    """What a request's target asks for below the base: names and whether a folder is meant; None for nothing there is."""
    path, mark, query = target.partition("#")[0].partition("?")
    split = _split(path)
    if split is None:
        return None
    names, is_folder = split
    if names[: len(base)] != base:
        return Moved(_address(base), False) if not names else None
    if not is_folder and names == base:
        return Moved(_address(base) + mark + query, True)
    return names[len(base) :], is_folder


def located(target: str, base: Names, is_file: IsFile) -> Names | Moved | None:
    """The file that answers `target`, as names below the folder that is served; None where none does."""
    asked = below(target, base)
    if asked is None or isinstance(asked, Moved):
        return asked
    names, is_folder = asked
    if is_folder:
        return _first([(*names, INDEX)], is_file)
    found = _first([names, (*names[:-1], f"{names[-1]}.html")], is_file)
    if found is None and is_file((*names, INDEX)):
        _, mark, query = target.partition("#")[0].partition("?")
        return Moved(_address((*base, *names)) + mark + query, True)
    return found


def _split(path: str) -> tuple[Names, bool] | None:
    """The names between the slashes and whether the last slash ends the path; None where a name could lead elsewhere."""
    first, *parts = path.split("/")
    if first or not parts:
        return None
    is_folder = not parts[-1]
    try:
        names = tuple(unquote_to_bytes(part).decode("utf-8") for part in (parts[:-1] if is_folder else parts))
    except UnicodeDecodeError:
        return None
    return (names, is_folder) if all(map(_is_plain, names)) else None


def _is_plain(name: str) -> bool:
    """Whether a name is one step down on this system, and no step elsewhere."""
    return name not in {"", ".", ".."} and "\0" not in name and PurePath(name).name == name


def _first(candidates: list[Names], is_file: IsFile) -> Names | None:
    return next(filter(is_file, candidates), None)


def _address(names: Names) -> str:
    return "/" + "".join(f"{quote(name, safe='')}/" for name in names)
