"""briefs brief: prints the brief of one article, writing nothing."""

import sys
from pathlib import Path

import click

from generator import store
from generator.commands.dates import refuse_no_date
from generator.commands.options import published_option
from generator.commands.speaking import speaking
from generator.conversion import brief_from_text
from generator.formats.brief import written


@click.command("brief")
@click.argument("file", type=click.Path(path_type=Path))
@published_option
def command(file: Path, published: str | None) -> None:
    """Print the brief of one article, writing nothing."""
    refuse_no_date(published)
    with speaking(str(file)):
        content = store.read(store.StoredFile(file, str(file)))
        text = written(brief_from_text(content, file.name, published), f"{file.stem}.md")
    sys.stdout.buffer.write(text.encode("utf-8"))
