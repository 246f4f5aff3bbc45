"""Dates and moments as the command line gives them."""

import click

from generator.edtf import is_edtf
from generator.model import moment_of


def refuse_no_date(published: str | None) -> None:
    """Refuses a --published that is no date. Raises BadParameter."""
    if published is not None and not is_edtf(published):
        raise click.BadParameter(f"{published!r} is not a date such as 2022-08-16", param_hint="--published")


def given_moment(now: str | None) -> str | None:
    """`now` in UTC, once it is known to be a date and time with a zone. Raises BadParameter."""
    try:
        return now and moment_of(now).isoformat()
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--now") from error
