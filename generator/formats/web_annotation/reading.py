"""From the bytes of a JSON file to its annotations, in whichever of the forms it keeps them.

{"rows": […]}                                      Hypothesis' API       {"annotations": […]}   the export of its client
{"type": "AnnotationCollection", "first": {…}}     {"type": "AnnotationPage", "items": […]}     {"@graph": […]}
one annotation, or a list of any of these
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.errors import Refused
from generator.formats.web_annotation import hypothesis, json_ld
from generator.formats.web_annotation.annotation import WebAnnotation
from generator.formats.web_annotation.values import LONGEST, mapping, string

MOST = 50_000
_LISTS = ("rows", "annotations", "items", "@graph")


def read(content: bytes) -> tuple[WebAnnotation, ...]:
    """The annotations in a file. Raises Refused where it is no JSON or holds too many."""
    try:
        value = json.loads(content)
    except RecursionError:
        raise Refused("its values are nested too deep for annotations") from None
    except ValueError as error:
        raise Refused(f"it is no JSON ({error})") from None
    found: list[WebAnnotation] = []
    for number, entry in enumerate(_entries(value), 1):
        found.extend(_annotations(entry, number))
        if len(found) > MOST:
            raise Refused(f"it holds more than {MOST:,} annotations; import it in parts")
    return tuple(found)


def _entries(value: Any) -> Iterator[Any]:
    waiting = [value]
    while waiting:
        entry = waiting.pop()
        parts = entry if isinstance(entry, list) else _parts(mapping(entry))
        if parts is None:
            yield entry
        else:
            waiting += reversed(parts)


def _parts(entry: Any) -> list[Any] | None:
    """What a container holds; None where `entry` is none. A page's `next` is an address, which is not followed."""
    if "target" in entry:
        return None
    held = next((entry[name] for name in _LISTS if isinstance(entry.get(name), list)), None)
    if held is None and "first" in entry:
        return [entry["first"]]
    return held


def _annotations(entry: Any, number: int) -> Iterator[WebAnnotation]:
    if isinstance(entry, str) and entry.startswith(("http:", "https:")):
        yield WebAnnotation(number, fault=f"is only an address ({entry[:200]}): save what is there and import that")
        return
    given = mapping(entry)
    if not given.keys() & {"target", "uri", "references"}:
        yield WebAnnotation(number, fault="is no annotation: it has no target")
        return
    form = json_ld if given.keys() & {"type", "@context", "body", "bodyValue", "motivation"} else hypothesis
    for one in form.annotations(given, number):
        if max(len(one.text), len(one.selector.exact) if one.selector else 0) > LONGEST:
            yield WebAnnotation(number, string(given.get("id")), by=one.by, fault=f"is longer than {LONGEST:,} characters")
        else:
            yield one
