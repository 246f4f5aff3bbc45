"""HTML (.html, .htm, .xhtml): the page's own blocks that make up the article, and what the page says of itself.

    1. decode; refuse what nests too deep; parse with lxml (no network, no entities from outside)
    2. walk the tree into blocks (`walk`), every one of them verbatim
    3. let trafilatura find the main text, without comments, tables and images
    4. keep the blocks that its text is made of, and the sentences that stand in the same places of the layout
    5. where that gives little, keep the page's paragraphs instead, then all that is visible

trafilatura only points: the words are taken from the page, so that links, emphasis and spacing are as a reader sees them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import trafilatura
from lxml import etree, html

from generator.errors import Refused
from generator.formats.article.characters import single_line
from generator.formats.article.decode import decode, is_faulty_utf8
from generator.formats.article.depth import refuse_unwieldy
from generator.formats.article.metadata import metadata_of
from generator.formats.article.reading import Reading
from generator.formats.article.sentence_shape import is_sentence, words_in
from generator.formats.article.walk import PageBlock, page_blocks

_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,80}encoding) ?= ?[\"']?([\w:-]{2,30})", re.IGNORECASE)
_SAVED = re.compile(r"<!-- saved from url=\(\d{4}\)(https?://[^\s<>\"']{3,2000}) -->")
_LITTLE = 100
"""Words: under this many, trafilatura is taken to have missed the article rather than the article to be short."""
_SHORT = 40
"""Words: with so many found, other paragraphs of a larger page are sooner other articles than missed ones."""
_SMALL_PAGE = 300
"""Words: a page with fewer has nothing around its article to be wary of."""
_RUN = 5
_SHARED = 0.7
_MAIN_PLACE = 0.25
_RUNNING = ("p", "div")
_PARAGRAPHS = ("p", "li", "blockquote", "h2", "h3")
_WORD = re.compile(r"\w+")


def read(content: bytes) -> Reading:
    """What a page says. Raises Refused where it cannot be read."""
    faulty = is_faulty_utf8(content)
    page = _decoded(content, faulty)
    refuse_unwieldy(page)
    tree = _parsed(page)
    metadata = metadata_of(tree)
    on_page = page_blocks(tree)
    chosen = _article_blocks(tree, on_page)
    blocks = tuple(on_page[at].block for at in chosen)
    if faulty and any("\ufffd" in block.text for block in blocks):
        raise Refused("characters of its text are not valid in its encoding")
    return Reading(
        blocks=blocks,
        headline=metadata.headline,
        author=metadata.author,
        published=metadata.published,
        url=metadata.url or _saved_from(page),
        language=metadata.language,
        standfirst=_deck(metadata.description, on_page, chosen),
    )


def _decoded(content: bytes, faulty: bool) -> str:
    if faulty:
        return content.decode("utf-8", "replace").replace("\0", "")
    # A few stray NULs are what broken writers leave behind; a page in UTF-16 is full of them.
    content = content.replace(b"\0", b"") if content.count(0) * 1000 < len(content) else content
    declared = _DECLARED.search(content[:4096])
    return decode(content, declared[1].decode("ascii", "replace") if declared else None).replace("\0", "")


def _saved_from(page: str) -> str | None:
    """The address that a browser notes in a comment at the top of a page that it saves."""
    match = _SAVED.search(page[:4096])
    return match[1] if match else None


def _parsed(page: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    tree = etree.fromstring(page.encode("utf-8", "replace"), parser)
    if tree is None:
        raise Refused("it holds no article text")
    return tree


def _article_blocks(tree: Any, on_page: Sequence[PageBlock]) -> list[int]:
    chosen = _without_repeats(on_page, _pointed_at(_main_text(tree), on_page))
    found = _words(on_page, chosen)
    if found >= _LITTLE:
        return chosen
    visible = [at for at, block in enumerate(on_page) if not block.at_side]
    paragraphs = [at for at in visible if on_page[at].tag in _PARAGRAPHS and not _is_teaser(on_page[at])]
    is_small = _words(on_page, visible) < _SMALL_PAGE
    if chosen and not is_small and (found >= _SHORT or 2 * found >= _words(on_page, paragraphs)):
        return chosen
    return _without_repeats(on_page, paragraphs if _words(on_page, paragraphs) >= found and paragraphs else chosen or visible)


def _main_text(tree: Any) -> str:
    """The main text as trafilatura sees it, a block a line; "" where it sees none or gives up."""
    try:
        found = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            include_tables=False,
            include_images=False,
            include_links=False,
            include_formatting=False,
            deduplicate=False,
            favor_precision=True,
            favor_recall=False,
            with_metadata=False,
            only_with_metadata=False,
        )
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError, etree.LxmlError):
        return ""
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def _pointed_at(main_text: str, on_page: Sequence[PageBlock]) -> list[int]:
    """The numbers of the page's blocks that `main_text` is made of."""
    lines = [_key(line) for line in main_text.split("\n")]
    whole = {line for line in lines if line}
    runs = {run for line in lines for run in _runs(line)}
    keys = [_key(block.block.text) for block in on_page]
    certain = [at for at, key in enumerate(keys) if len(key) > _RUN and (key in whole or _share(key, runs) >= _SHARED)]
    if not certain:
        return []
    inside = range(certain[0], certain[-1] + 1)
    short = [at for at in inside if keys[at] and len(keys[at]) <= _RUN and keys[at] in whole and not on_page[at].at_side]
    return _with_their_like(sorted({*certain, *short}), on_page)


