"""What the disk refuses, in words for the user."""

from collections.abc import Iterator
from contextlib import contextmanager

from generator.errors import BriefsError


@contextmanager
def told() -> Iterator[None]:
    """Turns what the disk refuses into an error that the user is told in one line."""
    try:
        yield
    except OSError as error:
        raise BriefsError(f"{error.filename or 'the site'} cannot be read or written ({error.strerror})") from error
