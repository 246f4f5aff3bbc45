"""What is warned of while a site is built: heard, said once, and the most of very much."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import mkdocs

_HOST = logging.getLogger(mkdocs.__name__)
"""Where the host's messages and ours meet: ProperDocs is imported as mkdocs, but logs under its own name."""


class Heard(logging.Handler):
    """Hears what is warned of while a site is built."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: list[str] = []

    def listen(self) -> None:
        """Begins to listen."""
        self._messages.clear()
        _HOST.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """One warning."""
        self._messages.append(record.getMessage())

    def so_far(self) -> tuple[str, ...]:
        """What there was until now."""
        return tuple(self._messages)

    def end(self) -> list[str]:
        """What there was; listens no more."""
        _HOST.removeHandler(self)
        return list(self._messages)

    @contextmanager
    def without_repeats(self) -> Iterator[None]:
        """Keeps those that heard a line already from hearing it again."""
        said = frozenset(self._messages)

        def is_new(record: logging.LogRecord) -> bool:
            return record.levelno < logging.WARNING or record.getMessage() not in said

        # A logger's own filter sees nothing of what its children say; those of its handlers do.
        handlers = list(_HOST.handlers)
        for handler in handlers:
            handler.addFilter(is_new)
        try:
            yield
        finally:
            for handler in handlers:
                handler.removeFilter(is_new)
