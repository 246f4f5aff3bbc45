import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.slugs import LONGEST, is_slug, slug_of

# Names about as long as a slug may be, with a space anywhere.
LONG = st.lists(st.integers(1, LONGEST), min_size=1, max_size=6).map(
    lambda lengths: " ".join("a" * length for length in lengths)
)
STEMS = st.text() | LONG


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("douyin-taobao", "douyin-taobao"),
        ("The Wall, 2nd part", "the-wall-2nd-part"),
        ("Café au lait", "cafe-au-lait"),
        ("../../etc/passwd", "etc-passwd"),
        ("--help", "help"),
        ("a__b", "a-b"),
        (f"{'a' * 70} {'b' * 20}", f"{'a' * 70}-3df14c43"),
    ],
)
def test_readable_names(stem: str, slug: str) -> None:
    assert slug_of(stem) == slug


@pytest.mark.parametrize("stem", ["抖音", "淘宝", "CON", "index", "…", "Москва 2", "x" * 300])
def test_names_that_would_be_lost_or_are_reserved_get_a_digest(stem: str) -> None:
    assert is_slug(slug_of(stem))
    assert slug_of(stem)[-8:].isalnum()
    assert slug_of(stem) != slug_of(stem + "x")


@given(STEMS)
def test_every_slug_is_portable(stem: str) -> None:
    slug = slug_of(stem)

    assert is_slug(slug)
    assert slug.isascii()
    assert "/" not in slug


@given(STEMS)
def test_a_slug_of_a_slug_is_itself(stem: str) -> None:
    slug = slug_of(stem)

    assert slug_of(slug) == slug
