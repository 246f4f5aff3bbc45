"""The MkDocs plugin `briefs`, and the only module that imports MkDocs.

    on_config      settles what MkDocs may do: no sitemap of its own (it carries the clock), folders as addresses
    on_pre_build   articles become briefs (`pipeline.refresh`), briefs are loaded and tied to their sentences
    on_files       articles and briefs are no pages of MkDocs'; links to `briefs/x.md` in people's pages still resolve
    on_env         autoescape, and what every template may ask for
    on_post_build  the pages of the briefs and across them, feeds and annotations, in MkDocs' own theme environment

People's pages (`content/*.md`) are MkDocs' own affair. What is shown, and in what order, is worked out in `generator.publish`.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import jinja2
import mkdocs.commands.build
import mkdocs.commands.serve
import mkdocs.config
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from generator import pipeline, store
from generator.errors import BriefsError
from generator.model import Outcome
from generator.pipeline import Report
from generator.publish.annotations import annotations
from generator.publish.feeds import atom, robots, sitemap
from generator.publish.metadata import description, json_ld, web_address
from generator.publish.page import Annotated, annotate, brief_page
from generator.publish.reading import direction
from generator.publish.site import LISTS, Site, site_of
from generator.settings import Settings

MACHINE_FILES = ("feed.xml", "sitemap.xml", "robots.txt")
"""Written for every site, unless a person has put a file of that name into docs_dir."""

log = logging.getLogger("mkdocs.plugins.briefs")


class BriefsConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml; both are folders below docs_dir."""

    articles = config_options.Type(str, default="articles")
    briefs = config_options.Type(str, default="briefs")


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
    """Turns briefs into pages around what MkDocs builds. `report` hears what became of each article."""

    report: Report | None = None

    def __init__(self) -> None:
        self._preview = False
        self._site = site_of(())
        self._env = jinja2.Environment(autoescape=True)
        self._nav: Navigation | None = None
        self._addresses: tuple[str, ...] = ()
        self._given: frozenset[str] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance across the rebuilds of a preview."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuses settings that the site cannot be built with, and keeps MkDocs from writing its own sitemap."""
        if not config.use_directory_urls:
            raise PluginError(
                "use_directory_urls is false; briefs live at addresses such as briefs/x/: set it to true or drop it"
            )
        if not config.site_url:
            raise PluginError("site_url is empty; feeds and canonical links need it: set it in mkdocs.yml or as SITE_URL")
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Brings the briefs up to date and loads those that can be shown."""
        settings = settings_of(config)
        for outcome in pipeline.refresh(settings, self.report or _unheard):
            if outcome.kind in ("kept", "skipped"):
                log.warning("%s", outcome)
        published, problems = pipeline.published(settings)
        for problem in problems:
            log.warning("%s", problem)
        self._site = site_of(tuple(_annotated(published, settings)))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes articles and briefs away from MkDocs and lets people's pages link to every page it does not know."""
        folders = tuple(f"{folder.strip('/')}/" for folder in (self.config.articles, self.config.briefs))
        for file in list(files):
            if file.src_uri.startswith(folders):
                files.remove(file)
        self._given = _given(files, config)
        for target in (*_targets(self._site, self.config.briefs.strip("/"), config), *_machine_targets(self._given, config)):
            if files.get_file_from_path(target.src_uri) is not None:
                raise PluginError(f"{target.src_uri} would be overwritten by the page of that name: rename it")
            files.append(target)
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
            preview=self._preview,
            anchor_of=self._site.anchor_of,
            in_language=_in_language,
            runs=_runs,
        )
        env.globals["say"] = env.get_template("strings/en.html").module
        self._env = env
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes every page that MkDocs did not, and the files for machines."""
        say: Any = self._env.globals["say"]
        for name in LISTS:
            titles = {"page_title": getattr(say, f"{name}_title"), "summary": getattr(say, f"{name}_about")}
            self._render(config, f"{name}.html", f"{name}/", here=name, **titles)
        for annotated in self._site.briefs:
            self._write_brief(config, annotated)
        site_url = config.site_url or ""
        written = {
            "feed.xml": atom(config.site_name, site_url, self._site.entries),
            "sitemap.xml": sitemap(site_url, (*self._addresses, *self._site.addresses())),
            "robots.txt": robots(site_url),
        }
        for name in sorted(written.keys() - self._given):
            store.write_page(Path(config.site_dir, name), written[name])

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
            original=web_address(brief.source.url),
            json_ld=json_ld(brief, f"{config.site_url}{address}", config.site_name),
        )
        content = annotations(annotated.found, annotated.text, f"{config.site_url}{address}", brief.language)
        store.write_page(Path(config.site_dir, address, "annotations.json"), content)

    def _render(self, config: MkDocsConfig, template: str, address: str, **values: Any) -> None:
        context = {
            "config": config,
            "nav": self._nav,
            "page": None,
            "base_url": get_relative_url(".", address),
            "address": address,
        }
        html = self._env.get_template(template).render(context | values)
        store.write_page(Path(config.site_dir, address, "index.html"), html.encode("utf-8"))


def load_config(config_file: str | None = None, site_dir: str | None = None, strict: bool | None = None) -> MkDocsConfig:
    """The configuration as MkDocs reads it. Raises BriefsError with what is wrong with it."""
    options: dict[str, Any] = {"site_dir": site_dir, "strict": strict}
    try:
        return mkdocs.config.load_config(config_file, **{name: value for name, value in options.items() if value is not None})
    except MkDocsException as error:
        raise BriefsError(str(error)) from error


def settings_of(config: MkDocsConfig) -> Settings:
    """Where this site's articles and briefs are. Raises BriefsError where mkdocs.yml does not name the plugin."""
    options = _plugin_of(config).config
    docs = Path(config.docs_dir)
    root = Path(config.config_file_path).parent if config.config_file_path else docs.parent
    return Settings(root=root, articles=docs / options.articles, briefs=docs / options.briefs)


