"""What makes briefs. It is loaded with the first article that is converted: most builds convert none, and it takes 0.2 s."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from generator import __version__
from generator.model import Brief

Convert = Callable[[bytes, str, str | None], Brief]


@dataclass(frozen=True, slots=True)
class Engine:
    """What makes a brief of an article's bytes, its file name and its publication date where that is given from outside.

    `version` changes with what it says. `convert` is a function of a module, or a partial of one, so that it can be sent.
    """

    version: str
    convert: Convert


def convert(content: bytes, name: str, published: str | None) -> Brief:
    """The brief of one article. Raises Refused, with the reason, where the file holds no article."""
    return _loaded()(content, name, published)


@cache
def _loaded() -> Convert:
    found: Convert = import_module("generator.conversion").brief_from_text
    return found


ENGINE = Engine(__version__, convert)
