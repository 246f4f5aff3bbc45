"""A build that goes on from the last one without MkDocs: only articles and briefs changed, and nothing that its pages show.

    begin     what changed is read, and the site worked out, from what the last build noted of the host
    finish    the pages that show something else are made; or nothing, and MkDocs goes on from there

Where anything else changed, nothing is begun.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from generator import store
from generator.building import host, records
from generator.building.account import keep_account
from generator.building.catalogue import Terms, drafts
from generator.building.host import Filters, Host
from generator.building.inputs import FILES, Inputs, place_of
from generator.building.link_targets import LinkTargets
from generator.building.planning import Across, Plan
from generator.building.quick import Compared
from generator.building.site_build import Request, SiteBuild
from generator.building.terms import OPTIONS
from generator.errors import BriefsError
from generator.model import Outcome, moment_of
from generator.pipeline import Means
from generator.publish.machine_files import AT_THE_ROOT
from generator.publish.redirects import Fault, Redirect, redirects
from generator.settings import Settings
from generator.store import derived

MOST_MESSAGES = 30
"""What a build says of briefs before it leaves the rest to the check."""

log = logging.getLogger("mkdocs.plugins.briefs")


class End(Enum):
    """How a resumed build ended: done; to be gone on with by MkDocs; or to be begun anew."""

    DONE = auto()
    ASKS_HOST = auto()
    ANEW = auto()


@dataclass(frozen=True, slots=True)
class Begun:
    """A build that has taken from the briefs what changed."""

    build: SiteBuild
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Resumed:
    """A build that was begun, and what the last one noted of the host."""

    begun: Begun
    host: Host


def begin(found: Compared, means: Means, filters: Filters) -> Resumed | None:
    """Begins a build; None, with nothing done, where MkDocs is needed from the beginning. Raises BriefsError."""
    last = _host_of(found, filters)
    if last is None or not _is_of_briefs(found, last):
        return None
    settings = _settings(found, last)
    build = SiteBuild(_request(found, settings), means, found)
    try:
        outcomes = build.refresh()
        given = found.last.terms["now"]
        moment = moment_of(given) if given else datetime.now(UTC)
        build.take(Terms(found.last.terms["url"], last.frame.say, False, moment))
    except BaseException:
        build.give_up()
        raise
    return Resumed(Begun(build, outcomes), last)


def finish(resumed: Resumed) -> End:
    """Makes what is due and ends the build, unless MkDocs must be asked for its pages. Raises BriefsError."""
    build, last = resumed.begun.build, resumed.host
    if not build.ledger.stands("host"):
        return End.ASKS_HOST
    files = (*last.files, *AT_THE_ROOT)
    moved, faults = site_redirects(build, files)
    across = Across(
        site=build.site,
        shown=build.shown,
        digests=build.digests(),
        events=build.events,
        drafts=drafts(build.state, build.terms),
        people=last.people,
        redirects=moved,
        given=last.given,
        style_sheet=last.style_sheet,
    )
    plan = Plan(last.frame, across, build.ledger, build.state)
    if last.asking.told(build.site, plan.stamps, LinkTargets(build.site, last.briefs, last.given)) != last.told:
        return End.ASKS_HOST
    build.render(last.frame, plan, None)
    if build.withheld:
        build.end(is_settled=False)
        return End.ANEW
    gone = _gone(build, moved)
    told = [*last.messages, *told_of_aliases(build, faults), *the_first(build.messages())]
    said = [*_told_of(resumed.begun.outcomes), *told, *gone]
    for message in said:
        log.warning("%s", message)
    build.end(said, is_settled=not gone and not any(outcome.kind == "kept" for outcome in resumed.begun.outcomes))
    return End.DONE


def _gone(build: SiteBuild, moved: Iterable[Redirect]) -> list[str]:
    try:
        return keep_account(build.request.settings.root, published_addresses(build, moved), build.faulty())
    except BriefsError as error:
        log.info("the account of addresses: %s", error)
        return []


def site_redirects(build: SiteBuild, files: Iterable[str]) -> tuple[tuple[Redirect, ...], tuple[Fault, ...]]:
    """The pages at former addresses of a site that has these files of the host, and which cannot be."""
    aliases = build.aliases()
    pages = build.site.addresses() if aliases else ()
    return redirects(aliases, (*files, *(f"{page}index.html" for page in pages)))


def told_of_aliases(build: SiteBuild, faults: Iterable[Fault]) -> list[str]:
    """What is to be said of aliases."""
    return [f"{store.brief_of(build.request.settings, slug).shown}: {message}" for slug, message in faults]


def published_addresses(build: SiteBuild, moved: Iterable[Redirect]) -> set[str]:
    """The addresses that nobody's links should lose."""
    return {*(entry.url for entry in build.site.entries), *(one.address for one in moved)}


def the_first(messages: list[str]) -> list[str]:
    """Of very many messages the first, and how many there are more."""
    if len(messages) <= MOST_MESSAGES:
        return messages
    return [*messages[:MOST_MESSAGES], f"and {len(messages) - MOST_MESSAGES} more of briefs; 'briefs check' names them all"]


def _told_of(outcomes: Iterable[Outcome]) -> list[str]:
    return [str(outcome) for outcome in outcomes if outcome.kind in ("kept", "skipped")]


def _host_of(found: Compared, filters: Filters) -> Host | None:
    path = found.file.path.with_name(records.STATE)
    return host.unpacked(derived.host_in(path), filters) if records.is_state(path, found.last.state) else None


def _is_of_briefs(found: Compared, last: Host) -> bool:
    """Whether only articles and briefs are other than they were: files in their folders that are no links."""
    look, docs = found.looks[found.docs], place_of(found.docs, found.root)
    folders = (last.articles, last.briefs)
    changed = ((docs / name, name.rpartition("/")[0]) for name in look.changed | look.gone)
    return all(
        folder in folders and (path.is_file() or not path.exists()) and not path.is_symlink() for path, folder in changed
    )


def _settings(found: Compared, last: Host) -> Settings:
    docs = place_of(found.docs, found.root)
    return Settings(root=found.root, articles=docs / last.articles, briefs=docs / last.briefs)


def _request(found: Compared, settings: Settings) -> Request:
    last, root = found.last, found.root
    folders = tuple(place_of(name, root) for name in last.inputs if name != FILES)
    return Request(
        settings=settings,
        site=found.site,
        inputs=Inputs(root, folders, tuple(place_of(name, root) for name in last.inputs[FILES])),
        options={name: last.terms[name] for name in OPTIONS},
        environment=last.environment,
        asked=last.asked,
    )
