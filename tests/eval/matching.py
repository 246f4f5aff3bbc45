"""When a quote states a sentence of the annotation, and who is matched with whom.

Two texts are compared as runs of words: letters and digits without case, marks or spacing. A quote states a sentence when
one holds the other, or when runs of four or more words that both share make up most of the shorter one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

SHORT_RUN = 5
LONG_RUN = 8
SHARED_RUN = 4
HOLDS_SHARE = 0.4
SHARED_SHARE = 0.6

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")


def squashed(text: str) -> str:
    """The text in one form for comparing: NFC, without invisible marks, single spaces."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def words_of(text: str) -> list[str]:
    """The words of a text without case and punctuation."""
    return _WORD.findall(squashed(text).casefold())


def states(quote: str, sentence: str) -> bool:
    """Whether a quote says what an annotated sentence says."""
    given, wanted = words_of(quote), words_of(sentence)
    short, long = sorted((given, wanted), key=len)
    if not short or given == wanted:
        return bool(short)
    if len(short) >= SHORT_RUN and f" {' '.join(short)} " in f" {' '.join(long)} ":
        return len(short) >= LONG_RUN or len(short) >= HOLDS_SHARE * len(long) or len(wanted) < len(given)
    return len(short) >= LONG_RUN and _shared_in_runs(given, wanted) >= SHARED_SHARE * len(short)


def states_any(quote: str, sentences: Sequence[str]) -> bool:
    """Whether a quote says what one of the sentences says."""
    return any(states(quote, sentence) for sentence in sentences)


def _shared_in_runs(given: list[str], wanted: list[str]) -> int:
    if (Counter(given) & Counter(wanted)).total() < SHARED_SHARE * min(len(given), len(wanted)):
        return 0  # spares the matcher, which is slow, the pairs that cannot reach the share
    runs = SequenceMatcher(None, given, wanted, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size >= SHARED_RUN)


def matched(allowed: Sequence[set[int]]) -> dict[int, int]:
    """The largest one-to-one matching, as left -> right, where `allowed[left]` are the rights it may have."""
    holder: dict[int, int] = {}

    def place(left: int, tried: set[int]) -> bool:
        for right in sorted(allowed[left] - tried):
            tried.add(right)
            if right not in holder or place(holder[right], tried):
                holder[right] = left
                return True
        return False

    for left in range(len(allowed)):
        place(left, set())
    return {left: right for right, left in holder.items()}
