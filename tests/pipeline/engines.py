"""Engines that bring bad luck to the articles of some names; functions of a module, so that any worker can have them."""

import os
import signal
import time
from functools import partial
from pathlib import Path

from generator.model import Brief
from generator.pipeline import Engine
from tests.hand.engine import engine

STEADY = engine(1)


def wayward() -> Engine:
    """Raises for `raises.txt`, leaves for `leaves.txt`, and is killed at `dies.txt`."""
    return Engine("0.1", _wayward)


def unlucky(folder: Path) -> Engine:
    """Is killed at the first article called walls7 to walls9, once."""
    return Engine("0.1", partial(_unlucky, folder))


def slow() -> Engine:
    """Takes its time."""
    return Engine("0.1", _slow)


def _slow(content: bytes, name: str, published: str | None) -> Brief:
    time.sleep(0.1)
    return STEADY.convert(content, name, published)


def _wayward(content: bytes, name: str, published: str | None) -> Brief:
    if name == "raises.txt":
        raise ZeroDivisionError("division by zero")
    if name == "leaves.txt":
        os._exit(3)
    if name == "dies.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return STEADY.convert(content, name, published)


def _unlucky(folder: Path, content: bytes, name: str, published: str | None) -> Brief:
    mark = folder / "killed"
    if name in ("walls7.txt", "walls8.txt", "walls9.txt") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return STEADY.convert(content, name, published)
