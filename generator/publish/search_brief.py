"""What the search index takes from one brief, worked out from that brief alone and packed, so that any process may do it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.model import Brief
from generator.publish.evidence import statements
from generator.publish.search_terms import terms

ID_BYTES = 3
LEVELS = 16
"""The impacts that a term can have: 0 to 15."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_WEIGHTS = {"title": 5, "topics": 3, "standfirst": 2, "statements": 1}
_SATURATION = 3  # neither it nor the weights are tuned: a title weighs as five statements, and a fifth mention hardly counts


@dataclass(frozen=True, slots=True)
class Indexed:
    """One brief of the index: its terms between spaces, the impact of each (a byte a term), its record as JSON.

    `id` is what `identifier` makes of the slug.
    """

    id: int
    slug: str
    terms: str
    impacts: bytes
    record: bytes

    def impact_by_term(self) -> dict[str, int]:
        """The impact of each of its terms."""
        return dict(self.postings())

    def postings(self) -> Iterator[tuple[str, int]]:
        """Each of its terms with its impact."""
        return zip(self.terms.split(), self.impacts, strict=True)


def indexed(slug: str, brief: Brief, date: str | None = None) -> Indexed:
    """The brief as the index takes it; `date` is how a result shows when its article was published."""
    said = [[statement.anchor, statement.text] for statement in statements(brief)]
    for challenge, row in zip(brief.challenges, said[len(brief.key_points) :], strict=False):
        row[1] = f"{challenge.title}: {challenge.text}"
    number = identifier(slug)
    record = {
        "id": number,
        "url": f"briefs/{slug}/",
        "title": brief.title,
        "language": brief.language,
        "date": date,
        "standfirst": brief.standfirst,
        "statements": said,
    }
    fields = {
        "title": brief.title,
        "topics": " . ".join(brief.topics),
        "standfirst": brief.standfirst or "",
        "statements": " . ".join(text for _, text in said),
    }
    found = impacts(fields)
    shown = as_json({key: value for key, value in record.items() if value is not None})
    return Indexed(number, slug, " ".join(found), bytes(found.values()), shown)


def impacts(fields: Mapping[str, str]) -> dict[str, int]:
    """The impact (0 to 15) of every term of a brief's `fields`."""
    # A term of a weight of three counts as three terms: so all is counted without a step of Python's own for each.
    weights = Counter(chain.from_iterable(list(terms(text)) * _WEIGHTS[name] for name, text in fields.items()))
    return {term: LEVELS * weight // (weight + _SATURATION) for term, weight in weights.items()}


def identifier(slug: str) -> int:
    """The id of the brief of that slug."""
    return int.from_bytes(hashlib.blake2b(slug.encode("ascii"), digest_size=ID_BYTES).digest(), "big")


def as_json(value: object) -> bytes:
    """`value` as the files of the index have it."""
    return _JSON.encode(value).encode("utf-8", "replace")
