"""Slugs: the one name that an article, its brief and its page share.

    slug = words of a-z and 0-9 joined by "-", at most 80 characters

A name that leaves nothing (抖音.txt) or that some file system keeps for itself (CON.txt) gets a digest of the name.
"""

import hashlib
import re
import unicodedata

LONGEST = 80
_RESERVED = {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_of(stem: str) -> str:
    """The slug of a file name without its ending."""
    plain = stem.casefold() if stem.isascii() else _without_accents(stem)
    words = re.findall(r"[a-z0-9]+", plain)
    slug = "-".join(words)[:LONGEST].rstrip("-")
    lost = not plain.isascii() and any(letter.isalnum() and not letter.isascii() for letter in plain)
    if not slug or slug in _RESERVED or lost or len("-".join(words)) > LONGEST:
        slug = f"{slug[: LONGEST - 9].rstrip('-')}-{_digest(stem)}".strip("-")
    return slug


def _without_accents(stem: str) -> str:
    letters = unicodedata.normalize("NFKD", stem).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_slug(name: str) -> bool:
    """Whether `name` may name a brief and its page."""
    return len(name) <= LONGEST and bool(_SLUG.fullmatch(name)) and name not in _RESERVED


def _digest(stem: str) -> str:
    normal = unicodedata.normalize("NFC", stem)
    return hashlib.blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
