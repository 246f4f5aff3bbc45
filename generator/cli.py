"""The commands by name; each is imported when it is asked for.

    briefs build    converts what is new or changed and renders the site
    briefs check    verifies every brief; exit status 1 on a fault
    briefs diff     shows whose words a brief holds, and what the engine would write
    briefs reset    gives a brief, or a part of one, back to the machine
    briefs serve    previews the site and rebuilds it as files change
    briefs brief    prints the brief of one article, writing nothing
    briefs explain  prints why each sentence of an article was chosen or not
    briefs schema   prints the JSON Schema of a brief's front matter
    briefs annotations import
                    takes readers' annotations over as notes of the briefs

Options follow MkDocs' own. Results go to stdout, everything about the work to stderr.
"""

import click

from generator import __version__
from generator.commands.loading import loaded

COMMANDS = {
    "annotations": "Bring in what readers annotated elsewhere.",
    "brief": "Print the brief of one article, writing nothing.",
    "build": "Convert the articles that are new or changed, and render the site.",
    "check": "Verify every brief: its format, its quotes, its dates, its freshness.",
    "diff": "Show whose each part of a brief is, and what the engine would write.",
    "explain": "Print why each sentence of an article was chosen or not.",
    "reset": "Give a brief, or a part of one, back to the machine.",
    "schema": "Print the JSON Schema of a brief's front matter.",
    "serve": "Preview the site, and show each change at once.",
}
"""Each command, which the module of its name in generator/commands holds, and what it does."""


class LazyGroup(click.Group):
    """A group that lists its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        found: click.Command | None = loaded(cmd_name).command if cmd_name in COMMANDS else None
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the names of the commands with what each does."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="briefs")
def main() -> None:
    """Turn articles into annotated briefs, and the briefs into a site."""
