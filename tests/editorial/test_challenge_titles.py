"""What a challenge is called."""

import pytest

from generator.editorial.challenge_titles import item_lead, titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The first obstacle is the single track.", "Single track"),
        ("A third problem is the price of spare parts, which come from overseas.", "Price of spare parts"),
        ("The third is the lack of pickers, because the young move away.", "Lack of pickers"),
        ("The shop has no photographer.", "No photographer"),
        ("Delivery drivers block the side streets in the morning.", "Side streets"),
        ("A number of hurdles remain for the wooden bridge.", "Hurdles remain for the wooden bridge"),
        ("The wheels slip on wet leaves.", "Wheels slip on wet leaves"),
    ],
)
def test_a_title_is_a_whole_phrase_of_the_problem(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The parish lacks the money to mend the roof again.", "Money to mend the roof"),
        ("The dike does not hold the water that seeps through the clay under it.", "Water that seeps through the clay"),
        ("The pumps have no way of reaching the cellar, so they stand idle.", "No way of reaching the cellar"),
        ("The guides still fear the flood of 1987.", "Flood of 1987"),
        ("Lodgers have begun to leave. Two of the nine who rented the attic will not return.", "Lodgers have begun to leave"),
        ("The choir depends on pensioners, and fewer of them come each spring.", "Choir depends on pensioners"),
        ("The first problem is that the demand is too small.", "Demand is too small"),
        ("The pool, which is open to everybody in the summer, needs 14 guards and has 9.", "Needs 14 guards and has 9"),
        ("It is unclear who should keep the keys.", "Who should keep the keys"),
        ("The cat is, alas, lost.", "The cat"),
        ("The clinic cannot afford the nurses it needs.", "Clinic cannot afford the nurses"),
        ("Growers say the drought has ruined the harvest for the third year.", "Drought has ruined the harvest"),
        ("The river floods the village every spring.", "River floods the village every spring"),
        ("Nobody knows who will pay for the repairs.", "Who will pay for the repairs"),
        ("Water rises through the floor and rots the beams.", "Water rises through the floor"),
        ("It was feared that the noise might drive people deeper into debt.", "Deeper into debt"),
        ("The mill owes the bank 3 million euros.", "The bank"),
    ],
)
def test_where_no_two_nouns_stand_together_one_is_completed_or_a_clause_is_taken(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The toll roads could soon be more vulnerable to thieves, a bank has warned.", "Vulnerable to thieves"),
        ("The guild reported a 9% fall in summer bookings after the frost.", "Fall in summer bookings"),
        ("It remains difficult to measure how much water the mill takes.", "Difficult to measure"),
        ("The map, they say, is harder to read, to fold and to keep dry.", "Harder to read"),
        ("Bread is getting harder to sell.", "Bread is getting harder to sell"),
        ("One of the dangers of following a herd is that it may be lost.", "Dangers of following a herd"),
        ("The problem that all these locks share is age.", "Problem that all these locks share"),
    ],
)
def test_a_word_of_trouble_heads_the_title_with_what_completes_it(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("At the lower lock, weekly bookings fell 15% to 310 in the cold spring.", "Bookings fell"),
        ("The library van has an old engine, and its oil pump does not hold pressure.", "Oil pump does not hold pressure"),
        ("The lock keeper and the toll clerk still rely on paper lists.", "Still rely on paper lists"),
        ("At the fair the old market hall was overcrowded, and the fire brigade closed a door.", "Market hall was overcrowded"),
        ("The choir's spring concert was cancelled, and the church hall stays shut.", "Choir's spring concert was cancelled"),
        ("The insurer has declined to pay because the tide tables are wrong.", "Insurer has declined to pay"),
        ("Four of the wells have run dry, and the orchard owners are gone.", "Wells have run dry"),
        ("The town band said that it does not take cheques at the Quay Street door.", "Does not take cheques"),
    ],
)
def test_what_happens_names_a_trouble_that_stands_apart_from_the_nouns(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The main problem is the upper lock gate.", "Upper lock gate"),
        ("The ferry crew fears the bill, said Ada Quill, the chair of the rowing club.", "Ferry crew fears the bill"),
        ("The verger will not use the bell money.", "Bell money"),
    ],
)
def test_half_of_what_is_said_is_no_title(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The regatta was spoilt by an imminent clash between rowers and anglers.",
            "Imminent clash between rowers and anglers",
        ),
        ("The verger brushed Quill off, and he complained.", "Verger brushed Quill off"),
        ("Sagging bell prices throughout 2001 worry the foundry.", "Sagging bell prices"),
    ],
)
def test_a_title_is_not_cut_before_it_is_whole(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The mayor warned the tenants' union that the mill may be ruined.", "Mayor warned the tenants"),
        ("Quill criticized Ada’s “change of heart” in the loft.", "Quill criticized Ada’s"),
        ("There is a growing rift between rowers and the anglers of the upper weir.", "Growing rift between rowers"),
    ],
)
def test_half_an_owner_or_half_a_pair_is_no_title(text: str, cut: str) -> None:
    assert titles([text], []) != (cut,)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Critics of the weir argue that it is a step backwards, reflecting a wish to clamp down on private moorings.",
            "Private moorings",
        ),
        (
            "The plan drew a large amount of criticism, and the rowing club's protest was a slap in the face.",
            "Rowing club's protest",
        ),
        ("A lack of dry storage space and the need to paint have held the boat club up.", "Lack of dry storage space"),
    ],
)
def test_a_title_tells_the_trouble_and_neither_who_speaks_nor_how_much(text: str, title: str) -> None:
    assert titles([text], []) == (title,)


def test_no_title_ends_in_an_abbreviation() -> None:
    (title,) = titles(["The mob feared the priest St. Oswin."], [])

    assert title == "Mob feared the priest St. Oswin"


def test_what_the_article_calls_it_comes_first() -> None:
    assert titles(["The hooks are out of reach."], [], ["2. The wrong places"]) == ("The wrong places",)


def test_a_name_too_long_or_too_short_is_none() -> None:
    assert titles(["It has no spare parts."], [], ["Parts"]) == titles(["It has no spare parts."], [])


def test_no_two_are_alike() -> None:
    assert len(set(titles(["There is a shortage of nurses in spring."] * 3, []))) == 3


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Rising costs. The price of steel has doubled.", "Rising costs"),
        ("Late buses: they wait at the bridge.", "Late buses"),
        ("The only machine is broken.", ""),
        ("Cost. It is dear.", ""),
    ],
)
def test_the_lead_of_a_list_item(text: str, lead: str) -> None:
    assert item_lead(text) == lead
