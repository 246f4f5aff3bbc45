"""Places in a front matter, and how people call them."""

from generator.model import Brief

Place = tuple[str | int, ...]
"""A key's path: `("challenges", 1, "quote")` is the quote of the second challenge."""

ITEM_NAMES = {"key_points": "key point", "challenges": "challenge", "timeline": "timeline event", "notes": "note"}
"""The lists of a brief, and what one entry of each is called."""

LISTS = ("key_points", "challenges", "timeline")
"""The lists that the machine writes, item by item."""


def item_places(brief: Brief) -> frozenset[Place]:
    """The place of every item that the machine can write."""
    return frozenset((name, number) for name in LISTS for number in range(len(getattr(brief, name))))


def item_name(place: Place) -> str:
    """How people call what stands at `place`: "challenge 2", "title", "source file"."""
    key = str(place[0])
    if len(place) > 1 and key in ITEM_NAMES and isinstance(place[1], int):
        return f"{ITEM_NAMES[key]} {place[1] + 1}"
    return " ".join(str(part + 1 if isinstance(part, int) else part) for part in place)


def place_of(name: str) -> Place:
    """The place that people call `name`: a key, or an item of a list. Raises ValueError, naming what there is."""
    words = name.replace("_", " ").lower().split()
    key = "_".join(words)
    if key in Brief.model_fields and key != "generated":
        return (key,)
    kind = " ".join(words[:-1])
    number = int(words[-1]) if words and words[-1].isdecimal() else 0
    lists = {called: key for key in LISTS for called in (ITEM_NAMES[key], key.replace("_", " "))} | {"event": "timeline"}
    if kind in lists and number:
        return (lists[kind], number - 1)
    known = ", ".join(key for key in Brief.model_fields if key != "generated")
    raise ValueError(f"{name!r} is no part of a brief; say one of {known}, or an item such as 'challenge 2'")
