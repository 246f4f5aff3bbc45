"""The short form; the long one is `python -m tests.building.long`."""

from hypothesis import HealthCheck, settings

from tests.building.machine import Building

Building.TestCase.settings = settings(
    max_examples=2, derandomize=True, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
TestBuilding = Building.TestCase
