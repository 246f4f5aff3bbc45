"""Who may ask: a page elsewhere can point a name of its own at this machine, but the browser then sends that name along."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server on `host`."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_wildcard(host: str) -> bool:
    """Whether a server on `host` listens on every address of this machine."""
    try:
        return host == "" or ip_address(host).is_unspecified
    except ValueError:
        return False


def is_welcome(header: str | None, served: str) -> bool:
    """Whether a request with this Host header may be answered by a server on `served`.

    Loopback names and the host served are. On every address any number is, too: a number cannot be made to point elsewhere.
    """
    try:
        name = urlsplit(f"//{header or ''}").hostname or ""
    except ValueError:
        return False
    name = name.rstrip(".")
    return bool(name) and (is_loopback(name) or name == served.lower() or (is_wildcard(served) and _is_number(name)))


def shown_host(host: str) -> str:
    """`host` as it stands in an address."""
    if is_wildcard(host):
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
