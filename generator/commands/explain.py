"""briefs explain: prints why each sentence of an article was chosen or not."""

import sys
from pathlib import Path

import click

from generator import store
from generator.commands.dates import refuse_no_date
from generator.commands.options import published_option
from generator.commands.speaking import speaking
from generator.editorial.annotate import annotate
from generator.editorial.explain import explain
from generator.formats.article import parse
from generator.publish.explanation import as_html, as_text


@click.command("explain")
@click.argument("file", type=click.Path(path_type=Path))
@published_option
@click.option("--sentence", "number", type=click.IntRange(min=1), metavar="N", help="Only sentence N, counted from 1.")
@click.option("--html", "page", is_flag=True, help="Print one self-contained HTML page.")
def command(file: Path, published: str | None, number: int | None, page: bool) -> None:
    """Print what speaks for and against each sentence of an article, and why it was chosen or not."""
    refuse_no_date(published)
    with speaking(str(file)):
        article = parse(store.read(store.StoredFile(file, str(file))), file.name, published)
        explained = explain(annotate(article))
    if number is not None and number > len(explained):
        raise click.BadParameter(f"the article has {len(explained)} sentences", param_hint="--sentence")
    shown = explained[number - 1 : number] if number else explained
    text = as_html(article.headline, shown) if page else as_text(shown)
    sys.stdout.buffer.write(text.encode("utf-8"))
