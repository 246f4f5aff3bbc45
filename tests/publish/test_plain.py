import json

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.plain import SLOT, form, json_file, plain, plain_json, plain_json_line, plain_values, quoted

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


@given(TEXTS, st.integers())
def test_a_form_that_is_filled_in_is_what_would_have_been_written(text: str, number: int) -> None:
    filled = form({"100 %": SLOT, "of": [{"number": SLOT, "%s": "%d"}]}) % (quoted(text), number)

    assert filled == quoted({"100 %": text, "of": [{"number": number, "%s": "%d"}]})


def test_a_json_file_has_a_line_for_each_key_and_each_object() -> None:
    assert (
        json_file({"a": 1, "b": [{"c": 2}, {"c": 3}], "d": []})
        == b'{\n "a": 1,\n "b": [\n  {"c": 2},\n  {"c": 3}\n ],\n "d": []\n}\n'
    )
