"""What a person is shown of a brief: whose each part of it is, and what the next build makes of it."""

import difflib
import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.editorial.revise import Owner, Revision
from generator.errors import BriefsError, InvalidBrief
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.brief.digests import digest, mark
from generator.formats.brief.places import LISTS, Place, item_name
from generator.formats.brief.render import entry, item
from generator.model import Brief
from generator.pipeline.engine import ENGINE, Engine
from generator.pipeline.hand import fresh_brief
from generator.pipeline.loading import load
from generator.pipeline.ownership import FIELDS, ownership, revisions, standing
from generator.settings import Settings
from generator.store import StoredFile

Whose = Literal["the machine's", "yours", "deleted by you", "left out", "new"]
"""An item is left out that a build does not write: the list is full, or emptied, or your text does not hold its quote."""


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
    fresh = brief_format.sealed(fresh_brief(settings, stored, file, engine))
    return tuple(_parts(file, fresh))


def _loaded(stored: StoredFile) -> BriefFile:
    try:
        return load(stored)
    except InvalidBrief as error:
        raise BriefsError(str(error)) from error


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
    planned = revisions(brief, fresh) if brief else {}
    for name in LISTS:
        owners = {place[1]: owner for place, owner in whose.items() if place[0] == name and len(place) > 1}
        yield from _items(_Lists(file, fresh, name, owners, planned.get(name)))


@dataclass(frozen=True, slots=True)
class _Lists:
    """One list of a brief as it stands and as the engine has it, whose its items are, and what a build makes of it."""

    file: BriefFile
    fresh: Brief
    name: str
    whose: Mapping[str | int, Owner]
    revision: Revision | None

    @property
    def standing(self) -> tuple[Any, ...]:
        """The items that stand in the file."""
        return tuple(getattr(self.file.brief, self.name))

    @property
    def engine(self) -> tuple[Any, ...]:
        """The items that the engine has."""
        return tuple(getattr(self.fresh, self.name))

    @property
    def written(self) -> frozenset[int]:
        """The engine's items that a build writes."""
        steps = self.revision.steps if self.revision else ()
        return frozenset(step.engine for step in steps if step.engine is not None)

    @property
    def kept(self) -> frozenset[int]:
        """The standing items that a build leaves as they are."""
        if self.revision is None:
            return frozenset(range(len(self.standing)))
        return frozenset(step.standing for step in self.revision.steps if step.standing is not None and step.engine is None)


def _items(lists: _Lists) -> Iterator[Part]:
    pairs, kept = _pairs(lists), lists.kept
    for number, one in enumerate(lists.standing):
        place: Place = (lists.name, number)
        lines = tuple(item(one).splitlines())
        is_machines = lists.whose.get(number) == "machine"
        theirs = tuple(item(lists.engine[pairs[number]]).splitlines()) if number in pairs else ()
        engine = lines if is_machines and number in kept else theirs
        yield Part(item_name(place), lists.file.line(place), "the machine's" if is_machines else "yours", lines, engine)
    paired, written = set(pairs.values()), lists.written
    known = {mark(text).quote for text in getattr(lists.file.brief.generated, lists.name, ())}
    for number, one in enumerate(lists.engine):
        if number not in paired:
            gone: Whose = "deleted by you" if digest(one.quote) in known else "left out"
            owner: Whose = "new" if number in written else gone
            yield Part(f"another {item_name((lists.name, 0))[:-2]}", 0, owner, (), tuple(item(one).splitlines()))


def _pairs(lists: _Lists) -> dict[int, int]:
    """The engine's item for a standing one: what a build puts in its place, or what it would if that were the machine's."""
    steps, kept, written = lists.revision.steps if lists.revision else (), lists.kept, lists.written
    pairs = {step.standing: step.engine for step in steps if step.standing is not None and step.engine is not None}
    unpaired = [n for n in range(len(lists.engine)) if n not in pairs.values()]
    for is_alike in (operator.eq, _has_quote_of):
        for number, one in enumerate(lists.standing):
            # What a build writes comes in the place of what it takes away, and beside what stays.
            free = (n for n in unpaired if (n in written) != (number in kept) and is_alike(lists.engine[n], one))
            if number not in pairs and (same := next(free, None)) is not None:
                pairs[number] = same
                unpaired.remove(same)
    return pairs


def _has_quote_of(one: Any, other: Any) -> bool:
    return bool(one.quote == other.quote)


def _lines(brief: Brief, name: str) -> tuple[str, ...]:
    return tuple((brief.body if name == "body" else entry(name, getattr(brief, name))).splitlines())
