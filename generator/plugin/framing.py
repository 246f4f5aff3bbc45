"""From MkDocs' configuration to what a build of ours needs: the frame of its pages, what is read, and on what terms."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.theme import Theme as HostTheme

from generator import store
from generator.building.asked import Asked
from generator.building.frame import Frame, Menu, MenuPage
from generator.building.inputs import Inputs
from generator.building.request import Request
from generator.building.template_uses import template_uses
from generator.building.terms import environment_of
from generator.host_filters import FILTERS
from generator.publish.machine_files import Publication
from generator.settings import Settings
from generator.theming import Theme

_OWN = "briefs"


def frame_of(
    config: MkDocsConfig, theme: Theme, nav: Navigation | None, publication: Publication, options: Any, *, is_preview: bool
) -> Frame:
    """The frame of the site's pages."""
    pages = nav.pages if nav else ()
    templates = _templates(config.theme.dirs)
    return Frame(
        templates=templates,
        uses=template_uses(templates),
        filters=FILTERS,
        config=_plain(config),
        menu=Menu(tuple(MenuPage(str(page.title), page.url, page.is_homepage) for page in pages)),
        say=theme.say,
        publication=publication,
        source_text=options.source_text,
        is_preview=is_preview,
    )


def request_of(
    config: MkDocsConfig,
    settings: Settings,
    *,
    site: Path,
    is_preview: bool,
    is_clean: bool,
    now: str | None,
    asked: Asked | None,
    beside: Sequence[Path] = (),
) -> Request:
    """What is to be built; `beside` are files that are read beside those of the configuration."""
    files = _config_files(config)
    texts = "\n".join(store.text_of(path) for path in files)
    folders = (Path(config.docs_dir), *_theme_folders(config.theme), Path(__file__).parents[1])
    options = {
        "site": site.as_posix() if not site.is_relative_to(settings.root) else site.relative_to(settings.root).as_posix(),
        "url": str(config.site_url),
        "preview": str(is_preview),
        "now": now or "",
    }
    return Request(
        settings=settings,
        site=site,
        inputs=Inputs(settings.root, folders, (*files, *beside)),
        options=options,
        environment=environment_of(texts),
        is_clean=is_clean,
        asked=asked,
        is_closed=is_closed(config) and _are_all(files, texts),
    )


def is_closed(config: MkDocsConfig) -> bool:
    """Whether no plugin but this one has a say, and no hook."""
    return set(config.plugins) == {_OWN} and not config.hooks


def can_go_without(config: MkDocsConfig) -> bool:
    """Whether a build may do without MkDocs where its pages would be the same: no other plugin, and no warning is an error."""
    return (
        is_closed(config) and not config.strict and not any("strict" in store.text_of(path) for path in _config_files(config))
    )


def publication_of(config: MkDocsConfig, card_font: bytes | None) -> Publication:
    """What the site calls itself."""
    return Publication(config.site_name, config.site_url or "", config.site_description or config.site_name, card_font)


def _templates(folders: Sequence[str]) -> dict[str, str]:
    loader, env = jinja2.FileSystemLoader(folders), jinja2.Environment(autoescape=True)
    names = [name for name in loader.list_templates() if name.endswith((".html", ".svg"))]
    return {name: loader.get_source(env, name)[0] for name in names}


def _theme_folders(theme: HostTheme) -> list[Path]:
    """The folders of templates but those of MkDocs (or of ProperDocs in its place), which its version stands for."""
    host = Path(str(mkdocs.__file__)).parent
    return [Path(folder) for folder in theme.dirs if not Path(folder).is_relative_to(host)]


def _config_files(config: MkDocsConfig) -> list[Path]:
    """mkdocs.yml, what it inherits from, its hooks, and the files that it names for watching."""
    if not config.config_file_path:
        return []
    own = Path(config.config_file_path).absolute()
    found, base = [own], own.parent
    while (parent := store.inherited(found[-1])) is not None and parent not in found:
        found.append(parent)
    named = [*map(str, config.hooks), *(path for path in config.watch if Path(path).is_file())]
    return [*found, *(base / path for path in named)]


def _are_all(files: Sequence[Path], texts: str) -> bool:
    """Whether these are all files of settings: each is there, and nothing is inherited in a form that was not understood."""
    parents = sum(store.inherited(path) is not None for path in files)
    return all(path.is_file() for path in files) and texts.count("INHERIT") == parents


def _plain(config: MkDocsConfig) -> Mapping[str, Any]:
    """The settings that templates may show; plugins and the like stay behind."""
    left_out = {"plugins", "hooks", "theme", "nav", "pages", "config_file_path", "docs_dir", "site_dir"}
    values = {name: value for name, value in config.items() if name not in left_out}
    values["theme"] = {name: config.theme[name] for name in config.theme if name != "locale"}
    # MkDocs' filter for scripts goes by their class.
    return {name: value if name == "extra_javascript" else _plain_value(value) for name, value in values.items()}


def _plain_value(value: Any) -> Any:
    """The value in words that hold in another process and at another time."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(name): _plain_value(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain_value(one) for one in value]
    return getattr(value, "__qualname__", None) or str(value)
