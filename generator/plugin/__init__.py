"""The MkDocs plugin `briefs`, and the only module that imports MkDocs.

    on_config      settles what MkDocs may do: no sitemap of its own (it carries the clock), folders as addresses
    on_pre_build   articles become briefs (`pipeline.refresh`), briefs are loaded and tied to their sentences
    on_files       articles and briefs are no pages of MkDocs'; links to `briefs/x.md` in people's pages still resolve
    on_env         autoescape, and what every template may ask for
    on_post_build  the pages of the briefs and across them, feeds and annotations, in MkDocs' own theme environment

People's pages (`content/*.md`) are MkDocs' own affair. What is shown, and in what order, is worked out in `generator.publish`.
"""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import jinja2
import mkdocs
import mkdocs.commands.build
import mkdocs.config
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator import pipeline, store
from generator.building import records
from generator.building.asked import Asked
from generator.building.asking import Noted, NotingView
from generator.building.catalogue import drafts
from generator.building.concluding import dropped_addresses, site_redirects, the_first, told_of_aliases
from generator.building.frame import offered
from generator.building.host import Host, packed
from generator.building.link_targets import LinkTargets
from generator.building.planning import Across, Plan
from generator.building.site_build import SiteBuild
from generator.errors import BriefsError, Refused
from generator.model import moment_of
from generator.pipeline import Means
from generator.plugin.compiled import CompiledTemplates
from generator.plugin.files import NotedTargets, SiteFiles, given_by_people
from generator.plugin.framing import can_go_without, frame_of, is_closed, publication_of, request_of
from generator.plugin.heard import Heard
from generator.publish.cards import checked_font
from generator.publish.redirects import Redirect
from generator.settings import Settings
from generator.theming import STRINGS, STYLE_SHEET, Theme, theme

log = logging.getLogger("mkdocs.plugins.briefs")


class BriefsConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml: two folders below docs_dir, how much of the articles is published, and as of when."""

    articles = config_options.Type(str, default="articles")
    briefs = config_options.Type(str, default="briefs")
    source_text = config_options.Choice(("full", "excerpts", "none"), default="excerpts")
    now = config_options.Optional(config_options.Type(str))
    card_font = config_options.Optional(config_options.Type(str))


class BriefsPlugin(BasePlugin[BriefsConfig]):  # type: ignore[no-untyped-call]
    """Turns briefs into pages around what MkDocs builds. `means` and `now` are given by the command line."""

    now: str | None = None
    is_clean = False
    asked: Asked | None = None
    is_changed = False
    begun: SiteBuild | None = None

    def __init__(self) -> None:
        self.means = Means()
        self._preview = False
        self._heard = Heard()
        self._is_settled = True
        self._compiled = CompiledTemplates()
        self._site_dir = Path()
        self._build: SiteBuild
        self._theme: Theme
        self._nav: Navigation | None = None
        self._given: frozenset[str] = frozenset()
        self._drafts: frozenset[str] = frozenset()
        self._redirects: tuple[Redirect, ...] = ()
        self._targets: LinkTargets
        self._card_font: bytes | None = None
        self._noted = Noted()
        self._files: tuple[str, ...] = ()
        self._own: list[str] = []
        self._faults: list[str] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance across the rebuilds of a preview."""
        self._preview = command == "serve"

    def on_shutdown(self) -> None:
        """Takes away the records of a preview by MkDocs alone: the site they are of was in a folder that goes now."""
        build: SiteBuild | None = getattr(self, "_build", None)
        if self._preview and build is not None and records.is_elsewhere(build.folder):
            shutil.rmtree(build.folder, ignore_errors=True)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuses settings that the site cannot be built with, and gives MkDocs a folder of its own to write into."""
        if not config.use_directory_urls:
            raise PluginError("use_directory_urls is false; briefs live at addresses such as briefs/x/: drop the setting")
        if not config.site_url:
            raise PluginError("site_url is empty; feeds and canonical links need it: set it in mkdocs.yml or as SITE_URL")
        config.theme.static_templates.discard("sitemap.xml")
        try:
            self._theme = theme(config.theme.dirs, config.theme.get("language"), config.theme.get("accent"))
            if given := self.now or self.config.now:
                moment_of(given)
            name = self.config.card_font
            font = store.StoredFile(settings_of(config).root / name, name) if name else None
            self._card_font = checked_font(store.read(font)) if font else None
        except Refused as error:
            raise PluginError(f"card_font: {error}") from error
        except ValueError as error:
            raise PluginError(str(error)) from error
        self._heard.listen()
        self._begin(config)
        return config

    def _begin(self, config: MkDocsConfig) -> None:
        self._site_dir, settings = Path(config.site_dir), settings_of(config)
        self._noted, self._own = Noted(), []
        if self.begun:
            self._build = self.begun
            config.site_dir = str(self._build.folder / "host")
            return
        given = self.now or self.config.now
        request = request_of(
            config,
            settings,
            site=self._site_dir,
            is_preview=self._preview,
            is_clean=self.is_clean,
            now=given,
            asked=self.asked,
            beside=[settings.root / self.config.card_font] if self.config.card_font else (),
        )
        with self.means.timings.stage("compare"):
            self._build = SiteBuild(request, self.means)
        if self._build.why_clean and any(self._site_dir.glob("[!.]*")):
            self.means.say(f"{self._build.why_clean}: everything is built anew")
        config.site_dir = str(self._build.folder / "host")

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Brings the briefs up to date and takes from those that changed what other pages show of them."""
        for message in store.misplaced(settings_of(config), Path(config.docs_dir)):
            raise PluginError(message)
        if not self.begun:
            self._build.refresh()
        for outcome in self._build.unsettled:
            self._warn(str(outcome))
        self._is_settled = not self._build.is_kept_waiting
        if not self.begun:
            self._build.take(self._theme.say)
        self.begun = None
        self._drafts = drafts(self._build.state, self._build.terms)

    def _warn(self, message: str) -> None:
        """Says what is no warning of MkDocs' own."""
        self._own.append(message)
        log.warning("%s", message)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes articles and briefs away from MkDocs and lets people's pages link to every page it does not know."""
        folders = tuple(f"{folder.strip('/')}/" for folder in (self.config.articles, self.config.briefs))
        for file in list(files):
            if file.src_uri.startswith(folders) or (file.src_uri == STRINGS and file.src_dir != config.docs_dir):
                files.remove(file)
        self._given = given_by_people(files, config)
        self._targets = LinkTargets(self._build.site, self.config.briefs, self._given)
        targets = NotedTargets(self._targets, self._noted, config)
        for file in files:
            if targets(file.src_uri) is not None:
                raise PluginError(f"{file.src_uri} would be overwritten by the page of that name: rename it")
        self._files = tuple(file.dest_uri for file in files)
        self._redirects, faults = site_redirects(self._build, self._files)
        self._faults = told_of_aliases(self._build, faults)
        return SiteFiles(files, targets)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the pages that people wrote for the menu and the sitemap."""
        self._nav = nav
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Turns autoescape on before any template is read, and gives the templates the site."""
        env.autoescape = True
        if self._preview and is_closed(config):
            env.bytecode_cache = self._compiled
        env.trim_blocks = env.lstrip_blocks = True
        env.globals.update(
            offered(self._theme.say, self._drafts, self._preview), site=NotingView(self._build.site, self._noted)
        )
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes every page that MkDocs did not, and the files for machines; then notes what was built."""
        stage, config.site_dir = Path(config.site_dir), str(self._site_dir)
        build, publication = self._build, publication_of(config, self._card_font)
        frame = frame_of(config, self._theme, self._nav, publication, self.config, is_preview=self._preview)
        across = Across(
            site=build.site,
            shown=build.shown,
            events=build.events,
            drafts=self._drafts,
            people=["" if page.is_homepage else page.url for page in self._nav.pages] if self._nav else [],
            redirects=self._redirects,
            given=self._given,
            style_sheet=(STYLE_SHEET, self._theme.style_sheet) if self._theme.style_sheet is not None else None,
        )
        own = [STYLE_SHEET] if across.style_sheet else []
        plan = Plan(frame, across, build.ledger, build.state)
        build.state.note_host(None if self._preview else self._record(config, across, plan))
        build.render(frame, plan, store.files_in(stage, own))
        if build.withheld:
            self.is_changed |= build.site_files.is_changed
            build.end(is_settled=False)
            self._build_without_withheld(config)
            return
        for message in (*self._faults, *the_first(build.messages())):
            log.warning("%s", message)
        for message in () if self._preview else dropped_addresses(build, self._redirects, is_kept=config.strict):
            self._is_settled = config.strict  # else it is said once
            log.warning("%s", message)
        build.end(self._heard.end(), self._faults, is_settled=self._is_settled)
        self.is_changed |= build.site_files.is_changed

    def _record(self, config: MkDocsConfig, across: Across, plan: Plan) -> str | None:
        """What the next build may go by where MkDocs need not be asked again; None where it always must be."""
        if not can_go_without(config):
            return None
        asking = self._noted.asking()
        host = Host(
            frame=plan.frame,
            articles=self.config.articles.strip("/"),
            briefs=self.config.briefs.strip("/"),
            people=tuple(across.people),
            files=self._files,
            given=across.given,
            style_sheet=across.style_sheet,
            asking=asking,
            told=asking.told(across.site, plan.stamps, self._targets),
            messages=tuple(message for message in self._heard.so_far() if message not in self._own),
        )
        return packed(host)

    def on_build_error(self, *, error: Exception) -> None:
        """Lets go of what a build that was given up held open."""
        self._heard.end()
        if hasattr(self, "_build"):
            self._build.give_up()

    def _build_without_withheld(self, config: MkDocsConfig) -> None:
        """Builds once more, as pages that are written already may name the briefs that were withheld."""
        self._heard.end()
        self.is_clean = False
        with self._heard.without_repeats():
            mkdocs.commands.build.build(config, serve_url=config.site_url if self._preview else None)


def load_config(
    config_file: str | None = None, site_dir: str | None = None, strict: bool | None = None, dev_addr: str | None = None
) -> MkDocsConfig:
    """The configuration as MkDocs reads it. Raises BriefsError with what is wrong with it."""
    options: dict[str, Any] = {"site_dir": site_dir, "strict": strict, "dev_addr": dev_addr}
    with _told():
        return mkdocs.config.load_config(config_file, **{name: value for name, value in options.items() if value is not None})


def settings_of(config: MkDocsConfig) -> Settings:
    """Where this site's articles and briefs are. Raises BriefsError where mkdocs.yml does not name the plugin."""
    options = _plugin_of(config).config
    docs = Path(config.docs_dir)
    root = Path(config.config_file_path).absolute().parent if config.config_file_path else docs.parent
    return Settings(root=root, articles=docs / options.articles, briefs=docs / options.briefs)


