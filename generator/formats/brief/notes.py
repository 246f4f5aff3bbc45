"""Writes notes into the text of a brief behind those that it has, and leaves every other character where it stands."""

import re
from collections.abc import Iterator, Sequence

from generator.errors import BriefsError, InvalidBrief
from generator.formats.brief.outline import Field, Outline, outline
from generator.formats.brief.parse import BriefFile, parse
from generator.formats.brief.render import inline, item
from generator.formats.brief.splice import gap_for, indented
from generator.model import Note, Span

_HYPHEN = re.compile(r"^( *)-(?=[ \r\n])", re.MULTILINE)


def with_notes(file: BriefFile, notes: Sequence[Note]) -> str:
    """The text of the brief with `notes` behind its own. Raises BriefsError where that cannot be had without touching more."""
    drawn = outline(file.parts)
    meant = file.brief.model_copy(update={"notes": (*file.brief.notes, *notes)})
    for text in _attempts(drawn, notes) if drawn else ():
        try:
            if parse(text, file.path).brief == meant:
                return text
        except InvalidBrief:
            continue
    raise BriefsError("its notes stand in a form that none can be added to; write each below 'notes:', behind a hyphen")


def _attempts(drawn: Outline, notes: Sequence[Note]) -> Iterator[str]:
    """The ways in which the list may go on, by how it is written; which of them is right, reading it again says."""
    field = drawn.field("notes")
    if field is None:
        yield _with(drawn, gap_for(drawn, "notes"), f"notes:\n{_items(notes, 2)}")
    elif field.style == "lines":
        hyphen = _HYPHEN.search(drawn.file.text, field.colon, field.span.end)
        yield _with(drawn, _end(field), _items(notes, len(hyphen[1]) if hyphen else 2))
    elif field.style == "empty":
        ended = _with(drawn, _end(field), _items(notes, 2))
        yield ended[: field.colon] + ended[field.value.end :]
    elif field.style == "brackets":
        bracket, more = Span(field.value.end - 1, field.value.end - 1), ", ".join(map(inline, notes))
        yield _with(drawn, bracket, f", {more}")
        yield _with(drawn, bracket, more)


def _end(field: Field) -> Span:
    return Span(field.span.end, field.span.end)


def _items(notes: Sequence[Note], indent: int) -> str:
    return "".join(indented(item(note), indent) for note in notes)


def _with(drawn: Outline, span: Span, added: str) -> str:
    text = drawn.file.text
    return text[: span.start] + added.replace("\n", drawn.file.line_break) + text[span.end :]
