"""Keys: a digest of all that a page or file shows, so that it is written anew exactly where that has changed."""

import hashlib
from collections.abc import Iterable


def key_of(*parts: str) -> str:
    """One key for some texts in their order."""
    return joined(parts)


def joined(parts: Iterable[str]) -> str:
    """One key for texts in their order; each is told from the next."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
