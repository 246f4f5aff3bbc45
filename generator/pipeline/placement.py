"""Finds the brief and the sentence that a reader's annotation belongs to, or says why it belongs to none. Pure.

The address of the annotated page decides; where it says nothing, the quote does, if it stands in one brief alone. On a page of
another site it must also stand there between the same words: short quotes stand in many texts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.formats.brief import told_apart
from generator.formats.web_annotation import WebAnnotation
from generator.model import Note, PublishedBrief
from generator.pipeline.brief_addresses import BriefAddresses, brief_addresses
from generator.text.anchoring import Anchor, Searchable, whole_words
from generator.text.body import to_text
from generator.text.quotes import TextQuoteSelector

LeftOut = Literal["highlight", "private", "whole page", "elsewhere", "of a brief", "orphan"]
_OF_A_BRIEF = ("point-", "challenge-", "event-")
"""How the names of a brief's own annotations begin, but for those of its notes, which may be news to another copy of it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A note for the brief of that slug."""

    slug: str
    note: Note


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An annotation that becomes no note; for an orphan and a private one `why` completes "annotation 3 …"."""

    kind: LeftOut
    why: str = ""


class Shelf:
    """The briefs of a site, to look annotations up in."""

    def __init__(self, briefs: Sequence[PublishedBrief], site_url: str, annotations: Iterable[WebAnnotation]) -> None:
        self._texts = {one.slug: Searchable(to_text(one.brief.body)) for one in briefs}
        self._addresses: BriefAddresses = brief_addresses(briefs, site_url)
        self._by_id: Mapping[str, WebAnnotation] = {one.id: one for one in annotations if one.id}

    def place(self, annotation: WebAnnotation, *, with_private: bool = False) -> Placed | Unplaced:
        """The note that an annotation becomes, a reply beside what it answers."""
        if annotation.fault:
            return Unplaced("orphan", annotation.fault)
        if self._is_of_a_brief(annotation):
            return Unplaced("of a brief")
        if not annotation.text:
            return Unplaced("highlight")
        found = self._found(annotation)
        if isinstance(found, Unplaced):
            return found
        if annotation.is_private and not with_private:
            return Unplaced("private", "is for its author alone; --private takes it all the same")
        return self._placed(annotation, *found)

    def _is_of_a_brief(self, annotation: WebAnnotation) -> bool:
        page, _, anchor = annotation.id.partition("#")
        return anchor.startswith(_OF_A_BRIEF) and self._addresses.is_of_site(page)

    def _found(self, annotation: WebAnnotation) -> tuple[str, Anchor] | Unplaced:
        root = self._root(annotation)
        if root is None:
            return Unplaced("orphan", "answers an annotation that is not in the file")
        if root.selector is not None:
            return self._anchored(root.page, root.selector)
        is_ours = self._addresses.is_of_site(root.page) or self._addresses.slug(root.page)
        return Unplaced("whole page", "is on the whole page: it has no sentence to stand beside") if is_ours else _ELSEWHERE

    def _root(self, annotation: WebAnnotation) -> WebAnnotation | None:
        """What an annotation answers in the end: the first one in its chain that selects something, or the last."""
        seen = {annotation.id}
        while annotation.selector is None and (answered := self._answered(annotation)):
            known = [self._by_id[one] for one in reversed(answered) if one in self._by_id]
            if not known or known[0].id in seen:
                return None
            annotation = next((one for one in known if one.selector), known[0])
            seen.add(annotation.id)
        return annotation

    def _answered(self, annotation: WebAnnotation) -> tuple[str, ...]:
        return annotation.answers or ((annotation.page,) if annotation.page in self._by_id else ())

    def _anchored(self, page: str, selector: TextQuoteSelector) -> tuple[str, Anchor] | Unplaced:
        slug = self._addresses.slug(page)
        if slug is not None:
            anchor = self._texts[slug].anchor(selector)
            return (slug, anchor) if isinstance(anchor, Anchor) else _orphan(selector, _NOT_THERE[anchor].format(f"{slug}.md"))
        found = {slug: anchor for slug, text in self._texts.items() if (anchor := text.anchor(selector)) != "nowhere"}
        fitting = [(slug, anchor) for slug, anchor in found.items() if isinstance(anchor, Anchor) and anchor.has_context]
        if len(fitting) == 1:
            return fitting[0]
        return _ELSEWHERE if page and not self._addresses.is_of_site(page) else _only(found, selector)

    def _placed(self, annotation: WebAnnotation, slug: str, anchor: Anchor) -> Placed:
        text = self._texts[slug].text
        quote = told_apart(text, whole_words(text, anchor.span))
        note = Note(
            quote=quote.exact,
            prefix=quote.prefix or None,
            suffix=quote.suffix or None,
            text=annotation.text,
            by=annotation.by,
            date=annotation.date,
        )
        return Placed(slug, note)


_ELSEWHERE = Unplaced("elsewhere")
_NOT_THERE = {
    "nowhere": "does not stand in {}",
    "several": "stands in {} more than once, and what is around it does not say where",
}


def _only(found: Mapping[str, Anchor | str], selector: TextQuoteSelector) -> tuple[str, Anchor] | Unplaced:
    if not found:
        return _orphan(selector, "stands in no brief")
    if len(found) > 1:
        named = ", ".join(f"{slug}.md" for slug in sorted(found)[:3])
        return _orphan(selector, f"stands in {len(found)} briefs ({named}), and no address says in which it was annotated")
    ((slug, anchor),) = found.items()
    return (slug, anchor) if isinstance(anchor, Anchor) else _orphan(selector, _NOT_THERE["several"].format(f"{slug}.md"))


def _orphan(selector: TextQuoteSelector, why: str) -> Unplaced:
    line = " ".join(selector.exact.split())
    return Unplaced("orphan", f'is an orphan: "{line if len(line) <= 60 else f"{line[:57]}…"}" {why}')
