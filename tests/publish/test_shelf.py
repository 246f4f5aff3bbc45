from hypothesis import given
from hypothesis import strategies as st

from generator.publish.shelf import ShelfInMemory, behind

KEYS = st.binary(max_size=3)
WRITES = st.lists(st.tuples(KEYS, st.binary(max_size=2) | st.none()), max_size=20)


@given(WRITES, KEYS, KEYS)
def test_what_was_put_last_stands_under_a_key_and_keys_are_in_order(
    writes: list[tuple[bytes, bytes | None]], first: bytes, end: bytes
) -> None:
    shelf, oracle = ShelfInMemory(), dict[bytes, bytes]()
    for key, value in writes:
        if value is None:
            shelf.delete(key)
            oracle.pop(key, None)
        else:
            shelf.put(key, value)
            oracle[key] = value
        assert shelf.get(key) == value
        assert list(shelf.items(first, end)) == sorted(item for item in oracle.items() if first <= item[0] < end)
        assert list(shelf.keys(first, end)) == sorted(one for one in oracle if first <= one < end)


@given(st.text(), st.text(), st.text())
def test_behind_a_prefix_is_behind_all_that_begin_with_it(prefix: str, rest: str, other: str) -> None:
    start = prefix.encode("utf-8", "replace")
    end = behind(start)

    assert start <= start + rest.encode("utf-8", "replace") < end
    key = other.encode("utf-8", "replace")
    assert (start <= key < end) == key.startswith(start)
