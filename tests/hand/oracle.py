"""What the person remembers of each brief, and what must hold after every build.

It is worked out from the files before and after a build, without the generator's own reckoning.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from generator import store
from generator.errors import InvalidBrief
from generator.formats.brief import parse, written
from generator.formats.brief.digests import digest
from generator.model import Brief
from generator.pipeline import Engine, refresh
from generator.settings import Settings
from tests.hand import person
from tests.hand.engine import engine
from tests.hand.person import LISTS, Edit


@dataclass
class Ledger:
    """What the person did to one brief, as the person remembers it."""

    mine: list[str] = field(default_factory=list)
    deleted: dict[str, Counter[str]] = field(default_factory=dict)
    unsure: dict[str, set[str]] = field(default_factory=dict)
    emptied: set[str] = field(default_factory=set)
    ordered: set[str] = field(default_factory=set)
    has_own_body: bool = False
    is_touched: bool = False
    is_damaged: bool = False
    is_frozen: bool = False


class Project:
    """A project on the disk with what its person remembers."""

    tally: ClassVar[Counter[str]] = Counter()
    settings: Settings
    ledgers: dict[str, Ledger]
    seed: int

    def check_words(self, before: dict[str, str]) -> None:
        """No word of the person's is lost, whatever happened."""
        now = self.texts()
        for slug, ledger in self.ledgers.items():
            text = now.get(slug) or next((new for name, new in now.items() if name not in self.ledgers), "")
            assert [block for block in ledger.mine if block not in text] == [], slug
            if ledger.is_frozen and slug in before:
                assert text == before[slug]

    def check_briefs(self, before: dict[str, str]) -> None:
        for slug, text in self.texts().items():
            brief, ledger = parse(text, slug).brief, self.ledgers[slug]
            if slug in before and not ledger.is_frozen:
                self.check_order(before[slug], text, ledger)
                self.check_deleted(before[slug], text, ledger)
            if not self.article(slug).exists() or ledger.is_frozen:
                continue
            fresh = engine(self.seed).convert(self.article(slug).read_bytes(), f"{slug}.txt", None)
            if not ledger.is_touched:
                assert text == written(fresh, slug)
            elif not ledger.is_damaged and brief.generated and brief.generated.engine == f"0.{self.seed}":
                self.check_fresh(brief, fresh, text, ledger)

    def check_order(self, before: str, after: str, ledger: Ledger) -> None:
        """Keys that stood before stand in the same order still, and so do items that the person has put in order."""
        earlier, later = list(person.sections(before)), list(person.sections(after))
        assert [key for key in later if key in earlier] == [key for key in earlier if key in later]
        for name in ledger.ordered:
            then, now = (self.quotes(text, name) for text in (before, after))
            if len(set(now)) == len(now) and len(set(then)) == len(then) and name != "timeline":
                assert [one for one in now if one in then] == [one for one in then if one in now]

    def check_deleted(self, before: str, after: str, ledger: Ledger) -> None:
        if ledger.is_damaged:
            return
        for name, quotes in ledger.deleted.items():
            then, now = Counter(self.quotes(before, name)), Counter(self.quotes(after, name))
            assert [quote for quote in quotes if now[quote] > then[quote]] == []
        for name in ledger.emptied:
            if not self.quotes(before, name):
                assert self.quotes(after, name) == []

    def check_fresh(self, brief: Brief, fresh: Brief, text: str, ledger: Ledger) -> None:
        """What is the machine's is what the engine says now, and all that it says of sentences that nobody touched is there."""
        if not ledger.has_own_body:
            assert brief.body == fresh.body
        for name in LISTS:
            numbers_of_mine = [n for n, _ in enumerate(getattr(brief, name)) if self.is_mine(text, name, n, ledger)]
            theirs = [item for n, item in enumerate(getattr(brief, name)) if n not in numbers_of_mine]
            said = getattr(fresh, name)
            touched = {getattr(brief, name)[n].quote for n in numbers_of_mine} | ledger.unsure.get(name, set())
            assert [item for item in theirs if item not in said and item.quote not in touched] == [], name
            if name in ledger.emptied or ledger.has_own_body:
                continue
            wanted = [item for item in said if item.quote not in touched]
            others = len(numbers_of_mine) + sum(item.quote in touched for item in theirs)
            room = len(wanted) if name != "challenges" else 3 - others
            missing = [item for item in wanted if item not in theirs]
            assert len(missing) <= max(len(wanted) - room, 0), name

    def is_mine(self, text: str, name: str, number: int, ledger: Ledger) -> bool:
        source = person.item_text(text, name, number)
        return any(source in block or block in source for block in ledger.mine)

    # The ledger

    def keep(self, slug: str, edit: Edit) -> None:
        """Saves an edit and remembers what of it is the person's; an edit that breaks the brief is not saved."""
        try:
            parse(edit.text, slug)
        except InvalidBrief:
            self.tally["edits that break the brief, not saved"] += 1
            return
        ledger = self.ledgers[slug]
        is_changed = edit.text != self.read(slug)
        ledger.mine = [*(block for block in ledger.mine if block in edit.text), *edit.mine]
        ledger.is_touched |= is_changed
        self.tally["edits"] += is_changed
        self.brief(slug).write_text(edit.text, encoding="utf-8", newline="")

    def forbid(self, slug: str, name: str, quote: str, text: str, was_mine: bool) -> None:
        """An item that the machine wrote, or saw when it last wrote to the brief, is not to come back.

        One of the person's own that stood beside the machine's of the same sentence says nothing of the machine's.
        """
        generated = parse(text, slug).brief.generated
        is_known = any(mark.startswith(digest(quote)) for mark in getattr(generated, name, ()))
        if is_known and not (was_mine and quote in self.quotes(self.read(slug), name)):
            self.ledgers[slug].deleted.setdefault(name, Counter())[quote] += 1
        self.ledgers[slug].unsure.setdefault(name, set()).add(quote)

    def open_briefs(self) -> list[str]:
        """The briefs that the person can work on."""
        return sorted(slug for slug, ledger in self.ledgers.items() if not ledger.is_frozen and self.brief(slug).exists())

    def quotes(self, text: str, name: str) -> list[str]:
        return [item.quote for item in getattr(parse(text, "x").brief, name)]

    def is_current(self, name: str) -> bool:
        """Whether the brief of an article, if any, was made of the article as it is."""
        if not self.brief(name).exists():
            return True
        generated = parse(self.read(name), name).brief.generated
        fresh = engine(0).convert(self.article(name).read_bytes(), name, None).generated
        return generated is not None and fresh is not None and generated.article == fresh.article

    def run(self, with_engine: Engine) -> None:
        for outcome in refresh(self.settings, lambda _outcome, _number, _total: None, with_engine):
            assert "without touching" not in outcome.reason, outcome
            self.tally[f"{outcome.kind}{' ' + outcome.reason.split(':')[0] if outcome.reason else ''}"] += 1

    def texts(self) -> dict[str, str]:
        return {file.path.stem: self.read(file.path.stem) for file in store.briefs(self.settings)}

    def read(self, slug: str) -> str:
        return self.brief(slug).read_bytes().decode("utf-8")

    def article(self, name: str) -> Path:
        return self.settings.articles / f"{name}.txt"

    def brief(self, slug: str) -> Path:
        return self.settings.briefs / f"{slug}.md"
