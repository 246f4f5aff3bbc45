"""The interfaces of the theme's own languages, for tests."""

from pathlib import Path

import yaml

from generator.publish.interface import Interface, interface

STRINGS = yaml.safe_load((Path(__file__).parents[2] / "themes/brief/strings.yml").read_text(encoding="utf-8"))
LANGUAGES = tuple(STRINGS)


def speaking(language: str) -> Interface:
    return interface(language, STRINGS)


ENGLISH = speaking("en")
