"""The MkDocs plugin `briefs`, and the only module that imports MkDocs.

    on_config      settles what MkDocs may do: no sitemap of its own (it carries the clock), folders as addresses
    on_pre_build   articles become briefs (`pipeline.refresh`), briefs are loaded and tied to their sentences
    on_files       articles and briefs are no pages of MkDocs'; links to `briefs/x.md` in people's pages still resolve
    on_env         autoescape, and what every template may ask for
    on_post_build  the pages of the briefs and across them, feeds and annotations, in MkDocs' own theme environment

People's pages (`content/*.md`) are MkDocs' own affair. What is shown, and in what order, is worked out in `generator.publish`.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal

import jinja2
import mkdocs.commands.build
import mkdocs.config
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from generator import pipeline, store
from generator.errors import BriefsError, Refused
from generator.model import PublishedBrief, moment_of
from generator.pipeline import Means
from generator.publish import addresses
from generator.publish.annotations import annotations
from generator.publish.cards import checked_font, has_card
from generator.publish.dates import in_words, month_in_words, year_in_words
from generator.publish.feeds import FORMATS
from generator.publish.interface import grade_in_words
from generator.publish.language_attributes import in_language, runs
from generator.publish.list_pages import list_pages
from generator.publish.machine_files import ALTERNATES, AT_THE_ROOT, CARD, Publication, brief_files, site_files
from generator.publish.metadata import description, json_ld
from generator.publish.page import Annotated, annotate, brief_page
from generator.publish.redirects import Redirect, redirects
from generator.publish.schedule import drafts, names_a_moment
from generator.publish.site import LISTS, Site, site_of
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


class LinkTarget(File):
    """An address of the site that people's pages may link to and that MkDocs itself neither builds nor copies."""

    def __init__(self, src_uri: str, config: MkDocsConfig, dest_uri: str) -> None:
        super().__init__(src_uri, None, config.site_dir, config.use_directory_urls, dest_uri=dest_uri)
        self.inclusion = InclusionLevel.NOT_IN_NAV

    def is_documentation_page(self) -> bool:
        """Never: MkDocs is not to read it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing to copy: the page is written after MkDocs' own."""


