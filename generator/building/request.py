"""What a build is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.building.asked import Asked
from generator.building.inputs import Inputs
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built: where, from what, on what terms; `is_closed` where no other plugin has a say."""

    settings: Settings
    site: Path
    inputs: Inputs
    options: Mapping[str, str]
    environment: Mapping[str, str | None]
    is_clean: bool = False
    is_closed: bool = True
    asked: Asked | None = None
