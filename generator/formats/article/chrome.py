"""Takes page chrome out of an article's blocks: end marks and what follows, buttons, teasers, appeals, captions, credits.

A block between two paragraphs of running text goes only on strong evidence:

    end mark   "- END -", "###", "-30-", "(END)", "【完】": goes, with all that follows
    phrase     wording that only page chrome has (phrases, interface)
    credit     who made the text and the pictures, when it was published or changed (credits, byline)
    notice     what the page says of the article: corrections, rights, whom to follow and to write to (notices)
    appeal     a paragraph that asks its reader for money, an address or a subscription (appeals)
    pitch      from "Support our journalism" to the button "Subscribe now", where all between speaks of "we" and "you"; or
               from the button up, over what sells something to the title above it
    inside     "Scroll down for video .", "Read more: ... ." in a layout that lost its line ends: the block is parted there
    scraps     a run of loose lines with buttons and photo credits among them: a strip of other articles
    tail       loose last lines that share no word with the article; a credit or a button glued to the last sentence

What goes is handed back, in order. Nothing is taken out that would leave no text.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.formats.article.appeals import (
    goes_on,
    invites,
    is_appeal,
    is_button,
    is_pitch,
    names_reader,
    opens_pitch,
    pleads,
    reports_nothing,
    sells,
    sells_in_title,
    sells_somewhat,
)
from generator.formats.article.byline import is_signature, is_stamp
from generator.formats.article.credits import is_credit
from generator.formats.article.interface import is_interface
from generator.formats.article.notices import is_notice
from generator.formats.article.phrases import is_chrome
from generator.formats.article.sentence_shape import ends_sentence, is_scrap, words_in
from generator.model import Block

_END_MARK = re.compile(
    r"[\W_]{0,6}(?:the )?(?:end|ends|完|全文完|本文完|end of (?:the )?(?:full )?(?:article|text))[\W_]{0,6}|"
    r"(?:# ?){3,5}|[-–—*]{1,3} ?30 ?[-–—*]{1,3}|∎|■",
    re.IGNORECASE,
)
_BARE_WORD_END = re.compile(r"(?:the )?(?:end|ends|End|Ends)")
_END_IN_LINE = re.compile(
    r"(?<=[.。!！?？”\"]) ?(?:[(（\[【]\s?(?:END|完|全文完)\s?[)）\]】]|[-–—]{1,2} ?(?:END|30) ?[-–—]{1,2}|#{3})$"
)
_LONGEST_PITCH = 9
_GLUED_TAIL = re.compile(
    r"(?:^|(?<=[.!?”\"'’)]) ?)(?:[—–-]{1,2} ?)?(?:E-?mail (?:this )?to a friend|"
    r"Sorry,? we are (?:not currently|no longer) accepting comments on this article|"
    r"\(?(?:Follow (?:us|@\w{1,30})|Join us|Like us) on (?:Twitter|Facebook)[^.!?]{0,80}|"
    r"[A-Z][^.!?]{2,160} contributed to this (?:report|story|article)|Share this (?:article|story)|Scroll down for videos?|"
    r"(?:Sorry,? )?[Ww]e are (?:no longer )?(?:un)?able to accept comments for legal reasons|"
    r"(?:Copyright|©) (?:\d{4} )?[^.!?]{2,60}\. All rights reserved\.?(?: This material may not be [^.]{5,100})?) ?\.?$"
)
_BRACKET_AT_END = re.compile(r"(?<=[.。!！?？”\"'’]) ?[(（\[【][^()（）\[\]【】]{3,120}[)）\]】]\.?$")
# The layout's line ends came out as " . ": only before such a one is the title of another article sure to end.
_TITLE = r"(?:[^.!?A-Z»]|[A-Z]\.?){5,150}"
_INSIDE = re.compile(
    r"(?:^|(?<=[.!?”\"'’] )|(?<=[.!?”\"'’]  ))"
    r"(?:(?:(?i:(?:video {1,3})?scroll down (?:for (?:the )?videos?(?: and pictures)?|to (?:watch|see|view)\b[^.!?]{0,120}))|"
    rf"Click here to resize this module|Write caption here|"
    rf"(?i:read (?:more|also)|more|see also|also read|related|watch) ?[:|] {_TITLE}) \.|"
    rf"(?:Watch|See|Read|Look at|Take a look|Listen|Learn|Find out|View) {_TITLE} ?» {{0,3}}\.?|"
    r"Read more (?:about|on) [^.!?]{3,120} here\.)(?: |$)",
)
# What such a phrase ends in.
_INSIDE_ENDS = (" .", "»", " here.")
_OPENS_TEASERS = re.compile(
    r"(?:related|recommended|further|extended|more|most|read|you|also|trending|top|latest|popular|see|around|up next|相关|推荐)"
    r"\b.{0,40}",
    re.IGNORECASE,
)
_MOST_TEASERS = 12
_STOP = re.compile(
    r"that|this|with|from|have|been|were|will|would|could|their|there|what|when|which|about|after|into|over|more|than|they"
)
_WORD = re.compile(r"[^\W\d_]{4,}")

Marks = Callable[[Sequence[Block]], set[int]]


@dataclass(frozen=True, slots=True)
class Cleared:
    """An article's own blocks, and the text that was taken out around them."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...]


