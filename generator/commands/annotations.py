"""briefs annotations import: takes readers' annotations over as notes of the briefs."""

import sys

import click

from generator import plugin, store
from generator.commands.options import config_option
from generator.commands.speaking import say, speaking
from generator.pipeline import annotations
from generator.pipeline.import_reports import IMPORT_FORMATS, import_summary


@click.group("annotations")
def command() -> None:
    """Bring in what readers annotated elsewhere."""


@command.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@config_option
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be added and write nothing.")
@click.option("--private", "with_private", is_flag=True, help="Take what was for its author alone, too.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is told."
)
def import_annotations(files: tuple[str, ...], config_file: str | None, dry_run: bool, with_private: bool, form: str) -> None:
    """Add the annotations in FILEs (Hypothesis' JSON, W3C JSON-LD; - is stdin) to the briefs they were made on.

    Exit status 1 where one has lost its sentence.
    """
    with speaking():
        config = plugin.load_config(config_file)
        given = [(name, store.read_given(name, sys.stdin.buffer)) for name in files]
        settings, site_url = plugin.settings_of(config), config.site_url or ""
        found = annotations.import_annotations(settings, site_url, given, with_private=with_private, dry_run=dry_run)
    click.echo(IMPORT_FORMATS[form](found, dry_run), nl=False)
    say(import_summary(found, dry_run))
    sys.exit(1 if any(problem.severity == "fault" for problem in found.problems) else 0)
