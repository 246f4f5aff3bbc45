"""Headlines with and without a site's name, headlines from file names, and languages."""

import pytest

from generator.formats.article.headline import from_file_name, without_site
from generator.formats.article.language import language_of

ENGLISH = "The harbour moves north."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("The harbour moves | Example News", "The harbour moves"),
        ("The harbour moves - example.com", "The harbour moves"),
        ("The harbour moves : Example Times", "The harbour moves"),
        ("The harbour moves | Sea | Example News", "The harbour moves | Sea"),
        ("The harbour moves - Xinhua", "The harbour moves"),
        ("The harbour moves-Xinhuanet", "The harbour moves"),
        ("The harbour moves – and the town follows", "The harbour moves – and the town follows"),
        ("Harbours: a history", "Harbours: a history"),
        ("Example News", "Example News"),
        ("| Example News", "| Example News"),
    ],
)
def test_the_site_s_name_goes(headline: str, expected: str) -> None:
    assert without_site(headline) == expected


def test_a_site_that_names_itself_is_known() -> None:
    assert without_site("The harbour moves - Sea & Land", "Sea & Land") == "The harbour moves"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("old-harbour.txt", "Old harbour"),
        ("a/b\\old_harbour.v2.html", "Old harbour v2"),
        ("港口.md", "港口"),
        (".txt", "Txt"),
        ("---.txt", "Untitled"),
    ],
)
def test_headline_from_a_file_name(name: str, expected: str) -> None:
    assert from_file_name(name) == expected


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "en_GB", "en-GB"),
        (ENGLISH, "no such language", "en"),
        (ENGLISH, "und", "en"),
        ("El puerto se mueve.", "es", "es"),
        ("港口向北迁移。", None, "zh"),
        ("港口向北迁移。", "en", "zh"),
        ("港口向北迁移。", "zh-TW", "zh-TW"),
        ("港は北へ移る。古い港は町に仕えた。", None, "ja"),
        ("항구가 북쪽으로 이동한다.", None, "ko"),
        ("Гавань движется на север.", None, "und"),
        ("Гавань движется на север.", "ru", "ru"),
        ("", None, "en"),
    ],
)
def test_language(text: str, declared: str | None, expected: str) -> None:
    assert language_of(text, declared) == expected


def test_letters_are_counted_by_script_whatever_they_stand_among() -> None:
    assert language_of("“Ça va?” – " + ENGLISH) == "en"
    assert language_of("Ééé Ωωω") == "en"
    assert language_of("Ééé Ωωωω") == "und"
    assert language_of("é1234567890 Ωω") == "und"
