"""Holds every brief against its own text, its article and the engine; only what passes is published."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import __version__, store
from generator.editorial.revise import Owner
from generator.errors import InvalidBrief, Problem, Refused
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.brief.places import Place
from generator.model import Brief, PublishedBrief
from generator.pipeline.loading import load, parsed
from generator.pipeline.ownership import FIELDS, ownership, standing
from generator.publish.machine_files import AT_THE_ROOT
from generator.publish.redirects import redirects
from generator.publish.site import LISTS
from generator.settings import Settings
from generator.slugs import slug_of
from generator.store import StoredFile


@dataclass(frozen=True, slots=True)
class Proven:
    """A brief that can be shown, and what a reader of it may notice."""

    brief: Brief
    warnings: tuple[Problem, ...] = ()


def proven(content: bytes, stored: StoredFile, *, is_whole: bool = True) -> Proven:
    """The brief in `content`, read from `stored`. Raises InvalidBrief with all that keeps it from being shown.

    Where the proof need not be whole, only its form is looked at.
    """
    file = parsed(content, stored)
    if not is_whole:
        return Proven(file.brief)
    # Whose an item is matters only where one says more than its quote, and takes as long to find out as all the rest.
    faults = brief_format.faults(file, _places(file, "machine") if any(brief_format.unproven(file)) else ())
    if faults:
        raise InvalidBrief(faults)
    return Proven(file.brief, brief_format.ambiguities(file))


def published(settings: Settings) -> tuple[tuple[PublishedBrief, ...], tuple[Problem, ...]]:
    """Every brief that can be shown, by slug, and the problems that keep the others from it or that a reader may notice."""
    shown: list[PublishedBrief] = []
    problems: list[Problem] = []
    for stored in store.briefs(settings):
        try:
            found = proven(store.read(stored), stored)
            problems.extend(found.warnings)
            shown.append(PublishedBrief(stored.path.stem, found.brief))
        except Refused as refused:
            problems.append(Problem(stored.shown, 0, str(refused)))
        except InvalidBrief as error:
            problems.extend(error.problems)
    return tuple(shown), tuple(problems)


def check(settings: Settings) -> tuple[Problem, ...]:
    """Every problem of every brief, in the order of files and lines, and then the aliases that clash."""
    found = [problem for stored in store.briefs(settings) for problem in _checked(settings, stored)]
    return (*found, *_aliases(settings))


def _checked(settings: Settings, stored: StoredFile) -> Iterator[Problem]:
    try:
        file = load(stored)
    except InvalidBrief as error:
        yield from error.problems
        return
    yield from brief_format.verify(file, _places(file, "machine"))
    yield from brief_format.claims(file, _places(file, "person"))
    yield from _topics(file)
    yield from _freshness(settings, file)


def _aliases(settings: Settings) -> Iterator[Problem]:
    """The aliases that another brief or a list has taken; those that a page of a person's has, only a build sees."""
    if not any(map(_has_aliases, store.briefs(settings))):
        return
    shown, _ = published(settings)
    pages = (*(f"briefs/{one.slug}/index.html" for one in shown), *(f"{name}/index.html" for name in LISTS), *AT_THE_ROOT)
    aliased = [(one.slug, one.brief.title, one.brief.aliases) for one in shown]
    for slug, message in redirects(aliased, pages)[1]:
        yield Problem(store.brief_of(settings, slug).shown, 0, message)


def _has_aliases(file: StoredFile) -> bool:
    """Whether the key stands in the file: most sites have none, and then no brief is read as one again."""
    try:
        return b"\naliases:" in store.read(file)
    except Refused:
        return False


def _topics(file: BriefFile) -> Iterator[Problem]:
    """Topics that give the same slug are one topic in two spellings."""
    first: dict[str, str] = {}
    for topic in file.brief.topics:
        other = first.setdefault(slug_of(topic), topic)
        if other is not topic:
            message = f"topics {other!r} and {topic!r} differ only in how they are written; keep one"
            yield Problem(file.path, file.line(("topics",)), message, "warning")


def _places(file: BriefFile, whose: Owner) -> frozenset[Place]:
    """Whose fields and items stand where; all are a person's in a brief that the machine did not write."""
    brief = standing(file)
    if brief is not None:
        return frozenset(place for place, one in ownership(brief).items() if one == whose)
    every = brief_format.item_places(file.brief) | {(name,) for name in FIELDS}
    return every if whose == "person" else frozenset()


def _freshness(settings: Settings, file: BriefFile) -> Iterator[Problem]:
    generated, name = file.brief.generated, file.brief.source.file
    if generated is None or name is None or "/" in name or "\\" in name:
        return
    article = store.named(settings, name)
    try:
        changed = store.exists(article) and brief_format.article_digest(store.read(article)) != generated.article
    except Refused as refused:
        yield Problem(article.shown, 0, str(refused))
        return
    if changed:
        yield Problem(file.path, file.line(("generated", "article")), f"{article.shown} has changed since; run 'briefs build'")
    elif generated.engine != __version__:
        message = f"written by version {generated.engine}, this is {__version__}; run 'briefs build'"
        yield Problem(file.path, file.line(("generated", "engine")), message, "warning")
