"""The site's addresses as MkDocs knows them: people's pages may link to pages that MkDocs itself neither builds nor copies."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.building.asking import Noted
from generator.building.link_targets import LinkTargets
from generator.publish.machine_files import AT_THE_ROOT


class LinkTarget(File):
    """An address of the site that people's pages may link to."""

    def __init__(self, src_uri: str, config: MkDocsConfig, dest_uri: str) -> None:
        super().__init__(src_uri, None, config.site_dir, config.use_directory_urls, dest_uri=dest_uri)
        self.inclusion = InclusionLevel.NOT_IN_NAV

    def is_documentation_page(self) -> bool:
        """Never: MkDocs is not to read it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing to copy: the page is written after MkDocs' own."""


class SiteFiles(Files):
    """The files of people, and behind them the targets of links, each made when it is asked for."""

    def __init__(self, files: Iterable[File], target: Callable[[str], LinkTarget | None]) -> None:
        super().__init__(files)
        self._target = target

    def get_file_from_path(self, path: str) -> File | None:
        """The file of that name, or the target of a link to it."""
        return super().get_file_from_path(path) or self._target(PurePosixPath(path).as_posix())

    def __contains__(self, path: str) -> bool:
        return self.get_file_from_path(path) is not None


class NotedTargets:
    """The targets of links; notes which names are asked for."""

    def __init__(self, targets: LinkTargets, noted: Noted, config: MkDocsConfig) -> None:
        self._targets, self._noted, self._config = targets, noted, config

    def __call__(self, name: str) -> LinkTarget | None:
        """The target of that name."""
        self._noted.targets.add(name)
        found = self._targets(name)
        return LinkTarget(name, self._config, found) if found else None


def given_by_people(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Which of AT_THE_ROOT a person wrote; MkDocs' own templates of those names are taken out of `files`."""
    found = [file for name in AT_THE_ROOT if (file := files.get_file_from_path(name)) is not None]
    for file in found:
        if file.src_dir != config.docs_dir:
            files.remove(file)
    return frozenset(file.src_uri for file in found if file.src_dir == config.docs_dir)
