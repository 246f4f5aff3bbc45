"""Whose words a brief holds, and so what a build may do with it.

A brief that stands as the machine wrote it follows its article and the engine. Once a person has changed anything in
it, or has written it, it is theirs: the file is never written again, and a changed article is only reported.
"""

from typing import Literal

from generator.model import Generated

Revision = Literal["rewrite", "unchanged", "outdated"]


def revise(generated: Generated | None, untouched: bool, article: str, engine: str) -> Revision:
    """What to do with a brief, given the digest of its article now and the engine now.

    "rewrite": the machine's words alone, and the article or the engine has changed. "outdated": a person's words, and the
    article has changed under them. "unchanged": nothing is to be done.
    """
    if generated is None:
        return "unchanged"
    changed = generated.article != article
    if untouched:
        return "rewrite" if changed or generated.engine != engine else "unchanged"
    return "outdated" if changed else "unchanged"
