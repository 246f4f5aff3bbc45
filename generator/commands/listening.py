"""Where the messages of MkDocs go."""

import logging

from rich.console import Console

from generator.progress import ConsoleHandler


def listen(verbose: bool) -> Console:
    """Sends MkDocs' warnings, or all that it says, to stderr, and gives the console that they go to."""
    console = Console(stderr=True)
    logger = logging.getLogger("mkdocs")
    logger.handlers = [ConsoleHandler(console)]
    logger.propagate = False
    logger.setLevel(logging.DEBUG if verbose else logging.WARNING)
    return console
