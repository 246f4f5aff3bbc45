"""A brief as the text of its file, and how it names the article that it was made of."""

import hashlib

from generator.errors import BriefsError
from generator.formats.brief.parse import parse
from generator.formats.brief.places import item_places
from generator.formats.brief.render import render, sealed
from generator.formats.brief.verify import verify
from generator.model import Brief


def written(brief: Brief, path: str) -> str:
    """The brief as the text of its file, read back and verified first: what fails its own check is never written.

    Raises BriefsError, naming the fault.
    """
    brief = sealed(brief)
    text = render(brief)
    file = parse(text, path)
    if file.brief != brief:
        raise BriefsError("its brief does not read back as it was written")
    for problem in verify(file, item_places(brief)):
        raise BriefsError(f"its brief fails the check: {problem}")
    return text


def article_digest(content: bytes) -> str:
    """How `generated` names the bytes of an article."""
    return "blake2b:" + hashlib.blake2b(content, digest_size=16).hexdigest()