class BriefsPlugin(BasePlugin[BriefsConfig]):  # type: ignore[no-untyped-call]
    """Turns briefs into pages around what MkDocs builds. `means` and `now` are given by the command line."""

    now: str | None = None

    def __init__(self) -> None:
        self.means = Means()
        self._preview = False
        self._site = site_of(())
        self._theme: Theme
        self._env = jinja2.Environment(autoescape=True)
        self._nav: Navigation | None = None
        self._addresses: tuple[str, ...] = ()
        self._given: frozenset[str] = frozenset()
        self._drafts: frozenset[str] = frozenset()
        self._redirects: tuple[Redirect, ...] = ()
        self._card_font: bytes | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance across the rebuilds of a preview."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuses settings that the site cannot be built with, and keeps MkDocs from writing its own sitemap."""
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
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Brings the briefs up to date and loads those that can be shown."""
        settings = settings_of(config)
        for message in store.misplaced(settings, Path(config.docs_dir)):
            raise PluginError(message)
        for outcome in self.means.refresh(settings):
            if outcome.kind in ("kept", "skipped"):
                log.warning("%s", outcome)
        published, problems = pipeline.published(settings)
        for problem in problems:
            log.warning("%s", problem)
        self._drafts = drafts(published, self._moment(published))
        shown = [one for one in published if self._preview or one.slug not in self._drafts]
        self._site = site_of(tuple(_annotated(shown, settings, self.config.source_text)))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes articles and briefs away from MkDocs and lets people's pages link to every page it does not know."""
        folders = tuple(f"{folder.strip('/')}/" for folder in (self.config.articles, self.config.briefs))
        for file in list(files):
            if file.src_uri.startswith(folders) or (file.src_uri == STRINGS and file.src_dir != config.docs_dir):
                files.remove(file)
        self._given = _given(files, config)
        for target in (*_targets(self._site, self.config.briefs.strip("/"), config), *_machine_targets(self._given, config)):
            if files.get_file_from_path(target.src_uri) is not None:
                raise PluginError(f"{target.src_uri} would be overwritten by the page of that name: rename it")
            files.append(target)
        shown = [PublishedBrief(one.slug, one.brief) for one in self._site.briefs]
        self._redirects, faults = redirects(shown, [file.dest_uri for file in files])
        for slug, message in faults:
            log.warning("%s: %s", store.brief_of(settings_of(config), slug).shown, message)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the pages that people wrote for the menu and the sitemap."""
        self._nav = nav
        self._addresses = tuple("" if page.is_homepage else page.url for page in nav.pages)
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Turns autoescape on before any template is read, and gives the templates the site."""
        env.autoescape = True
        env.trim_blocks = env.lstrip_blocks = True
        env.globals.update(
            site=self._site,
            lists=LISTS,
            drafts=self._drafts,
            alternates=ALTERNATES,
            feeds=FORMATS,
            preview=self._preview,
            say=self._theme.say,
            dated=partial(in_words, say=self._theme.say),
            short_date=partial(month_in_words, say=self._theme.say),
            grade_name=partial(grade_in_words, say=self._theme.say),
            year_name=partial(year_in_words, say=self._theme.say),
            in_language=partial(in_language, own=self._theme.say.language),
            runs=partial(runs, own=self._theme.say.language),
        )
        self._env = env
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes every page that MkDocs did not, and the files for machines."""
        for one in list_pages(self._site, self._theme.say):
            given = {"here": one.address, "menu": one.menu, "page_title": one.title, "summary": one.summary}
            self._render(config, one.template, one.address, **given, **one.values)
        for number, annotated in enumerate(self._site.briefs, 1):
            self._write_brief(config, annotated)
            self.means.rendered(number, len(self._site.briefs))
        for redirect in self._redirects:
            self._render(config, "redirect.html", redirect.address, redirect=redirect)
        for name, content in site_files(self._site, _publication(config), self._theme.say, self._addresses):
            if name not in self._given:
                store.write_page(Path(config.site_dir, name), content)
        if self._theme.style_sheet is not None:
            store.write_page(Path(config.site_dir, STYLE_SHEET), self._theme.style_sheet.encode("utf-8"))
        if not self._preview:
            self._keep_account(config)

    def _keep_account(self, config: MkDocsConfig) -> None:
        """Says which addresses of the last build are gone, and writes down those of this one."""
        file = store.StoredFile(settings_of(config).root / addresses.FILE, addresses.FILE)
        now = {*(entry.url for entry in self._site.entries), *(one.address for one in self._redirects)}
        try:
            before = store.read(file) if store.exists(file) else None
            gone = addresses.dropped(addresses.read(before or b""), now)
            for address in gone:
                log.warning("%s was published by the last build and is gone: name it in the 'aliases' of a brief", address)
            kept = addresses.listed(now.union(gone) if config.strict else now)
            if kept != before:
                store.replace(file, kept, before)
        except BriefsError as error:
            log.info("%s: %s", addresses.FILE, error)

    def _write_brief(self, config: MkDocsConfig, annotated: Annotated) -> None:
        brief, page = annotated.brief, brief_page(annotated, self._site.surroundings[annotated.slug])
        address = page.surroundings.entry.url
        first_point = brief.key_points[0].text if brief.key_points else None
        self._render(
            config,
            "brief.html",
            address,
            view=page,
            page_title=brief.title,
            summary=description(brief.standfirst, first_point, brief.title),
            card=CARD if has_card(brief, self._card_font) else None,
            json_ld=json_ld(brief, f"{config.site_url}{address}", config.site_name),
        )
        content = annotations(annotated.found, annotated.text, f"{config.site_url}{address}", brief.language, annotated.shown)
        store.write_page(Path(config.site_dir, address, "annotations.json"), content)
        for name, content in brief_files(brief, address, replace(_publication(config), card_font=self._card_font)):
            store.write_page(Path(config.site_dir, name), content)

    def _render(self, config: MkDocsConfig, template: str, address: str, **values: Any) -> None:
        context = {
            "config": config,
            "nav": self._nav,
            "page": None,
            "base_url": get_relative_url(".", address),
            "address": address,
        }
        html = self._env.get_template(template).render(context | values)
        file = address if address.endswith(".html") else f"{address}index.html"
        store.write_page(Path(config.site_dir, file), html.encode("utf-8"))

    def _moment(self, published: Sequence[PublishedBrief]) -> datetime | None:
        """The moment that decides what is published: the one given, else the clock's, which is read only where one is named."""
        if given := self.now or self.config.now:
            return moment_of(given)
        return datetime.now(UTC) if names_a_moment(published) else None


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
    root = Path(config.config_file_path).parent if config.config_file_path else docs.parent
    return Settings(root=root, articles=docs / options.articles, briefs=docs / options.briefs)


