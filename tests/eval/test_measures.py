from pathlib import Path

from generator.model import Brief, Challenge, KeyPoint, TimelineEvent
from tests.eval.annotations import Annotation, Event, Problem
from tests.eval.measures import Counts, Found, counts_of, figures_of

ICE = "Ice closed the harbour of Varde for eleven days this winter."
CREW = "The harbour cannot find enough people to crew its two icebreakers."
PAY = "Pay at the harbour has not risen since the company was sold."
OPENED = "A new quay for the grain ships was opened by the mayor in May."
SOLD = "The harbour company was sold to its present owners in 2017."
HARMLESS = "Nobody likes to wait for a ship that is stuck in the ice outside."
SOURCE = " ".join([ICE, CREW, PAY, OPENED, SOLD, HARMLESS])

GOLD = Annotation(
    id="harbour",
    article=Path("harbour.txt"),
    published="2024-06-01",
    published_in_source=True,
    expected_challenges=2,
    challenges=(Problem("Ice", (ICE,)), Problem("Crews", (CREW, PAY))),
    also_acceptable=(HARMLESS,),
    key_sentences=(ICE, CREW, OPENED),
    events=(
        Event(frozenset({"2024-05"}), OPENED, False),
        Event(frozenset({"2017"}), SOLD, False),
        Event(frozenset({"2024-24", "2023/2024"}), ICE, True),
    ),
    boilerplate=("Sign up  for our letter",),
    tags=frozenset({"fewer-than-three"}),
)


def brief(
    points: tuple[str, ...] = (), challenges: tuple[str, ...] = (), events: tuple[tuple[str, str], ...] = (), body: str = SOURCE
) -> Brief:
    return Brief(
        title="Harbour",
        body=body,
        key_points=tuple(KeyPoint(text=one, quote=one) for one in points),
        challenges=tuple(Challenge(title="A title", text=one, quote=one) for one in challenges),
        timeline=tuple(TimelineEvent(date=date, text=one, quote=one) for date, one in events),
    )


def counted(given: Brief) -> Counts:
    return counts_of(GOLD, given, SOURCE)


def test_every_challenge_found_is_all_right() -> None:
    counts = counted(brief(challenges=(ICE, PAY)))

    assert counts.challenges == Found(right=2, given=2, needed=2)
    assert (counts.challenge_count_right, counts.challenges_all_right, counts.few) == (1, 1, Found(1, 0, 1))


def test_a_second_quote_for_the_same_challenge_is_wrong() -> None:
    counts = counted(brief(challenges=(CREW, PAY)))

    assert counts.challenges == Found(right=1, given=2, needed=2)
    assert (counts.challenge_count_right, counts.challenges_all_right) == (1, 0)


def test_a_harmless_challenge_is_left_out_but_counts_as_one_given() -> None:
    counts = counted(brief(challenges=(ICE, CREW, HARMLESS)))

    assert counts.challenges == Found(right=2, given=2, needed=2)
    assert counts.challenge_count_right == 0


def test_key_points_beyond_the_fifth_are_not_looked_at() -> None:
    counts = counted(brief(points=(SOLD, PAY, HARMLESS, ICE, ICE, CREW)))

    assert counts.accepted == Found(right=2, given=5, needed=5)
    assert counts.distinct == 1


def test_a_point_that_repeats_an_earlier_one_is_counted() -> None:
    assert counted(brief(points=(ICE, CREW, "Ice closed the harbour of Varde."))).repeated == 1


def test_optional_dates_are_neither_right_nor_wrong() -> None:
    counts = counted(brief(events=(("2017", SOLD), ("2024-24", ICE), ("1999", CREW))))

    assert counts.dates == Found(right=1, given=2, needed=2)
    assert counts.events == Found(right=1, given=2, needed=2)


def test_a_right_date_with_the_wrong_sentence_is_no_event() -> None:
    counts = counted(brief(events=(("2017", CREW),)))

    assert (counts.dates.right, counts.events.right) == (1, 0)


def test_a_coarser_date_is_near() -> None:
    counts = counted(brief(events=(("2024", OPENED),)))

    assert (counts.dates.right, counts.near_dates.right, counts.events.right) == (0, 1, 0)


def test_the_order_of_the_timeline_is_seen() -> None:
    assert counted(brief(events=(("2024-05", OPENED), ("2017", SOLD)))).in_order == 0


def test_boilerplate_leaks_through_items_and_body_whatever_its_spacing() -> None:
    assert counted(brief(body=f"{SOURCE} SIGN UP for our letter")).leaks == 1
    assert counted(brief(points=("Sign up for our letter today",))).leaks == 1
    assert counted(brief()).leaks == 0


def test_a_quote_that_is_not_in_the_source_is_not_grounded() -> None:
    assert counted(brief(points=(ICE, "Ice closed the harbour of Varde for twelve days this winter."))).grounded == Found(
        1, 2, 0
    )


def test_figures_are_of_the_whole_corpus_not_means_of_articles() -> None:
    figures = figures_of([counted(brief(challenges=(ICE, CREW))), counted(brief(challenges=(PAY, SOLD))), counted(brief())])

    assert figures["challenge_precision"] == 3 / 4
    assert figures["challenge_recall"] == 3 / 6
    assert figures["challenge_f1"] == 0.6
    assert figures["challenge_count_right"] == 2 / 3


def test_an_empty_corpus_has_figures() -> None:
    assert set(figures_of([]).values()) == {0.0}
