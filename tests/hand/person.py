"""What a person does to the text of a brief, in the ways that people write YAML. Knows nothing of the generator.

An edit gives the new text and the characters that are the person's from then on.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

LISTS = ("key_points", "challenges", "timeline")


@dataclass(frozen=True)
class Edit:
    text: str
    mine: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    """Blocks that stood before and that the person changed or took away."""


def head_of(text: str) -> tuple[list[str], int, int]:
    """The lines of the file, and the numbers of the first line of the front matter and of the closing fence."""
    lines = text.splitlines(keepends=True)
    return lines, 1, next(n for n, line in enumerate(lines) if n and line.rstrip() == "---")


def sections(text: str) -> dict[str, tuple[int, int]]:
    """The lines of each top-level key: from its own to the last that is indented or begins an item."""
    lines, first, last = head_of(text)
    found: dict[str, tuple[int, int]] = {}
    key = ""
    for number in range(first, last):
        match = re.match(r"(\w+):", lines[number])
        if match:
            key = match[1]
            found[key] = (number, number + 1)
        elif key and re.match(r" +[^ #\r\n]", lines[number]):
            found[key] = (found[key][0], number + 1)
    return found


def items(text: str, name: str) -> list[tuple[int, int]]:
    """The lines of each item of a list."""
    lines, _, _ = head_of(text)
    start, end = sections(text).get(name, (0, 0))
    starts = [n for n in range(start + 1, end) if re.match(r" *- ", lines[n])]
    found = []
    for begin, limit in zip(starts, [*starts[1:], end], strict=False):
        last = max(n for n in range(begin, limit) if n == begin or re.match(r"    +[^ #\r\n]", lines[n]))
        while any("|+" in line for line in lines[begin : last + 1]) and not lines[last + 1].strip():
            last += 1
        found.append((begin, last + 1))
    return found


def item_text(text: str, name: str, number: int) -> str:
    begin, end = items(text, name)[number]
    return "".join(head_of(text)[0][begin:end])


def replace_lines(text: str, begin: int, end: int, new: str) -> Edit:
    lines, _, _ = head_of(text)
    old = "".join(lines[begin:end])
    return Edit("".join(lines[:begin]) + new + "".join(lines[end:]), (new,) if new.strip() else (), (old,) if old else ())


def written(key: str, value: str, style: int) -> str:
    """`key: value` in one of the styles of YAML, at the indentation of an item's keys."""
    forms: tuple[Callable[[], str], ...] = (
        lambda: f'    {key}: "{value}"\n',
        lambda: f"    {key}: '{value}'\n",
        lambda: f"    {key}: {value}\n",
        lambda: f'    {key}:   "{value}"   # a remark\n',
        lambda: f"    {key}: |-\n      {value}\n",
        lambda: f"    {key}: >-\n      {value.replace(' ', chr(10) + '      ', 1)}\n",
        lambda: f'    "{key}": "{value.replace(" ", chr(10) + "       ", 1)}"\n',
        lambda: f"    {key}: |+\n      {value}\n\n",
        lambda: f"    # a remark above\n    {key}: '{value}'\n",
    )
    return forms[style % len(forms)]()


def edit_item(text: str, name: str, number: int, key: str, value: str, style: int) -> Edit:
    """Another value for one key of an item, the item otherwise as it is."""
    begin, end = items(text, name)[number]
    lines = "".join(head_of(text)[0][begin:end])
    new = written(key, value, style)
    pattern = re.compile(rf'^    "?{key}"?:.*\r?\n(?:      +.*\r?\n)*', re.MULTILINE)
    spaced = "    " + lines.lstrip(" ").removeprefix("- ") if lines.lstrip(" ").startswith("- ") else lines
    changed = pattern.sub(lambda _: new, spaced, count=1)
    if changed == spaced:
        return Edit(text)
    first = re.search(r"^    [^ #]", changed, re.MULTILINE)
    at = first.start() if first else 0
    # A remark above the first key goes above the item's hyphen.
    above, item = changed[:at], "  - " + changed[at + 4 :]
    # Blank lines belong to the item only where a block scalar keeps them.
    mine = item if "|+" in item else item.rstrip()
    return Edit(replace_lines(text, begin, end, above + item).text, (above, mine) if above else (mine,))


def new_item(name: str, words: str, quote: str, style: int) -> str:
    title = '    title: "Mine"\n' if name == "challenges" else ""
    date = '    date: "2020-01"\n' if name == "timeline" else ""
    if style % 3 == 0:
        extra = {"challenges": "title: Mine, ", "timeline": "date: '2020-01', "}.get(name, "")
        return f'  - {{{extra}text: "{words}", quote: "{quote}"}}\n'
    lines = title + date + written("text", words, style if style % 9 != 8 else 0) + f'    quote: "{quote}"\n'
    return "  - " + lines[4:]


def add_item(text: str, name: str, at: int, new: str) -> Edit:
    lines, _, _ = head_of(text)
    places = items(text, name)
    if places:
        line = places[at][0] if at < len(places) else places[-1][1]
        return Edit("".join(lines[:line]) + new + "".join(lines[line:]), (new,))
    if name not in sections(text):
        return Edit(text)
    begin, end = sections(text)[name]
    header = f"{name}:\n"
    return Edit("".join(lines[:begin]) + header + new + "".join(lines[end:]), (new,))


def delete_item(text: str, name: str, number: int) -> Edit:
    begin, end = items(text, name)[number]
    whole = replace_lines(text, begin, end, "")
    if items(whole.text, name):
        return whole
    start, _ = sections(whole.text)[name]
    lines, _, _ = head_of(whole.text)
    return Edit("".join(lines[:start]) + f"{name}: []\n" + "".join(lines[start + 1 :]), (), whole.gone)


def swap(text: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    """Two ranges of lines in each other's places."""
    lines, _, _ = head_of(text)
    (a, b), (c, d) = sorted((one, other))
    return "".join([*lines[:a], *lines[c:d], *lines[b:c], *lines[a:b], *lines[d:]])


def insert_line(text: str, at: int, line: str) -> Edit:
    """A comment, a blank line or a key of one's own before line `at`."""
    lines, _, _ = head_of(text)
    return Edit("".join(lines[:at]) + line + "".join(lines[at:]), (line,) if line.strip() else ())


def edit_field(text: str, key: str, value: str, style: int) -> Edit:
    found = sections(text).get(key)
    if found is None:
        return Edit(text)
    new = re.sub(r"^    ", "", written(key, value, style), flags=re.MULTILINE)
    return replace_lines(text, *found, new)
