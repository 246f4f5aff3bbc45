"""Places in a front matter, and how people call them."""

Place = tuple[str | int, ...]
"""A key's path: `("challenges", 1, "quote")` is the quote of the second challenge."""

ITEM_NAMES = {"key_points": "key point", "challenges": "challenge", "timeline": "timeline event", "notes": "note"}
"""The lists of a brief, and what one entry of each is called."""


def item_name(place: Place) -> str:
    """How people call what stands at `place`: "challenge 2", "title", "source file"."""
    key = str(place[0])
    if len(place) > 1 and key in ITEM_NAMES and isinstance(place[1], int):
        return f"{ITEM_NAMES[key]} {place[1] + 1}"
    return " ".join(str(part + 1 if isinstance(part, int) else part) for part in place)