def _key(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def _share(words: tuple[str, ...], runs: set[tuple[str, ...]]) -> float:
    own = list(_runs(words))
    return sum(run in runs for run in own) / len(own) if own else 0.0


def _with_their_like(chosen: list[int], on_page: Sequence[PageBlock]) -> list[int]:
    """`chosen` with the sentences and headings that stand in the same places as most of it.

    Left out are paragraphs too short or too full of links for trafilatura, and the later parts of a page laid out in several.
    """
    words: Counter[tuple[int, str]] = Counter()
    for at in chosen:
        words[_seat(on_page[at])] += words_in(on_page[at].block.text) if on_page[at].tag in _RUNNING else 0
    main = {seat for seat, count in words.items() if count >= _MAIN_PLACE * max(sum(words.values()), 1)}
    places = {place for place, _ in main}
    running = [at for at, block in enumerate(on_page) if _seat(block) in main and _is_running(block)]
    inside = range(chosen[0], max(running, default=0))
    headings = [at for at in inside if on_page[at].place in places and on_page[at].block.kind == "heading"]
    # Behind the last running paragraph, what stands in other places is other articles; but a list may be the article's end.
    last = max(running, default=len(on_page))
    seen = {at for at in chosen if at <= last or on_page[at].place in places or on_page[at].block.kind == "item"}
    return [at for at in sorted({*seen, *running, *headings}) if not _is_teaser(on_page[at])]


def _seat(block: PageBlock) -> tuple[int, str]:
    return block.place, block.tag


def _is_running(block: PageBlock) -> bool:
    return is_sentence(block.block.text) and words_in(block.block.text) >= 6 and not block.is_link


def _is_teaser(block: PageBlock) -> bool:
    """Whether a block is nothing but a link, and no paragraph of sentences: the title of another article."""
    return block.is_link and (words_in(block.block.text) <= 25 or not is_sentence(block.block.text))


def _without_repeats(on_page: Sequence[PageBlock], chosen: list[int]) -> list[int]:
    """`chosen` without blocks that stand there twice, and without pull quotes: a short block whose words another one holds."""
    texts = [single_line(on_page[at].block.text) for at in chosen]
    whole = "\n".join(texts)
    kept, seen = [], set[str]()
    for at, text in zip(chosen, texts, strict=True):
        is_pulled = (
            on_page[at].block.kind != "heading" and 5 < len(text.split()) <= 40 and whole.count(text.strip("“”\"'.")) > 1
        )
        repeats = text in seen or (is_pulled and whole.count("\n" + text + "\n") < 2)
        seen.add(text)
        kept += [] if repeats else [at]
    return kept


def _words(on_page: Sequence[PageBlock], chosen: Iterable[int]) -> int:
    return sum(words_in(on_page[at].block.text) for at in chosen)


def _deck(description: str | None, on_page: Sequence[PageBlock], chosen: Sequence[int]) -> str | None:
    """The page's description, where the page shows it as a block of its own beside the running text."""
    if not description or not chosen:
        return None
    same = [at for at, block in enumerate(on_page) if _key(block.block.text) == _key(description)]
    return on_page[same[0]].block.text if same and not set(same) & set(chosen) else None
