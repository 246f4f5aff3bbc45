"""The language of an article as a BCP 47 tag: what the source declares, held against the script the text is written in.

Chinese, Japanese and Korean are told by their script; a text in another script than Latin whose source says nothing is "und"
(undetermined), and what is left is taken for English.
"""

import re
import unicodedata
from collections import Counter

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NO_ASCII_LETTER = bytes(byte for byte in range(128) if not chr(byte).isalpha())
_SAMPLE = 20_000


def language_of(text: str, declared: str | None = None) -> str:
    """The tag for `text`; `declared` is what the source says ("en_US"), and holds unless the script contradicts it."""
    tag = (declared or "").strip().replace("_", "-")
    seen = _by_script(text[:_SAMPLE])
    if not _TAG.fullmatch(tag) or tag.lower() in ("und", "mul", "zxx"):
        return seen or "en"
    if seen in ("zh", "ja", "ko") and tag.lower().split("-")[0] not in ("zh", "ja", "ko", "yue", "wuu"):
        return seen
    return tag


def _by_script(text: str) -> str | None:
    foreign = "".join(_NOT_ASCII.findall(text))
    if not foreign:
        return None
    han, kana, hangul = (len(script.findall(foreign)) for script in (_HAN, _KANA, _HANGUL))
    ascii_letters = len(text.encode("ascii", "ignore").translate(None, _NO_ASCII_LETTER))
    letters = ascii_letters + sum(map(str.isalpha, foreign))
    # Japanese mixes kana into kanji at about one to one; a Chinese text may quote a word of kana.
    if han + kana + hangul > 0.3 * letters:
        return "ko" if hangul > han + kana else "ja" if kana > 0.1 * (han + kana) else "zh"
    latin = ascii_letters + sum(times for letter, times in Counter(foreign).items() if _is_latin(letter))
    return "und" if letters and latin < 0.5 * letters else None


def _is_latin(character: str) -> bool:
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN")
