"""What an article's brief is to be: the part of a build that works out and touches nothing, so that any worker can do it.

An `Engine` and what it is given and gives go to workers as they are: all of it can be pickled where `convert` can.
"""

from dataclasses import dataclass

from generator.errors import BriefsError, InvalidBrief, Refused
from generator.formats.brief import BriefFile, article_digest, written
from generator.model import Outcome
from generator.pipeline.engine import Engine
from generator.pipeline.loading import parsed
from generator.pipeline.ownership import Standing, owner_of_field, persons, revised, standing
from generator.store import StoredFile


@dataclass(frozen=True, slots=True)
class Work:
    """An article and its brief as they were read: `standing` is None where there is no brief yet; `told` is for its outcome."""

    article: StoredFile
    brief: StoredFile
    content: bytes
    standing: bytes | None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """What is to be written, and what in it is a person's: ("title", "challenge 2")."""

    content: bytes
    yours: tuple[str, ...] = ()


def decided(engine: Engine, work: Work) -> Text | Outcome:
    """What is to be written; an Outcome where nothing is."""
    try:
        if work.standing is None:
            fresh = engine.convert(work.content, work.article.path.name, None)
            return Text(written(fresh, work.brief.shown).encode("utf-8"))
        return _renewed(engine, work, work.standing)
    except Exception as error:
        return skipped(work.article, error)


def skipped(article: StoredFile, error: Exception) -> Outcome:
    """The outcome of an article that something stands in the way of.

    A mistake of ours in one article must not keep the others from being built.
    """
    if isinstance(error, BriefsError):
        return Outcome(article.shown, "skipped", str(error))
    return Outcome(article.shown, "skipped", f"the engine failed on it ({type(error).__name__}: {error}); please report it")


def _renewed(engine: Engine, work: Work, before: bytes) -> Text | Outcome:
    article, target = work.article, work.brief
    try:
        brief = parsed(before, target)
    except Refused as refused:
        return Outcome(article.shown, "kept", f"{target.shown}: {refused}")
    except InvalidBrief:
        return Outcome(article.shown, "kept", f"{target.shown} cannot be read; 'briefs check' says why")
    found = standing(brief)
    if found is None:
        return _wholly_yours(work, brief)
    if not _is_due(engine, found, work):
        return Outcome(article.shown, "unchanged")
    fresh = engine.convert(work.content, article.path.name, found.generated.published)
    written(fresh, target.shown)
    content = revised(found, fresh).encode("utf-8")
    return Outcome(article.shown, "unchanged") if content == before else Text(content, persons(found))


def _is_due(engine: Engine, brief: Standing, work: Work) -> bool:
    generated = brief.generated
    is_moved = brief.file.brief.source.file != work.article.path.name and owner_of_field(brief, "source") == "machine"
    return generated.article != article_digest(work.content) or generated.engine != engine.version or is_moved


def _wholly_yours(work: Work, brief: BriefFile) -> Outcome:
    generated = brief.brief.generated
    if generated is None or generated.article == article_digest(work.content):
        return Outcome(work.article.shown, "unchanged")
    told = f"{work.brief.shown} has a form of your own, so it is yours, and its article has changed"
    return Outcome(work.article.shown, "kept", told)
