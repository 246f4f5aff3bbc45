"""How a person gives words back to the machine."""

from dataclasses import replace

from generator import store
from generator.editorial.revise import YOURS, Known, owners
from generator.errors import BriefsError, InvalidBrief
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.brief.digests import Mark, mark
from generator.formats.brief.places import LISTS, Place, place_of
from generator.model import Brief
from generator.pipeline.engine import ENGINE, Engine
from generator.pipeline.loading import parsed
from generator.pipeline.ownership import Standing, revised, standing
from generator.settings import Settings
from generator.slugs import slug_of
from generator.store import StoredFile


def reset(settings: Settings, stored: StoredFile, name: str | None, engine: Engine = ENGINE) -> bool:
    """Gives one part of a brief ("title", "challenge 2", "key_points") back to the machine, or all of it where `name` is None.

    Whether the file changed. Raises BriefsError with the reason where it cannot be done.
    """
    with store.exclusive(settings.root):
        before = store.read(stored)
        file = _parsed(before, stored)
        fresh = fresh_brief(settings, stored, file, engine)
        text = brief_format.written(fresh, stored.shown)
        if name is not None:
            text = revised(_released(file, _place(file, name), brief_format.sealed(fresh)), fresh)
        content = text.encode("utf-8")
        if content != before and not store.replace(stored, content, before):
            raise BriefsError(f"{stored.shown} was saved meanwhile; run this again")
        return content != before


def found(settings: Settings, name: str) -> StoredFile:
    """The brief that a person names by its slug or its file. Raises BriefsError where there is none."""
    slug = name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".md")
    stored = next((file for file in store.briefs(settings) if file.path.stem == slug), None)
    if stored is None:
        raise BriefsError(f"there is no brief {slug}.md in {store.shown(settings, settings.briefs)}")
    return stored


def _parsed(content: bytes, stored: StoredFile) -> BriefFile:
    try:
        return parsed(content, stored)
    except InvalidBrief as error:
        raise BriefsError(f"{error}\nmend it, or delete the file to have it written anew") from error


def fresh_brief(settings: Settings, stored: StoredFile, file: BriefFile, engine: Engine) -> Brief:
    """The brief that the engine makes of the article of a standing one now. Raises BriefsError where it is not there."""
    named = [one for one in store.articles(settings) if slug_of(one.path.stem) == stored.path.stem]
    if not named:
        raise BriefsError(f"the article of {stored.shown} is not in {store.shown(settings, settings.articles)}")
    generated = file.brief.generated
    return engine.convert(store.read(named[0]), named[0].path.name, generated.published if generated else None)


def _place(file: BriefFile, name: str) -> Place:
    try:
        place = place_of(name)
    except ValueError as error:
        raise BriefsError(str(error)) from error
    if len(place) == 2 and int(place[1]) >= len(getattr(file.brief, str(place[0]))):
        raise BriefsError(f"{file.path} has no {name}")
    return place


def _released(file: BriefFile, place: Place, fresh: Brief) -> Standing:
    """The brief as if what stands at `place` were the machine's."""
    brief = standing(file)
    if brief is None:
        raise BriefsError(f"{file.path} is yours as a whole; delete it to have it written anew")
    key = str(place[0])
    if key in LISTS:
        return _with_record(brief, key, _released_items(brief, place, fresh))
    fields = dict(brief.generated.fields)
    fields.pop(key, None)
    now = brief.field(key)
    fields |= {} if now is None else {key: now}
    return replace(brief, generated=brief.generated.model_copy(update={"fields": fields}))


def _with_record(brief: Standing, key: str, record: tuple[Known, ...]) -> Standing:
    marks = tuple(str(Mark(*known)) for known in record)
    return replace(brief, generated=brief.generated.model_copy(update={key: marks}))


def _released_items(brief: Standing, place: Place, fresh: Brief) -> tuple[Known, ...]:
    """The record in which the item at `place`, or the whole list, is the machine's."""
    key = str(place[0])
    if not brief.has_items(key):
        raise BriefsError(
            f"{key} of {brief.file.path} is written in brackets: write its items with hyphens, or reset the brief"
        )
    items = brief.items(key)
    if len(place) == 1:
        return items
    number = int(place[1])
    if owners(brief.record(key), items)[number] == "machine":
        return brief.record(key)
    engine = [Known(*mark(text)) for text in getattr(fresh.generated, key)]
    quotes = {items[number].quote} | _replaced(items, number, engine)
    record = tuple(known for known in brief.record(key) if known.quote not in quotes)
    return (items[number], *(record if YOURS in record else (*record, YOURS)))


def _replaced(items: tuple[Known, ...], number: int, engine: list[Known]) -> set[str]:
    """The sentence of the engine's that an item whose quote was changed stands for: one between those of its neighbours."""
    quotes = [known.quote for known in engine]
    if items[number].quote in quotes:
        return set()
    before = [quotes.index(known.quote) for known in items[:number] if known.quote in quotes]
    after = [quotes.index(known.quote) for known in items[number + 1 :] if known.quote in quotes]
    between = quotes[max(before, default=-1) + 1 : min(after, default=len(quotes))]
    standing_quotes = {known.quote for known in items}
    return set([quote for quote in between if quote not in standing_quotes][:1])
