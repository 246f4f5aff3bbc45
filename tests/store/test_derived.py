from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from generator.store import derived

KEYS = st.binary(max_size=3)
WRITES = st.lists(st.tuples(KEYS, st.binary(max_size=2) | st.none(), st.booleans()), max_size=20)


@given(WRITES, KEYS, KEYS, st.sampled_from([derived._MOST_WAITING, derived._ROW]))
def test_a_shelf_tells_what_was_put_last_whether_it_waits_or_is_written(
    writes: list[tuple[bytes, bytes | None, bool]], first: bytes, end: bytes, most: int
) -> None:
    oracle = dict[bytes, bytes]()
    with TemporaryDirectory() as folder, mock.patch.object(derived, "_MOST_WAITING", most):
        state = derived.created(Path(folder) / "state")
        for key, value, is_read in writes:
            assert state.search.get(key) == oracle.get(key)
            if value is None:
                state.search.delete(key)
                oracle.pop(key, None)
            else:
                state.search.put(key, value)
                oracle[key] = value
            assert state.search.get(key) == value
            if is_read:
                assert list(state.search.items(first, end)) == sorted(one for one in oracle.items() if first <= one[0] < end)
                assert list(state.search.keys(first, end)) == sorted(one for one in oracle if first <= one < end)
        state.close()
        again = derived.opened(Path(folder) / "state")

        assert list(again.search.items(b"", b"\xff" * 9)) == sorted(oracle.items())
        assert all(again.search.get(key) == value for key, value in oracle.items())
        assert list(again.events.items(b"", b"\xff" * 9)) == []
        again.close()


def test_a_new_state_is_one_transaction_until_it_is_closed(tmp_path: Path) -> None:
    state = derived.created(tmp_path / "state.sqlite")
    assert state.connection.in_transaction
    state.search.put(b"a", b"1")
    state.search.settle()
    assert state.connection.in_transaction
    state.close()
    again = derived.opened(tmp_path / "state.sqlite")
    assert (again.search.get(b"a"), again.connection.in_transaction) == (b"1", True)
    again.connection.close()
