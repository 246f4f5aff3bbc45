"""The search index: what a query of the search page fetches, in files small enough for a phone.

    search/index.json     {"version": 1, "briefs": 2, "bits": 0, "shards": "s st"}
    search/t-.json        {"bridge": "gr3", "ferry": "3HUbt0pd"}       the terms that begin with no other shard's name
    search/t-st.json      {"stone": "..."}                            the terms that begin with "st"
    search/r-0.json       [{"id": 2875401, "url": "briefs/bridge/", "title": "...", "statements": [["point-1", "..."]]}]

docs/search.md works an example by hand. In short:

id        24 bits of a digest of the slug: it depends on no other brief. Two briefs of one id share their postings.
posting   the gap to the id before, times 16, plus the impact (0 to 15), in base 32: the last digit is of A-Za-f,
          those before it of g-z0-9-_ ("hB" is 1 * 32 + 1). Postings stand in the order of ids.
impact    how much a brief is about a term: field weights, saturated (BM25F), worked out from that brief alone.
          Rarity is weighed by the script, from the length of the postings.
shard     named by a prefix. What grows over LARGEST_SHARD hands its largest groups of terms, by their next character, to
          shards of their own, and keeps under "*" the best briefs of all its terms, for a query that is as long as its name.
common    a term in more than MOST_POSTINGS briefs keeps those of the highest impact and says of how many: ["...", 5210].
record    what a result shows; briefs whose ids share their first `bits` bits share a file, one or two of them.

A shard depends only on the briefs that have a term that begins with its name; index.json depends on all. The text of
the source is not indexed. Nothing here touches the disk: `indexed` works out what one brief adds (`search_brief`),
`changed_files` keeps the index up to date with what it put on a shelf before (`search_update`), `search_files` is all at once.
"""

from collections.abc import Iterable, Iterator

from generator.publish.search_brief import Indexed, identifier, impacts, indexed
from generator.publish.search_postings import MOST_POSTINGS, encoded
from generator.publish.search_records import block_bits
from generator.publish.search_shards import LARGEST_SHARD, MOST_OF_A_PREFIX, shard_name
from generator.publish.search_update import Change, changed_files
from generator.publish.shelf import ShelfInMemory

__all__ = [
    "LARGEST_SHARD",
    "MOST_OF_A_PREFIX",
    "MOST_POSTINGS",
    "Change",
    "Indexed",
    "block_bits",
    "changed_files",
    "encoded",
    "identifier",
    "impacts",
    "indexed",
    "search_files",
    "shard_name",
]


def search_files(briefs: Iterable[Indexed]) -> Iterator[tuple[str, bytes]]:
    """Every file of the index of these briefs, by its name below the site's root, in a settled order."""
    for name, content in changed_files(((brief.slug, brief) for brief in briefs), ShelfInMemory()):
        if content is not None:
            yield name, content
