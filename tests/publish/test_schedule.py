from datetime import UTC, datetime

import pytest

from generator.model import moment_of
from generator.publish.schedule import drafts, is_published, names_a_moment
from tests.publish.making import brief

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, True),
        ({"status": "published"}, True),
        ({"status": "draft"}, False),
        ({"publish_at": "2026-01-31T12:00:00Z"}, True),
        ({"publish_at": "2026-01-31T12:00:01Z"}, False),
        ({"publish_at": "2026-01-31T14:00:00+02:00"}, True),
        ({"publish_at": "2026-01-31T11:30:00-01:00"}, False),
        ({"status": "draft", "publish_at": "2020-01-01T00:00:00Z"}, False),
    ],
)
def test_what_is_published_at_noon(fields: dict[str, str], shown: bool) -> None:
    assert is_published(brief(**fields), NOON) == shown
    assert drafts([("bridge", brief(**fields))], NOON) == (frozenset() if shown else {"bridge"})


def test_what_waits_is_not_published_while_the_moment_is_unknown() -> None:
    assert not is_published(brief(publish_at="2020-01-01T00:00:00Z"), None)


def test_the_time_matters_only_where_a_brief_that_is_no_draft_names_a_moment() -> None:
    waiting = {"publish_at": "2026-01-01T00:00:00Z"}

    assert not names_a_moment([brief(), brief(status="draft", **waiting)])
    assert names_a_moment([brief(**waiting)])


@pytest.mark.parametrize(
    "value", ["2026-01-31", "2026-01-31T09:00", "soon", "2026-02-30T09:00Z", "", "0001-01-01T00:00:00+14:00"]
)
def test_a_moment_needs_a_time_and_a_zone(value: str) -> None:
    with pytest.raises(ValueError, match="with a zone"):
        moment_of(value)
    with pytest.raises(ValueError, match="with a zone"):
        brief(publish_at=value)
