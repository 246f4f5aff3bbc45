from hypothesis import given
from hypothesis import strategies as st

from generator.publish.pagination import sheets


@given(st.lists(st.integers(), max_size=30), st.integers(1, 7))
def test_sheets_hold_everything_once_and_lead_to_each_other(items: list[int], size: int) -> None:
    found = sheets(items, "archive/", size)

    assert [item for sheet in found for item in sheet.items] == items
    assert all(len(sheet.items) <= size for sheet in found)
    assert [sheet.next for sheet in found] == [*(sheet.url for sheet in found[1:]), None]
    assert [sheet.previous for sheet in found] == [None, *(sheet.url for sheet in found[:-1])]


def test_the_first_sheet_has_the_address_of_the_list() -> None:
    assert [sheet.url for sheet in sheets(range(3), "archive/", 2)] == ["archive/", "archive/2/"]
    assert [sheet.url for sheet in sheets((), "archive/")] == ["archive/"]
