import json

from generator.publish.annotations import annotations
from tests.publish.making import BODY, annotated, challenge, point


def test_each_statement_selects_its_quote() -> None:
    one = annotated(
        key_points=[point("It carries no lorries.", "No lorries.")], challenges=[challenge("The bridge was closed in spring.")]
    )

    page = json.loads(annotations(one.found, one.text, "https://x.example/briefs/bridge/", "en"))
    first, second = page["items"]
    assert first["id"] == "https://x.example/briefs/bridge/#point-1"
    assert first["body"] == {"type": "TextualBody", "value": "No lorries.", "format": "text/plain", "language": "en"}
    assert first["target"]["selector"] == {
        "type": "TextQuoteSelector",
        "exact": "It carries no lorries.",
        "prefix": " now crosses the river every hour. "[-32:],
        "suffix": " The council will decide in the autumn."[:32],
    }
    assert second["target"]["selector"]["prefix"] == ""
    assert second["motivation"] == "assessing"
    assert all(item["target"]["selector"]["exact"] in BODY for item in page["items"])
