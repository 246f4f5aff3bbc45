"""The part of `briefs build` that MkDocs has a hand in: it is loaded only where one of its own pages may have changed."""

from pathlib import Path

from generator import pipeline, plugin, store
from generator.building.asked import Asked, asked_of, configuration
from generator.building.site_build import SiteBuild
from generator.commands.build import BuildOptions
from generator.commands.dates import given_moment
from generator.commands.speaking import waiting
from generator.model import Outcome


def build(options: BuildOptions, means: pipeline.Means) -> Path:
    """Builds the site, and gives its folder."""
    config = plugin.load_config(options.config_file, options.site_dir, options.strict)
    site = Path(config.site_dir)
    with store.exclusive(site, waiting):
        plugin.build_site(config, means, given_moment(options.now), asked=_asked(options), is_clean=options.clean)
    return site


def go_on(options: BuildOptions, means: pipeline.Means, begun: SiteBuild | None) -> None:
    """Goes on with what was begun, in whose lock, or begins anew."""
    config = plugin.load_config(options.config_file, options.site_dir, options.strict)
    plugin.build_site(config, means, given_moment(options.now), asked=_asked(options), begun=begun)


def foretell(options: BuildOptions, means: pipeline.Means) -> tuple[Outcome, ...]:
    """What a build would make of each article."""
    settings = plugin.settings_of(plugin.load_config(options.config_file, None, options.strict))
    return means.foretold(settings)


def _asked(options: BuildOptions) -> Asked | None:
    file = configuration(options.config_file)
    return asked_of(file, options.site_dir, options.now) if file else None
