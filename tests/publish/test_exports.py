import json

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.model import Brief, KeyPoint, Source
from generator.publish.catalogue import catalogue
from generator.publish.exports import brief_json, brief_markdown, briefs_json, llms_txt
from generator.publish.plain import plain
from tests.publish.making import brief, challenge, event, point, published

URL = "https://user.github.io/repo/briefs/bridge/"
CLOSED = "The bridge was closed in spring."
WHOLE = brief(
    author="Ann",
    published="2024-05",
    standfirst="Closed.",
    topics=["Bridges", "Money"],
    source=Source(url="https://example.org/a"),
    key_points=[point(CLOSED)],
    challenges=[challenge("The town has no money for a new one.")],
    timeline=[event("2024-Q3", "The council will decide in the autumn.")],
)


def test_the_brief_as_json() -> None:
    written = json.loads(brief_json(WHOLE, URL))

    assert written["source_url"] == "https://example.org/a"
    assert written["statements"] == [
        {"kind": "key_point", "url": f"{URL}#point-1", "text": "A point.", "quote": CLOSED},
        {
            "kind": "challenge",
            "url": f"{URL}#challenge-1",
            "title": "Money is short",
            "text": "A challenge.",
            "quote": "The town has no money for a new one.",
        },
        {
            "kind": "event",
            "url": f"{URL}#event-1",
            "date": "2024-Q3",
            "text": "An event.",
            "quote": "The council will decide in the autumn.",
        },
    ]


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    hostile = brief(source=Source(url="javascript:alert(1)"))

    assert "javascript" not in brief_json(hostile, URL).decode() + brief_markdown(hostile, URL).decode()


def test_the_brief_as_markdown() -> None:
    assert (
        brief_markdown(WHOLE, URL).decode()
        == f"""# The bridge

Closed.

- Page: <{URL}>
- Original: <https://example.org/a>
- Author: Ann
- Published: 2024-05
- Topics: Bridges, Money

## Key points

1. A point.

   > {CLOSED}

## Challenges

### Money is short

1. A challenge.

   > The town has no money for a new one.

## Timeline

1. 2024-Q3: An event.

   > The council will decide in the autumn.
"""
    )


def test_all_briefs_as_json_and_for_language_models() -> None:
    one = published(standfirst="Closed.", published="2024")
    listed = catalogue([one])
    written = json.loads(briefs_json(listed, "https://x.example/", "Briefs"))

    assert written["briefs"] == [
        {
            "url": "https://x.example/briefs/bridge/",
            "data": "https://x.example/briefs/bridge/index.json",
            "title": "The bridge",
            "standfirst": "Closed.",
            "published": "2024",
            "language": "en",
            "topics": [],
        }
    ]
    text = llms_txt(listed, "https://x.example/", "Briefs", "About").decode()
    assert text.startswith("# Briefs\n\n> About\n")
    assert "- [The bridge](https://x.example/briefs/bridge/index.md): Closed.\n" in text


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: plain(text).strip()))
def test_words_stay_words_in_markdown(text: str) -> None:
    one = Brief(
        title=text, standfirst=text, author=text, topics=(text,), key_points=(KeyPoint(text=text, quote=text),), body=text
    )
    tokens = MarkdownIt("commonmark").parse(brief_markdown(one, URL).decode())

    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == 2
    assert kinds.count("ordered_list_open") == kinds.count("bullet_list_open") == 1
    titles = ["".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"]
    assert titles[0] == titles[1] == " ".join(plain(text).split())
    inner = [child for token in tokens if token.children for child in token.children]
    assert [child.attrs["href"] for child in inner if child.type == "link_open"] == [URL]
    assert not {"html_inline", "image", "code_inline", "em_open", "strong_open"} & {child.type for child in inner}
    assert not {"html_block", "fence", "code_block"} & set(kinds)
