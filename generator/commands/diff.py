"""briefs diff: shows whose words a brief holds, and what the engine would write."""

import click

from generator import plugin, store
from generator.commands.options import config_option
from generator.commands.speaking import say, speaking
from generator.errors import BriefsError
from generator.pipeline import differences, hand
from generator.pipeline.reports import as_differences


@click.command("diff")
@click.argument("brief", required=False)
@config_option
def command(brief: str | None, config_file: str | None) -> None:
    """Show whose each part of BRIEF (all briefs, where none is named) is, and what the engine would write there now."""
    with speaking():
        settings = plugin.settings_of(plugin.load_config(config_file))
        for stored in [hand.found(settings, brief)] if brief else store.briefs(settings):
            try:
                click.echo(as_differences(stored.shown, differences.diff(settings, stored)), nl=False)
            except BriefsError as error:
                if brief:
                    raise
                say(str(error))
