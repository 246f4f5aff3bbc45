"""Brings a standing brief up to date with what the engine says now, and keeps a person's words. Pure.

    standing text -> BriefFile -> Outline ---+
    engine's Brief, sealed ------------------+-> a plan by digests (editorial.revise) -> splice -> read back and compared

What does not read back as it was meant is never written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.editorial.revise import Known, Lists, Owner, Rank, Revision, owner, owners, revise_list
from generator.edtf import chronological
from generator.errors import BriefsError
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile, Outline
from generator.formats.brief.digests import Mark, digest, mark
from generator.formats.brief.places import LISTS, Place, item_name
from generator.model import MOST_CHALLENGES, Brief, Generated
from generator.text.body import to_text
from generator.text.quotes import locate

FIELDS = tuple(name for name in Brief.model_fields if name not in (*LISTS, "generated"))
"""The keys that are the machine's or a person's as a whole."""

_MOST = {"challenges": MOST_CHALLENGES}


@dataclass(frozen=True, slots=True)
class Standing:
    """A brief with what the machine recorded of it and where its parts stand."""

    file: BriefFile
    generated: Generated
    outline: Outline

    def field(self, name: str) -> str | None:
        """The digest of a field as it stands; None where it is absent."""
        if name == "body":
            return digest(self.file.brief.body)
        found = self.outline.field(name)
        return found.digest if found else None

    def items(self, name: str) -> tuple[Known, ...]:
        """The items of a list as they stand."""
        found = self.outline.field(name)
        return tuple(Known(*one.mark) for one in found.items) if found else ()

    def has_items(self, name: str) -> bool:
        """Whether a list is written in such a way that its items can be told apart."""
        found = self.outline.field(name)
        return found is None or found.style in ("lines", "empty")

    def record(self, name: str) -> tuple[Known, ...]:
        """The items that the machine recorded of a list."""
        return _recorded(self.generated, name)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is written: fields by name, lists item by item, and what is recorded from now on."""

    fields: tuple[str, ...]
    lists: Mapping[str, Revision]
    generated: Generated


def standing(file: BriefFile) -> Standing | None:
    """The brief as one that the machine may write to; None where it is wholly a person's."""
    drawn = brief_format.outline(file.parts) if file.brief.generated else None
    field = drawn.field("generated") if drawn else None
    if drawn is None or field is None or not field.parts or file.brief.generated is None:
        return None
    return Standing(file, file.brief.generated, drawn)


def ownership(brief: Standing) -> dict[Place, Owner]:
    """Whose each field and item of the brief is; a deleted field is a person's."""
    found: dict[Place, Owner] = {(name,): owner_of_field(brief, name) for name in FIELDS}
    for name in LISTS:
        whole: tuple[Owner, ...] = tuple("person" for _ in getattr(brief.file.brief, name))
        whose = owners(brief.record(name), brief.items(name)) if brief.has_items(name) else whole
        found |= {(name, number): one for number, one in enumerate(whose)}
    return found


def owner_of_field(brief: Standing, name: str) -> Owner:
    """Whose one field is."""
    return owner(brief.generated.fields.get(name), brief.field(name))


def persons(brief: Standing) -> tuple[str, ...]:
    """What a person has written, or a field that they deleted, as people call it: ("title", "challenge 2")."""
    return tuple(item_name(place) for place, whose in ownership(brief).items() if whose == "person")


def revised(brief: Standing, fresh: Brief) -> str:
    """The text of the brief in which the machine's words are those of `fresh`.

    Raises BriefsError where that cannot be had without touching a person's; then nothing is to be written.
    """
    fresh = brief_format.sealed(fresh)
    if is_untouched(brief):
        return brief_format.render(fresh).replace("\n", brief.file.parts.line_break)
    plan = _plan(brief, fresh)
    steps = {name: [(step.standing, step.engine) for step in revision.steps] for name, revision in plan.lists.items()}
    meant = fresh.model_copy(update={"generated": plan.generated})
    text = brief_format.splice(brief.outline, meant, plan.fields, steps)
    if brief_format.parse(text, brief.file.path).brief != _meant(brief.file.brief, meant, plan):
        raise BriefsError("its brief could not be brought up to date without touching what is yours; it is left as it is")
    return text


