"""What a build does with the articles and briefs on the disk: bring up to date, load, check.

refresh     content/articles/* -> content/briefs/*.md, one article at a time; one that fails never stops the others
published   content/briefs/*.md -> the briefs to show, and the problems of those that cannot be shown
check       the verifier: every problem of every brief
"""

from collections.abc import Callable, Iterator

from generator import __version__, store
from generator.conversion import brief_from_text, digest, written
from generator.editorial.revise import revise
from generator.errors import BriefsError, InvalidBrief, Problem, Refused
from generator.formats import article as article_format
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.model import Outcome, PublishedBrief
from generator.settings import Settings
from generator.slugs import is_slug, slug_of
from generator.store import StoredFile

Report = Callable[[Outcome, int, int], None]


def refresh(settings: Settings, report: Report) -> tuple[Outcome, ...]:
    """Converts the articles that are new or changed; `report` hears each outcome, its number and how many there are."""
    files = store.articles(settings)
    taken: dict[str, StoredFile] = {}
    outcomes = []
    for number, file in enumerate(files, 1):
        slug = slug_of(file.path.stem)
        other = taken.setdefault(slug, file)
        outcome = _converted(settings, file, slug) if other is file else _clash(file, other, slug)
        report(outcome, number, len(files))
        outcomes.append(outcome)
    return tuple(outcomes)


def published(settings: Settings) -> tuple[tuple[PublishedBrief, ...], tuple[Problem, ...]]:
    """Every brief that can be shown, by slug, and the problems of the others."""
    shown: list[PublishedBrief] = []
    problems: list[Problem] = []
    for stored in store.briefs(settings):
        try:
            file = _load(stored)
            faults = brief_format.verify(file)
            problems.extend(faults)
            if not faults:
                shown.append(PublishedBrief(stored.path.stem, file.brief))
        except InvalidBrief as error:
            problems.extend(error.problems)
    return tuple(shown), tuple(problems)


def check(settings: Settings) -> tuple[Problem, ...]:
    """Every problem of every brief, in the order of files and lines."""
    return tuple(problem for stored in store.briefs(settings) for problem in _checked(settings, stored))


def _checked(settings: Settings, stored: StoredFile) -> Iterator[Problem]:
    try:
        file = _load(stored)
    except InvalidBrief as error:
        yield from error.problems
        return
    yield from brief_format.verify(file)
    yield from _freshness(settings, file)


def _freshness(settings: Settings, file: BriefFile) -> Iterator[Problem]:
    generated, name = file.brief.generated, file.brief.source.file
    if generated is None or name is None or "/" in name or "\\" in name:
        return
    article = store.named(settings, name)
    try:
        changed = store.exists(article) and digest(store.read(article)) != generated.article
    except Refused as refused:
        yield Problem(article.shown, 0, str(refused))
        return
    if changed:
        yield Problem(file.path, file.line(("generated", "article")), f"{article.shown} has changed since; run 'briefs build'")
    elif generated.engine != __version__:
        message = f"written by version {generated.engine}, this is {__version__}; run 'briefs build'"
        yield Problem(file.path, file.line(("generated", "engine")), message, "warning")


def _load(stored: StoredFile) -> BriefFile:
    try:
        text = store.read(stored).decode("utf-8")
    except Refused as refused:
        raise InvalidBrief((Problem(stored.shown, 0, str(refused)),)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidBrief((Problem(stored.shown, line, "found bytes that are not UTF-8; save the file as UTF-8"),)) from None
    if not is_slug(stored.path.stem):
        message = "its name becomes its address: use a to z, 0 to 9 and hyphens, such as sea-walls.md"
        raise InvalidBrief((Problem(stored.shown, 0, message),))
    return brief_format.parse(text, stored.shown)


def _clash(file: StoredFile, other: StoredFile, slug: str) -> Outcome:
    return Outcome(file.shown, "skipped", f"its brief would be {slug}.md, as that of {other.shown}; rename one")


def _converted(settings: Settings, file: StoredFile, slug: str) -> Outcome:
    try:
        if file.path.suffix.lower() not in article_format.SUFFIXES:
            raise Refused(f"its ending is not one of {', '.join(article_format.SUFFIXES)}")
        return _renewed(store.brief_of(settings, slug), file, store.read(file))
    except BriefsError as error:
        return Outcome(file.shown, "skipped", str(error))


def _renewed(target: StoredFile, file: StoredFile, content: bytes) -> Outcome:
    standing = store.read(target) if store.exists(target) else None
    published = None
    if standing is not None:
        try:
            generated = _load(target).brief.generated
        except InvalidBrief:
            return Outcome(file.shown, "kept", f"{target.shown} cannot be read; 'briefs check' says why")
        untouched = brief_format.is_untouched(standing.decode("utf-8"))
        revision = revise(generated, untouched, digest(content), __version__)
        if revision == "unchanged":
            return Outcome(file.shown, "unchanged")
        if revision == "outdated":
            return Outcome(file.shown, "kept", f"{target.shown} holds a person's edits, and its article has changed")
        published = generated.published if generated else None
    return _write(target, file, content, standing, published)


def _write(target: StoredFile, file: StoredFile, content: bytes, standing: bytes | None, published: str | None) -> Outcome:
    text = written(brief_from_text(content, file.path.name, published), target.shown)
    fresh = text.encode("utf-8")
    if fresh == standing:
        return Outcome(file.shown, "unchanged")
    if not store.replace(target, fresh, standing):
        return Outcome(file.shown, "kept", f"{target.shown} was saved during the build; run 'briefs build' again")
    return Outcome(file.shown, "converted")
