import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Refused
from generator.formats.web_annotation import WebAnnotation, read
from generator.formats.web_annotation.values import LONGEST
from generator.text.quotes import TextQuoteSelector

QUOTE = {"type": "TextQuoteSelector", "exact": "The boats", "prefix": "in. ", "suffix": " went"}
ROW = {
    "id": "abc",
    "created": "2024-05-02T21:09:33.123456+00:00",
    "updated": "2024-06-01T00:00:00+00:00",
    "user": "acct:ann@hypothes.is",
    "user_info": {"display_name": None},
    "uri": "https://x.example/briefs/tide/",
    "text": "Which *boats*?",
    "tags": ["boats"],
    "group": "__world__",
    "permissions": {"read": ["group:__world__"], "update": ["acct:ann@hypothes.is"]},
    "target": [
        {
            "source": "https://x.example/briefs/tide/",
            "selector": [{"type": "RangeSelector"}, {"type": "TextPositionSelector", "start": 3, "end": 9}, QUOTE],
        }
    ],
}
READ = WebAnnotation(
    1,
    id="abc",
    page="https://x.example/briefs/tide/",
    selector=TextQuoteSelector("The boats", "in. ", " went"),
    text="Which *boats*?",
    by="ann",
    created="2024-05-02T21:09:33.123456+00:00",
)
JSON_LD = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://y.example/1",
    "type": "Annotation",
    "motivation": "commenting",
    "creator": {"type": "Person", "name": "Ann Example"},
    "created": "2024-05-02T00:00:00Z",
    "body": {"type": "TextualBody", "value": "Which boats?", "format": "text/plain"},
    "target": {"source": "https://x.example/briefs/tide/#s2", "selector": QUOTE},
}


def reading(value: Any) -> tuple[WebAnnotation, ...]:
    return read(json.dumps(value).encode())


def only(value: Any) -> WebAnnotation:
    (one,) = reading(value)
    return one


@pytest.mark.parametrize(
    "value",
    [
        ROW,
        [ROW],
        {"total": 1, "rows": [ROW]},
        {"export_date": "2024", "export_userid": "acct:ann@hypothes.is", "client_version": "1", "annotations": [ROW]},
        [{"rows": [ROW]}],
    ],
)
def test_the_forms_of_hypothesis(value: Any) -> None:
    assert reading(value) == (READ,)


