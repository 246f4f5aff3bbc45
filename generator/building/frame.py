"""The frame of every page: templates, words, settings of the site and the menu; and how a page is rendered in it.

A frame can be sent to another process. There an environment is made of it once, as MkDocs makes its own for the pages that
people wrote: the same templates, filters and settings, autoescape on. Templates see the site through `View`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import jinja2

from generator.building.current import CurrentDrafts, CurrentSite, shown
from generator.building.kept_templates import page_environment
from generator.model import SourceText
from generator.publish.dates import in_words, month_in_words, year_in_words
from generator.publish.feeds import FORMATS
from generator.publish.interface import Interface, grade_in_words
from generator.publish.keys import key_of
from generator.publish.language_attributes import in_language, runs
from generator.publish.machine_files import ALTERNATES, Publication
from generator.publish.site import LISTS, Site


@dataclass(frozen=True, slots=True)
class MenuPage:
    """A page in the menu that a person wrote."""

    title: str
    url: str
    is_homepage: bool


@dataclass(frozen=True, slots=True)
class Menu:
    """The pages that people wrote, in the order of the menu."""

    pages: tuple[MenuPage, ...]

    def __iter__(self) -> Iterator[MenuPage]:
        return iter(self.pages)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages have in common; `key` tells one frame from another.

    `uses` are digests of the templates that each template may draw on, by its name.
    """

    templates: Mapping[str, str]
    uses: Mapping[str, str]
    filters: Mapping[str, Callable[..., Any]]
    config: Mapping[str, Any]
    menu: Menu
    say: Interface
    publication: Publication
    source_text: SourceText
    is_preview: bool

    @property
    def key(self) -> str:
        """Differs where anything differs that a page may show."""
        return key_of(self.common, repr(self.templates))

    @property
    def common(self) -> str:
        """Differs where anything differs that a page may show, whatever its template says."""
        parts = (sorted(self.filters), self.config, self.menu, self.say.language, self.publication)
        return key_of(*map(repr, parts), str(self.say.messages), self.source_text, str(self.is_preview))


class AsksForSite(Exception):
    """A template asked for more of the site than was sent along."""


class View:
    """The site as templates see it, noting whether one asked for more of it than addresses.

    `site` is None where only the addresses are at hand: then asking for more raises AsksForSite.
    """

    def __init__(self, site: Site | None, topic_urls: Mapping[str, str], author_urls: Mapping[str, str]) -> None:
        self._site, self._topic_urls, self._author_urls = site, topic_urls, author_urls
        self.was_asked = False

    def topic_url(self, name: str) -> str:
        """The address of a topic's page."""
        found = self._topic_urls.get(name)
        return found if found is not None else self._whole().topic_url(name)

    def author_url(self, name: str) -> str:
        """The address of an author's page."""
        found = self._author_urls.get(name)
        return found if found is not None else self._whole().author_url(name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._whole(), name)

    def _whole(self) -> Site:
        self.was_asked = True
        if self._site is None:
            raise AsksForSite
        return self._site


def offered(say: Interface, drafts: Set[str], is_preview: bool) -> dict[str, Any]:
    """What every template may ask for beside the site."""
    return {
        "say": say,
        "lists": LISTS,
        "drafts": drafts,
        "alternates": ALTERNATES,
        "feeds": FORMATS,
        "preview": is_preview,
        "dated": partial(in_words, say=say),
        "short_date": partial(month_in_words, say=say),
        "grade_name": partial(grade_in_words, say=say),
        "year_name": partial(year_in_words, say=say),
        "in_language": partial(in_language, own=say.language),
        "runs": partial(runs, own=say.language),
    }


@lru_cache(maxsize=2)
def _environment(key: str, frames: tuple["_Held", ...]) -> jinja2.Environment:
    frame = frames[0].frame
    env = page_environment(frame.templates, frame.filters)
    env.globals.update(offered(frame.say, CurrentDrafts(), frame.is_preview), site=CurrentSite())
    return env


class _Held:
    """Takes a frame past the cache, which knows it by its key."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


def environment(frame: Frame, key: str) -> jinja2.Environment:
    """The environment of a frame, made once; `key` is the frame's."""
    return _environment(key, (_Held(frame),))


def render(
    frame: Frame, key: str, template: str, address: str, view: View, drafts: frozenset[str], values: Mapping[str, Any]
) -> bytes:
    """The page at `address`, as bytes."""
    env = environment(frame, key)
    given: dict[str, Any] = {
        "config": frame.config,
        "nav": frame.menu,
        "page": None,
        "base_url": base_of(address),
        "address": address,
    }
    with shown(view, drafts):
        return env.get_template(template).render(given | dict(values)).encode("utf-8")


def base_of(address: str) -> str:
    """The way from a page to the site's root, as MkDocs writes it: "..", "../.." or "."."""
    depth = address.count("/")
    return "/".join([".."] * depth) or "."


def file_of(address: str) -> str:
    """The file that answers at an address."""
    return address if address.endswith(".html") else f"{address}index.html"


__all__: Sequence[str] = ("AsksForSite", "Frame", "Menu", "MenuPage", "View", "base_of", "file_of", "offered", "render")
