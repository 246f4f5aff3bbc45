"""What the disk refuses, in words for the user."""

import sqlite3
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
    except sqlite3.Error as error:
        raise BriefsError(f"the state of the build in .briefs/ cannot be read or written ({error})") from error
