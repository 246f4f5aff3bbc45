"""What a person is shown of whose words are whose, and how they give words back to the machine."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator import store
from generator.editorial.revise import YOURS, Known
from generator.errors import BriefsError, InvalidBrief
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.brief.digests import Mark, digest, mark
from generator.formats.brief.places import LISTS, Place, item_name, place_of
from generator.formats.brief.render import entry, item
from generator.model import Brief
from generator.pipeline.engine import ENGINE, Engine
from generator.pipeline.loading import load, parsed
from generator.pipeline.ownership import FIELDS, Standing, ownership, revised, standing
from generator.settings import Settings
from generator.slugs import slug_of
from generator.store import StoredFile

Whose = Literal["the machine's", "yours", "deleted by you", "new"]


@dataclass(frozen=True, slots=True)
class Part:
    """A field or an item of a brief: whose it is, and its lines as they stand and as the engine would write them now."""

    name: str
    line: int
    whose: Whose
    standing: tuple[str, ...]
    engine: tuple[str, ...]

    def changes(self) -> Iterator[str]:
        """The lines that differ: "- " before what stands, "+ " before what the engine would write."""
        for line in difflib.ndiff(self.standing, self.engine):
            if line[0] in "-+":
                yield line


def diff(settings: Settings, stored: StoredFile, engine: Engine = ENGINE) -> tuple[Part, ...]:
    """Every part of a brief, in its order. Raises BriefsError where it cannot be read or its article is not there."""
    file = _loaded(stored)
    fresh = brief_format.sealed(_fresh(settings, stored, file, engine))
    return tuple(_parts(file, fresh))


def reset(settings: Settings, stored: StoredFile, name: str | None, engine: Engine = ENGINE) -> bool:
    """Gives one part of a brief ("title", "challenge 2", "key_points") back to the machine, or all of it where `name` is None.

    Whether the file changed. Raises BriefsError with the reason where it cannot be done.
    """
    with store.exclusive(settings.root):
        before = store.read(stored)
        file = _parsed(before, stored)
        fresh = _fresh(settings, stored, file, engine)
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


def _loaded(stored: StoredFile) -> BriefFile:
    try:
        return load(stored)
    except InvalidBrief as error:
        raise BriefsError(str(error)) from error


def _parsed(content: bytes, stored: StoredFile) -> BriefFile:
    try:
        return parsed(content, stored)
    except InvalidBrief as error:
        raise BriefsError(f"{error}\nmend it, or delete the file to have it written anew") from error


def _fresh(settings: Settings, stored: StoredFile, file: BriefFile, engine: Engine) -> Brief:
    named = [one for one in store.articles(settings) if slug_of(one.path.stem) == stored.path.stem]
    if not named:
        raise BriefsError(f"the article of {stored.shown} is not in {store.shown(settings, settings.articles)}")
    generated = file.brief.generated
    return engine.convert(store.read(named[0]), named[0].path.name, generated.published if generated else None)


def _parts(file: BriefFile, fresh: Brief) -> Iterator[Part]:
    brief = standing(file)
    whose = ownership(brief) if brief else {}
    for name in FIELDS:
        lines = _lines(file.brief, name)
        if brief and brief.field(name) is None:
            wanted = _lines(fresh, name)
            if wanted:
                yield Part(name, 0, "deleted by you" if name in brief.generated.fields else "new", (), wanted)
        else:
            owner = whose.get((name,), "person")
            yield Part(name, file.line((name,)), "yours" if owner == "person" else "the machine's", lines, _lines(fresh, name))
    for name in LISTS:
        yield from _items(
            file, fresh, name, {place[1]: owner for place, owner in whose.items() if place[0] == name and len(place) > 1}
        )


def _items(file: BriefFile, fresh: Brief, name: str, whose: dict[str | int, str]) -> Iterator[Part]:
    left = list(getattr(fresh, name))
    for number, one in enumerate(getattr(file.brief, name)):
        same = next((other for other in left if other == one), None) or next((o for o in left if o.quote == one.quote), None)
        if same is not None:
            left.remove(same)
        engine = () if same is None else tuple(item(same).splitlines())
        place: Place = (name, number)
        owner: Whose = "the machine's" if whose.get(number) == "machine" else "yours"
        yield Part(item_name(place), file.line(place), owner, tuple(item(one).splitlines()), engine)
    generated = file.brief.generated
    known = {mark(text).quote for text in getattr(generated, name, ())}
    for one in left:
        owner = "deleted by you" if digest(one.quote) in known else "new"
        yield Part(f"another {item_name((name, 0))[:-2]}", 0, owner, (), tuple(item(one).splitlines()))


def _lines(brief: Brief, name: str) -> tuple[str, ...]:
    return tuple((brief.body if name == "body" else entry(name, getattr(brief, name))).splitlines())


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
