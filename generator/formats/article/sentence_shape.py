"""What a line looks like from outside: a sentence, a title, a scrap of layout. No grammar, only length, capitals, end marks."""

import re

_END = re.compile(r"[.!?。！？…;:;：][\"'”’»)\]）」』*_]{0,3}$|[.!?。！？][\"'”’»)\]）」』*_]{0,3} ?\[\d{1,3}\]$")
_FULL_STOP = re.compile(r"[.。;;:：,，][\"'”’»)\]）]{0,3}$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St)\.$")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TOLD = re.compile(r", (?:[\w'’.-]{1,20} ){0,6}(?:said|says?|told|tells?|asked|asks?|wrote|writes?|warned|warns?)\b.{0,60}\.$")
_LONGEST_TITLE = 200


def words_in(text: str) -> int:
    """Words between blanks; where the script writes none, two characters count as one."""
    words = len(text.split())
    return words if text.isascii() else max(words, len(_CJK.findall(text)) // 2)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a mark that ends a sentence or announces another."""
    return bool(_END.search(text[-12:]))


def is_sentence(text: str) -> bool:
    """Whether `text` starts as a sentence does and ends as one."""
    first = text.lstrip("\"'“‘«([（「『-–— ")[:1]
    return ends_sentence(text) and not first.islower()


def is_title(text: str) -> bool:
    """Whether `text` may be a headline: short, and not ended as a statement is."""
    if len(text) > _LONGEST_TITLE or words_in(text) > 30:
        return False
    return not _FULL_STOP.search(text[-4:]) or bool(_ABBREVIATED.search(text[-12:]))


def is_scrap(text: str) -> bool:
    """Whether `text` is too short and too loose to be a paragraph: a caption, a button, a name, a number."""
    return len(text) <= 160 and not is_sentence(text)


def is_told(text: str) -> bool:
    """Whether `text` ends by telling who said so: "Follow the money, said the auditor."."""
    return bool(_TOLD.search(text[-240:]))
