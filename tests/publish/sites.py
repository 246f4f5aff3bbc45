"""Sites built from briefs alone, for the tests of the plugin and the browser's."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from generator.formats.brief import render
from generator.model import Brief, Challenge, KeyPoint, Note, Source, TimelineEvent
from generator.plugin import build_site, load_config
from tests.projects import project

FIRST = "The bridge was closed in spring."
SECOND = "Engineers had found cracks in two of its piers."
LAST = "The council will decide in the autumn."
BODY = f"""{FIRST} {SECOND} The town has no money for *a new one. A ferry* now crosses the river every hour.

> It carries no lorries. {LAST}

## What is to come

{" ".join(f"Witness number {n} spoke to the council." for n in range(120))}"""

BRIDGE = Brief(
    title="The bridge",
    author="Ann Example",
    published="2024-05-02",
    source=Source(url="https://example.org/bridge?a=1&b=2"),
    standfirst="A bridge is closed.",
    topics=("Bridges", "Money"),
    key_points=(
        KeyPoint(text="The bridge is closed.", quote=FIRST),
        KeyPoint(text="The piers have cracks, and the bridge is closed.", quote=f"{FIRST} {SECOND}"),
        KeyPoint(text="A ferry crosses.", quote="A ferry now crosses the river every hour."),
    ),
    challenges=(Challenge(title="Money is short", text="There is none.", quote="The town has no money for a new one."),),
    timeline=(TimelineEvent(date="2024-Q3", expression="in the autumn", text="The council decides.", quote=LAST),),
    notes=(Note(quote="Witness number 119 spoke to the council.", text="The last of many.", by="A reader"),),
    body=BODY,
)
HOSTILE_TITLE = "A <b>&\" '</title><script>alert(1)</script> {{ 7 * 7 }}"
HOSTILE = Brief(
    title=HOSTILE_TITLE,
    author='"><img src=x onerror=alert(1)>',
    published="2024-02-29",
    source=Source(url="javascript:alert(1)"),
    standfirst="</script><script>alert(2)</script>",
    topics=("<i>x</i>", "Money"),
    key_points=(KeyPoint(text="<script>alert(3)</script>", quote="{% raw %} stands here & there."),),
    body="{% raw %} stands here & there. <script>alert(4)</script> [stands](javascript:alert(5)) here.",
)
ARABIC = Brief(
    title="الجسر مغلق",
    language="ar",
    key_points=(KeyPoint(text="أغلق الجسر.", quote="أغلق الجسر."),),
    body="أغلق الجسر. لا مال.",
)
BARE = Brief(title="Nothing chosen", body="One sentence stands here.")
BRIEFS = {"bridge": BRIDGE, "hostile": HOSTILE, "arabic": ARABIC, "bare": BARE}
ABOUT = "# About\n\nSee [the bridge](briefs/bridge.md), [its piers](briefs/bridge.md#point-2) and [all](archive.md).\n"


def site_project(folder: Path, briefs: dict[str, Brief] = BRIEFS, about: str = ABOUT) -> Path:
    """A project in `folder` with these briefs, no article and a page that links to them."""
    project(folder, none="")
    (folder / "content/articles/none.txt").unlink()
    (folder / "content/briefs").mkdir()
    (folder / "content/about.md").write_text(about, encoding="utf-8")
    for slug, brief in briefs.items():
        (folder / f"content/briefs/{slug}.md").write_text(render(brief), encoding="utf-8")
    return folder


def built(folder: Path, strict: bool = True) -> Path:
    """The site of the project in `folder`, built."""
    build_site(load_config(str(folder / "mkdocs.yml"), None, strict))
    return folder / "site"


def page(path: Path) -> Element:
    """The page at `path`, which must be HTML without a fault."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(path.read_text(encoding="utf-8"))
    return tree


def ids(tree: Element) -> list[str]:
    return [value for element in tree.iter() if (value := element.get("id"))]


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def links(tree: Element) -> Iterator[str]:
    """Every address that a page names, the outer ones included."""
    for element in tree.iter():
        for name in ("href", "src"):
            if (value := element.get(name)) is not None:
                yield value


def place(link: str, address: str, base: str = "/repo/") -> tuple[str, str] | None:
    """The file and the anchor that `link` leads to from the page at `address`; None where it leaves the site's host."""
    parts = urlsplit(urljoin(f"https://user.github.io{base}{address}", link))
    if parts.netloc != "user.github.io":
        return None
    assert parts.path.startswith(base), f"{link} on {address} leaves {base}"
    path = unquote(parts.path.removeprefix(base))
    return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(parts.fragment)
