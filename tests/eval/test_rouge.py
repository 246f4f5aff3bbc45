"""ROUGE agrees with what the package rouge-score 0.1.2 gives (use_stemmer, ROUGE-Lsum by lines), worked out once."""

import pytest

from tests.eval.rouge import rouge, tokens

REFERENCE = ["The ferries of Karlby were cancelled on Monday.", "A storm had damaged the only quay."]


@pytest.mark.parametrize(
    ("candidate", "expected"),
    [
        (["Karlby cancels its ferries.", "The quay was damaged by a storm on Monday."], (0.714286, 0.153846, 0.5)),
        (["A storm damaged the quay.", "The ferry of Karlby was cancelled."], (0.769231, 0.416667, 0.769231)),
        (["Nothing else happened here."], (0, 0, 0)),
        ([], (0, 0, 0)),
        (REFERENCE, (1, 1, 1)),
    ],
)
def test_rouge(candidate: list[str], expected: tuple[float, float, float]) -> None:
    assert rouge(REFERENCE, candidate) == pytest.approx(expected, abs=1e-6)


def test_short_tokens_are_not_stemmed() -> None:
    assert tokens("Buses & gas: 1,200 BUSES") == ["buse", "gas", "1", "200", "buse"]