@pytest.mark.parametrize(
    "value",
    [
        JSON_LD,
        [JSON_LD],
        {"type": "AnnotationPage", "items": [JSON_LD], "next": "https://y.example/page2"},
        {"type": "AnnotationCollection", "total": 1, "first": {"type": "AnnotationPage", "items": [JSON_LD]}},
        {"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": [JSON_LD]},
    ],
)
def test_the_forms_of_json_ld(value: Any) -> None:
    one = only(value)

    assert (one.id, one.page) == ("https://y.example/1", "https://x.example/briefs/tide/#s2")
    assert (one.by, one.date) == ("Ann Example", "2024-05-02")
    assert (one.selector, one.text) == (READ.selector, "Which boats?")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"user_info": {"display_name": "Ann  Example"}}, {"by": "Ann Example"}),
        ({"user": 3}, {"by": None}),
        ({"text": ""}, {"text": ""}),
        ({"text": "One.\r\nTwo.\x00\u202e"}, {"text": "One.\nTwo."}),
        ({"text": "<b>One</b> &amp; two"}, {"text": "<b>One</b> &amp; two"}),
        ({"references": ["root", 3, "parent"]}, {"answers": ("root", "parent")}),
        ({"permissions": {"read": ["acct:ann@hypothes.is"]}}, {"is_private": True}),
        ({"permissions": {"read": ["group:abc"]}}, {"is_private": False}),
        ({"target": [{"source": "x"}]}, {"selector": None}),
        ({"target": "nonsense"}, {"selector": None}),
        ({"target": [{"selector": [{"type": "TextPositionSelector", "start": 1, "end": 2}]}]}, {"selector": None}),
        ({"target": [{"selector": [{**QUOTE, "exact": 3}]}]}, {"selector": None}),
        ({"target": [{"selector": [{**QUOTE, "exact": " \n"}]}]}, {"selector": None}),
        ({"target": [{"selector": {**QUOTE, "prefix": None}}]}, {"selector": TextQuoteSelector("The boats", "", " went")}),
        ({"created": "2024-02-30T00:00:00Z"}, {"date": None}),
        ({"created": 5}, {"date": None}),
        ({"uri": None}, {"page": "https://x.example/briefs/tide/"}),
    ],
)
def test_what_a_row_says(changes: dict[str, Any], expected: dict[str, Any]) -> None:
    one = only(ROW | changes)

    assert {name: getattr(one, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"creator": "acct:bo@hypothes.is"}, {"by": "bo"}),
        ({"creator": "https://y.example/bo"}, {"by": "https://y.example/bo"}),
        ({"creator": "mailto:bo@y.example"}, {"by": None}),
        ({"creator": {"id": "https://y.example/bo", "nickname": "bo"}}, {"by": "bo"}),
        ({"creator": [{"name": "Ann"}, {"name": ["Bo", "Boris"]}]}, {"by": "Ann, Bo"}),
        ({"body": None, "bodyValue": "Plain."}, {"text": "Plain."}),
        ({"body": "https://y.example/a-video"}, {"text": ""}),
        ({"body": [{"value": "One."}, {"value": "tag", "purpose": "tagging"}, {"value": "Two."}]}, {"text": "One.\n\nTwo."}),
        (
            {"body": {"value": "<p>One &amp; <b>two</b>.</p><script>x()</script><p>Three.</p>", "format": "text/html"}},
            {"text": "One & two.\nThree."},
        ),
        ({"body": {"type": "Choice", "items": [{"value": "First."}, {"value": "Second."}]}}, {"text": "First."}),
        ({"body": {"type": "SpecificResource", "source": {"value": "Inner."}}}, {"text": "Inner."}),
        ({"target": "https://x.example/"}, {"page": "https://x.example/", "selector": None}),
        ({"target": {"source": {"id": "https://x.example/"}}}, {"page": "https://x.example/"}),
        (
            {"target": {"source": "x", "selector": {"type": "CssSelector", "value": "p", "refinedBy": QUOTE}}},
            {"selector": READ.selector},
        ),
        (
            {"target": {"source": "x", "selector": {**QUOTE, "exact": "The boats went", "refinedBy": QUOTE}}},
            {"selector": READ.selector},
        ),
        (
            {"target": {"source": "x", "selector": [{"type": ["TextQuoteSelector"], "exact": "A"}, QUOTE]}},
            {"selector": TextQuoteSelector("A")},
        ),
        ({"motivation": ["replying"], "target": "https://y.example/0"}, {"answers": ("https://y.example/0",)}),
    ],
)
def test_what_json_ld_says(changes: dict[str, Any], expected: dict[str, Any]) -> None:
    one = only(JSON_LD | changes)

    assert {name: getattr(one, name) for name in expected} == expected


def test_an_annotation_of_two_places_is_two() -> None:
    target = JSON_LD["target"]

    assert [(one.number, one.selector) for one in reading(JSON_LD | {"target": [target, target]})] == [(1, READ.selector)] * 2


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (3, "is no annotation: it has no target"),
        ({}, "is no annotation: it has no target"),
        ("https://y.example/1", "is only an address (https://y.example/1): save what is there and import that"),
        ({"type": "AnnotationCollection", "first": "https://y.example/p1"}, "is only an address (https://y.example/p1)"),
        (ROW | {"text": "x" * (LONGEST + 1)}, "is longer than 10,000 characters"),
        (ROW | {"target": [{"selector": [{**QUOTE, "exact": "x" * (LONGEST + 1)}]}]}, "is longer than 10,000 characters"),
    ],
)
def test_what_is_no_annotation_says_why(entry: Any, fault: str) -> None:
    first, second = reading([ROW, entry])

    assert first == READ
    assert second.number == 2
    assert second.fault.startswith(fault)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no JSON"),
        (b"\xff\xfe\x00", "it is no JSON"),
        (b"user,text\nann,x\n", "it is no JSON"),
        (b"[" * 200_000, "its values are nested too deep for annotations"),
        (b"9" * 10_000, "it is no JSON"),
        (b"[" + b"3," * 50_001 + b"3]", "it holds more than 50,000 annotations"),
    ],
)
def test_a_file_that_holds_none_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read(content)


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.sampled_from([QUOTE, ROW, JSON_LD]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*ROW, *JSON_LD, "rows", "items", "first", "selector", "exact", "value", "refinedBy", "references"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(VALUES)
def test_whatever_stands_in_a_file_is_read(value: Any) -> None:
    for one in reading(value):
        assert one.fault or isinstance(one.text, str)
        assert one.by is None or one.by.strip()


def test_html_of_any_depth_is_read_in_time() -> None:
    text = "<b>" * 3_333

    started = time.process_time()
    only(JSON_LD | {"body": {"value": text, "format": "text/html"}})
    only(JSON_LD | {"body": {"value": "<br" * 3_333, "format": "text/html"}})

    assert time.process_time() - started < 2
