"""An lxml tree to blocks, in the order of the page and in its own characters: what a browser would show, block by block.

    h1 to h6            heading
    li                  item (ordered within ol); what follows its first block is a paragraph
    blockquote          quotation
    other block boxes   paragraph
    br br               parts two paragraphs; a single br is a blank

Blanks collapse as a browser collapses them, except no-break spaces. Each block knows in what place it stands and whether that
is at the side of the page (navigation, forms, comments, captions, hidden parts). The walk does not choose: `html` does.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from generator.formats.article.characters import clean
from generator.formats.article.word_lists import section
from generator.model import Block, BlockKind

_SKIPPED = frozenset(section("page_elements.txt", "skipped"))
_BLOCKS = frozenset(section("page_elements.txt", "blocks"))
_SIDE = frozenset(section("page_elements.txt", "side"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|replies|related|recirc\w{0,12}|recommend\w{0,8}|newsletter|sidebar|share|social|"
    r"promo|advert\w{0,10}|cookie|breadcrumbs?|caption|credit|tags|popup|modal|signup|footer|outbrain|taboola|twitter-tweet|instagram-media|tooltip)(?:$|[\s_-])"
)
_NEVER_SIDE = frozenset(("html", "body", "main", "article"))
_HIDDEN = re.compile(r"display ?: ?none|visibility ?: ?hidden")
# A private-use character cannot come out of `clean` as anything else.
_BREAK = "\ue00b"
_PARTING = re.compile(f"{_BREAK}[ \n{_BREAK}]*{_BREAK}")
_BLANKS = re.compile(f"[ \n{_BREAK}]+")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block as it stands on the page.

    `tag` is its element's. `place` is the same number for all blocks whose elements stand in like containers: equal tags and
    classes all the way up, within the same <article>. `is_link` says that the whole block is one or more links.
    """

    block: Block
    tag: str
    place: int
    at_side: bool
    is_link: bool


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: the open elements, and the text gathered since the last block began."""

    tags: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    known_places: dict[tuple[int, str, str, int], int] = field(default_factory=dict)
    linked: int = 0
    """How many characters of `text` stand in links."""
    links: int = 0
    """How many links are open."""
    side_from: int = 0
    """How many elements were open where the side of the page began; 0 outside it."""
    text: list[str] = field(default_factory=list)
    blocks: list[PageBlock] = field(default_factory=list)
    items: list[bool] = field(default_factory=list)
    """For each open li, whether its first block is still to come."""
    articles: int = 0


def page_blocks(tree: Any) -> tuple[PageBlock, ...]:
    """Every visible block under `tree`."""
    walk = _Walk()
    steps = etree.iterwalk(tree, events=("start", "end"))
    for event, element in steps:
        if event == "start":
            if element.tag in _SKIPPED:
                steps.skip_subtree()
                _start(walk, element, skipped=True)
            else:
                _start(walk, element)
        else:
            _end(walk, element)
    _flush(walk)
    return tuple(walk.blocks)


def _start(walk: _Walk, element: Any, skipped: bool = False) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _BLOCKS:
        _flush(walk)
    if tag == "br":
        walk.text.append(_BREAK)
    walk.tags.append(tag)
    walk.places.append(_place(walk, tag, element))
    if not walk.side_from and _is_side(tag, element):
        walk.side_from = len(walk.tags)
    if tag == "li":
        walk.items.append(True)
    walk.links += tag == "a"
    if element.text and not skipped:
        _gather(walk, element.text)


def _end(walk: _Walk, element: Any) -> None:
    tag = walk.tags[-1]
    if tag in _BLOCKS:
        _flush(walk)
    if walk.side_from == len(walk.tags):
        walk.side_from = 0
    walk.tags.pop()
    walk.places.pop()
    if tag == "li":
        walk.items.pop()
    walk.links -= tag == "a"
    if element.tail:
        _gather(walk, element.tail)


def _gather(walk: _Walk, text: str) -> None:
    walk.text.append(text)
    walk.linked += len(text.strip()) if walk.links else 0


def _place(walk: _Walk, tag: str, element: Any) -> int:
    walk.articles += tag == "article"
    around = walk.places[-1] if walk.places else 0
    key = (around, tag, (element.get("class") or "")[:200], walk.articles if tag == "article" else 0)
    return walk.known_places.setdefault(key, len(walk.known_places) + 1)


def _is_side(tag: str, element: Any) -> bool:
    if tag in _SIDE:
        return True
    if tag in _NEVER_SIDE or tag not in _BLOCKS:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300].lower()
    hidden = element.get("hidden") is not None or _HIDDEN.search((element.get("style") or "")[:300].lower())
    return bool(hidden or _SIDE_CLASS.search(names))


def _flush(walk: _Walk) -> None:
    gathered = clean("".join(walk.text)) if walk.text else ""
    walk.text.clear()
    is_link = bool(gathered) and walk.linked >= 0.9 * len(_BLANKS.sub(" ", gathered).strip())
    walk.linked = 0
    for part in _PARTING.split(gathered):
        text = _BLANKS.sub(" ", part).strip()
        if text:
            walk.blocks.append(_block(walk, text, is_link))


def _block(walk: _Walk, text: str, is_link: bool) -> PageBlock:
    depth = next((at for at in range(len(walk.tags) - 1, -1, -1) if walk.tags[at] in _BLOCKS), 0)
    tag = walk.tags[depth] if walk.tags else ""
    place = walk.places[depth - 1] if depth else 0
    kind = _kind(walk, tag)
    ordered = kind == "item" and next((name for name in reversed(walk.tags) if name in ("ol", "ul")), "") == "ol"
    return PageBlock(Block(kind, text, ordered), tag, place, walk.side_from > 0, is_link)


def _kind(walk: _Walk, tag: str) -> BlockKind:
    if tag in _HEADINGS:
        return "heading"
    if walk.items and walk.items[-1]:
        walk.items[-1] = False
        return "item"
    return "quotation" if "blockquote" in walk.tags else "paragraph"
