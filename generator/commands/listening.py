"""Where the messages of MkDocs go, and what shows how far a build is."""

import logging
import sys

from generator.commands.loading import loaded
from generator.commands.speaking import say
from generator.progress import Screen, ScreenHandler


class Lines:
    """A screen that is no terminal: lines on stderr."""

    is_animated = False

    def say(self, line: str) -> None:
        """A line."""
        say(line)

    def draw(self, doing: str, number: int, total: int, noun: str) -> None:
        """Nothing: what is written stays."""

    def clear(self) -> None:
        """Nothing."""


def listen(verbose: bool) -> Screen:
    """Sends MkDocs' warnings, or all that it says, to stderr, and gives the screen that they go to."""
    screen: Screen = loaded("progress_bar").terminal() if sys.stderr.isatty() else Lines()
    logger = logging.getLogger("mkdocs")
    logger.handlers = [ScreenHandler(screen)]
    logger.propagate = False
    logger.setLevel(logging.DEBUG if verbose else logging.WARNING)
    return screen
