"""The attributes that tell a browser which language an element's words are in, and which way they run."""

from functools import lru_cache

from markupsafe import Markup

from generator.publish.reading import direction


@lru_cache(maxsize=256)
def in_language(language: str, own: str) -> Markup:
    """The attributes of an element whose words are in `language`; none for the theme's `own`."""
    same = language.partition("-")[0].lower() == own.partition("-")[0].lower()
    return Markup() if same else Markup(' lang="{}" dir="{}"').format(language, direction(language))


@lru_cache(maxsize=256)
def runs(language: str, own: str) -> Markup:
    """The attribute of an element that holds words in `language` among the theme's `own`."""
    way = direction(language)
    return Markup(' dir="{}"').format(way) if way != direction(own) else Markup()
