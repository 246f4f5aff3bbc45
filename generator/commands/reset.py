"""briefs reset: gives a brief, or a part of one, back to the machine."""

import click

from generator import plugin
from generator.commands.options import config_option
from generator.commands.speaking import say, speaking
from generator.pipeline import hand


@click.command("reset")
@click.argument("brief")
@click.argument("item", nargs=-1)
@config_option
def command(brief: str, item: tuple[str, ...], config_file: str | None) -> None:
    """Give ITEM of BRIEF ("title", "challenge 2", "key_points"), or all of it, back to the machine.

    What you wrote there is gone.
    """
    with speaking():
        settings = plugin.settings_of(plugin.load_config(config_file))
        stored = hand.found(settings, brief)
        is_changed = hand.reset(settings, stored, " ".join(item) or None)
    name = f"{' '.join(item)} of {stored.shown}" if item else stored.shown
    say(f"{name} is the machine's again" if is_changed else f"{stored.shown} is unchanged")
