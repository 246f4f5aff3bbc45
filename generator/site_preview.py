"""What `briefs serve` does: `generator.preview` given a site to build, in folders of its own that go with it.

A build is made beside the site that is served; what differs is then moved over, file by file, so that no page is ever
missing or half written. The project's own site/ is left alone.
"""

import logging
import tempfile
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
    """A site that is built again and again into one folder."""

    def __init__(self, options: Options, folder: Path) -> None:
        self.served = folder / "site"
        self._built = folder / "next"
        self._options = options
        self._written: dict[Path, object] = {}
        self.config = self._read_config()

    def paths(self) -> list[Path]:
        """The files and folders the site is made of, as the configuration that was read last has them."""
        own = [self.config.config_file_path] if self.config.config_file_path else []
        return [Path(path) for path in (*own, self.config.docs_dir, *self.config.theme.dirs, *self.config.watch)]

    def rebuild(self, url: str, changed: frozenset[Path]) -> Sequence[str] | None:
        """Reads the configuration and builds anew; what was warned of, and why a build was given up, in lines.

        None where nothing changed but the briefs that the last build wrote.
        """
        if changed and all(map(self._is_own, changed)):
            return None
        self._written.clear()
        with _collected() as problems:
            try:
                self.config = self._read_config()
                plugin.build_preview(self.config, url, self._hear, self._options.now)
            except BriefsError as error:
                log.error("%s", error)
            else:
                store.mirror(self._built, self.served)
        return problems

    def _read_config(self) -> Any:
        given = self._options
        return plugin.load_config(given.config_file, str(self._built), given.strict, given.dev_addr)

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


def serve_site(options: Options, say: Callable[[str], None]) -> None:
    """Serves the site and rebuilds it as files change, until it is interrupted. Raises BriefsError where it cannot start."""
    with tempfile.TemporaryDirectory(prefix="briefs-", ignore_cleanup_errors=True) as folder:
        site = SitePreview(options, Path(folder))
        host, port = site.config.dev_addr
        server = preview.listen(host, port, site.served, urlsplit(site.config.site_url or "/").path)
        if not is_loopback(host):
            say(f"every machine that reaches {host}:{server.server_port} can read this preview, drafts included")
        say(f"the preview is at {server.url} (Ctrl-C ends it)")
        with _previewing(site.config.plugins):
            preview.run(
                server,
                site.paths,
                lambda changed: site.rebuild(server.url, changed),
                say,
                polling=options.polling,
                ready=webbrowser.open if options.open_in_browser else None,
            )


@contextmanager
def _previewing(plugins: Any) -> Iterator[None]:
    """MkDocs' plugins know meanwhile that it is a preview; they keep their instances from build to build."""
    plugins.on_startup(command="serve", dirty=False)
    try:
        yield
    finally:
        plugins.on_shutdown()


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