def build_site(config: MkDocsConfig, report: Report | None = None) -> None:
    """Builds the site. Raises BriefsError where the build was given up, in strict mode for any warning."""
    plugin = _plugin_of(config)
    plugin.report = report
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs.commands.build.build(config)
    except (Abort, MkDocsException) as error:
        raise BriefsError(str(error)) from error
    finally:
        config.plugins.on_shutdown()


def serve_site(
    config_file: str | None = None, *, dev_addr: str | None = None, strict: bool | None = None, open_in_browser: bool = False
) -> None:
    """Serves the site and rebuilds it as files change, until it is interrupted. Raises BriefsError where it cannot start."""
    options: dict[str, Any] = {"dev_addr": dev_addr, "strict": strict}
    try:
        mkdocs.commands.serve.serve(
            config_file,
            livereload=True,
            watch_theme=True,
            open_in_browser=open_in_browser,
            **{name: value for name, value in options.items() if value is not None},
        )
    except (Abort, MkDocsException) as error:
        raise BriefsError(str(error)) from error


def _plugin_of(config: MkDocsConfig) -> BriefsPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, BriefsPlugin):
            return plugin
    raise BriefsError("mkdocs.yml does not name the plugin: add 'briefs' under 'plugins:'")


def _annotated(published: tuple[Any, ...], settings: Settings) -> Iterator[Annotated]:
    for one in published:
        annotated = annotate(one)
        if isinstance(annotated, Annotated):
            yield annotated
            continue
        for message in annotated:
            log.warning("%s: %s", store.brief_of(settings, one.slug).shown, message)


def _targets(site: Site, briefs: str, config: MkDocsConfig) -> Iterator[LinkTarget]:
    for entry in site.entries:
        yield LinkTarget(f"{briefs}/{entry.slug}.md", config, f"{entry.url}index.html")
    for name in LISTS:
        yield LinkTarget(f"{name}.md", config, f"{name}/index.html")


def _given(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Which of MACHINE_FILES a person wrote; MkDocs' own templates of those names are taken out of `files`."""
    found = [file for name in MACHINE_FILES if (file := files.get_file_from_path(name)) is not None]
    for file in found:
        if file.src_dir != config.docs_dir:
            files.remove(file)
    return frozenset(file.src_uri for file in found if file.src_dir == config.docs_dir)


def _machine_targets(given: frozenset[str], config: MkDocsConfig) -> Iterator[LinkTarget]:
    return (LinkTarget(name, config, name) for name in MACHINE_FILES if name not in given)


def _in_language(language: str) -> Markup:
    """The attributes of an element whose words are in `language`; none for the theme's own."""
    english = language.partition("-")[0].lower() == "en"
    return Markup() if english else Markup(' lang="{}" dir="{}"').format(language, direction(language))


def _runs(language: str) -> Markup:
    """The attribute of an element that holds words in `language` among the theme's own."""
    return Markup(' dir="rtl"') if direction(language) == "rtl" else Markup()


def _unheard(outcome: Outcome, number: int, total: int) -> None:
    """Nobody asked to hear of each article."""
