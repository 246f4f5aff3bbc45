"""What an editor's completion shows comes from the schema, so each key must say what it is for."""

import json
from collections.abc import Iterator
from typing import Any

from generator.formats.brief.schema import front_matter_schema


def undescribed(part: dict[str, Any], place: str) -> Iterator[str]:
    for key, value in part.get("properties", {}).items():
        if "description" not in value:
            yield f"{place}{key}"


def test_every_key_is_described() -> None:
    schema = json.loads(front_matter_schema())
    found = [
        *undescribed(schema, ""),
        *(one for name, part in schema["$defs"].items() for one in undescribed(part, f"{name}.")),
    ]

    assert found == []
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"title", "key_points", "notes"} <= schema["properties"].keys()
