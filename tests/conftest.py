from pathlib import Path

import pytest
from hypothesis import settings

# A machine that does other things at the same time is no finding; what must be fast has tests of its own.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


class Golden:
    """Compares with a file under tests/golden; with --update-golden writes it instead."""

    def __init__(self, update: bool) -> None:
        self._update = update

    def holds(self, name: str, found: str) -> None:
        path = GOLDEN / name
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, encoding="utf-8", newline="\n")
        assert found == path.read_text(encoding="utf-8"), f"{path.name} differs; `make golden` writes it anew, then read it"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(request.config.getoption("--update-golden"))
