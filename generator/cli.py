"""The commands, and the only module that prints.

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

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from generator import __version__, pipeline, plugin, store, workers
from generator.conversion import brief_from_text, written
from generator.editorial.annotate import annotate
from generator.editorial.explain import explain as explain_article
from generator.edtf import is_edtf
from generator.errors import BriefsError, on_one_line
from generator.formats.article import parse
from generator.formats.brief.schema import front_matter_schema
from generator.model import moment_of
from generator.pipeline import hand
from generator.pipeline.import_reports import IMPORT_FORMATS, import_summary
from generator.pipeline.reports import FORMATS, as_differences
from generator.progress import BuildProgress, ConsoleHandler
from generator.publish.explanation import as_html, as_text
from generator.site_preview import Options, serve_site
from generator.timings import Timings, as_json, as_table

Command = Callable[..., Any]
TIMINGS = {"table": as_table, "json": as_json}

config_option = click.option("-f", "--config-file", type=click.Path(), help="The site's configuration. [default: mkdocs.yml]")
site_option = click.option("-d", "--site-dir", type=click.Path(), help="The folder to write the site to.")
now_option = click.option("--now", metavar="MOMENT", help="The moment that decides what is published. [default: the clock's]")
strict_option = click.option("-s", "--strict/--no-strict", default=None, help="Fail on a warning or a skipped article.")


def volume_options(command: Command) -> Command:
    """Adds -q and -v."""
    quiet = click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
    verbose = click.option("-v", "--verbose", is_flag=True, help="Say everything, MkDocs' own messages included.")
    return quiet(verbose(command))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="briefs")
def main() -> None:
    """Turn articles into annotated briefs, and the briefs into a site."""


@main.command()
@config_option
@site_option
@strict_option
@now_option
@click.option("-n", "--dry-run", is_flag=True, help="List what would change and write nothing.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes at work. [default: one a core]")
@click.option("--dask", metavar="ADDRESS", help="Convert on the Dask cluster of this scheduler (tcp://HOST:PORT).")
@click.option("--timings", is_flag=False, flag_value="table", type=click.Choice(list(TIMINGS)), help="Print the time by stage.")
@volume_options
def build(
    config_file: str | None,
    site_dir: str | None,
    strict: bool | None,
    now: str | None,
    dry_run: bool,
    jobs: int | None,
    dask: str | None,
    timings: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Convert the articles that are new or changed, and render the site."""
    console = _listen(_level(verbose))
    if dry_run:
        _foretell(config_file, strict, quiet, pipeline.Means(partial(_crew, jobs, dask)))
        return
    measured = Timings()
    with _speaking(), BuildProgress(console, quiet) as progress:
        config = plugin.load_config(config_file, site_dir, strict)
        means = pipeline.Means(partial(_crew, jobs, dask), measured, progress.hear, progress.rendered)
        with store.exclusive(Path(config.site_dir), lambda: _say("another build is at work here; waiting for its end")):
            plugin.build_site(config, means, _moment(now))
    if not quiet:
        _say(f"{progress.summary()}; the site is in {Path(config.site_dir).name}/")
    if timings:
        click.echo(TIMINGS[timings](measured.all()), nl=False, err=timings == "table")


def _crew(jobs: int | None, dask: str | None) -> workers.Crew:
    return workers.dask(dask) if dask else workers.local(jobs)


def _foretell(config_file: str | None, strict: bool | None, quiet: bool, means: pipeline.Means) -> None:
    with _speaking():
        settings = plugin.settings_of(plugin.load_config(config_file, None, strict))
        outcomes = means.refresh(settings, dry_run=True)
    changes = [outcome for outcome in outcomes if outcome.kind != "unchanged"]
    for outcome in changes:
        click.echo(f"would be {outcome}")
    if not quiet:
        _say(f"{_counted(len(changes), 'article')} of {len(outcomes)} would not stay unchanged; nothing was written")
    sys.exit(1 if strict and any(outcome.kind != "converted" for outcome in changes) else 0)


@main.command()
@config_option
@strict_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How findings are printed."
)
@volume_options
def check(config_file: str | None, strict: bool | None, form: str, quiet: bool, verbose: bool) -> None:
    """Verify every brief: its format, its quotes, its dates, its freshness. Exit status 1 on a fault."""
    _listen(_level(verbose))
    with _speaking():
        settings = plugin.settings_of(plugin.load_config(config_file, None, strict))
        problems = pipeline.check(settings)
    click.echo(FORMATS[form](problems), nl=False)
    faults = sum(problem.severity == "fault" for problem in problems)
    if not quiet:
        findings = f"{_counted(faults, 'fault')}, {_counted(len(problems) - faults, 'warning')}"
        _say(f"{_counted(len(store.briefs(settings)), 'brief')} checked: {findings}")
    sys.exit(1 if faults or (strict and problems) else 0)


