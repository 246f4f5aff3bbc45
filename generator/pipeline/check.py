"""Holds every brief against its own text, its article and the engine; only what passes is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import __version__, store
from generator.editorial.revise import Owner
from generator.errors import InvalidBrief, Problem, Refused
from generator.formats import article as article_format
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.brief.places import ITEM_NAMES, Place, item_name
from generator.model import Brief, PublishedBrief, Record
from generator.pipeline.figures import figures
from generator.pipeline.loading import load, parsed
from generator.pipeline.ownership import FIELDS, ownership, standing
from generator.publish.machine_files import AT_THE_ROOT
from generator.publish.redirects import redirects
from generator.publish.site import LISTS
from generator.settings import Settings
from generator.slugs import slug_of
from generator.store import StoredFile
from generator.text.body import to_markdown


@dataclass(frozen=True, slots=True)
class Proven:
    """A brief that can be shown, and what a reader of it may notice."""

    brief: Brief
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What an article's file holds; `shown` is how messages name it."""

    shown: str
    content: bytes


def proven(content: bytes, stored: StoredFile, *, is_whole: bool = True) -> Proven:
    """The brief in `content`, read from `stored`. Raises InvalidBrief with all that keeps it from being shown.

    Where the proof need not be whole, only its form is looked at.
    """
    file = parsed(content, stored)
    if not is_whole:
        return Proven(file.brief)
    # Whose an item is matters only where one says more than its quote, and takes as long to find out as all the rest.
    whose = _whose(file) if any(brief_format.unproven(file)) else {}
    faults = brief_format.faults(file, [place for place, owner in whose.items() if owner == "machine"])
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
    try:
        article = _article(settings, file)
    except Refused as refused:
        yield from findings(file)
        yield Problem(store.named(settings, file.brief.source.file or "").shown, 0, str(refused))
        return
    yield from findings(file, article)


def findings(file: BriefFile, article: Article | None = None) -> tuple[Problem, ...]:
    """Every problem of one brief whose form is right, in the order of its lines, and then whether `article` has changed."""
    whose = _whose(file)
    machine, persons = ([place for place, one in whose.items() if one == owner] for owner in ("machine", "person"))
    slips = brief_format.slips(file, persons)
    told = {slip.line for slip in slips}
    measured = figures(file) if ("readability",) in persons else ()
    claims = [claim for claim in (*brief_format.claims(file, persons), *measured) if claim.line not in told]
    of_text = _text_slips(file, article) if article and ("body",) in persons else ()
    found = (*brief_format.verify(file, machine), *slips, *claims, *of_text, *_topics(file), *_repeats(file))
    return (*sorted(found, key=lambda problem: problem.line), *(_freshness(file, article) if article else ()))


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


def _repeats(file: BriefFile) -> Iterator[Problem]:
    """Items that stand twice, as a copy or a merge leaves them."""
    for name in ITEM_NAMES:
        first: dict[Record, int] = {}
        for number, item in enumerate(getattr(file.brief, name)):
            other = first.setdefault(item, number)
            if other != number:
                message = f"{item_name((name, number))} is {item_name((name, other))} once more; delete one"
                yield Problem(file.path, file.line((name, number)), message, "warning")


def _whose(file: BriefFile) -> Mapping[Place, Owner]:
    """Whose what stands where is; all is a person's in a brief that the machine did not write."""
    brief = standing(file)
    every = brief_format.item_places(file.brief) | {(name,) for name in FIELDS}
    return ownership(brief) if brief else dict.fromkeys(every, "person")


def _article(settings: Settings, file: BriefFile) -> Article | None:
    """The article that a brief was made of, where it is there. Raises Refused where it cannot be read."""
    generated, name = file.brief.generated, file.brief.source.file
    if generated is None or name is None or "/" in name or "\\" in name:
        return None
    article = store.named(settings, name)
    return Article(article.shown, store.read(article)) if store.exists(article) else None


def _text_slips(file: BriefFile, article: Article) -> Iterator[Problem]:
    """Slips in a text that a person has changed, where its article is the one that it was made of."""
    generated = file.brief.generated
    if generated is None or brief_format.article_digest(article.content) != generated.article:
        return
    try:
        blocks = article_format.parse(article.content, article.shown, generated.published).blocks
    except Refused:
        return
    yield from brief_format.text_slips(file, to_markdown(blocks), article.shown)


def _freshness(file: BriefFile, article: Article) -> Iterator[Problem]:
    generated = file.brief.generated
    if generated is None:
        return
    if brief_format.article_digest(article.content) != generated.article:
        yield Problem(file.path, file.line(("generated", "article")), f"{article.shown} has changed since; run 'briefs build'")
    elif generated.engine != __version__:
        message = f"written by version {generated.engine}, this is {__version__}; run 'briefs build'"
        yield Problem(file.path, file.line(("generated", "engine")), message, "warning")
