"""The account of the addresses that a site has, kept so that the next build can say which it would drop."""

from collections.abc import Iterable
from pathlib import Path

from generator import store
from generator.publish import addresses


def has_account(root: Path) -> bool:
    """Whether the addresses of the last build's site were written down."""
    return store.exists(_file(root))


def keep_account(root: Path, now: Iterable[str], faulty: Iterable[str], *, is_kept: bool = False) -> list[str]:
    """Writes down the addresses of a site, and gives a line for each that the last build had and this one drops.

    Where they are kept they stay in the account, and are told again. Those of `faulty` briefs are not given up, and the faults
    are told: they stay. Raises BriefsError.
    """
    file = _file(root)
    before = store.read(file) if store.exists(file) else None
    known = addresses.read(before or b"")
    here = known.intersection(faulty).union(now)
    gone = addresses.dropped(known, here)
    listed = addresses.listed(here.union(gone) if is_kept else here)
    if listed != before:
        store.replace(file, listed, before)
    return [f"{one} was published by the last build and is gone: name it in the 'aliases' of a brief" for one in gone]


def _file(root: Path) -> store.StoredFile:
    return store.StoredFile(root / addresses.FILE, addresses.FILE)
