"""Where a clause has its verb, told by the words alone: auxiliaries, listed pasts, and what stands before "the", "its", "to".

No grammar is parsed: a participle in -ed looks like a past, so it counts only where what follows is no name for it.
"""

import re
from functools import cache

from generator.editorial.word_tables import entries

AUXILIARY = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|said|says|say|isn['’]t|wasn['’]t"
    r"|aren['’]t|weren['’]t|hasn['’]t|haven['’]t|won['’]t|can['’]t|couldn['’]t|doesn['’]t|didn['’]t)(?!\w)"
)
_AUXILIARY = re.compile(AUXILIARY)
_OBJECT = r"(?:(?:a|an|the|its|his|her|their|that|to|no|it|them|all|both|on|in|by|for|from)\b|\d|[£$€])"
_PRESENT = rf"[a-z]{{3,20}}s (?={_OBJECT})"
_REGULAR = rf"[a-z]{{2,20}}ed (?={_OBJECT})"
_SUBORDINATE = re.compile(
    r"(?:if|when|while|although|though|as|because|since|unless|whether|now|after|before|until|once|where|even|given)\b",
    re.IGNORECASE,
)


def is_subordinate(text: str) -> bool:
    """Whether `text` starts with a clause that depends on what follows."""
    return _SUBORDINATE.match(text) is not None


def has_verb(text: str) -> bool:
    """Whether a clause within `text` has its verb there."""
    return verb_place(text) >= 0


def verb_starts(text: str, at: int = 0) -> bool:
    """Whether a verb in a form that can follow a subject starts at `at`."""
    return auxiliary_starts(text, at) or _past().match(text, at) is not None


def auxiliary_starts(text: str, at: int = 0) -> bool:
    """Whether an auxiliary, or "said", starts at `at`: what can hardly be anything but a verb."""
    return _AUXILIARY.match(text, at) is not None


def verb_place(text: str, at: int = 0) -> int:
    """Where the first verb of a clause starts in `text`, looked for from `at` on; -1 where there is none."""
    match = _anywhere().search(text, at)
    return match.start() if match else -1


def has_main_verb(text: str) -> bool:
    """Whether `text`, the start of a sentence, holds its main verb: after the comma where it starts with another clause."""
    return has_verb(text.partition(", ")[2] if is_subordinate(text) else text)


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{AUXILIARY}|(?:{_pasts()})(?!\w)|{_PRESENT}|{_REGULAR})")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_pasts()})|[a-z]{{2,20}}ed)(?!\w)")


def _pasts() -> str:
    return "|".join(re.escape(entry) for entry in entries("timeline_cues", "past") if entry.isalpha())
