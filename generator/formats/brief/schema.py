"""The format of the front matter for editors: JSON Schema 2020-12, made from the model.

Keys of a person's own start with x_ and may hold anything. What a schema cannot say (that a date is in the calendar, that
a quote stands in the text) is left to `briefs check`.
"""

import json
from typing import Any

from generator.model import Brief

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def front_matter_schema() -> str:
    """The schema as indented JSON, ending in a line break."""
    schema = Brief.model_json_schema()
    del schema["properties"]["body"]
    schema["required"].remove("body")
    found = {"$schema": _DIALECT, "title": "The front matter of a brief"} | _open(
        {k: v for k, v in schema.items() if k != "title"}
    )
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _open(part: Any) -> Any:
    """The schema with every mapping open to keys of a person's own, and without the titles that repeat a key."""
    if isinstance(part, list):
        return [_open(one) for one in part]
    if not isinstance(part, dict):
        return part
    opened = {key: _open(value) for key, value in part.items() if key != "title" or isinstance(value, dict)}
    if part.get("additionalProperties") is False:
        opened["patternProperties"] = {"^x_": {"description": "A key of your own."}}
    return opened
