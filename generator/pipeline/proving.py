"""Whether a brief can be shown: its form is right, and what it says rests on its text. Each build asks that of each brief."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.editorial.revise import Owner
from generator.errors import InvalidBrief, Problem
from generator.formats import brief as brief_format
from generator.formats.brief import BriefFile
from generator.formats.brief.misprints import misprinted_statements
from generator.formats.brief.places import Place
from generator.model import Brief
from generator.pipeline.loading import parsed
from generator.pipeline.ownership import FIELDS, ownership, standing
from generator.store import StoredFile


@dataclass(frozen=True, slots=True)
class Proven:
    """A brief that can be shown, and what a reader of it may notice: faults of the check that keep nothing from being shown."""

    brief: Brief
    warnings: tuple[Problem, ...] = ()


def proven(content: bytes, stored: StoredFile) -> Proven:
    """The brief in `content`, read from `stored`. Raises InvalidBrief with all that keeps it from being shown."""
    return proof_of(parsed(content, stored))


def proof_of(file: BriefFile) -> Proven:
    """The brief in a file whose form is right. Raises InvalidBrief where what it says does not rest on its text."""
    # Whose an item is matters only where one says more than its quote, and takes as long to find out as all the rest.
    unproven = tuple(brief_format.unproven(file))
    whose = whose_of(file) if unproven else {}
    faults = brief_format.faults(file, [place for place, owner in whose.items() if owner == "machine"])
    if faults:
        raise InvalidBrief(faults)
    return Proven(file.brief, (*brief_format.ambiguities(file), *misprinted_statements(file, unproven)))


def whose_of(file: BriefFile) -> Mapping[Place, Owner]:
    """Whose what stands where is; all is a person's in a brief that the machine did not write."""
    brief = standing(file)
    every = brief_format.item_places(file.brief) | {(name,) for name in FIELDS}
    return ownership(brief) if brief else dict.fromkeys(every, "person")
