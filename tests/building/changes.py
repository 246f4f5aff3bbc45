"""What may happen to a project between two builds. Each change is a function of the project and of a source of chance."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.building.site import AUTHORS, TOPICS, WORDS, Configuration, Text, any_text, sentence

ARTICLE = """On {0}

The {0} was built in 1{1}.

It cost {1} crowns, and the council paid in 1{2}.

The keeper left on 3 May 1{2}.
"""
ALL_ENTRIES = (
    '{% extends "layouts/brief.html" %}\n{% block title %}{{ site.entries|length }} {{ site.entries[0].title }}{% endblock %}\n'
)
ALL_EVENTS = (
    '{% extends "layouts/brief.html" %}\n{% block title %}{{ site.events|map(attribute="text")|join(" ") }}{% endblock %}\n'
)
HOMES = (
    "{% for entry in site.entries[:2] %}<p>{{ entry.title }} {{ entry.topics|join(' ') }}</p>{% endfor %}\n",
    "{% for entry in site.entries[:1] %}{% for topic in entry.topics %}{{ site.topic_url(topic) }} {% endfor %}{% endfor %}\n",
    "<p>{{ site.entries[1:3]|map(attribute='slug')|join }} of {{ site.entries|length }}</p>\n",
    "<p>{{ site.topics|map(attribute='name')|join(' ') }}</p>\n",
    "<p>Nothing of the site.</p>\n",
)
FOOT = "<footer>own foot {0} {{{{ config.site_name }}}}</footer>\n"
ADDRESSES = ("briefs/a/", "briefs/b/", "old/", "old.html", "topics/", "about/", "img/", "x/y/")


class Project:
    """A project on the disk, and what stands in it."""

    def __init__(self, root: Path) -> None:
        self.root, self.texts, self.configuration = root, dict[str, Text](), Configuration()
        for folder in ("content/articles", "content/briefs", "overrides", "site"):
            (root / folder).mkdir(parents=True)
        (root / "site/.gitignore").write_text("*\n", encoding="utf-8")
        self.put("content/index.md", "---\ntemplate: home.html\n---\n# Briefs\n\nBriefs of articles.\n")
        chance = random.Random(7)
        for slug in "abcdef":
            self.texts[slug] = any_text(chance)
            self.write(slug)
        self.put("content/articles/bridge.txt", ARTICLE.format("bridge", 820, 841))
        self.configure()

    def put(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def write(self, slug: str) -> None:
        self.put(f"content/briefs/{slug}.md", self.texts[slug].written())

    def configure(self) -> None:
        self.put("mkdocs.yml", self.configuration.written(self.pages()))

    def pages(self) -> list[str]:
        return sorted(path.name for path in (self.root / "content").glob("*.md"))

    def some(self, chance: random.Random, pattern: str) -> Path | None:
        found = sorted(path for path in self.root.glob(pattern) if path.is_file())
        return chance.choice(found) if found else None


Change = Callable[[Project, random.Random], None]


def _edit(project: Project, chance: random.Random, edit: Callable[[Text], None]) -> None:
    if project.texts:
        slug = chance.choice(sorted(project.texts))
        edit(project.texts[slug])
        project.write(slug)


def body(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: text.sentences.insert(1, chance.randrange(500, 10**6)))


def statement(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "point", f"Point {chance.randrange(10**6)}."))


def title(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "title", f"On {chance.choice(WORDS)} <{chance.randrange(99)}>"))


def topics(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "topics", chance.sample(TOPICS, chance.randrange(5))))


def author(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "author", chance.choice(AUTHORS)))


def date(project: Project, chance: random.Random) -> None:
    days = [f"202{chance.randrange(3, 6)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}", "2024", "2024-05"]
    _edit(project, chance, lambda text: setattr(text, "published", chance.choice(days)))


def event(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "event", chance.choice(["1900", "1950-01", "1951-02-03", "1911/1975"])))


def same_event(project: Project, chance: random.Random) -> None:
    def edit(text: Text) -> None:
        text.event, text.sentences[-1] = "1971-06-05", 4711

    _edit(project, chance, edit)


def soundness(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "is_sound", not text.is_sound))


def status(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "status", chance.choice(["draft", "published", "draught"])))


def publish_at(project: Project, chance: random.Random) -> None:
    moments = [None, "2026-02-28T00:00:00Z", "2026-03-02T00:00:00Z", "2027-01-01T00:00:00+01:00"]
    _edit(project, chance, lambda text: setattr(text, "publish_at", chance.choice(moments)))


def aliases(project: Project, chance: random.Random) -> None:
    _edit(project, chance, lambda text: setattr(text, "aliases", chance.sample(ADDRESSES, chance.randrange(3))))


def add_brief(project: Project, chance: random.Random) -> None:
    slug = chance.choice("abcdefghijkl")
    project.texts[slug] = any_text(chance)
    project.write(slug)


def delete_brief(project: Project, chance: random.Random) -> None:
    if len(project.texts) > 1:
        slug = chance.choice(sorted(project.texts))
        del project.texts[slug]
        (project.root / f"content/briefs/{slug}.md").unlink(missing_ok=True)


def rename_brief(project: Project, chance: random.Random) -> None:
    slug, other = chance.choice(sorted(project.texts)), chance.choice("abcdefghijkl")
    if other not in project.texts:
        project.texts[other] = project.texts.pop(slug)
        (project.root / f"content/briefs/{slug}.md").rename(project.root / f"content/briefs/{other}.md")


def damage_brief(project: Project, chance: random.Random) -> None:
    if project.texts:
        slug = chance.choice(sorted(project.texts))
        broken = chance.choice([b"---\ntitle: [\n---\n", b"", b"\xff\xfe", b"---\ntitle: x\n---\n"])
        (project.root / f"content/briefs/{slug}.md").write_bytes(broken)


def article(project: Project, chance: random.Random) -> None:
    name = chance.choice(("bridge", "ford", "a"))
    words = chance.choice(WORDS), chance.randrange(500, 600), chance.randrange(600, 700)
    project.put(f"content/articles/{name}.txt", ARTICLE.format(*words))


def delete_article(project: Project, chance: random.Random) -> None:
    if path := project.some(chance, "content/articles/*"):
        path.unlink()


def rename_article(project: Project, chance: random.Random) -> None:
    if path := project.some(chance, "content/articles/*.txt"):
        path.rename(path.with_name(chance.choice(["ford.txt", "ferry.txt", "bridge.md", "quay.docx"])))


def delete_made_brief(project: Project, chance: random.Random) -> None:
    if path := project.some(chance, "content/briefs/bridge.md"):
        path.unlink()


def page(project: Project, chance: random.Random) -> None:
    name = chance.choice(("about.md", "deep/er.md", "index.md", "robots.txt", "llms.txt", "404.md"))
    link = chance.choice(("briefs/a.md", "briefs/nowhere.md", "topics.md", "timeline.md", "missing.png", "deep/er.md"))
    head = "---\ntemplate: home.html\n---\n" if name == "index.md" else ""
    project.put(f"content/{name}", f"{head}# Page {chance.randrange(100)}\n\nSee [there]({link}).\n")
    project.configure()


def delete_page(project: Project, chance: random.Random) -> None:
    path = project.some(chance, "content/*.md") or project.some(chance, "content/deep/*.md")
    if path and path.name != "index.md":
        path.unlink()
        project.configure()


def delete_given(project: Project, chance: random.Random) -> None:
    if path := project.some(chance, "content/*.txt"):
        path.unlink()


def rename_page(project: Project, chance: random.Random) -> None:
    path = project.some(chance, "content/*.md")
    if path and path.name != "index.md":
        path.rename(path.with_name(chance.choice(("contact.md", "about.md", "help.md"))))
        project.configure()


def asset(project: Project, chance: random.Random) -> None:
    name = chance.choice(("img/a.png", "img/b.svg", "css/own.css", "css/brief.css", "js/x.js", "data", "help/pic"))
    path = project.root / "content" / name
    if not path.parent.is_file() and not path.is_dir():
        project.put(f"content/{name}", f"asset {chance.randrange(5)}")


def delete_asset(project: Project, chance: random.Random) -> None:
    if path := project.some(chance, chance.choice(("content/img/*", "content/css/*", "content/data", "content/help/*"))):
        path.unlink()


def file_becomes_folder(project: Project, chance: random.Random) -> None:
    path = project.root / "content/data"
    if path.is_file():
        path.unlink()
        project.put("content/data/inner", "inner")
    else:
        shutil.rmtree(path, ignore_errors=True)
        project.put("content/data", "outer")


def override(project: Project, chance: random.Random) -> None:
    name, text = chance.choice(
        (
            ("brief.html", ALL_ENTRIES),
            ("partials/foot.html", FOOT.format(chance.randrange(9))),
            ("css/brief.css", f"p {{ margin: {chance.randrange(9)}px }}\n"),
            ("strings.yml", f'en: {{skip: "Skip {chance.randrange(9)}"}}\n'),
            ("img/icon.svg", f"<svg>{chance.randrange(9)}</svg>"),
        )
    )
    project.put(f"overrides/{name}", text)


def delete_override(project: Project, chance: random.Random) -> None:
    if path := project.some(chance, "overrides/**/*"):
        path.unlink()


def home(project: Project, chance: random.Random) -> None:
    project.put("overrides/home.html", chance.choice(HOMES))


def all_events(project: Project, _chance: random.Random) -> None:
    project.put("overrides/brief.html", ALL_EVENTS)


def all_entries(project: Project, _chance: random.Random) -> None:
    project.put("overrides/brief.html", ALL_ENTRIES)


def setting(project: Project, chance: random.Random) -> None:
    name, value = chance.choice(
        (
            *(("site_name", name) for name in ("Test briefs", "Other & briefs")),
            *(("site_url", url) for url in ("https://example.org/repo/", "https://example.net/")),
            *(("language", language) for language in ("en", "de", "zh")),
            *(("accent", accent) for accent in ("#105a60", "#7a1020", None)),
            *(("source_text", much) for much in ("full", "excerpts", "none")),
            *(("has_menu", flag) for flag in (True, False)),
        )
    )
    setattr(project.configuration, name, value)
    project.configure()


def touch(project: Project, chance: random.Random) -> None:
    if path := project.some(chance, chance.choice(("content/**/*", "mkdocs.yml", "overrides/**/*", "site/**/*"))):
        path.touch()


def old_time(project: Project, chance: random.Random) -> None:
    """Another text of the same length under the old time, as some editors and archives leave it."""
    path = project.root / "content/index.md"
    found = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Briefs", chance.choice(("Griefs", "Chiefs"))), encoding="utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    for slug, text in project.texts.items():
        brief = project.root / f"content/briefs/{slug}.md"
        if brief.exists() and "years" in (old := brief.read_text(encoding="utf-8", errors="replace")):
            found, text.point = brief.stat(), text.point[::-1]
            brief.write_text(text.written(), encoding="utf-8")
            os.utime(brief, ns=(found.st_atime_ns, found.st_mtime_ns))
            assert old
            return


def spoil_site(project: Project, chance: random.Random) -> None:
    path = project.some(chance, chance.choice(("site/**/*.html", "site/*", "site/search/**/*", "site/**/*")))
    if path is None or path.name == ".gitignore":
        return
    way = chance.randrange(5)
    if way == 0:
        path.unlink()
    elif way == 1:
        path.write_bytes(b"spoiled")
    elif way == 2:
        path.unlink()
        path.mkdir()
        (path / "inner").write_bytes(b"x")
    elif way == 3:
        found, content = path.stat(), path.read_bytes()
        path.write_bytes(content[:-1] + b"?")
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 1))
    else:
        path.rename(path.with_name("moved"))


def add_to_site(project: Project, chance: random.Random) -> None:
    folders = sorted(path for path in (project.root / "site").rglob("*") if path.is_dir())
    folder = chance.choice([project.root / "site", *folders])
    name = chance.choice(("foreign.html", "foreign/index.html", "foreign/deep/x"))
    path = folder / name
    if not path.parent.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"foreign")


def site_is_gone(project: Project, chance: random.Random) -> None:
    folder = chance.choice(("site", "site/briefs", "site/topics"))
    shutil.rmtree(project.root / folder, ignore_errors=True)


def spoil_records(project: Project, chance: random.Random) -> None:
    path = project.some(chance, chance.choice((".briefs/site/manifest", ".briefs/site/state.sqlite", ".briefs/**/*")))
    if path is None:
        return
    way, content = chance.randrange(5), path.read_bytes()
    if way == 0:
        path.unlink()
    elif way == 1:
        path.write_bytes(content[: chance.randrange(len(content) + 1)])
    elif way == 2 and content:
        at = chance.randrange(len(content))
        path.write_bytes(content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :])
    elif way == 3:
        path.write_bytes(chance.choice((b"", b"{}", b"[]\n{}\n{}\n", b"null", b"SQLite format 3\0")))
    else:
        shutil.rmtree(project.root / ".briefs")


EDITS: tuple[Change, ...] = (
    *(body, statement, title, topics, author, date, event, same_event, soundness, status, publish_at, aliases),
)
"""What an editor does to a brief: MkDocs need not always be asked."""

SMALL: tuple[Change, ...] = (
    *EDITS,
    *(add_brief, delete_brief, rename_brief, damage_brief, article, delete_article, rename_article, delete_made_brief),
    *(page, delete_page, delete_given, rename_page, asset, delete_asset, file_becomes_folder, touch, old_time),
)
"""Changes after which what stays the same in the site is not written again."""

GREAT: tuple[Change, ...] = (
    *(override, delete_override, home, all_entries, all_events, setting, spoil_site, add_to_site, site_is_gone, spoil_records),
)
"""Changes after which everything may be written anew."""

__all__ = ["EDITS", "GREAT", "SMALL", "Change", "Project", "sentence"]
