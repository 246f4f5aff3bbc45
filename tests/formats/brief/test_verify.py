import pytest

from generator.formats.brief import ambiguities, distinguished, faults, parse, render, unproven, verify
from generator.formats.brief.claims import claims
from generator.text.body import to_text

BRIEF = """---
title: "Walls"
key_points:
  - text: "The wall held."
    quote: "The wall held."
challenges:
  - title: "Gate"
    text: "The gate did not."
    quote: "The gate did not, and the  town flooded."
timeline:
  - date: "2019"
    text: "The wall was built."
    quote: "It was built in 2019."
  - date: "2021-06"
    text: "It was tested."
    quote: "In June 2021 it was tested."
---
The wall held. The gate did not, and
the  town flooded.

It was built in 2019. In June 2021 it was tested.
"""


def problems(text: str) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in verify(parse(text, "x.md"))]


def test_quotes_that_stand_in_the_body_are_no_problem() -> None:
    assert problems(BRIEF) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "item"),
    [
        ('quote: "The wall held."', 'quote: "The wall holds."', 5, "key point 1"),
        ('quote: "The gate did not, and the  town', 'quote: "The gate did not, and the town', 9, "challenge 1"),
        ('quote: "The gate', 'quote: "the gate', 9, "challenge 1"),
        ('tested."\n---', 'tested."\nnotes:\n  - {quote: x1, text: y}\n---', 18, "note 1"),
        ('quote: "In June 2021 it', 'quote: "In June\u00a02021 it', 16, "timeline event 2"),
    ],
)
def test_a_changed_quote_is_named_with_its_line_and_item(old: str, new: str, line: int, item: str) -> None:
    assert old in BRIEF

    (found,) = problems(BRIEF.replace(old, new))

    assert found.startswith(f"{line}: quote of {item} is not in the article's text")


def test_every_single_character_of_a_quote_counts() -> None:
    quote = "The gate did not, and the  town flooded."
    for at in range(len(quote)):
        changed = quote[:at] + "~" + quote[at + 1 :]
        assert len(problems(BRIEF.replace(f'"{quote}"', f'"{changed}"'))) == 1, changed


@pytest.mark.parametrize(
    ("quote", "fault"),
    [
        ("he wall held.", "cuts a word of the article's text"),
        ("The wall hel", "cuts a word of the article's text"),
        ("The wall held. ", "starts or ends with white space"),
        ("\\n wall held.", "starts or ends with white space"),
    ],
)
def test_a_quote_is_whole_words(quote: str, fault: str) -> None:
    (found,) = problems(BRIEF.replace('quote: "The wall held."', f'quote: "{quote}"'))

    assert found.startswith(f"5: quote of key point 1 {fault}")


def test_events_out_of_order_are_named() -> None:
    (found,) = problems(BRIEF.replace('date: "2019"', 'date: "2022"'))

    assert found == "14: timeline event 2 (2021-06) stands after 2022; put the events in order of time"


def test_a_sentence_that_stands_twice_is_told_by_what_is_around_it() -> None:
    twice = BRIEF.replace("It was built in 2019.\n", "") + "\nNobody came. The wall held.\n"
    (found,) = problems(twice)

    assert found.startswith("5: quote of key point 1 stands 2 times in the article's text; say which with a prefix or a suffix")
    assert (
        problems(twice.replace('held."\n', 'held."\n    prefix: "came. "\n', 2).replace('    prefix: "came. "\n', "", 1)) == []
    )
    (wrong,) = problems(twice.replace('quote: "The wall held."', 'quote: "The wall held."\n    suffix: " Nobody"'))
    assert "does not stand between its prefix and suffix" in wrong


def test_a_brief_whose_quote_stands_twice_is_published_all_the_same() -> None:
    file = parse(BRIEF + "\nNobody came. The wall held.\n", "x.md")

    assert [problem.line for problem in ambiguities(file)] == [5]
    assert faults(file) == ()


def test_the_engines_quotes_are_told_from_their_like() -> None:
    brief = parse(BRIEF, "x.md").brief
    twice = brief.model_copy(update={"body": brief.body + "\n\nNobody came. The wall held."})

    (point,) = distinguished(twice).key_points

    assert (point.prefix, point.suffix) == (None, " The gate did not, and the  town")
    assert distinguished(twice, to_text(twice.body)) == distinguished(twice)
    assert distinguished(brief, to_text(brief.body)) == distinguished(brief) == brief


def test_a_text_that_repeats_itself_without_end_has_a_first_place() -> None:
    brief = parse(BRIEF, "x.md").brief.model_copy(
        update={"body": " ".join(["The wall held."] * 200), "challenges": (), "timeline": ()}
    )

    assert verify(parse(render(distinguished(brief)), "x.md")) == ()