@main.command()
@click.argument("brief", required=False)
@config_option
def diff(brief: str | None, config_file: str | None) -> None:
    """Show whose each part of BRIEF (all briefs, where none is named) is, and what the engine would write there now."""
    with _speaking():
        settings = plugin.settings_of(plugin.load_config(config_file))
        for stored in [hand.found(settings, brief)] if brief else store.briefs(settings):
            try:
                click.echo(as_differences(stored.shown, hand.diff(settings, stored)), nl=False)
            except BriefsError as error:
                if brief:
                    raise
                _say(str(error))


@main.command()
@click.argument("brief")
@click.argument("item", nargs=-1)
@config_option
def reset(brief: str, item: tuple[str, ...], config_file: str | None) -> None:
    """Give ITEM of BRIEF ("title", "challenge 2", "key_points"), or all of it, back to the machine.

    What you wrote there is gone.
    """
    with _speaking():
        settings = plugin.settings_of(plugin.load_config(config_file))
        stored = hand.found(settings, brief)
        is_changed = hand.reset(settings, stored, " ".join(item) or None)
    name = f"{' '.join(item)} of {stored.shown}" if item else stored.shown
    _say(f"{name} is the machine's again" if is_changed else f"{stored.shown} is unchanged")


@main.command()
@config_option
@strict_option
@now_option
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="The address to serve on. [default: 127.0.0.1:8000]")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
@click.option(
    "--poll", "polling", is_flag=True, help="Look for changes, where the system does not tell of them (network drives)."
)
@volume_options
def serve(
    config_file: str | None,
    strict: bool | None,
    now: str | None,
    dev_addr: str | None,
    open_in_browser: bool,
    polling: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Preview the site, drafts included, and show each change of an article, brief, page, template or setting at once."""
    _listen(_level(verbose))
    with _speaking():
        options = Options(config_file, dev_addr, strict, _moment(now), open_in_browser, polling)
        serve_site(options, (lambda _line: None) if quiet else _say)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="The publication date (2022-08-16), where the article does not say it.")
def brief(file: Path, published: str | None) -> None:
    """Print the brief of one article, writing nothing."""
    if published is not None and not is_edtf(published):
        raise click.BadParameter(f"{published!r} is not a date such as 2022-08-16", param_hint="--published")
    with _speaking(str(file)):
        content = store.read(store.StoredFile(file, str(file)))
        text = written(brief_from_text(content, file.name, published), f"{file.stem}.md")
    sys.stdout.buffer.write(text.encode("utf-8"))


@main.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a brief's front matter, for editors that complete and check as one types."""
    click.echo(front_matter_schema(), nl=False)


@main.group()
def annotations() -> None:
    """Bring in what readers annotated elsewhere."""


@annotations.command("import")
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
    with _speaking():
        config = plugin.load_config(config_file)
        given = [(name, store.read_given(name, sys.stdin.buffer)) for name in files]
        settings, site_url = plugin.settings_of(config), config.site_url or ""
        found = pipeline.import_annotations(settings, site_url, given, with_private=with_private, dry_run=dry_run)
    click.echo(IMPORT_FORMATS[form](found, dry_run), nl=False)
    _say(import_summary(found, dry_run))
    sys.exit(1 if any(problem.severity == "fault" for problem in found.problems) else 0)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="The publication date (2022-08-16), where the article does not say it.")
@click.option("--sentence", "number", type=click.IntRange(min=1), metavar="N", help="Only sentence N, counted from 1.")
@click.option("--html", "page", is_flag=True, help="Print one self-contained HTML page.")
def explain(file: Path, published: str | None, number: int | None, page: bool) -> None:
    """Print what speaks for and against each sentence of an article, and why it was chosen or not."""
    if published is not None and not is_edtf(published):
        raise click.BadParameter(f"{published!r} is not a date such as 2022-08-16", param_hint="--published")
    with _speaking(str(file)):
        article = parse(store.read(store.StoredFile(file, str(file))), file.name, published)
        explained = explain_article(annotate(article))
    if number is not None and number > len(explained):
        raise click.BadParameter(f"the article has {len(explained)} sentences", param_hint="--sentence")
    shown = explained[number - 1 : number] if number else explained
    text = as_html(article.headline, shown) if page else as_text(shown)
    sys.stdout.buffer.write(text.encode("utf-8"))


@contextmanager
def _speaking(subject: str = "") -> Iterator[None]:
    """Turns an error that the user can mend into one line and exit status 1."""
    try:
        yield
    except BriefsError as error:
        lines = (f"{subject}: {error}" if subject else str(error)).split("\n")
        raise click.ClickException("\n".join(map(on_one_line, lines))) from error


def _moment(now: str | None) -> str | None:
    """`now` as it was given, once it is known to be a date and time with a zone."""
    try:
        return now and moment_of(now).isoformat()
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--now") from error


def _say(line: str) -> None:
    click.echo(line, err=True)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _level(verbose: bool) -> int:
    return logging.DEBUG if verbose else logging.WARNING


def _listen(level: int) -> Console:
    """Sends MkDocs' messages of `level` and above to stderr, and gives the console that they go to."""
    console = Console(stderr=True)
    logger = logging.getLogger("mkdocs")
    logger.handlers = [ConsoleHandler(console)]
    logger.propagate = False
    logger.setLevel(level)
    return console
