"""Which brief a web address means: its page, an address that its page had before, or its article at the publisher's. Pure.

What does not change a page is passed over: the scheme, a fragment, index.html, a slash at the end, and a query where the
address is the site's. A preview on this machine counts as the site.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from generator.model import PublishedBrief

_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class BriefAddresses:
    """The addresses of a site's briefs: `own` by their path below the site, `originals` by host, path and query."""

    site: SplitResult
    own: dict[str, str]
    originals: dict[str, str]

    def slug(self, address: str) -> str | None:
        """The slug of the brief that `address` means."""
        parts = _split(address)
        below = self._below_site(parts)
        return self.originals.get(_outside(parts)) if below is None else self.own.get(below)

    def is_of_site(self, address: str) -> bool:
        """Whether `address` is one of the site's, of a brief or not."""
        return self._below_site(_split(address)) is not None

    def _below_site(self, parts: SplitResult) -> str | None:
        host, base = parts.hostname or "", _path(self.site)
        if host not in {self.site.hostname, *_THIS_MACHINE} or not f"{_path(parts)}/".startswith(f"{base}/"):
            return None
        return _path(parts)[len(base) :].strip("/")


def brief_addresses(briefs: Iterable[PublishedBrief], site_url: str) -> BriefAddresses:
    """The addresses of `briefs` on the site at `site_url`; an article that two of them have is neither's."""
    own: dict[str, str] = {}
    originals: dict[str, str] = {}
    for one in briefs:
        for alias in one.brief.aliases:
            own.setdefault(alias.strip("/"), one.slug)
        original = _outside(_split(one.brief.source.url or ""))
        originals[original] = "" if original in originals else one.slug
    own |= {f"briefs/{one.slug}": one.slug for one in briefs}
    return BriefAddresses(_split(site_url), own, {address: slug for address, slug in originals.items() if address and slug})


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        return parts if parts.scheme in ("http", "https") and parts.hostname else urlsplit("")
    except ValueError:
        return urlsplit("")


def _path(parts: SplitResult) -> str:
    return unquote(parts.path).removesuffix("index.html").rstrip("/")


def _outside(parts: SplitResult) -> str:
    return f"{parts.hostname}{_path(parts)}?{parts.query}" if parts.hostname else ""
