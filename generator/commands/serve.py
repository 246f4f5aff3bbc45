"""briefs serve: previews the site and rebuilds it as files change."""

import click

from generator.commands.dates import given_moment
from generator.commands.listening import listen
from generator.commands.options import config_option, now_option, strict_option, volume_options
from generator.commands.speaking import say, speaking
from generator.site_preview import Options, serve_site


@click.command("serve")
@config_option
@strict_option
@now_option
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="The address to serve on. [default: 127.0.0.1:8000]")
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
@click.option(
    "--poll", "polling", is_flag=True, help="Look for changes, where the system does not tell of them (network drives)."
)
@volume_options
def command(
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
    listen(verbose)
    with speaking():
        options = Options(config_file, dev_addr, strict, given_moment(now), open_in_browser, polling)
        serve_site(options, (lambda _line: None) if quiet else say)
