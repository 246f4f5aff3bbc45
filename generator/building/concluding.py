"""What is told and settled of a site as its build comes to an end, whether MkDocs had a hand in it or not."""

import json
import logging
from collections.abc import Iterable

from generator import store
from generator.building.account import keep_account
from generator.building.site_build import SiteBuild
from generator.errors import BriefsError
from generator.publish.machine_files import AT_THE_ROOT
from generator.publish.redirects import Fault, Redirect, redirects

MOST_MESSAGES = 30
"""What a build says of briefs before it leaves the rest to the check."""

log = logging.getLogger("mkdocs.plugins.briefs")


def site_redirects(build: SiteBuild, files: Iterable[str]) -> tuple[tuple[Redirect, ...], tuple[Fault, ...]]:
    """The pages at former addresses of a site that has these files of the host, and which cannot be."""
    aliases = _aliases(build)
    pages = build.site.addresses() if aliases else ()
    return redirects(aliases, (*files, *AT_THE_ROOT, *(f"{page}index.html" for page in pages)))


def _aliases(build: SiteBuild) -> list[tuple[str, str, tuple[str, ...]]]:
    """The slug, the title and the aliases of each brief that is shown and has any."""
    site = build.site
    rows = ((slug, json.loads(row)) for slug, is_shown, row in build.state.column("aliases") if is_shown)
    return [(slug, site.entries[site.places[slug]].title, tuple(found)) for slug, found in rows]


def told_of_aliases(build: SiteBuild, faults: Iterable[Fault]) -> list[str]:
    """What is to be said of aliases."""
    return [f"{store.brief_of(build.request.settings, slug).shown}: {message}" for slug, message in faults]


def dropped_addresses(build: SiteBuild, moved: Iterable[Redirect], *, is_kept: bool = False) -> list[str]:
    """A line for each address of the last build that is gone. The account is brought up to date; where it cannot be, none."""
    now = {*(entry.url for entry in build.site.entries), *(one.address for one in moved)}
    try:
        faulty = [f"briefs/{slug}/" for slug, is_shown, _ in build.state.column("problems") if not is_shown]
        return keep_account(build.request.settings.root, now, faulty, is_kept=is_kept)
    except BriefsError as error:
        log.info("the account of addresses: %s", error)
        return []


def the_first(messages: list[str]) -> list[str]:
    """Of very many messages the first, and how many there are more."""
    if len(messages) <= MOST_MESSAGES:
        return messages
    return [*messages[:MOST_MESSAGES], f"and {len(messages) - MOST_MESSAGES} more of briefs; 'briefs check' names them all"]
