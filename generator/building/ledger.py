"""The pages of a build: what each was made of, which are due, and which of the last build's have no successor."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.publish.keys import key_of
from generator.store.derived import PageKeys, PageRow, State
from generator.store.site_folder import SiteFolder

_DUE: PageKeys = ("due", "", False)
"""No key of a page is that."""


class Ledger:
    """Keeps state and folder of a site in step, page by page; the pages of the last build are read where all are asked for."""

    def __init__(self, state: State, folder: SiteFolder) -> None:
        self._state, self._folder = state, folder
        self._is_first = not state.has_pages()
        self._spoilt: set[str] = set()
        self._seen: set[str] = set()
        self._left: set[str] = set()
        self._keeps_others = False
        self._whole = ""

    @cached_property
    def _pages(self) -> Mapping[str, PageKeys]:
        return {} if self._is_first else self._state.pages()

    def _before(self, name: str) -> PageKeys | None:
        """The keys of a page of the last build."""
        if name in self._spoilt:
            return _DUE
        return self._pages.get(name) if self._is_first or "_pages" in vars(self) else self._state.page(name)

    def spoil(self, names: Iterable[str]) -> None:
        """Has some pages made anew, whatever they were made of."""
        self._spoilt.update(names)

    def spoil_all(self) -> None:
        """Has every page made anew."""
        self.spoil(self._pages)

    @property
    def is_whole(self) -> bool:
        """Whether every page of the last build is there as it was written, and none of them asked for the whole site."""
        return not self._is_first and not self._spoilt and not self._state.has_whole()

    def keep_others(self) -> None:
        """Notes that the pages of the last build are those of this one."""
        self._keeps_others = True

    def stands(self, name: str) -> bool:
        """Whether a page of the last build is there as it was written."""
        return (self._before(name) or _DUE) != _DUE

    def settle_site(self, key: str) -> None:
        """`key` is that of the whole site; pages that asked for it depend on it. From now on every page is asked about."""
        self._whole = key
        _ = self._pages

    def _see(self, name: str) -> None:
        """Notes that a page is one of the site's; on a site that had none that is not asked."""
        if not self._is_first:
            self._seen.add(name)

    def is_due(self, name: str, key: str) -> bool:
        """Whether a page shows something else than it did; it is one of the site's pages from now on."""
        self._see(name)
        before = self._before(name)
        return before is None or before[0] != self.key_of(key, is_whole=before[2])

    def is_around(self, name: str, around: str) -> bool:
        """Whether what a page is worked out from is what it was; then it shows what it did."""
        self._see(name)
        before = self._before(name)
        return before is not None and bool(around) and before[1] == around and not before[2]

    def key_of(self, key: str, *, is_whole: bool) -> str:
        """The key of a page, with that of the site where it asked for it."""
        return key_of(key, self._whole) if is_whole else key

    def move(self, name: str, around: str) -> None:
        """Notes that a page shows what it did, worked out from something else."""
        self._state.move_page(name, around)

    def put(
        self,
        name: str,
        key: str,
        files: Mapping[str, bytes | None],
        *,
        around: str = "",
        is_whole: bool = False,
        given: str = "",
    ) -> None:
        """Writes a page's files and notes what they were made of; None for a file is one that stays as it is."""
        self._see(name)
        known = {} if self._is_first else self._state.files(name)
        digests = {
            file: known[file] if content is None else self._folder.write(file, content, known.get(file))
            for file, content in files.items()
        }
        self._left.update(known.keys() - digests.keys())
        self._state.put_page(PageRow(name, self.key_of(key, is_whole=is_whole), around, is_whole, digests, given))

    def change(self, name: str, files: Iterable[tuple[str, bytes | None]]) -> None:
        """Writes some files of a page and takes away those that are None; its others stay."""
        self._see(name)
        known = self._state.files(name)
        digests = dict(known)
        for file, content in files:
            if content is None:
                digests.pop(file, None)
                self._folder.remove(file)
            else:
                digests[file] = self._folder.write(file, content, known.get(file))
        if digests != known or self._before(name) is None:
            self._state.put_page(PageRow(name, "", "", False, digests))

    def keep(self, name: str) -> None:
        """Notes that a page is one of the site's still."""
        self._see(name)

    def close(self) -> None:
        """Takes away the pages that nothing asked for, and the files that no page has: one may have passed to another."""
        for name in () if self._keeps_others else self._pages.keys() - self._seen:
            self._left.update(self._state.files(name))
            self._state.drop_page(name)
        for file in sorted(self._left - self._state.digests().keys() if self._left else ()):
            self._folder.remove(file)