def test_the_machine_may_say_nothing_but_its_quote() -> None:
    changed = BRIEF.replace('text: "The wall held."', 'text: "The wall never held."')

    assert problems(changed) == []
    (found,) = verify(parse(changed, "x.md"), {("key_points", 0)})
    assert str(found) == "x.md:4: text of key point 1 says what its quote does not"


def test_an_item_is_unproven_that_says_more_than_its_quote() -> None:
    changed = BRIEF.replace('text: "The wall held."', 'text: "The wall never held."')

    assert list(unproven(parse(BRIEF, "x.md"))) == [("timeline", 0)]
    assert list(unproven(parse(changed, "x.md"))) == [("key_points", 0), ("timeline", 0)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'text: "The wall held."',
            'text: "The wall held for 40 years."',
            "4: text of key point 1 says '40'; neither its quote",
        ),
        ('text: "The wall held."', 'text: "The wall of Harne held."', "4: text of key point 1 says 'Harne'; neither its quote"),
        (
            'date: "2019"',
            'date: "1987"',
            "11: date of timeline event 1 is not in its quote nor the sentences beside it: they give 2019",
        ),
        ('title: "Walls"', 'title: "The walls of Harne"', "2: title says 'Harne', which the article does not"),
    ],
)
def test_what_the_article_does_not_say_is_a_warning(old: str, new: str, expected: str) -> None:
    file = parse(BRIEF.replace(old, new, 1), "x.md")
    (found,) = claims(file, {("title",), ("key_points", 0), ("timeline", 0)})

    assert found.severity == "warning"
    assert f"{found.line}: {found.message}".startswith(expected)


@pytest.mark.parametrize("date", ["2019~", "2019?", "2019/..", "../2019", "2019/2019", "201X"])
def test_a_date_may_be_qualified_or_longer_or_the_end_of_an_interval(date: str) -> None:
    file = parse(BRIEF.replace('date: "2019"', f'date: "{date}"', 1), "x.md")

    assert claims(file, {("timeline", 0)}) == ()


def test_a_number_in_figures_and_initials_are_held() -> None:
    text = BRIEF.replace('text: "The wall held."', 'text: "After 40 years, and 19 more, the U.S. wall held."')
    file = parse(text.replace("\nThe wall held.", "\nThe wall held. So it did for forty and nineteen years."), "x.md")

    assert claims(file, {("key_points", 0)}) == ()


def test_what_stands_in_a_sentence_beside_the_quote_is_held() -> None:
    text = BRIEF.replace('text: "The wall held."', 'text: "The wall held; the Gate, no. 2, did not."')
    file = parse(text.replace("gate", "gate 2"), "x.md")

    assert claims(file, {("key_points", 0)}) == ()


def test_a_quote_that_also_stands_inside_a_word_is_told_from_that_by_what_is_around_it() -> None:
    brief = '---\ntitle: T\nnotes:\n  - {quote: "cat", text: "Which?", prefix: "the "}\n---\nThe category of the cat is open.\n'

    assert problems(brief) == []
    assert "cuts a word" in problems(brief.replace('prefix: "the "', 'prefix: "The "'))[0]


DATED = """---
title: "Gates"
timeline:
  - date: "2019-05-03"
    expression: "3 May 2019"
    text: "The gate was hung on 3 May 2019."
    quote: "The gate was hung on 3 May 2019 and painted on 8 June 2020."
---
The gate was hung on 3 May 2019 and painted on 8 June 2020.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'was hung on 3 May 2019."',
            'hung by 8 May 2019."',
            "6: text of timeline event 1 says '8 May 2019'; neither its quote",
        ),
        ('on 3 May 2019."', 'in June 2019."', "6: text of timeline event 1 says 'June 2019'; neither its quote"),
        ('expression: "3 May 2019', 'expression: "3 May 2020', "5: expression of timeline event 1 says '3 May 2020'"),
        (
            'expression: "3 May 2019',
            'expression: "on May 3',
            "5: expression of timeline event 1 is 'on May 3', which its quote",
        ),
        (
            'date: "2019-05-03',
            'date: "2020-06-08',
            "4: date of timeline event 1 is not what '3 May 2019' means in its quote: 2019",
        ),
    ],
)
def test_a_date_of_other_numbers_of_the_article_is_a_warning(old: str, new: str, expected: str) -> None:
    assert old in DATED
    found = [f"{one.line}: {one.message}" for one in claims(parse(DATED.replace(old, new, 1), "x.md"), {("timeline", 0)})]

    assert any(one.startswith(expected) for one in found), found


@pytest.mark.parametrize("said", ["on 3 May 2019", "in May 2019", "in 2019", "on 8 June 2020", "one day"])
def test_a_date_of_the_article_or_a_longer_time_around_it_is_held(said: str) -> None:
    file = parse(DATED.replace('on 3 May 2019."', f'{said}."', 1), "x.md")

    assert claims(file, {("timeline", 0)}) == ()
