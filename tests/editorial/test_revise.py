"""Small lists as words: "a1" is the item with quote a and words 1, "a9" the same sentence in a person's words."""

import pytest

from generator.editorial.revise import YOURS, Known, Lists, owner, owners, revise_list


def known(words: str) -> tuple[Known, ...]:
    return tuple(YOURS if word == "yours" else Known(word[0], word[1:]) for word in words.split())


def merged(record: str, standing: str, engine: str, *, is_tidy: bool = True, most: int | None = None) -> tuple[str, str]:
    """The list that comes of it, and the record, as words; what the engine writes in a person's list has a star."""
    lists = Lists(known(record), known(standing), known(engine))
    found = revise_list(lists, is_tidy=is_tidy, most=most)
    words = []
    for step in found.steps:
        one = lists.standing[step.standing or 0] if step.engine is None else lists.engine[step.engine]
        words.append(one.quote + one.item)
    return " ".join(words), " ".join("yours" if one == YOURS else one.quote + one.item for one in found.record)


@pytest.mark.parametrize(
    ("record", "standing", "engine", "items", "recorded"),
    [
        ("a1 b1", "a1 b1", "b2 a1 c1", "b2 a1 c1", "b2 a1 c1"),
        ("a1 b1", "a1 b9", "a2 b2", "a2 b9", "a2 b yours b1"),
        ("a1 b1", "a1", "a1 b1 c1", "a1 c1", "a1 c1 yours b1"),
        ("a1 b1", "a1", "a1 b2", "a1", "a1 yours b1"),
        ("a1 b1", "b1 a1", "a2 b2", "b2 a2", "b2 a2 yours"),
        ("a1 b1", "a1 x9 b1", "b1", "x9 b1", "x b1 yours"),
        ("a1 b1", "a1 x9 b1", "a1 x1 b1", "a1 x9 b1", "a1 x b1 yours"),
        ("a1 b1", "", "a1 c1", "", "a1 b1"),
        ("a1", "a1", "", "", ""),
        ("yours b1", "", "c1", "c1", "c1 yours b1"),
        ("a1 b1 c1", "a1 c1", "c1", "c1", "c1 yours b1"),
        ("", "x9", "a1", "x9 a1", "x a1 yours"),
    ],
    ids=[
        "the machine's list follows the engine",
        "an edited item stays and the others follow",
        "a deleted item does not come back, a new one comes",
        "a deleted item does not come back in other words",
        "a person's order stays",
        "an added item stays where it is",
        "the engine does not repeat an added item",
        "an emptied list stays empty",
        "the machine empties its own list",
        "a list that the machine emptied fills again",
        "an item that the engine drops goes",
        "an item in an empty list stays",
    ],
)
def test_lists(record: str, standing: str, engine: str, items: str, recorded: str) -> None:
    assert merged(record, standing, engine) == (items, recorded)


def test_what_was_typed_back_is_the_machines_again() -> None:
    _, record = merged("a1 b1", "a1 b9", "a1 b2")

    assert owners(known(record), known("a1 b1")) == ("machine", "machine")


def test_a_persons_order_outlasts_engines() -> None:
    record, standing = "a1 b1", "b1 a1"
    for engine in ("a2 b2", "a3 b3", "b4 a4", "a5 b5"):
        standing, record = merged(record, standing, engine)

    assert standing == "b5 a5"


def test_two_items_of_one_sentence_are_told_apart_by_their_words() -> None:
    assert merged("a1 a2", "a2", "a1 a2")[0] == "a2"
    assert merged("a1 a2", "a2", "a1")[0] == ""
    assert merged("a1 a2", "a9 a2", "a1 a2")[0] == "a9 a2"
    assert merged("a1 a2", "a1 a2", "a3")[0] == "a3"


def test_a_persons_items_come_first_where_there_is_little_room() -> None:
    assert merged("a1 b1 c1", "a1 x9 c1", "a1 b1 c1", most=3)[0] == "a1 x9 c1"
    assert merged("a1 b1", "a1 x9 b1", "a1 b1 d1", most=3)[0] == "a1 x9 b1"


def test_comments_between_items_hold_them_where_they_are() -> None:
    assert merged("a1 b1", "a1 b1", "b2 a2", is_tidy=False)[0] == "a2 b2"


def test_a_list_in_order_of_time_stays_in_order() -> None:
    early, middle, late = (((year, 1, 1), (-year, -12, -31)) for year in (2019, 2020, 2021))
    lists = Lists(known("a1"), known("a1 x9"), known("n1 a2"), ranks=((early, late), (middle, late)))

    found = revise_list(lists)

    assert [(step.standing, step.engine) for step in found.steps] == [(None, 0), (1, None), (None, 1)]


def test_a_field_is_a_persons_once_it_differs_or_is_gone() -> None:
    assert [owner("1", "1"), owner("1", "2"), owner("1", None), owner(None, "1"), owner(None, None)] == [
        "machine",
        "person",
        "person",
        "person",
        "machine",
    ]
