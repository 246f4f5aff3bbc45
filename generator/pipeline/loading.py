"""From a file in content/briefs/ to a brief: what the format cannot know, its bytes and its name."""

from generator import store
from generator.errors import InvalidBrief, Problem, Refused
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.slugs import is_slug
from generator.store import StoredFile


def load(stored: StoredFile) -> BriefFile:
    """The brief in a file. Raises InvalidBrief."""
    try:
        return parsed(store.read(stored), stored)
    except Refused as refused:
        raise InvalidBrief((Problem(stored.shown, 0, str(refused)),)) from None


def parsed(content: bytes, stored: StoredFile) -> BriefFile:
    """The brief in `content`, which was read from `stored`. Raises InvalidBrief."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidBrief((Problem(stored.shown, line, "found bytes that are not UTF-8; save the file as UTF-8"),)) from None
    if not is_slug(stored.path.stem):
        message = "its name becomes its address: use a to z, 0 to 9 and hyphens, such as sea-walls.md"
        raise InvalidBrief((Problem(stored.shown, 0, message),))
    return brief_format.parse(text, stored.shown)
