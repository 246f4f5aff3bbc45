import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.model import Readability
from generator.publish.interface import grade_in_words, interface, laid_over
from tests.publish.interfaces import ENGLISH, LANGUAGES, STRINGS, speaking

FORMS = {"zero", "one", "two", "few", "many", "other"}


def messages(strings: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in strings.items():
        if isinstance(value, Mapping) and not set(value) <= FORMS:
            yield from messages(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", value


def values_in(message: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(message)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_values(language: str) -> None:
    english, own = dict(messages(STRINGS["en"])), dict(messages(STRINGS[language]))

    assert set(own) == set(english)
    assert {name for name in own if values_in(own[name]) != values_in(english[name])} == set()


@pytest.mark.parametrize(("n", "words"), [(0, "0 briefs"), (1, "1 brief"), (1234, "1,234 briefs")])
def test_a_message_takes_the_form_for_its_number(n: int, words: str) -> None:
    assert ENGLISH("briefs", n=n) == words


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert (ENGLISH.number(1234.5, 1), speaking("de").number(1234.5, 1)) == ("1,234.5", "1.234,5")
    assert speaking("zh")("briefs", n=1) == "1 篇摘要"


def test_nothing_is_written_the_same_whatever_was_written_before() -> None:
    assert {ENGLISH.number(value, 1) for value in (-0.0, 0.0, 0)} == {"0.0"}


def test_a_message_is_an_attribute_unless_it_bears_the_name_of_one() -> None:
    say = interface("en", {"en": {"skip": "Over", "number": "a number", "locale": "en_GB"}})

    assert (say.skip, say.number(1234), str(say.locale)) == ("Over", "1,234", "en_GB")  # type: ignore[attr-defined]


def test_a_language_without_words_speaks_english_and_keeps_its_direction() -> None:
    hebrew = speaking("he")

    assert (hebrew["skip"], hebrew.direction, hebrew.language) == (ENGLISH["skip"], "rtl", "he")


def test_a_region_takes_the_words_of_its_language() -> None:
    assert speaking("de-AT")["skip"] == STRINGS["de"]["skip"]


def test_a_language_that_nobody_speaks_is_refused() -> None:
    with pytest.raises(ValueError, match="xx-nowhere"):
        interface("xx-nowhere", STRINGS)


def test_words_are_laid_over_one_by_one_and_plurals_whole() -> None:
    below = {"en": {"skip": "Skip", "lists": {"archive": "Archive", "topics": "Topics"}, "briefs": {"one": "a", "other": "b"}}}
    own = {"en": {"lists": {"topics": "Subjects"}, "briefs": {"other": "c"}}, "ar": {"skip": "x"}}

    assert laid_over(own, below) == {
        "en": {"skip": "Skip", "lists": {"archive": "Archive", "topics": "Subjects"}, "briefs": {"other": "c"}},
        "ar": {"skip": "x"},
    }


@pytest.mark.parametrize(
    ("language", "grade", "words"),
    [
        ("en", 8.5, "as the brief says"),
        ("de", 8.5, "etwa 9. Schuljahr (14 bis 15 Jahre)"),
        ("de", 12.5, "Hochschulniveau"),
        ("zh", 1.0, "小学低年级"),
    ],
)
def test_a_grade_in_words(language: str, grade: float, words: str) -> None:
    measured = Readability(
        words=900, sentences=45, reading_minutes=4, method="textstat", flesch_kincaid_grade=grade, grade="as the brief says"
    )

    assert grade_in_words(measured, speaking(language)) == words
