"""The records of a build: a state is known again by its bytes, and records are believed only where the disk bears them out."""

import os
from pathlib import Path

import pytest

from generator import store
from generator.building.records import folder_of, is_state, state_stamp


def test_a_state_is_known_again_though_it_was_copied_and_not_once_a_byte_is_another(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    state.write_bytes(bytes(range(256)) * 10_000)
    stamp = state_stamp(state)
    os.utime(state, ns=(1, 1))
    assert is_state(state, stamp)

    with state.open("r+b") as opened:
        opened.seek(1_500_000)
        opened.write(b"\xff\xfe")
    assert not is_state(state, stamp)


def test_a_record_is_replaced_without_waiting_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def waited(_handle: int) -> None:
        raise AssertionError("a record need not survive a failure of the machine")

    monkeypatch.setattr(os, "fsync", waited)
    file = store.StoredFile(tmp_path / ".briefs/site/manifest", "manifest")
    store.write_record(file, b"one")
    store.write_record(file, b"two")

    assert store.read_record(file) == b"two"
    assert [path.name for path in file.path.parent.iterdir()] == ["manifest"]


def test_the_records_of_a_site_in_briefs_stand_beside_it(tmp_path: Path) -> None:
    assert folder_of(tmp_path, tmp_path / ".briefs/preview/site") == tmp_path / ".briefs/preview"
    assert folder_of(tmp_path, tmp_path / "site") == tmp_path / ".briefs/site"
    assert folder_of(tmp_path, tmp_path / "public/site") == tmp_path / ".briefs/public-site"
