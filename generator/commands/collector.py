"""Python's collector of cycles, which a command that ends soon has little use for: many lasting values, few cycles."""

import atexit
import gc

_NEW_OBJECTS = 500_000
"""New objects that are looked through at once; Python's own choice is 700. An edit of one brief of 10,000 makes 250,000."""


def spare() -> None:
    """Leaves what was imported alone, looks for cycles among new objects less often, and not at all as Python ends.

    One edited brief of 10,000 spent 0.12 s of 0.7 on it where this was done after the modules of a build were imported, with
    50,000 new objects at once. Done at the start, and with ten times as many, it is none, of which 0.03 to 0.09 s had been
    put off to the end.
    """
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, 20, 50)
    atexit.register(gc.freeze)
