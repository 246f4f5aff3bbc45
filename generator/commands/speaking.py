"""What the commands say: results go to stdout, everything about the work to stderr, each error in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from generator.errors import BriefsError, on_one_line


@contextmanager
def speaking(subject: str = "") -> Iterator[None]:
    """Turns an error that the user can mend into one line and exit status 1."""
    try:
        yield
    except BriefsError as error:
        lines = (f"{subject}: {error}" if subject else str(error)).split("\n")
        raise click.ClickException("\n".join(map(on_one_line, lines))) from error


def say(line: str) -> None:
    """Says a line about the work."""
    click.echo(line, err=True)


def waiting() -> None:
    """Says that another build is at work."""
    say("another build is at work here; waiting for its end")


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 brief", "2 briefs"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
