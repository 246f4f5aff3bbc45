import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.brief import outline, parse, render, sealed
from generator.formats.brief.places import LISTS
from generator.model import Brief, Challenge, Generated, KeyPoint, Note, Readability, Source, TimelineEvent

line = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cn"]), min_size=1).filter(str.strip)
maybe = st.none() | line
date = st.none() | st.dates().map(lambda day: day.isoformat())
figures = st.builds(
    Readability,
    words=st.integers(0, 10**6),
    sentences=st.integers(0, 10**5),
    reading_minutes=st.integers(1, 10**4),
    smog_index=st.none() | st.floats(-10, 200),
    grade=maybe,
    method=line,
    not_available=st.dictionaries(st.sampled_from(["smog_index", "gunning_fog"]), line),
)
briefs = st.builds(
    Brief,
    title=line,
    author=maybe,
    published=date,
    source=st.builds(Source, file=maybe, url=maybe, publisher=maybe, licence=maybe),
    source_text=st.sampled_from([None, "full", "excerpts", "none"]),
    language=st.sampled_from(["en", "zh-Hant", "de"]),
    standfirst=maybe,
    topics=st.lists(line, max_size=3).map(tuple),
    key_points=st.lists(st.builds(KeyPoint, text=line, quote=line), max_size=3).map(tuple),
    challenges=st.lists(st.builds(Challenge, title=line, text=line, quote=line), max_size=3).map(tuple),
    timeline=st.lists(
        st.builds(TimelineEvent, date=st.just("2022-06"), expression=maybe, text=line, quote=line), max_size=2
    ).map(tuple),
    readability=st.none() | figures,
    notes=st.lists(st.builds(Note, quote=line, text=line, by=maybe, date=date), max_size=2).map(tuple),
    generated=st.builds(Generated, engine=line, article=line, published=date),
    body=st.from_regex(r"\A[\w .,\[\]#*>-]{1,40}\Z"),
)


@given(briefs)
def test_what_is_written_reads_back_the_same(brief: Brief) -> None:
    assert parse(render(sealed(brief)), "x.md").brief == sealed(brief)


@given(briefs)
def test_another_yaml_reader_sees_the_same(brief: Brief) -> None:
    head = render(brief).split("\n---\n")[0].removeprefix("---\n")

    assert yaml.safe_load(head)["title"] == brief.title


@given(briefs)
def test_the_outline_finds_what_was_recorded(brief: Brief) -> None:
    written = sealed(brief)

    found = outline(parse(render(written), "x.md").parts)

    assert found is not None
    assert written.generated is not None
    recorded = {key: value for key, value in written.generated.fields.items() if key != "body"}
    assert {field.key: field.digest for field in found.fields if field.key in recorded} == recorded
    for name in LISTS:
        field = found.field(name)
        assert field is not None
        assert tuple(str(item.mark) for item in field.items) == getattr(written.generated, name)


def test_a_key_that_says_nothing_is_not_written() -> None:
    text = render(Brief(title="A", source=Source(url="https://example.org/a"), body="One."))

    assert 'source: {file: null, url: "https://example.org/a"}\n' in text
    assert "source_text" not in text
