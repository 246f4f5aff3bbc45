"""Where a build keeps its manifest and its state, and how it finds what the last one left.

The folder is named for the site's: `.briefs/site/` where the site is in `site/`; outside the project, by a digest of its path.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from generator import store
from generator.building.manifest import Manifest, Unusable, read
from generator.store import derived, stamps
from generator.store.derived import State
from generator.store.halves import aside
from generator.store.stamps import Stamp

FOLDER, MANIFEST, STATE = ".briefs", "manifest", "state.sqlite"
_ELSEWHERE = "elsewhere-"

_LARGE = 30_000_000
"""Bytes of a state that a second process had better read: 120 MB take 30 ms, to fork 3."""


def folder_of(root: Path, site: Path) -> Path:
    """The folder of the records of the build into `site`: the one it stands in, where that is in .briefs/ itself."""
    if site.parent.parent == root / FOLDER:
        return site.parent
    if site.is_relative_to(root) and site != root:
        return root / FOLDER / "-".join(site.relative_to(root).parts)
    return root / FOLDER / f"{_ELSEWHERE}{hashlib.blake2b(os.fsencode(site), digest_size=6).hexdigest()}"


def is_elsewhere(folder: Path) -> bool:
    """Whether these are the records of a site outside the project."""
    return folder.name.startswith(_ELSEWHERE)


def manifest_file(folder: Path) -> store.StoredFile:
    """The file of the manifest."""
    return store.StoredFile(folder / MANIFEST, f"{FOLDER}/{folder.name}/{MANIFEST}")


def manifests(root: Path) -> Iterator[store.StoredFile]:
    """The manifests of all sites of the project in `root`, there or not."""
    with suppress(OSError):
        for name in sorted(os.listdir(root / FOLDER)):
            yield manifest_file(root / FOLDER / name)


def last(folder: Path) -> Manifest:
    """What the last build left, with a state to go with it. Raises Unusable."""
    try:
        found = read(store.read_record(manifest_file(folder)))
    except OSError:
        raise Unusable("is missing") from None
    if not is_state(folder / STATE, found.state):
        raise Unusable("is damaged")
    return found


def is_state(path: Path, stamp: Stamp) -> bool:
    """Whether the state's file is the one of that stamp."""
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns, status.st_ctime_ns) == (stamp.size, stamp.mtime, stamp.ctime):
            return True
        return status.st_size == stamp.size and state_stamp(path).digest == stamp.digest
    except OSError:
        return False


def state_stamp(path: Path) -> Stamp:
    """What tells the state's file from others: size, times, and for a copy of it CRC-32. Raises OSError.

    Damage is what is to be found, and the file is read at the end of each build: 17 MB took 11 ms by BLAKE2b, 2 ms by CRC-32.
    """
    status = os.stat(path)
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, f"{stamps.checksum_of(path):08x}")


def begun_stamp(path: Path) -> Callable[[], Stamp]:
    """Begins to look at the state's file, a large one aside, and gives what waits for its stamp. Raises OSError."""
    look = partial(state_stamp, path)
    if os.stat(path).st_size < _LARGE:
        return look
    answer = aside(look)
    return lambda: Stamp._make(answer())


def forget(folder: Path) -> None:
    """Takes the manifest away, so that a build that is cut off is followed by a clean one. Raises OSError."""
    store.remove_record(manifest_file(folder))


def fresh_state(folder: Path) -> State:
    """An empty state. Raises sqlite3.Error and OSError."""
    return derived.created(folder / STATE)


def kept_state(folder: Path) -> State:
    """The state that the last build left. Raises sqlite3.Error."""
    return derived.opened(folder / STATE)
