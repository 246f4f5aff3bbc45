"""One annotation of one place of a page, whatever it was written in."""

import re
from dataclasses import dataclass

from generator.edtf import is_edtf
from generator.text.quotes import TextQuoteSelector

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class WebAnnotation:
    """An annotation: its number in the file (from 1), the page it was made on, what it selects there and what it says.

    `text` is plain and empty for a mere highlight; `answers` are the ids of the annotations that it replies to, the nearest
    last; `fault` says why an entry of the file is no annotation that can be used.
    """

    number: int
    id: str = ""
    page: str = ""
    selector: TextQuoteSelector | None = None
    text: str = ""
    by: str | None = None
    created: str = ""
    answers: tuple[str, ...] = ()
    is_private: bool = False
    fault: str = ""

    @property
    def date(self) -> str | None:
        """The day on which it was made, as far as it says."""
        day = self.created[:10]
        return day if _DAY.fullmatch(day) and is_edtf(day) else None

    @property
    def name(self) -> str:
        """How messages call it: "annotation 3 by ann"."""
        return f"annotation {self.number}" + (f" by {self.by}" if self.by else "")