def build_site(config: MkDocsConfig, means: Means | None = None, now: str | None = None) -> None:
    """Builds the site as it is at `now`. Raises BriefsError where the build was given up, in strict mode for any warning."""
    plugin = _plugin_of(config)
    plugin.means, plugin.now = means or Means(), now
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with _told():
            mkdocs.commands.build.build(config)
    finally:
        config.plugins.on_shutdown()


def build_preview(config: MkDocsConfig, url: str, report: pipeline.Report, now: str | None = None) -> None:
    """Builds the site as it is shown at `url`. Raises BriefsError where the build was given up."""
    plugin = _plugin_of(config)
    plugin.means, plugin.now, config.site_url = Means(report=report), now, url
    with _told():
        mkdocs.commands.build.build(config, serve_url=url)


@contextmanager
def _told() -> Iterator[None]:
    """Turns what MkDocs or the disk refuses into an error that the user is told in one line."""
    try:
        yield
    except (Abort, MkDocsException) as error:
        raise BriefsError(str(error)) from error
    except OSError as error:
        raise BriefsError(f"{error.filename or 'the site'} cannot be read or written ({error.strerror})") from error


def _plugin_of(config: MkDocsConfig) -> BriefsPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, BriefsPlugin):
            return plugin
    raise BriefsError("mkdocs.yml does not name the plugin: add 'briefs' under 'plugins:'")


def _publication(config: MkDocsConfig) -> Publication:
    return Publication(config.site_name, config.site_url or "", config.site_description or config.site_name)


def _annotated(published: Sequence[PublishedBrief], settings: Settings, source_text: Any) -> Iterator[Annotated]:
    for one in published:
        annotated = annotate(one, source_text)
        if isinstance(annotated, Annotated):
            yield annotated
            continue
        for message in annotated:
            log.warning("%s: %s", store.brief_of(settings, one.slug).shown, message)


def _targets(site: Site, briefs: str, config: MkDocsConfig) -> Iterator[LinkTarget]:
    pages = {entry.url for entry in site.entries}
    for entry in site.entries:
        yield LinkTarget(f"{briefs}/{entry.slug}.md", config, f"{entry.url}index.html")
    for address in site.addresses():
        if address not in pages:
            yield LinkTarget(f"{address.rstrip('/')}.md", config, f"{address}index.html")


def _given(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Which of AT_THE_ROOT a person wrote; MkDocs' own templates of those names are taken out of `files`."""
    found = [file for name in AT_THE_ROOT if (file := files.get_file_from_path(name)) is not None]
    for file in found:
        if file.src_dir != config.docs_dir:
            files.remove(file)
    return frozenset(file.src_uri for file in found if file.src_dir == config.docs_dir)


def _machine_targets(given: frozenset[str], config: MkDocsConfig) -> Iterator[LinkTarget]:
    return (LinkTarget(name, config, name) for name in AT_THE_ROOT if name not in given)
