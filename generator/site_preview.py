"""What `briefs serve` does: `generator.preview` given a site to build, in folders of its own that go with it.

The site stands in .briefs/preview/, and each build puts the files that differ into their places one by one, so that no page is
ever half written. The project's own site/ is left alone.
"""

import gc
import logging
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import plugin, preview, store
from generator.errors import BriefsError
from generator.model import Outcome
from generator.preview.hosts import is_loopback
from generator.slugs import slug_of

log = logging.getLogger("mkdocs.plugins.briefs")

_MOST = 9
"""Previews of one project at a time."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; None where mkdocs.yml or a default decides. `polling`: look for changes, do not listen."""

    config_file: str | None = None
    dev_addr: str | None = None
    strict: bool | None = None
    now: str | None = None
    open_in_browser: bool = False
    polling: bool = False


class SitePreview:
    """A site that is built again and again into one folder, each time upon the last; its records stand beside it."""

    def __init__(self, options: Options, folder: Path) -> None:
        self.served = folder / "site"
        self.config: Any = None
        self._file = config_file(options)
        self._options = options
        self._written: dict[Path, object] = {}
        self._told: Sequence[str] | None = None

    def paths(self) -> list[Path]:
        """The files and folders the site is made of, as the configuration that was read last has them."""
        if self.config is None:
            return [self._file]
        return [self._file, *map(Path, (self.config.docs_dir, *self.config.theme.dirs, *self.config.watch))]

    def read_config(self) -> None:
        """Reads the configuration. Raises BriefsError, and then that of before is left."""
        given, is_first = self._options, self.config is None
        self.config = plugin.load_config(str(self._file), str(self.served), given.strict, given.dev_addr)
        if is_first:
            self.config.plugins.on_startup(command="serve", dirty=False)

    def close(self) -> None:
        """Lets MkDocs' plugins end; they keep their instances from build to build."""
        if self.config is not None:
            self.config.plugins.on_shutdown()

    def rebuild(self, url: str, changed: frozenset[Path]) -> Sequence[str] | None:
        """Brings the site up to date; what was warned of, and why a build was given up, in lines.

        None where nothing changed but the briefs that the last build wrote, or the site and the lines are as they were.
        """
        if changed and all(map(self._is_own, changed)):
            return None
        self._written.clear()
        before, self._told = self._told, None  # unless the build comes to its end
        with _collected() as problems:
            try:
                is_changed = self._built(url, changed, is_whole=before is not None)
            except BriefsError as error:
                log.error("%s", error)
                return problems
        self._told = problems
        return problems if is_changed or problems != before else None

    def _built(self, url: str, changed: frozenset[Path], *, is_whole: bool) -> bool:
        """Whether the site shows something else now; the configuration is kept where only pages and briefs changed."""
        if not (changed and is_whole and plugin.can_be_kept(self.config) and all(map(self._is_content, changed))):
            self.read_config()
        self.config.site_dir = str(self.served)
        return plugin.build_preview(self.config, url, self._hear, self._options.now)

    def _is_content(self, path: Path) -> bool:
        return Path(self.config.docs_dir) in path.parents

    def _hear(self, outcome: Outcome, _number: int, _total: int) -> None:
        """Notes how a brief stands right after it was written."""
        if outcome.kind == "converted":
            path = store.brief_of(plugin.settings_of(self.config), slug_of(Path(outcome.path).stem)).path
            self._written[path] = store.state(path)

    def _is_own(self, path: Path) -> bool:
        """Whether a change is no person's. The files in a new folder are told each by itself, unless it is watched itself."""
        if path.is_dir():
            return any(root in path.parents for root in self.paths())
        return path in self._written and store.state(path) == self._written[path]


def config_file(options: Options) -> Path:
    """The configuration, by its full path. Raises BriefsError where there is none."""
    names = [options.config_file] if options.config_file else ["mkdocs.yml", "mkdocs.yaml"]
    for name in names:
        if Path(name).is_file():
            return Path(name).absolute()
    raise BriefsError(f"{names[0]} is missing: run this beside it, or name it with -f")


def serve_site(options: Options, say: Callable[[str], None]) -> None:
    """Serves the site and rebuilds it as files change, until it is interrupted. Raises BriefsError where it cannot start.

    A configuration that cannot be read is shown in the browser like any other fault, at the usual address.
    """
    with folder_beside(config_file(options)) as folder:
        site = SitePreview(options, folder)
        with suppress(BriefsError):
            site.read_config()
        host, port = site.config.dev_addr if site.config else _address(options.dev_addr)
        server = preview.listen(host, port, site.served, urlsplit(site.config.site_url or "/").path if site.config else "/")
        if not is_loopback(host):
            say(f"every machine that reaches {host}:{server.server_port} can read this preview, drafts included")
        say(f"the preview is at {server.url} (Ctrl-C ends it)")
        with closing(site):
            preview.run(
                server,
                site.paths,
                lambda changed: site.rebuild(server.url, changed),
                say,
                polling=options.polling,
                ready=webbrowser.open if options.open_in_browser else None,
                settled=_settle,
            )


def _settle() -> None:
    """Spares the collector what stays anyway: at 1,000 briefs a build after an edit took 0.19 s of CPU time, not 0.20."""
    gc.collect()
    gc.freeze()


def _address(given: str | None) -> tuple[str, int]:
    """Host and port, where no configuration says them. Raises BriefsError."""
    host, _, port = (given or "127.0.0.1:8000").rpartition(":")
    if not host or not port.isdecimal():
        raise BriefsError(f"{given} is no address such as 127.0.0.1:8000")
    return host.strip("[]"), int(port)


@contextmanager
def folder_beside(config: Path) -> Iterator[Path]:
    """The folder of this preview. It is kept, so that the next one starts from it; two at once have one each."""
    with ExitStack() as held:
        for number in range(1, _MOST + 1):
            folder = config.parent / ".briefs" / ("preview" if number == 1 else f"preview-{number}")
            try:
                held.enter_context(store.exclusive(folder, patience=0))
            except BriefsError:
                continue
            yield folder
            return
    raise BriefsError(f"{_MOST} previews of this project are running: end one of them")


class _Collector(logging.Handler):
    """Gathers what is logged as a warning or an error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One message; each once, however often it is said."""
        if (message := record.getMessage()) not in self.problems:
            self.problems.append(message)


@contextmanager
def _collected() -> Iterator[Sequence[str]]:
    collector, logger = _Collector(), logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.problems
    finally:
        logger.removeHandler(collector)