def without_chrome(blocks: Sequence[Block]) -> Cleared:
    """`blocks` without page chrome."""
    cleared = _parted(blocks)
    for marks in (_after_end_mark, _chrome_lines, _tail_teasers, _left_alone):
        cleared = _taken_out(cleared, marks)
    return _trimmed_tail(cleared)


def _parted(blocks: Sequence[Block]) -> Cleared:
    """`blocks` with a paragraph parted in two where page chrome stands between its sentences."""
    parted: list[Block] = []
    removed: list[str] = []
    for block in blocks:
        may_hold = block.kind == "paragraph" and any(end in block.text for end in _INSIDE_ENDS)
        parts = [part.strip() for part in _INSIDE.split(block.text)] if may_hold else [block.text]
        removed += [match[0].strip() for match in _INSIDE.finditer(block.text)] if len(parts) > 1 else []
        parted += [replace(block, text=part) for part in parts if part] if len(parts) > 1 else [block]
    return Cleared(tuple(parted), tuple(removed)) if parted else Cleared(tuple(blocks), ())


def _taken_out(cleared: Cleared, marks: Marks) -> Cleared:
    blocks, chrome = cleared.blocks, marks(cleared.blocks)
    kept = tuple(block for at, block in enumerate(blocks) if at not in chrome)
    if not chrome or not any(block.kind != "heading" for block in kept):
        return cleared
    return Cleared(kept, cleared.removed + tuple(blocks[at].text for at in sorted(chrome)))


def _after_end_mark(blocks: Sequence[Block]) -> set[int]:
    ends = [at for at, block in enumerate(blocks) if at and _END_MARK.fullmatch(block.text)]
    before = list(accumulate((words_in(block.text) for block in blocks), initial=0)) if ends else []
    for at in ends:
        text = blocks[at].text
        # Signs alone may part two sections: they end the article only where most of the text is behind them.
        says_end = any(map(str.isalpha, text)) or 2 * before[at] >= before[-1]
        if says_end and not _BARE_WORD_END.fullmatch(text):
            return set(range(at, len(blocks)))
    return set()


def _chrome_lines(blocks: Sequence[Block]) -> set[int]:
    chrome = {at for at, block in enumerate(blocks) if _speaks_of_page(block.text)}
    chrome |= {at for opening in chrome for at in _teasers_after(blocks, opening)}
    chrome |= {at for at in chrome for at in _pitch_from(blocks, at)}
    chrome |= {at for button in range(len(blocks)) for at in _pitch_to(blocks, button, chrome)}
    chrome |= {at for at in range(1, len(blocks) - 1) if {at - 1, at + 1} <= chrome and invites(blocks[at].text)}
    return chrome | _scraps(blocks, chrome)


def _speaks_of_page(text: str) -> bool:
    return (
        is_chrome(text)
        or is_interface(text)
        or is_stamp(text)
        or is_signature(text)
        or is_credit(text)
        or is_notice(text)
        or is_appeal(text)
        or is_pitch(text)
    )


def _teasers_after(blocks: Sequence[Block], opening: int) -> range:
    """The loose lines below a line that announces other articles and names none: "Related stories"."""
    text = blocks[opening].text.rstrip(" :：")
    if len(text.split()) > 5 or ":" in text or not _OPENS_TEASERS.fullmatch(text):
        return range(0)
    below = range(opening + 1, min(len(blocks), opening + _MOST_TEASERS))
    end = next((at for at in below if ends_sentence(blocks[at].text)), below.stop)
    # One heading alone, right below and before a paragraph, is the article's own.
    own = end == opening + 2 and end < len(blocks) and blocks[opening + 1].kind == "heading"
    return range(opening, opening + 1 if own else end)


def _pitch_from(blocks: Sequence[Block], start: int) -> range:
    """The blocks of an appeal that opens at `start`, up to its button; none where it is no such opening."""
    if not opens_pitch(blocks[start].text):
        return range(0)
    for at in range(start + 1, min(start + _LONGEST_PITCH, len(blocks))):
        if is_button(blocks[at].text):
            return range(start, at + 1)
        if not (is_chrome(blocks[at].text) or goes_on(blocks[at].text)):
            break
    return range(0)


def _pitch_to(blocks: Sequence[Block], button: int, chrome: set[int]) -> range:
    """The blocks of an appeal that ends in the `button`: paragraphs that sell something, and the title above them."""
    if not is_button(blocks[button].text):
        return range(0)
    first = button
    while first and button - first < _LONGEST_PITCH and (first - 1 in chrome or _is_selling(blocks[first - 1])):
        first -= 1
    if not any(_is_selling(blocks[at]) for at in range(first, button)):
        return _titled_pitch(blocks, first, button)
    return range(_with_title(blocks, first), button + 1)


