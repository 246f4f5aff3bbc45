"""MkDocs' own filters, with which the pages of briefs are rendered as people's pages are; the rest of it need not be loaded."""

from collections.abc import Callable
from typing import Any

from mkdocs.utils.templates import script_tag_filter, url_filter

FILTERS: dict[str, Callable[..., Any]] = {"url": url_filter, "script_tag": script_tag_filter}
"""The filters by the names that templates give them."""
