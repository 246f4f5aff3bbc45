"""The options that several commands share; they follow MkDocs' own."""

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]

config_option = click.option("-f", "--config-file", type=click.Path(), help="The site's configuration. [default: mkdocs.yml]")
site_option = click.option("-d", "--site-dir", type=click.Path(), help="The folder to write the site to.")
now_option = click.option("--now", metavar="MOMENT", help="The moment that decides what is published. [default: the clock's]")
strict_option = click.option("-s", "--strict/--no-strict", default=None, help="Fail on a warning or a skipped article.")
published_option = click.option(
    "--published", metavar="DATE", help="The publication date (2022-08-16), where the article does not say it."
)


def volume_options(command: Command) -> Command:
    """Adds -q and -v."""
    quiet = click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
    verbose = click.option("-v", "--verbose", is_flag=True, help="Say everything, MkDocs' own messages included.")
    return quiet(verbose(command))
