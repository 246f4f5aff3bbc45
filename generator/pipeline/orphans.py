"""Briefs whose article is gone, and which of them a new article takes over: it was renamed, and perhaps changed as well.

    same bytes       the article that the brief was made of, under another name
    same sentences   half of the longer text, or a fifth where the brief's `source: {url}` is the article's as well

What fits several, or shares less, is left where it is, and said. No brief is deleted and none is taken whose article is there.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import store
from generator.errors import InvalidBrief, Refused
from generator.formats import article as article_format
from generator.formats.brief import article_digest
from generator.model import Brief
from generator.pipeline.loading import load
from generator.settings import Settings
from generator.slugs import slug_of
from generator.store import StoredFile
from generator.text.body import to_markdown

_SAME = 0.5
"""Of the sentences of the longer text: an edited article keeps most of them, two of one series share a paragraph."""
_ALIKE = 0.2
"""From here on an address decides, which a careless site gives to all its pages, or else a person is told."""

_ENDS = re.compile(r"[.!?。！？][\"'”’)\]]{0,3}\s|[。！？]")
_MARKUP = re.compile(r"<[^<>]{1,2000}>")
_SIGNS = re.compile(r"[\W_]+")
_SHORTEST = 12
"""Letters of a sentence that tells one text from another; fewer Chinese ones do, each of which counts for three."""


@dataclass(frozen=True, slots=True)
class Found:
    """The brief that an article takes over, if any, and else what a person is told of one that it may be of."""

    brief: StoredFile | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class _Orphan:
    stored: StoredFile
    article: str
    url: str | None
    sentences: frozenset[int]


class Orphans:
    """The briefs that have no article; one that was found is no orphan any more."""

    def __init__(self, settings: Settings, articles: Iterable[StoredFile]) -> None:
        files = tuple(articles)
        names, slugs = {file.path.name for file in files}, {slug_of(file.path.stem) for file in files}
        self._left: dict[StoredFile, _Orphan] = {}
        self._sources: dict[StoredFile, str | None] = {}
        self._by_article: defaultdict[str, list[StoredFile]] = defaultdict(list)
        self._by_sentence: defaultdict[int, list[StoredFile]] = defaultdict(list)
        for stored in store.briefs(settings):
            brief = _machine_written(stored) if stored.path.stem not in slugs else None
            if brief is not None and brief.generated is not None:
                self._sources[stored] = brief.source.file if brief.source.file in names else None
                self._left[stored] = _Orphan(stored, brief.generated.article, brief.source.url, _sentences(brief.body))
        for orphan in self._left.values():
            self._by_article[orphan.article].append(orphan.stored)
            for sentence in orphan.sentences:
                self._by_sentence[sentence].append(orphan.stored)

    def found(self, file: StoredFile, content: bytes) -> Found:
        """What becomes of the orphans for an article that has no brief."""
        for stored in self._by_article.get(article_digest(content), ()):
            if stored in self._left and self._sources[stored] in (None, file.path.name):
                return self._taken(stored)
        alike = self._alike(content)
        return self._fitting(file, content, alike) if alike else Found()

    def _alike(self, content: bytes) -> list[StoredFile]:
        """The orphans that share a sentence with the raw text: most articles are unlike all of them, and need no reading."""
        raw = html.unescape(_MARKUP.sub(" ", content.decode("utf-8", "replace")))
        shared = dict.fromkeys(stored for one in _sentences(raw) for stored in self._by_sentence.get(one, ()))
        return [stored for stored in shared if stored in self._left and self._sources[stored] is None]

    def _fitting(self, file: StoredFile, content: bytes, alike: list[StoredFile]) -> Found:
        try:
            article = article_format.parse(content, file.path.name)
        except Refused:
            return Found()
        sentences = _sentences(to_markdown(article.blocks))
        shares = {one: _share(self._left[one].sentences, sentences) for one in alike}
        near = [one for one in sorted(shares, key=lambda one: (-shares[one], one.shown)) if shares[one] >= _ALIKE]
        same = [one for one in near if article.url and self._left[one].url == article.url]
        fitting = same or [one for one in near if shares[one] >= _SAME]
        if len(fitting) == 1:
            return self._taken(fitting[0])
        return Found(told=_told(near)) if near else Found()

    def _taken(self, stored: StoredFile) -> Found:
        del self._left[stored]
        return Found(stored)


def _machine_written(stored: StoredFile) -> Brief | None:
    try:
        return load(stored).brief
    except InvalidBrief:
        return None


def _told(near: Sequence[StoredFile]) -> str:
    first, others = near[0].shown, [one.shown for one in near[1:3]]
    several = f" (or {', '.join(others)})" if others else ""
    return f"{first}{several} has lost its article; if this is it, put that brief in the place of the new one and build again"


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def _sentences(text: str) -> frozenset[int]:
    """The sentences of a text by their letters and digits, so that markup, signs and line ends do not count."""
    letters = (_SIGNS.sub("", part) for part in _ENDS.split(" ".join(text.split())))
    return frozenset(hash(part) for part in letters if len(part.encode()) >= _SHORTEST)
