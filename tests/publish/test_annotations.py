import json
from typing import Any

import pytest

from generator.model import Note
from generator.publish.annotations import annotations
from generator.publish.page import Annotated
from generator.publish.plain import json_file
from tests.publish.making import BODY, annotated, challenge, point

URL = "https://x.example/briefs/bridge/"
HTML = f'<body><p>The bridge</p><div class="text" id="article-text">\n<p>{BODY}</p></div></body>'


def items(one: Annotated, html: str = HTML) -> list[Any]:
    written = annotations(one, URL, html)
    found: dict[str, Any] = json.loads(written)
    assert written == json_file(found)
    return list(found["items"])


def test_each_statement_selects_its_quote() -> None:
    one = annotated(
        key_points=[point("It carries no lorries.", "No lorries.")], challenges=[challenge("The bridge was closed in spring.")]
    )

    first, second = items(one)
    assert first["id"] == f"{URL}#point-1"
    assert first["body"] == {"type": "TextualBody", "value": "No lorries.", "format": "text/plain", "language": "en"}
    at = BODY.index("It carries") + 1
    assert first["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "It carries no lorries.",
            "prefix": " now crosses the river every hour. "[-32:],
            "suffix": " The council will decide in the autumn."[:32],
        },
        {
            "type": "CssSelector",
            "value": "#article-text",
            "refinedBy": {"type": "TextPositionSelector", "start": at, "end": at + len("It carries no lorries.")},
        },
    ]
    assert second["target"]["selector"][0]["prefix"] == "\n"
    assert second["motivation"] == "assessing"


def test_where_the_page_does_not_hold_the_text_the_quote_is_all() -> None:
    one = annotated(challenges=[challenge("The bridge was closed in spring.")])

    (item,) = items(one, "<body><p>Another template.</p></body>")
    assert item["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "The bridge was closed in spring.",
            "prefix": "",
            "suffix": " Engineers had found cracks in two of its piers."[:32],
        }
    ]


def test_a_note_within_a_quote_is_no_part_of_it() -> None:
    first = "The bridge was closed in spring."
    one = annotated(key_points=[point(f"{first} Engineers had found cracks in two of its piers.")])
    html = HTML.replace(first, f'{first}<span class="note">Really?</span>')

    (item,) = items(one, html)
    quote, position = item["target"]["selector"]
    assert quote["exact"] == f"{first} Engineers had found cracks in two of its piers."
    assert (position["refinedBy"]["start"], position["refinedBy"]["end"]) == (1, 1 + len(quote["exact"]) + len("Really?"))


@pytest.mark.parametrize(
    ("by", "date", "made"),
    [
        (
            "Ann",
            "2024-05-02",
            {"creator": {"type": "Person", "name": "Ann"}, "created": "2024-05-02T00:00:00Z"},
        ),
        ("Ann", "2024-05", {"creator": {"type": "Person", "name": "Ann"}}),
        (None, "2024-05-02?", {}),
        (None, None, {}),
    ],
)
def test_a_note_says_who_wrote_it_and_when(by: str | None, date: str | None, made: dict[str, Any]) -> None:
    (item,) = items(annotated(notes=[Note(quote="It carries no lorries.", text="None?", by=by, date=date)]))

    assert {name: value for name, value in item.items() if name in ("creator", "created")} == made
    assert item["motivation"] == "commenting"
