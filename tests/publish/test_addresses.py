import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.addresses import dropped, listed, read


@given(st.sets(st.from_regex(r"[a-z]{1,8}/", fullmatch=True)))
def test_what_is_listed_is_read_again(addresses: set[str]) -> None:
    assert read(listed(addresses)) == addresses
    assert listed(sorted(addresses)) == listed(sorted(addresses, reverse=True))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff", b'{"version": 2, "addresses": ["a/"]}', b'{"version": 1}', b"[" * 100_000]
)
def test_a_damaged_list_says_nothing(content: bytes) -> None:
    assert read(content) == frozenset()


def test_entries_that_are_no_addresses_are_passed_over() -> None:
    assert read(b'{"version": 1, "addresses": ["a/", 3, null, "x\\u001b[31m"]}') == {"a/"}


def test_what_is_gone_is_dropped() -> None:
    assert dropped(frozenset({"b/", "a/", "c/"}), ["c/", "d/"]) == ("a/", "b/")
