"""briefs build: converts what is new or changed and renders the site.

Where nothing changed since the last build, that is said before anything is imported that only a build needs.
"""

from dataclasses import dataclass
from typing import Any

import click

from generator.building.asked import asked_of, configuration
from generator.building.quick import Compared, Standing, compared, standing
from generator.commands import collector
from generator.commands.loading import loaded
from generator.commands.options import config_option, now_option, site_option, strict_option, volume_options
from generator.commands.speaking import say
from generator.timings import Timings, as_json, as_table

TIMINGS = {"table": as_table, "json": as_json}


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What the command line says; None where mkdocs.yml or a default decides."""

    config_file: str | None
    site_dir: str | None
    strict: bool | None
    now: str | None
    dry_run: bool
    clean: bool
    jobs: int | None
    dask: str | None
    timings: str | None
    quiet: bool
    verbose: bool


@click.command("build")
@config_option
@site_option
@strict_option
@now_option
@click.option("-n", "--dry-run", is_flag=True, help="List what would change and write nothing.")
@click.option("--clean", is_flag=True, help="Build everything anew, whatever the last build left.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes at work. [default: one a core]")
@click.option("--dask", metavar="ADDRESS", help="Work on the Dask cluster of this scheduler (tcp://HOST:PORT).")
@click.option("--timings", is_flag=False, flag_value="table", type=click.Choice(list(TIMINGS)), help="Print the time by stage.")
@volume_options
def command(**given: Any) -> None:
    """Convert the articles that are new or changed, and render the site."""
    collector.spare()
    options, timings = BuildOptions(**given), Timings()
    last, found = _standing(options, timings)
    if found is None:
        loaded("full_build").run(options, timings, last)
    else:
        _repeat(found, options, timings.all()[-1].wall)
    if options.timings and not options.dry_run:
        click.echo(TIMINGS[options.timings](timings.all()), nl=False, err=options.timings == "table")


def _repeat(found: Standing, options: BuildOptions, seconds: float) -> None:
    """Says what the last build said. Ends in an error where its warnings are errors."""
    for message in found.messages:
        say(message)
    if options.strict and found.messages:
        raise click.ClickException(f"Aborted with {len(found.messages)} warnings in strict mode!")
    if not options.quiet:
        counts = (
            f"0 converted, 0 rendered, {found.articles - found.skipped} unchanged, {found.skipped} skipped, {seconds:.1f} s"
        )
        say(f"{counts}; the site is in {found.site.name}/")


def _standing(options: BuildOptions, timings: Timings) -> tuple[Compared | None, Standing | None]:
    """The last build to go by, and its site where it is as this build would leave it; a cluster asked for by name is tried."""
    config = configuration(options.config_file)
    if config is None or options.clean or options.dry_run or options.dask:
        return None, None
    with timings.stage("compare") as tally:
        last = compared(config.parent, asked_of(config, options.site_dir, options.now))
        found = standing(last) if last else None
        tally.items = found.briefs if found else 0
    return last, found
