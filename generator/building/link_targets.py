"""Which names in docs_dir stand for pages that MkDocs knows nothing of, so that people's pages may link to them."""

from generator.publish.machine_files import AT_THE_ROOT
from generator.publish.site import Site


class LinkTargets:
    """The files of the site's own pages by the names that links give them; a brief's is that of its file."""

    def __init__(self, site: Site, briefs: str, given: frozenset[str]) -> None:
        self._site, self._folder = site, f"{briefs.strip('/')}/"
        self._lists = {f"{address.rstrip('/')}.md": f"{address}index.html" for address in site.list_addresses()}
        self._machine = frozenset(name for name in AT_THE_ROOT if name not in given)

    def __call__(self, name: str) -> str | None:
        """The file that a link to that name leads to."""
        return self._lists.get(name) or (name if name in self._machine else self._page(name))

    def _page(self, name: str) -> str | None:
        slug = name.removeprefix(self._folder).removesuffix(".md")
        if not name.startswith(self._folder) or not name.endswith(".md") or slug not in self._site.places:
            return None
        return f"briefs/{slug}/index.html"
