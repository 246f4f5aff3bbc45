"""What `briefs build` does where there is something to do."""

import sys
from functools import partial
from pathlib import Path

import click

from generator import pipeline, store, workers
from generator.building import resuming
from generator.building.quick import Compared
from generator.commands.build import BuildOptions
from generator.commands.dates import given_moment
from generator.commands.listening import listen
from generator.commands.loading import loaded
from generator.commands.speaking import counted, say, speaking, waiting
from generator.host_filters import FILTERS
from generator.progress import BuildProgress
from generator.timings import Timings


def run(options: BuildOptions, timings: Timings, last: Compared | None) -> None:
    """Builds the site, or says what would change; `last` is a build to go on from, where only articles and briefs changed."""
    screen = listen(options.verbose)
    given_moment(options.now)
    if options.dry_run:
        _foretell(options)
        return
    with speaking(), BuildProgress(screen, options.quiet) as progress:
        means = pipeline.Means(partial(_crew, options), timings, progress.hear, progress.rendered, say)
        site = _resumed(options, means, last) or loaded("host_build").build(options, means)
    if not options.quiet:
        say(f"{progress.summary()}; the site is in {site.name}/")


def _resumed(options: BuildOptions, means: pipeline.Means, last: Compared | None) -> Path | None:
    """The folder of the site, built upon the last build; None where MkDocs is needed from the beginning."""
    if last is None or options.strict:
        return None
    with store.exclusive(last.site, waiting), store.told():
        if not last.holds():
            return None
        resumed = resuming.begin(last, means, FILTERS)
        if resumed is None:
            return None
        end = resuming.finish(resumed)
        if end is not resuming.End.DONE:
            loaded("host_build").go_on(options, means, resumed.build if end is resuming.End.ASKS_HOST else None)
        return last.site


def _crew(options: BuildOptions) -> workers.Crew:
    return workers.dask(options.dask) if options.dask else workers.local(options.jobs)


def _foretell(options: BuildOptions) -> None:
    with speaking():
        outcomes = loaded("host_build").foretell(options, pipeline.Means(partial(_crew, options)))
    changes = [outcome for outcome in outcomes if outcome.kind != "unchanged"]
    for outcome in changes:
        click.echo(f"would be {outcome}")
    if not options.quiet:
        say(f"{counted(len(changes), 'article')} of {len(outcomes)} would not stay unchanged; nothing was written")
    sys.exit(1 if options.strict and any(outcome.kind != "converted" for outcome in changes) else 0)
