"""A person, an author, the engine and bad luck take turns on one project; nothing that the person wrote may be lost."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from generator.formats.brief import parse
from generator.model import Brief
from generator.pipeline import Engine
from generator.settings import Settings
from tests.hand import person
from tests.hand.engine import engine
from tests.hand.faults import killed
from tests.hand.oracle import Ledger, Project
from tests.hand.person import LISTS, Edit

NAMES = ("walls", "gates", "towers", "moats")
WORDS = ("wall", "gate", "tide", "river", "council", "stone", "winter", "keeper")
numbers = st.integers(0, 10**6)


class Hand(Project, RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="hand-"))
        self.settings = Settings(self.root, self.root / "articles", self.root / "briefs")
        self.settings.articles.mkdir()
        self.settings.briefs.mkdir()
        self.ledgers: dict[str, Ledger] = {}
        self.seed = 0
        self.word = 0
        self.write_article("walls", 0)
        self.build()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    # The article's author

    @rule(name=st.sampled_from(NAMES), number=numbers)
    def write_article(self, name: str, number: int) -> None:
        if not self.article(name).exists():
            sentences = [self.sentence(number + n) for n in range(2 + number % 4)]
            self.article(name).write_text(f"On {self.new_words()}\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
            self.build()

    @rule(name=st.sampled_from(NAMES), number=numbers)
    def change_article(self, name: str, number: int) -> None:
        if not self.article(name).exists():
            return
        parts = self.article(name).read_text(encoding="utf-8").strip().split("\n\n")
        at = 1 + number % max(len(parts) - 1, 1)
        if number % 3 == 0 or len(parts) < 3:
            parts.insert(at, self.sentence(number))
        elif number % 3 == 1:
            del parts[at]
        else:
            parts[at] = self.sentence(number)
        self.article(name).write_text("\n\n".join(parts) + "\n", encoding="utf-8")

    @rule(name=st.sampled_from(NAMES), other=st.sampled_from(NAMES))
    def rename_article(self, name: str, other: str) -> None:
        is_new = not self.article(other).exists() and not self.brief(other).exists()
        if self.article(name).exists() and is_new and self.is_current(name):
            self.article(name).rename(self.article(other))
            if name in self.ledgers and not self.ledgers[name].is_frozen:
                self.ledgers[other] = self.ledgers.pop(name)
            self.build()
            assert name not in self.texts() or name in self.ledgers

    @rule(name=st.sampled_from(NAMES), other=st.sampled_from(NAMES), number=numbers)
    def change_and_rename_article(self, name: str, other: str, number: int) -> None:
        if self.article(name).exists() and not self.article(other).exists() and not self.brief(other).exists():
            self.change_article(name, number)
            self.article(name).rename(self.article(other))
            self.build()

    @rule(name=st.sampled_from(NAMES))
    def delete_article(self, name: str) -> None:
        self.article(name).unlink(missing_ok=True)

    @rule(seed=st.integers(0, 5))
    def change_engine(self, seed: int) -> None:
        self.seed = seed
        self.build()

    @rule(name=st.sampled_from(NAMES), number=numbers, seed=st.integers(0, 5))
    def change_both(self, name: str, number: int, seed: int) -> None:
        self.change_article(name, number)
        self.change_engine(seed)

    @rule(number=numbers, seed=st.integers(0, 5))
    def change_everything(self, number: int, seed: int) -> None:
        for name in NAMES:
            self.change_article(name, number)
        self.change_engine(seed)

    # The person

    @rule(
        data=st.data(), name=st.sampled_from(LISTS), at=numbers, style=numbers, key=st.sampled_from(["text", "quote", "title"])
    )
    def edit_item(self, data: st.DataObject, name: str, at: int, style: int, key: str) -> None:
        slug, text = self.drawn(data)
        found = person.items(text, name) if slug else []
        if found:
            quote = self.quotes(text, name)[at % len(found)]
            was_mine = self.is_mine(text, name, at % len(found), self.ledgers[slug])
            edit = person.edit_item(text, name, at % len(found), key, self.new_words(), style)
            self.keep(slug, edit)
            if key == "quote" and edit.text != text:
                self.forbid(slug, name, quote, text, was_mine)

    @rule(data=st.data(), name=st.sampled_from(LISTS), at=numbers, style=numbers)
    def add_item(self, data: st.DataObject, name: str, at: int, style: int) -> None:
        slug, text = self.drawn(data)
        if not slug or (name == "challenges" and len(person.items(text, name)) >= 3):
            return
        body = [line for line in parse(text, slug).brief.body.split("\n") if line]
        quote = body[at % len(body)] if body and style % 2 else self.new_words()
        self.keep(slug, person.add_item(text, name, at % 4, person.new_item(name, self.new_words(), quote, style)))

    @rule(data=st.data(), name=st.sampled_from(LISTS), at=numbers)
    def delete_item(self, data: st.DataObject, name: str, at: int) -> None:
        slug, text = self.drawn(data)
        found = person.items(text, name) if slug else []
        if found:
            quote = self.quotes(text, name)[at % len(found)]
            was_mine = self.is_mine(text, name, at % len(found), self.ledgers[slug])
            self.keep(slug, person.delete_item(text, name, at % len(found)))
            self.forbid(slug, name, quote, text, was_mine)
            generated = parse(text, slug).brief.generated
            if len(found) == 1 and generated and getattr(generated, name)[:1] not in ((), ("yours",)):
                self.ledgers[slug].emptied.add(name)

    @rule(data=st.data(), name=st.sampled_from(LISTS), at=numbers)
    def swap_items(self, data: st.DataObject, name: str, at: int) -> None:
        slug, text = self.drawn(data)
        found = person.items(text, name) if slug else []
        if len(found) > 1:
            one, other = found[at % len(found)], found[(at + 1) % len(found)]
            self.keep(slug, Edit(person.swap(text, one, other)))
            self.ledgers[slug].ordered.add(name)

    @rule(data=st.data(), at=numbers)
    def swap_keys(self, data: st.DataObject, at: int) -> None:
        slug, text = self.drawn(data)
        if slug:
            found = list(person.sections(text).values())
            one, other = found[at % len(found)], found[(at // 7) % len(found)]
            if one != other:
                self.keep(slug, Edit(person.swap(text, one, other)))

    @rule(data=st.data(), at=numbers, kind=st.integers(0, 3))
    def insert_line(self, data: st.DataObject, at: int, kind: int) -> None:
        slug, text = self.drawn(data)
        if not slug:
            return
        starts = sorted({start for start, _ in person.sections(text).values()})
        between = [begin for name in LISTS for begin, _ in person.items(text, name)]
        lines = [
            f"# {self.new_words()}\n",
            "\n",
            f"  # {self.new_words()}\n",
            f"x_{self.new_words().replace(' ', '_')}: 'a: b'\n",
        ]
        places = starts if kind == 3 else starts + between
        self.keep(slug, person.insert_line(text, places[at % len(places)], lines[kind]))

    @rule(data=st.data(), key=st.sampled_from(["title", "author", "standfirst"]), style=numbers)
    def edit_field(self, data: st.DataObject, key: str, style: int) -> None:
        slug, text = self.drawn(data)
        if slug:
            self.keep(slug, person.edit_field(text, key, self.new_words(), style))

    @rule(data=st.data(), key=st.sampled_from(["author", "standfirst", "topics", "readability", "published"]))
    def delete_field(self, data: st.DataObject, key: str) -> None:
        slug, text = self.drawn(data)
        if slug and key in person.sections(text):
            self.keep(slug, person.replace_lines(text, *person.sections(text)[key], ""))

    @rule(data=st.data(), kind=st.integers(0, 3))
    def edit_body(self, data: st.DataObject, kind: int) -> None:
        slug, text = self.drawn(data)
        if slug and kind < 2:
            new = f"\n\nA {self.new_words()}.\n" if kind else f"\n{self.new_words()}  \nand more."
            self.keep(slug, Edit(text.rstrip("\r\n") + new, (new.strip("\n"),)))
            self.ledgers[slug].has_own_body = True
        elif slug:
            lines, _, last = person.head_of(text)
            moved = "".join([*lines[: last + 1], "\n\n", *lines[last + 1 :]]) if kind == 2 else text + "\n\n"
            self.keep(slug, Edit(moved))

    @rule(data=st.data())
    def save_on_windows(self, data: st.DataObject) -> None:
        slug, text = self.drawn(data)
        if slug:
            self.ledgers[slug].mine = [block.replace("\r\n", "\n").replace("\n", "\r\n") for block in self.ledgers[slug].mine]
            self.keep(slug, Edit(text.replace("\r\n", "\n").replace("\n", "\r\n")))

    @rule(data=st.data(), name=st.sampled_from(LISTS))
    def make_wholly_mine(self, data: st.DataObject, name: str) -> None:
        slug, text = self.drawn(data)
        if slug and len(self.ledgers) > 2:
            self.keep(slug, person.replace_lines(text, *person.sections(text)["generated"], ""))
            self.ledgers[slug].is_frozen = True

    # Bad luck

    @rule(data=st.data(), kind=st.integers(0, 4))
    def damage_state(self, data: st.DataObject, kind: int) -> None:
        slug, text = self.drawn(data)
        if not slug:
            return
        lines, _, _ = person.head_of(text)
        begin, end = person.sections(text)["generated"]
        key = ("fields", "key_points", "timeline", "article", "engine")[kind]
        for number in range(begin, end):
            if lines[number].startswith(f"  {key}:"):
                lines[number] = f'  {key}: "0"\n' if kind > 2 else lines[number].replace("a", "b").replace("1", "2")
        self.keep(slug, Edit("".join(lines)))
        self.ledgers[slug].is_damaged = True

    @rule(data=st.data())
    def break_and_mend(self, data: st.DataObject) -> None:
        slug, text = self.drawn(data)
        if slug:
            broken = text.replace("title:", "\ttitle", 1)
            self.brief(slug).write_text(broken, encoding="utf-8", newline="")
            self.run(engine(self.seed))
            assert self.read(slug) == broken
            self.brief(slug).write_text(text, encoding="utf-8", newline="")

    @rule(at=st.integers(1, 40))
    def kill(self, at: int) -> None:
        before = self.texts()
        self.seed = (self.seed + 1) % 6
        killed(at, lambda: self.run(engine(self.seed)))
        self.check_words(before)

    @rule(data=st.data())
    def save_during_a_build(self, data: st.DataObject) -> None:
        slug, _ = self.drawn(data)
        if not slug:
            return
        self.seed = (self.seed + 1) % 6
        real = engine(self.seed)
        words = self.new_words()

        def saving(content: bytes, name: str, published: str | None) -> Brief:
            if name == f"{slug}.txt":
                self.keep(slug, person.insert_line(self.read(slug), 1, f"# {words}\n"))
            return real.convert(content, name, published)

        self.run(Engine(real.version, saving))
        self.check_words(self.texts())

    @rule()
    def build(self) -> None:
        before = self.texts()
        self.run(engine(self.seed))
        self.check_words(before)
        self.follow()
        self.check_briefs(before)
        after = self.texts()
        self.run(engine(self.seed))
        assert self.texts() == after
        assert [path.name for path in self.root.rglob(".*")] == []

    def follow(self) -> None:
        """Keeps the ledgers in step with briefs that are new or that an article took over under another name."""
        new, gone = set(self.texts()) - set(self.ledgers), set(self.ledgers) - set(self.texts())
        if gone:
            ((slug,), (old,)) = new, gone
            self.ledgers[slug] = self.ledgers.pop(old)
            self.tally["briefs taken over"] += 1
        for slug in new - set(self.ledgers):
            self.ledgers[slug] = Ledger()

    # Words

    def drawn(self, data: st.DataObject) -> tuple[str, str]:
        """A brief that the person can work on and its text; empty where there is none."""
        slugs = self.open_briefs()
        slug = data.draw(st.sampled_from(slugs)) if slugs else ""
        return slug, self.read(slug) if slug else ""

    def new_words(self) -> str:
        self.word += 1
        return f"my word{self.word} here"

    def sentence(self, number: int) -> str:
        words = [WORDS[(number // 8**n) % 8] for n in range(4)]
        return f"The {' '.join(words)} stood {number % 97} years."
