"""Which templates a page may draw on: where one changes, the pages are made anew that it has a part in, and no others."""

from collections.abc import Mapping
from functools import lru_cache

import jinja2
from jinja2 import meta

from generator.publish.keys import key_of


def template_uses(templates: Mapping[str, str]) -> Mapping[str, str]:
    """For each template a digest of it and of all that it may extend, include or import, directly or not."""
    return _uses(tuple(sorted(templates.items())))


@lru_cache(maxsize=2)
def _uses(templates: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """A preview asks at each build; to read the theme's templates takes some 60 ms."""
    sources, env = dict(templates), jinja2.Environment(autoescape=True)
    named = {name: _named(env, source, frozenset(sources)) for name, source in templates}
    return {name: key_of(*(f"{one}\0{sources[one]}" for one in sorted(_reached(name, named)))) for name in sources}


def _named(env: jinja2.Environment, source: str, every: frozenset[str]) -> frozenset[str]:
    """The templates that a template names; all where a name is only known when a page is made."""
    try:
        found = set(meta.find_referenced_templates(env.parse(source)))
    except jinja2.TemplateSyntaxError:  # whoever renders it says so
        return every
    return every if None in found else every & found


def _reached(name: str, named: Mapping[str, frozenset[str]]) -> set[str]:
    found, waiting = {name}, [name]
    while waiting:
        fresh = named[waiting.pop()] - found
        found |= fresh
        waiting.extend(fresh)
    return found
