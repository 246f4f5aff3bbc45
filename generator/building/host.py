"""What MkDocs gave to a build, as the next one can go by it: the frame of the pages, and what stands beside the briefs.

MkDocs is asked again only where one of its own pages may have changed. A record that cannot be made, or read, has it asked.
"""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any

from babel import Locale

from generator.building.asking import Asking
from generator.building.frame import Frame, Menu, MenuPage
from generator.publish.interface import Interface
from generator.publish.machine_files import Publication

Filters = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Host:
    """The frame; where articles and briefs are; people's pages and files; what these asked of the site, and were told.

    `people` are the addresses of the pages that people wrote, `files` all that MkDocs writes, `given` those in the place of
    ours, `messages` what MkDocs warned of.
    """

    frame: Frame
    articles: str
    briefs: str
    people: tuple[str, ...]
    files: tuple[str, ...]
    given: frozenset[str]
    style_sheet: tuple[str, str] | None
    asking: Asking
    told: str
    messages: tuple[str, ...]


def packed(host: Host) -> str | None:
    """The record; None where it does not say all, as with settings that are no plain values."""
    if host.asking.is_whole:
        return None
    asking = host.asking
    names = [sorted(asking.topics), sorted(asking.authors), sorted(asking.targets)]
    record = {
        "frame": _frame_as_json(host.frame),
        "folders": [host.articles, host.briefs],
        "people": host.people,
        "files": host.files,
        "given": sorted(host.given),
        "style_sheet": host.style_sheet,
        "asking": [asking.newest, asking.is_counted, *names],
        "told": host.told,
        "messages": host.messages,
    }
    try:
        text = json.dumps(record, separators=(",", ":"))
    except (TypeError, ValueError):
        return None
    again = unpacked(text, host.frame.filters)
    is_all = again is not None and again.frame.key == host.frame.key and replace(again, frame=host.frame) == host
    return text if is_all else None


def unpacked(text: str, filters: Filters) -> Host | None:
    """The host in a record; `filters` are MkDocs' own. None where the record is none."""
    try:
        found = json.loads(text)
        newest, is_counted, *names = found["asking"]
        articles, briefs = found["folders"]
        return Host(
            frame=_frame(found["frame"], filters),
            articles=articles,
            briefs=briefs,
            people=tuple(found["people"]),
            files=tuple(found["files"]),
            given=frozenset(found["given"]),
            style_sheet=tuple(found["style_sheet"]) if found["style_sheet"] else None,
            asking=Asking(newest, is_counted, False, *map(frozenset, names)),
            told=found["told"],
            messages=tuple(found["messages"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _frame_as_json(frame: Frame) -> dict[str, Any]:
    publication = frame.publication
    font = publication.card_font
    return {
        "templates": frame.templates,
        "uses": frame.uses,
        "config": frame.config,
        "menu": [astuple(page) for page in frame.menu],
        "interface": [frame.say.language, str(frame.say.locale), frame.say.messages],
        "publication": [publication.name, publication.url, publication.about],
        "font": base64.b64encode(font).decode("ascii") if font else None,
        "source_text": frame.source_text,
    }


def _frame(found: Mapping[str, Any], filters: Filters) -> Frame:
    language, locale, messages = found["interface"]
    name, url, about = found["publication"]
    font = base64.b64decode(found["font"]) if found["font"] else None
    return Frame(
        templates=found["templates"],
        uses=found["uses"],
        filters=filters,
        config=found["config"],
        menu=Menu(tuple(MenuPage(*page) for page in found["menu"])),
        say=Interface(language, Locale.parse(locale), messages),
        publication=Publication(name, url, about, font),
        source_text=found["source_text"],
        is_preview=False,
    )
