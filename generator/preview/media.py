"""Media types by a file's ending, the same on every machine whatever its own tables say."""

from mimetypes import MimeTypes

_OWN = {
    ".atom": "application/atom+xml",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_KNOWN = MimeTypes()
_TEXTS = ("text/", "application/json", "application/xml")


def media_type(name: str) -> str:
    """The Content-Type of a file of that name; text is UTF-8."""
    dot = name.rfind(".")
    guessed, packed = _KNOWN.guess_type(f"x{name[dot:]}" if dot >= 0 else "x")
    own = _OWN.get(name[dot:].lower() if dot >= 0 else "")
    kind = own or ("application/gzip" if packed == "gzip" else guessed if not packed else None) or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) or kind.endswith(("+xml", "+json")) else kind
