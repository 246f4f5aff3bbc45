from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.text_fragments import at_sentence, directive


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It carries no lorries.", "It%20carries%20no%20lorries%2E"),
        ("Two-way, he & she.", "Two%2Dway%2C%20he%20%26%20she%2E"),
        ("抖音正在靠近淘宝。", "%E6%8A%96%E9%9F%B3%E6%AD%A3%E5%9C%A8%E9%9D%A0%E8%BF%91%E6%B7%98%E5%AE%9D%E3%80%82"),
    ],
)
def test_a_short_sentence_is_written_out(sentence: str, value: str) -> None:
    assert directive(sentence) == value


def test_a_long_sentence_is_given_by_its_ends() -> None:
    sentence = "The council, which had met twice, voted to extend the barrier by far, as engineers had asked for years."

    assert [unquote(part) for part in directive(sentence).split(",")] == [
        "The council, which had met",
        "engineers had asked for years.",
    ]


def test_a_long_chinese_sentence_is_given_by_characters() -> None:
    sentence = "内容与商品逐渐分流，" * 12 + "也意味着他的职责被分化。"

    assert [unquote(part) for part in directive(sentence).split(",")] == [sentence[:10], sentence[-10:]]


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2#:~:text="),
        ("https://example.org/a#part", "https://example.org/a#part:~:text="),
        ("https://example.org/a#part:~:text=old", "https://example.org/a#part:~:text="),
    ],
)
def test_the_address_keeps_its_own_fragment(url: str, start: str) -> None:
    assert at_sentence(url, "One.") == f"{start}One%2E"


@given(st.text(max_size=200).filter(lambda text: text.strip()))
def test_whatever_the_sentence_its_parts_stand_in_it(sentence: str) -> None:
    value = directive(sentence)
    line = " ".join(sentence.split())

    assert value.isascii()
    assert not set("-&# ") & set(value)
    assert value.count(",") <= 1
    for part in value.split(","):
        assert unquote(part) in line