def _titled_pitch(blocks: Sequence[Block], first: int, button: int) -> range:
    """An appeal told by its title alone: "Secure your copy", one short paragraph, the button."""
    title = first - 2
    if title < 0 or not _is_heading_like(blocks[title]):
        return range(0)
    said, below = blocks[title].text, blocks[title + 1].text
    sells_it = (sells_in_title(said) and reports_nothing(below)) or (names_reader(said) and sells_somewhat(below))
    return range(title, button + 1) if sells_it else range(0)


def _is_selling(block: Block) -> bool:
    return block.kind != "item" and ends_sentence(block.text) and sells(block.text)


def _with_title(blocks: Sequence[Block], first: int) -> int:
    """`first`, or where the title above it begins: it may stand twice, and sentences on "we" and "you" may follow it."""
    above = first
    while above and first - above < 2 and ends_sentence(blocks[above - 1].text) and pleads(blocks[above - 1].text):
        above -= 1
    if not above or not _is_heading_like(blocks[above - 1]):
        return first
    title = blocks[above - 1].text
    if above < first and not names_reader(title):
        return first
    return above - 2 if above > 1 and blocks[above - 2].text == title else above - 1


def _is_heading_like(block: Block) -> bool:
    return block.kind != "item" and words_in(block.text) <= 10 and not ends_sentence(block.text)


def _scraps(blocks: Sequence[Block], chrome: set[int]) -> set[int]:
    found: set[int] = set()
    start = 0
    for at in range(len(blocks) + 1):
        if at < len(blocks) and (at in chrome or (_is_loose_line(blocks[at]))):
            continue
        found |= _strip_of_teasers(blocks, range(start, at), chrome)
        start = at + 1
    return found


def _is_loose_line(block: Block) -> bool:
    asks = block.text.endswith(("?", "!")) and words_in(block.text) <= 12
    return block.kind != "item" and (asks or is_scrap(block.text))


def _strip_of_teasers(blocks: Sequence[Block], run: range, chrome: set[int]) -> set[int]:
    """The loose lines of `run` that are other articles' titles, authors and counts: by the buttons and credits among them.

    A title that stands twice and a number alone tell as much of a strip as a button does, once there are two of those.
    """
    known = [at for at in run if at in chrome]
    if len(known) < 2:
        return set()
    times = Counter(blocks[at].text for at in run)
    telling = {at for at in run if at in chrome or times[blocks[at].text] > 1 or blocks[at].text.isdigit()}
    first = run.start if len(telling) >= 3 and len(run) >= 6 else known[0]
    return set(range(first, known[-1] + 1))


def _tail_teasers(blocks: Sequence[Block]) -> set[int]:
    """Loose last lines that share no word with what stands before them."""
    last = len(blocks)
    while last > 3 and words_in(blocks[last - 1].text) <= 20 and _is_loose(blocks[last - 1]):
        last -= 1
    if last == len(blocks):
        return set()
    known = {word for block in blocks[:last] for word in _stems(block.text)}
    first = next((at for at in range(last, len(blocks)) if _is_foreign(blocks[at].text, known)), len(blocks))
    return set(range(first, len(blocks)))


def _is_loose(block: Block) -> bool:
    return block.kind != "item" and (not ends_sentence(block.text) or block.text.endswith(("?", "...", "…")))


def _is_foreign(text: str, known: set[str]) -> bool:
    stems = _stems(text)
    return len(stems) >= 3 and not stems & known


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(text.casefold()) if not _STOP.fullmatch(word)}


def _left_alone(blocks: Sequence[Block]) -> set[int]:
    """Headings at the end, whose text was chrome."""
    last = len(blocks)
    while last and blocks[last - 1].kind == "heading":
        last -= 1
    return set(range(last, len(blocks)))


def _glued(text: str) -> re.Match[str] | None:
    """The end mark, the credit or the button that ends a last sentence's line."""
    match = _END_IN_LINE.search(text[-20:]) or _GLUED_TAIL.search(text[-260:])
    bracket = None if match else _BRACKET_AT_END.search(text[-130:])
    return match or (bracket if bracket and is_credit(bracket[0]) else None)


def _trimmed_tail(cleared: Cleared) -> Cleared:
    if not cleared.blocks:
        return cleared
    *before, last = cleared.blocks
    text, cut = last.text, list[str]()
    while match := _glued(text):
        cut.insert(0, match[0].strip())
        text = text[: len(text) - len(match[0])].rstrip()
    if not cut or not (text or before):
        return cleared
    kept = (*before, replace(last, text=text)) if text else tuple(before)
    return Cleared(kept, cleared.removed + tuple(cut))
