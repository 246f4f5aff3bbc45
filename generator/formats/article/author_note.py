"""The note on who wrote an article: "Jane Doe, a former minister, is professor of law at ... and the author of ...".

It is told by the author's name, known from the byline, at the start of one of the last paragraphs or of the very first one,
and by a verb that such notes have. Where no author is known, nothing is taken for one but "The writer is ...", at the end.
"""

import re
from collections.abc import Sequence

from generator.formats.article.chrome import Cleared
from generator.formats.article.sentence_shape import words_in
from generator.model import Block

_LONGEST = 90
_LAST = 3
_VERB = re.compile(
    r"(?:,? [^.!?]{3,220},)? (?:is|was|are|were|has been|teaches|writes|covers|reports|serves|served|works|worked|leads|runs|"
    r"lives|holds|edits|directs|chairs|contributed|joined|can be)\b",
)
_BY_ROLE = re.compile(
    r"the (?:writer|author)s? (?:is|are|was) (?:an?|the|currently|former|chief|professor|senior|director|head|president|"
    r"chair\w{0,8}|founder|fellow)\b",
    re.IGNORECASE,
)
_MARKS = " *_—–-•·"


def without_author_notes(cleared: Cleared, author: str | None) -> Cleared:
    """`cleared` without the paragraphs about its `author` (names joined by ", ") at its ends."""
    blocks = cleared.blocks
    names = tuple(name.casefold() for name in (author or "").split(", ") if " " in name)
    notes = {at for at in _ends_of(blocks) if _is_note(blocks[at].text, names)}
    notes |= {at for at in (len(blocks) - 1,) if at > 0 and _BY_ROLE.match(blocks[at].text.strip(_MARKS))}
    kept = tuple(block for at, block in enumerate(blocks) if at not in notes)
    if not notes or sum(block.kind == "paragraph" for block in kept) < 2:
        return cleared
    return Cleared(kept, cleared.removed + tuple(blocks[at].text for at in sorted(notes)))


def _ends_of(blocks: Sequence[Block]) -> list[int]:
    return [at for at in range(len(blocks)) if at == 0 or at >= len(blocks) - _LAST]


def _is_note(text: str, names: Sequence[str]) -> bool:
    plain = text.strip(_MARKS)
    small = plain.casefold()
    name = next((name for name in names if small.startswith(name)), None)
    return name is not None and words_in(plain) <= _LONGEST and bool(_VERB.match(plain[len(name) : len(name) + 300]))
