"""The accent colour of a site, made readable: style rules for the light and the dark scheme.

A site names one colour. On light grounds it is darkened, on dark ones lightened, a hundredth at a time, until it stands out by
7 to 1 (WCAG 2.2, success criterion 1.4.6; relative luminance as defined there) from each ground that links stand on. A colour
that does already is left as it is.
"""

import re

_LIGHT_GROUNDS, _DARK_GROUNDS = ("#fbfaf7", "#ffffff", "#f2f0ea"), ("#16181b", "#1e2125", "#101214")
"""--bg, --raised and --sunk of css/brief.css."""
_LEAST_CONTRAST = 7.0
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")

Rgb = tuple[float, float, float]


def accent_rules(accent: str) -> str:
    """The style rules that set the accent. Raises ValueError where `accent` is no colour such as #14508c."""
    if not _HEX.fullmatch(accent):
        raise ValueError(f"the accent {accent!r} is no colour such as '#14508c'; a colour stands in quotes in YAML")
    light = readable(accent, _LIGHT_GROUNDS, (0.0, 0.0, 0.0))
    dark = readable(accent, _DARK_GROUNDS, (255.0, 255.0, 255.0))
    return (
        f":root {{ --accent: {light}; }}\n"
        f":root[data-theme=dark] {{ --accent: {dark}; }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ --accent: {dark}; }} }}\n"
    )


def readable(colour: str, grounds: tuple[str, ...], toward: Rgb) -> str:
    """`colour`, moved toward black or white as far as its contrast with every one of `grounds` needs."""
    own = _rgb(colour)
    for hundredths in range(101):
        moved = tuple(round(part + (end - part) * hundredths / 100) for part, end in zip(own, toward, strict=True))
        found = "#{:02x}{:02x}{:02x}".format(*moved)
        if all(contrast(found, ground) >= _LEAST_CONTRAST for ground in grounds):
            break
    return found


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _rgb(colour: str) -> Rgb:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
