import pytest

from tests.eval.matching import matched, squashed, states

SENTENCE = "The ferry to the northern islands was cancelled twice last week because of ice in the harbour."


def test_texts_are_compared_without_their_spacing_and_invisible_marks() -> None:
    assert squashed(" a\u00ad\u00a0b\n\u200bc ") == "a b c"


@pytest.mark.parametrize(
    ("quote", "is_stated"),
    [
        pytest.param(SENTENCE, True, id="the same"),
        pytest.param(SENTENCE.upper().replace(" ", "  "), True, id="case and spacing"),
        pytest.param(f"It was cold. {SENTENCE}", True, id="the sentence within a longer quote"),
        pytest.param("The ferry to the northern islands was cancelled twice.", True, id="eight words of it"),
        pytest.param("to the northern islands was", False, id="five words of seventeen"),
        pytest.param("the ferry was late", False, id="too short"),
        pytest.param("", False, id="nothing"),
        pytest.param(
            "The ferry to the northern islands was sold, and a bridge is built instead of it.", False, id="a short run"
        ),
        pytest.param(
            "The ferry to the northern islands was cancelled twice this month because of ice.", True, id="most of it in runs"
        ),
    ],
)
def test_a_quote_states_a_sentence(quote: str, is_stated: bool) -> None:
    assert states(quote, SENTENCE) is is_stated


def test_a_short_sentence_is_stated_by_a_long_quote_that_holds_it() -> None:
    assert states(f"{SENTENCE} Nobody in town was surprised.", "Nobody in town was surprised.")


@pytest.mark.parametrize(
    ("allowed", "pairs"),
    [
        pytest.param([{0}, {0}], 1, id="two for one"),
        pytest.param([{0, 1}, {0}], 2, id="the first gives way"),
        pytest.param([{0, 1}, {0, 2}, {0}], 3, id="a chain gives way"),
        pytest.param([set(), {5}], 1, id="one without any"),
    ],
)
def test_the_matching_is_the_largest(allowed: list[set[int]], pairs: int) -> None:
    found = matched(allowed)

    assert len(found) == pairs == len(set(found.values()))
    assert all(right in allowed[left] for left, right in found.items())