def build_site(
    config: MkDocsConfig,
    means: Means | None = None,
    now: str | None = None,
    *,
    asked: Asked | None = None,
    is_clean: bool = False,
    begun: SiteBuild | None = None,
) -> None:
    """Builds the site as it is at `now`, and everything anew where `is_clean`; `asked` is what the command line says.

    A build that was `begun` is gone on with. Raises BriefsError where the build was given up, in strict mode for any warning.
    """
    plugin = _plugin_of(config)
    plugin.means, plugin.now, plugin.asked, plugin.is_clean, plugin.begun = means or Means(), now, asked, is_clean, begun
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with _told():
            mkdocs.commands.build.build(config)
    finally:
        config.plugins.on_shutdown()


def build_preview(config: MkDocsConfig, url: str, report: pipeline.Report, now: str | None = None) -> bool:
    """Builds the site as it is shown at `url`; whether any file changed. Raises BriefsError where the build was given up."""
    plugin = _plugin_of(config)
    plugin.means, plugin.now, config.site_url = Means(report=report), now, url
    plugin.is_changed = False
    with _told():
        mkdocs.commands.build.build(config, serve_url=url)
    return plugin.is_changed


def can_be_kept(config: MkDocsConfig) -> bool:
    """Whether a configuration can be built with more than once: no other plugin or hook may have changed it."""
    return is_closed(config)


@contextmanager
def _told() -> Iterator[None]:
    """Turns what MkDocs or the disk refuses into an error that the user is told in one line."""
    try:
        with store.told():
            yield
    except (Abort, MkDocsException) as error:
        raise BriefsError(str(error)) from error


def _plugin_of(config: MkDocsConfig) -> BriefsPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, BriefsPlugin):
            return plugin
    raise BriefsError("mkdocs.yml does not name the plugin: add 'briefs' under 'plugins:'")
