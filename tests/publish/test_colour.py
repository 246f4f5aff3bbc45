import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.colour import accent_rules, contrast, readable


@given(st.integers(0, 0xFFFFFF))
def test_every_accent_is_readable_on_its_grounds(number: int) -> None:
    light, dark = ("#fbfaf7", "#f2f0ea"), ("#16181b", "#1e2125")

    assert min(contrast(readable(f"#{number:06x}", light, (0, 0, 0)), ground) for ground in light) >= 7
    assert min(contrast(readable(f"#{number:06x}", dark, (255, 255, 255)), ground) for ground in dark) >= 7


def test_a_readable_colour_is_left_as_it_is() -> None:
    assert "--accent: #14508c;" in accent_rules("#14508c")
    assert contrast("#000", "#ffffff") == 21


@pytest.mark.parametrize("accent", ["red", "#12", "#12345", "14508c", "#14508c;}body{display:none", "url(https://example.org)"])
def test_what_is_no_colour_never_reaches_the_style_sheet(accent: str) -> None:
    with pytest.raises(ValueError, match="accent"):
        accent_rules(accent)
