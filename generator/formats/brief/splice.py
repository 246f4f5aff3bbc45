"""Writes what is the machine's into the text of a brief, and leaves every other character where it stands.

The text is never written anew: each field and item that changes is one edit of the characters that the outline gives for it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.formats.brief.outline import Field, Outline
from generator.formats.brief.places import LISTS
from generator.formats.brief.render import entry, inline, item
from generator.model import Brief, Generated, Span

Steps = Sequence[tuple[int | None, int | None]]
"""A list as it is to be: numbers of the item in the file and of the fresh one; both where one takes the other's place."""


@dataclass(frozen=True, slots=True)
class _Edit:
    span: Span
    text: str


def splice(outline: Outline, fresh: Brief, fields: Collection[str], lists: Mapping[str, Steps]) -> str:
    """The text in which `fields` and the items of `lists` are those of `fresh`, and all of `generated` is."""
    text, edits = outline.file.text, list(_edits(outline, fresh, fields, lists))
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [text[at : edit.span.start], edit.text.replace("\n", outline.file.line_break)]
        at = edit.span.end
    return "".join(pieces) + text[at:]


def _edits(outline: Outline, fresh: Brief, fields: Collection[str], lists: Mapping[str, Steps]) -> Iterator[_Edit]:
    for name in type(fresh).model_fields:
        if name == "generated" and fresh.generated is not None:
            yield from _generated(outline, fresh.generated)
        elif name == "body" and name in fields:
            yield from _body(outline, fresh.body)
        elif name in LISTS and name in lists:
            yield from _list(outline, name, getattr(fresh, name), lists[name])
        elif name in fields:
            yield from _field(outline, name, entry(name, getattr(fresh, name)))


def _field(outline: Outline, name: str, source: str) -> Iterator[_Edit]:
    field = outline.field(name)
    span = field.span if field else gap_for(outline, name)
    if span.of(outline.file.text) != source:
        yield _Edit(span, source)


def gap_for(outline: Outline, name: str) -> Span:
    """Where a key goes that is not there: after the last of those that come before it."""
    names = list(Brief.model_fields)
    earlier = names[: names.index(name)]
    at = max((field.span.end for field in outline.fields if field.key in earlier), default=outline.file.head.start)
    return Span(at, at)


def _body(outline: Outline, body: str) -> Iterator[_Edit]:
    span = outline.file.body
    if outline.file.body_text != body:
        is_first = span.start == span.end and not outline.file.text.endswith("\n")
        yield _Edit(span, f"\n{body}" if is_first else body)


def _list(outline: Outline, name: str, fresh: Sequence[Any], steps: Steps) -> Iterator[_Edit]:
    field = outline.field(name)
    if field is None:
        if steps:
            yield _Edit(gap_for(outline, name), f"{name}:\n" + "".join(item(fresh[new or 0]) for _, new in steps))
        return
    yield from _items(field, outline.file.text, fresh, steps)
    if steps and not field.items:
        yield _Edit(Span(field.colon, field.value.end), "")
    if field.items and not steps:
        yield _Edit(Span(field.colon, field.colon), " []")


def _items(field: Field, text: str, fresh: Sequence[Any], steps: Steps) -> Iterator[_Edit]:
    staying = {old for old, _ in steps if old is not None}
    yield from (_Edit(one.span, "") for number, one in enumerate(field.items) if number not in staying)
    at = field.items[0].span.start if field.items else field.span.end
    for old, new in steps:
        source = "" if new is None else indented(item(fresh[new]), field.indent)
        if old is None:
            yield _Edit(Span(at, at), source)
            continue
        span = field.items[old].span
        at = span.end
        if new is not None and span.of(text) != source:
            yield _Edit(span, source)


def indented(source: str, indent: int) -> str:
    """The lines of an item as `render.item` writes them, its hyphen in column `indent`."""
    return "".join(f"{' ' * indent}{line[2:]}" for line in source.splitlines(keepends=True))


def _generated(outline: Outline, generated: Generated) -> Iterator[_Edit]:
    field = outline.field("generated")
    parts = {part.key: part for part in field.parts} if field else {}
    at = min((part.span.start for part in parts.values()), default=0)
    row = outline.file.text[at:]
    margin = row[: len(row) - len(row.lstrip(" "))]
    for name in type(generated).model_fields:
        part, value = parts.get(name), getattr(generated, name)
        if part:
            at = part.span.end
            if part.value.of(outline.file.text) != inline(value):
                yield _Edit(part.value, inline(value))
        elif value is not None:
            yield _Edit(Span(at, at), f"{margin}{name}: {inline(value)}\n")
