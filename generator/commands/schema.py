"""briefs schema: prints the JSON Schema of a brief's front matter."""

import click

from generator.formats.brief.schema import front_matter_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of a brief's front matter, for editors that complete and check as one types."""
    click.echo(front_matter_schema(), nl=False)
