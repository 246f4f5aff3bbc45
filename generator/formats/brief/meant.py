"""How a person says that a word which looks like a slip is meant: by `# sic` behind its line."""

import re

from generator.formats.brief.parse import BriefFile
from generator.formats.brief.places import Place

MEANT = "correct it, or write '# sic' behind the line if it is meant"
"""What to do about a word that looks like a slip."""

_SIC = re.compile(r"\s# ?sic(?!\w)", re.IGNORECASE)


def is_meant(file: BriefFile, place: Place) -> bool:
    """Whether the remark stands on a line of the value at `place`."""
    first = file.line(place)
    last = min((line for line in file.lines.values() if line > first), default=first + 1)
    lines = file.parts.front_matter.split("\n")[first - 2 : last - 2]
    return any(_SIC.search(line) for line in lines)
