"""Modules that are imported when they are needed, since to import them takes longer than many a command does."""

from importlib import import_module
from typing import Any


def loaded(module: str) -> Any:
    """The module of that name below generator/commands."""
    return import_module(f"generator.commands.{module}")
