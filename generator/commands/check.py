"""briefs check: verifies every brief; exit status 1 on a fault."""

import sys

import click

from generator import plugin, store
from generator.commands.listening import listen
from generator.commands.options import config_option, strict_option, volume_options
from generator.commands.speaking import counted, say, speaking
from generator.pipeline.check import check
from generator.pipeline.reports import FORMATS


@click.command("check")
@config_option
@strict_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How findings are printed."
)
@volume_options
def command(config_file: str | None, strict: bool | None, form: str, quiet: bool, verbose: bool) -> None:
    """Verify every brief: its format, its quotes, its dates, its freshness. Exit status 1 on a fault."""
    listen(verbose)
    with speaking():
        settings = plugin.settings_of(plugin.load_config(config_file, None, strict))
        problems = check(settings)
    click.echo(FORMATS[form](problems), nl=False)
    faults = sum(problem.severity == "fault" for problem in problems)
    if not quiet:
        findings = f"{counted(faults, 'fault')}, {counted(len(problems) - faults, 'warning')}"
        say(f"{counted(len(store.briefs(settings)), 'brief')} checked: {findings}")
    sys.exit(1 if faults or (strict and problems) else 0)
