import json

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.plain import plain, plain_json, plain_json_line, plain_values

TEXTS = st.text() | st.sampled_from(["null", "\\u0000", "a\x07b", "\x7f", "\x85", "\ufffe", "\ud800", "\xa0", "抖音", "\n\t"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES))
def test_json_holds_each_value_made_plain(values: dict[str, object]) -> None:
    expected = json.loads(json.dumps(plain_values(values)))

    assert json.loads(plain_json(values)) == json.loads(plain_json_line(values)) == expected


@given(TEXTS)
def test_what_is_plain_stays_so(text: str) -> None:
    assert plain(plain(text)) == plain(text)
