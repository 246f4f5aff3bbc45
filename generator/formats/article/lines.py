"""Plain text to blocks.

A line is a paragraph, unless the file is hard-wrapped: then the lines up to a blank one are, joined by a space, which is how
they read. Lists, quotations and headings are what their first characters and their length make them:

    item        "- x", "* x", "• x"; "1. x", "1) x", "(1) x" where the numbers run on from 1 (else the number stays in the text)
    quotation   "> x"
    heading     a short line without an end mark, before a sentence; "1. The cost problem" keeps its number

Double blanks inside a line stay.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.formats.article.sentence_shape import ends_sentence, is_sentence, is_title, words_in
from generator.model import Block

_BULLET = re.compile(r"(?:[•‣▪●◦∙·]|[-*+–—](?= )) {0,4}(?=\S)")
_NUMBER = re.compile(r"(?:(?P<dotted>\d{1,2})[.)、．] {0,4}|[(（](?P<bracketed>\d{1,2})[)）] {0,4})(?=[^\s\d])")
_QUOTE = re.compile(r"> ?(?=\S)")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_NARROWEST, _WIDEST = 40, 110


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    apart: bool
    """A blank line, or nothing, stands before it."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text whose line ends are LF."""
    groups = [[line.strip() for line in group.split("\n") if line.strip()] for group in _BLANK_LINES.split(text)]
    groups = [group for group in groups if group]
    width = _wrapped_at(groups)
    if width:
        groups = [_unwrapped(group, width) for group in groups]
    return _with_kinds([_Line(line, apart=at == 0) for group in groups for at, line in enumerate(group)])


def _wrapped_at(groups: list[list[str]]) -> int | None:
    """The width that the file is wrapped at, or None: most lines that go on are of like length and do not end a sentence."""
    lines = [line for group in groups for line in group]
    going_on = [line for group in groups for line in group[:-1]]
    if len(going_on) < 4 or max(map(len, lines)) > _WIDEST + 20:
        return None
    filled = [line for line in going_on if _NARROWEST <= len(line) <= _WIDEST + 20]
    open_ended = [line for line in filled if not ends_sentence(line)]
    if len(filled) < 0.6 * len(going_on) or len(open_ended) < 0.6 * len(filled):
        return None
    return max(map(len, lines))


def _unwrapped(group: list[str], width: int) -> list[str]:
    """A group's lines joined, but for a break that the width did not force."""
    joined = [group[0]]
    for before, line in pairwise(group):
        forced = len(before) + 1 + len(line.split()[0]) > 0.75 * width
        marked = _BULLET.match(line) or _NUMBER.match(line)
        if marked or not forced:
            joined.append(line)
        else:
            joined[-1] += " " + _QUOTE.sub("", line)
    return joined


def _with_kinds(lines: list[_Line]) -> tuple[Block, ...]:
    numbered = _numbered_items(lines)
    blocks: list[Block] = []
    for at, line in enumerate(lines):
        if at in numbered:
            number = _NUMBER.match(line.text)
            blocks.append(Block("item", line.text[number.end() if number else 0 :], ordered=True))
        elif (bullet := _BULLET.match(line.text)) and not _is_dialogue(lines, at):
            blocks.append(Block("item", line.text[bullet.end() :]))
        elif quote := _QUOTE.match(line.text):
            blocks.append(Block("quotation", line.text[quote.end() :]))
        else:
            blocks.append(Block("heading" if at and _is_heading(lines, at) else "paragraph", line.text))
    return tuple(blocks)


def _is_dialogue(lines: list[_Line], at: int) -> bool:
    """A dash opens a spoken line, or an aside, unless the line beside it has one too; a hyphen or a bullet is a list's."""
    dash = lines[at].text[0]
    beside = [lines[near].text[0] for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return (dash in "–—" and dash not in beside) or lines[at].text.rstrip(" ").endswith((" -", " –", " —", "—", "-"))


def _numbered_items(lines: list[_Line]) -> set[int]:
    """The lines of lists whose numbers run on from 1, which Markdown can number again; two short titles apart are headings."""
    items: set[int] = set()
    run: list[int] = []
    for at in range(len(lines) + 1):
        number = _number_of(lines[at].text) if at < len(lines) else None
        if number == len(run) + 1:
            run.append(at)
            continue
        items |= set(run) if len(run) > 1 else set()
        run = [at] if number == 1 else []
    return items


def _number_of(text: str) -> int | None:
    match = _NUMBER.match(text)
    return int(match["dotted"] or match["bracketed"]) if match else None


def _is_heading(lines: list[_Line], at: int) -> bool:
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if following is None or not following.text[:1] or words_in(line.text) > 12 or len(line.text) > 90:
        return False
    question = line.text.endswith(("?", "？")) and line.apart and following.apart and words_in(line.text) <= 8
    if not question and (not is_title(line.text) or ends_sentence(line.text)):
        return False
    opens = not line.text[0].islower() and line.text[0] not in "\"“‘'(,、&"
    apart = (line.apart and following.apart) or (not line.apart and not following.apart)
    return opens and (apart or line.apart) and is_sentence(following.text) and words_in(following.text) > words_in(line.text)
