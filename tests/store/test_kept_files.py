"""The files of a site in columns are what a mapping of folders would be, whatever changes are made to them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.building.outputs import Outputs
from generator.store.folder_files import FolderFiles
from generator.store.kept_files import Folder, KeptFiles

NAMES = st.text("ab/é.", max_size=4)
ROWS = st.dictionaries(NAMES, st.tuples(st.integers(0, 2**40), st.integers(0, 2**62)), max_size=3)
FOLDERS = st.dictionaries(NAMES, st.tuples(st.integers(0, 2**62), ROWS), max_size=6)
CHANGES = st.lists(st.dictionaries(NAMES, st.none() | st.tuples(st.integers(0, 2**62), ROWS), max_size=4), max_size=4)

Plain = tuple[int, dict[str, tuple[int, int]]]


def packed(folder: Plain | None) -> Folder | None:
    return (folder[0], FolderFiles.of(folder[1])) if folder else None


def plain(kept: KeptFiles) -> dict[str, Plain]:
    return {name: (time, files.rows()) for name, (time, files) in kept.items()}


@given(FOLDERS, CHANGES)
def test_columns_are_a_mapping(folders: dict[str, Plain], changes: list[dict[str, Plain | None]]) -> None:
    kept, oracle = KeptFiles.of({name: (time, FolderFiles.of(rows)) for name, (time, rows) in folders.items()}), dict(folders)
    for change in changes:
        kept = kept.changed({name: packed(folder) for name, folder in change.items()})
        oracle = {name: folder for name, folder in (oracle | change).items() if folder is not None}
        assert plain(kept) == oracle
        assert list(kept) == sorted(oracle)
        assert sorted(kept.with_files()) == sorted(name for name, (_, rows) in oracle.items() if rows)
    again = Outputs.of(kept).kept() if all("\0" not in name for name in oracle) else kept
    assert plain(again) == oracle
