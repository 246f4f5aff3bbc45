"""Holds a person's readability figures against the text, where they say that they were measured as ours are."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.formats.brief import BriefFile
from generator.formats.brief.meant import is_meant
from generator.formats.brief.places import Place
from generator.model import Readability
from generator.text.body import to_text
from generator.text.readability import METHOD, measure


def figures(file: BriefFile) -> Iterator[Problem]:
    """A warning for each figure that is not what the text below it gives."""
    given = file.brief.readability
    if given is None or given.method != METHOD:
        return
    measured = measure(to_text(file.brief.body), file.brief.language)
    for name in Readability.model_fields:
        value, ours = getattr(given, name), getattr(measured, name)
        place: Place = ("readability", name)
        if isinstance(value, int | float) and value != ours and not is_meant(file, place):
            told = "has none" if ours is None else f"gives {ours}"
            yield Problem(file.path, file.line(place), f"{name} of readability is {value}; the text {told}", "warning")
