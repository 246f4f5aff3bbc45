"""Holds every brief against its own text, its article and the engine; only what passes is published."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import __version__, store
from generator.errors import InvalidBrief, Problem, Refused
from generator.formats import article as article_format
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.brief.claims import claims
from generator.formats.brief.note_misprints import note_misprints
from generator.formats.brief.places import ITEM_NAMES, item_name
from generator.formats.brief.slips import slips
from generator.formats.brief.text_slips import text_slips
from generator.model import PublishedBrief, Record
from generator.pipeline.figures import figures
from generator.pipeline.loading import load
from generator.pipeline.proving import proven, whose_of
from generator.publish.machine_files import AT_THE_ROOT
from generator.publish.redirects import redirects
from generator.publish.site import LISTS
from generator.settings import Settings
from generator.slugs import slug_of
from generator.store import StoredFile
from generator.text.body import to_markdown


@dataclass(frozen=True, slots=True)
class Article:
    """What an article's file holds; `shown` is how messages name it."""

    shown: str
    content: bytes


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
    whose = whose_of(file)
    machine, persons = ([place for place, one in whose.items() if one == owner] for owner in ("machine", "person"))
    slipped = slips(file, persons)
    told = {slip.line for slip in slipped}
    measured = figures(file) if ("readability",) in persons else ()
    claimed = [claim for claim in (*claims(file, persons), *measured) if claim.line not in told]
    of_text = _text_slips(file, article) if article and ("body",) in persons else ()
    of_notes = note_misprints(file)
    found = (*brief_format.verify(file, machine), *slipped, *claimed, *of_text, *of_notes, *_topics(file), *_repeats(file))
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
    yield from text_slips(file, to_markdown(blocks), article.shown)


def _freshness(file: BriefFile, article: Article) -> Iterator[Problem]:
    generated = file.brief.generated
    if generated is None:
        return
    if brief_format.article_digest(article.content) != generated.article:
        yield Problem(file.path, file.line(("generated", "article")), f"{article.shown} has changed since; run 'briefs build'")
    elif generated.engine != __version__:
        message = f"written by version {generated.engine}, this is {__version__}; run 'briefs build'"
        yield Problem(file.path, file.line(("generated", "engine")), message, "warning")
