"""The files and folders that a build reads, under names that hold wherever the project and the package lie.

project:content        below the folder of mkdocs.yml
package:themes/brief   beside this package
path:/srv/themes/own   anywhere else
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.store import stamps
from generator.store.stamps import Look, Stamp

FILES = "files"
"""The single files that are read, among the folders."""

_PACKAGE = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is read: folders whole, and single files."""

    root: Path
    folders: tuple[Path, ...]
    files: tuple[Path, ...]

    def looks(self, before: Mapping[str, Mapping[str, Stamp]], now: int) -> dict[str, Look]:
        """Each folder, and the single files, by name, against what they were."""
        found = {name_of(folder, self.root): folder for folder in self.folders}
        looks = {name: stamps.look(folder, before.get(name, {}), now) for name, folder in found.items()}
        looks[FILES] = look_at_files((name_of(file, self.root) for file in self.files), before.get(FILES, {}), self.root, now)
        return looks


def look_at_files(names: Iterable[str], before: Mapping[str, Stamp], root: Path, now: int) -> Look:
    """Single files, by name, against what they were; one that is not there is gone."""
    found: dict[str, Stamp] = {}
    for name in names:
        try:
            found[name] = stamps.stamp_of(place_of(name, root), now)
        except OSError:
            continue
    changed = {name for name, stamp in found.items() if name not in before or before[name].digest != stamp.digest}
    return Look(found, frozenset(changed), frozenset(before.keys() - found.keys()))


def name_of(path: Path, root: Path) -> str:
    """The name of a file or folder."""
    for kind, base in (("project", root), ("package", _PACKAGE)):
        if path.is_relative_to(base):
            return f"{kind}:{path.relative_to(base).as_posix()}"
    return f"path:{path.as_posix()}"


def place_of(name: str, root: Path) -> Path:
    """Where the file or folder of that name is."""
    kind, _, path = name.partition(":")
    return {"project": root, "package": _PACKAGE}.get(kind, Path()) / path
