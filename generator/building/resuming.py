"""A build that goes on from the last one without MkDocs: only articles and briefs changed, and nothing that its pages show.

    begin     what changed is read, and the site worked out, from what the last build noted of the host
    finish    the pages that show something else are made; or nothing, and MkDocs goes on from there

Where anything else changed, nothing is begun.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from generator.building import host, records
from generator.building.account import has_account
from generator.building.catalogue import drafts
from generator.building.concluding import dropped_addresses, site_redirects, the_first, told_of_aliases
from generator.building.host import Filters, Host
from generator.building.inputs import FILES, Inputs, place_of
from generator.building.link_targets import LinkTargets
from generator.building.lone import LonePlan
from generator.building.planning import Across, Plan, Planned
from generator.building.quick import Compared
from generator.building.request import Request
from generator.building.site_build import SiteBuild
from generator.building.terms import OPTIONS
from generator.pipeline import Means
from generator.publish.redirects import Redirect
from generator.settings import Settings
from generator.store import derived

log = logging.getLogger("mkdocs.plugins.briefs")


class End(Enum):
    """How a resumed build ended: done; to be gone on with by MkDocs; or to be begun anew."""

    DONE = auto()
    ASKS_HOST = auto()
    ANEW = auto()


@dataclass(frozen=True, slots=True)
class Resumed:
    """A build that has taken from the briefs what changed, and what the last one noted of the host."""

    build: SiteBuild
    host: Host


def begin(found: Compared, means: Means, filters: Filters) -> Resumed | None:
    """Begins a build; None, with nothing done, where MkDocs is needed from the beginning. Raises BriefsError."""
    last = _host_of(found, filters)
    if last is None or not _is_of_briefs(found, last):
        return None
    settings = _settings(found, last)
    build = SiteBuild(_request(found, settings), means, found)
    try:
        build.refresh()
        build.take(last.frame.say)
    except BaseException:
        build.give_up()
        raise
    return Resumed(build, last)


def finish(resumed: Resumed) -> End:
    """Makes what is due and ends the build, unless MkDocs must be asked for its pages. Raises BriefsError."""
    build, last = resumed.build, resumed.host
    if not build.ledger.stands("host"):
        return End.ASKS_HOST
    return _finish_alone(resumed) or _finish_all(build, last)


def _finish_alone(resumed: Resumed) -> End | None:
    """Makes the pages of the briefs that changed, where nothing else is due; None, with nothing done, where more may be."""
    build, last = resumed.build, resumed.host
    if build.alone is None or build.last is None or not has_account(build.request.settings.root):
        return None
    plan = LonePlan(last.frame, build.state, build.alone, drafts(build.state, build.terms))
    if not plan.is_whole:
        return None
    build.ledger.keep_others()
    return _render(build, last, plan, None, build.last.of_aliases)


def _finish_all(build: SiteBuild, last: Host) -> End:
    moved, faults = site_redirects(build, last.files)
    across = Across(
        site=build.site,
        shown=build.shown,
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
    return _render(build, last, plan, moved, told_of_aliases(build, faults))


def _render(build: SiteBuild, last: Host, plan: Planned, moved: Sequence[Redirect] | None, of_aliases: Sequence[str]) -> End:
    """Makes what the plan holds and ends the build; `moved` is None where the addresses of the site are what they were."""
    build.render(last.frame, plan, None)
    if build.withheld:
        build.end(is_settled=False)
        return End.ANEW
    gone = dropped_addresses(build, moved) if moved is not None else []
    told = [*last.messages, *of_aliases, *the_first(build.messages())]
    said = [*map(str, build.unsettled), *told, *gone]
    for message in said:
        log.warning("%s", message)
    build.end(said, of_aliases, is_settled=not gone and not build.is_kept_waiting)
    return End.DONE


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
