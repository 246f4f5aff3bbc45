"""The short form; the long one is `python -m tests.hand.long`."""

from hypothesis import HealthCheck, settings

from tests.hand.machine import Hand

Hand.TestCase.settings = settings(
    max_examples=40, derandomize=True, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestHand = Hand.TestCase