def revisions(brief: Standing, fresh: Brief) -> dict[str, Revision]:
    """What a build makes of each list whose items can be told apart; `fresh` is sealed."""
    follows = owner_of_field(brief, "body") == "machine"
    return {name: _revised_list(brief, fresh, name, follows) for name in LISTS if brief.has_items(name)}


def is_untouched(brief: Standing) -> bool:
    """Whether the file is, character by character, what the machine wrote, with or without its first comment."""
    written = brief_format.render(brief_format.sealed(brief.file.brief))
    text = brief.file.parts.text.replace(brief.file.parts.line_break, "\n")
    return text in (written, written.replace(brief_format.HEADER, "", 1))


def _plan(brief: Standing, fresh: Brief) -> _Plan:
    wanted = fresh.generated or brief.generated
    recorded = brief.generated.fields
    ours = [name for name in FIELDS if owner_of_field(brief, name) == "machine"]
    fields = {name: now for name in FIELDS if (now := (wanted.fields if name in ours else recorded).get(name)) is not None}
    lists = revisions(brief, fresh)
    marks = {name: brief.record(name) for name in LISTS} | {name: revision.record for name, revision in lists.items()}
    written = {name: tuple(str(Mark(*known)) for known in marks[name]) for name in LISTS}
    return _Plan(tuple(ours), lists, wanted.model_copy(update={"fields": fields, **written}))


def _revised_list(brief: Standing, fresh: Brief, name: str, follows: bool) -> Revision:
    """The revision of one list; `follows` says that the text below is the engine's, so that its quotes stand in it."""
    standing_items, field = brief.items(name), brief.outline.field(name)
    drawn = dict(enumerate(_recorded(fresh.generated, name)))
    if not follows:
        drawn = dict(_grounded(drawn, fresh, name, brief))
    numbers = tuple(drawn)
    ranks = (_ranks(brief.file.brief), [_ranks(fresh)[number] for number in numbers]) if name == "timeline" else None
    lists = Lists(brief.record(name), standing_items, tuple(drawn.values()), ranks)
    found = revise_list(lists, is_tidy=field is None or field.is_tidy, most=_MOST.get(name))
    steps = tuple(type(step)(step.standing, None if step.engine is None else numbers[step.engine]) for step in found.steps)
    return Revision(steps, found.record)


def _grounded(drawn: Mapping[int, Known], fresh: Brief, name: str, brief: Standing) -> Iterator[tuple[int, Known]]:
    """The engine's items that the text of a person's own stands for, and those whose sentence the brief holds already."""
    text, held = to_text(brief.file.brief.body), {known.quote for known in brief.items(name)}
    for number, known in drawn.items():
        if known.quote in held or locate(text, getattr(fresh, name)[number].quote):
            yield number, known


def _ranks(brief: Brief) -> list[Rank]:
    return [chronological(event.date) for event in brief.timeline]


def _recorded(generated: Generated | None, name: str) -> tuple[Known, ...]:
    return tuple(Known(*mark(text)) for text in getattr(generated, name, ()))


def _meant(old: Brief, fresh: Brief, plan: _Plan) -> Brief:
    values: dict[str, Any] = {name: getattr(fresh, name) for name in plan.fields}
    for name, revision in plan.lists.items():
        both = getattr(old, name), getattr(fresh, name)
        values[name] = tuple(both[step.engine is not None][_number(step.standing, step.engine)] for step in revision.steps)
    return old.model_copy(update={**values, "generated": plan.generated})


def _number(standing_number: int | None, engine_number: int | None) -> int:
    return engine_number if engine_number is not None else standing_number or 0
