"""One character that tells a person's number or name from what the machine wrote is found without the machine's words."""

import pytest

from generator.errors import Problem
from generator.formats.brief import item_places, parse, render, sealed
from generator.formats.brief.slips import slips
from generator.formats.brief.text_slips import text_slips
from generator.model import Brief, Generated, KeyPoint, Readability, Source, TimelineEvent

QUOTE = "The wall of Harne, built by José Ade, rose in 2012 and fell in 2018."
WRITTEN = Brief(
    title="Walls and Gates of Harne",
    author="ann ökbero",
    published="2022-08-16",
    source=Source(file="sea-walls.txt"),
    standfirst="Pier 4 of Harne, drawn by T. Ost-Ade, cost 45% more than a new one.",
    topics=("W3C", "harbours", "New Gate"),
    key_points=(KeyPoint(text="José Ade's wall rose in 2012.", quote=QUOTE),),
    timeline=(TimelineEvent(date="2018", expression="2018", text="The wall of Harne fell in 2018.", quote=QUOTE),),
    readability=Readability(words=803, sentences=45, reading_minutes=4, flesch_reading_ease=58.3),
    generated=Generated(engine="1", article="x"),
    body=f"{QUOTE} Nobody wrote of the walls, nor of ö.",
)
TEXT = render(sealed(WRITTEN))
PLACES = item_places(WRITTEN) | {
    (name,) for name in ("title", "author", "published", "source", "standfirst", "topics", "readability")
}


def found(text: str) -> list[Problem]:
    return list(slips(parse(text, "x.md"), PLACES))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Gates of Harne", "Gates of Hrane", "name 'Hrane' in title was 'Harne'"),
        ("ann ökbero", "ann okbero", "name 'okbero' in author was 'ökbero'"),
        ('published: "2022', 'published: "2021', "number '2021' in published was '2022'"),
        ("sea-walls.txt", "see-walls.txt", "name 'see' in source was 'sea'"),
        ('"W3C"', '"WC"', "number 'WC' in topics was 'W3C'"),
        ("words: 803", "words: 808", "number '808' in the words of readability was '803'"),
        ("ease: 58.3", "ease: 583", "number '583' in the flesch_reading_ease of readability was '58.3'"),
        ("rose in 2012.", "rose in 2018.", "number '2018' in the text of key point 1 was '2012'"),
        ("José Ade's wall", "osé Ade's wall", "name 'osé' in the text of key point 1 was 'José'"),
        ('date: "2018', 'date: "2012', "number '2012' in the date of timeline event 1 was '2018'"),
        ("Harne fell in 2018", "Harne fell in 201 8", "number '201 8' in the text of timeline event 1 was '2018'"),
        ("Harne fell in 2018", "Harne fell i n2018", "number 'i n2018' in the text of timeline event 1 was 'in 2018'"),
        ("Harne fell in 2018", "Harne fell in 20-8", "number '20-8' in the text of timeline event 1 was '2018'"),
        ("Harne fell", "Harn efell", "name 'Harn efell' in the text of timeline event 1 was 'Harne fell'"),
        ("Pier 4 of", "Pier  of", "number 'Pier  of' in standfirst was 'Pier 4 of'"),
        ("by T. Ost", "by . Ost", "name 'by .' in standfirst was 'by T.'"),
        ("45%", "45", "number '45' in standfirst was '45%'"),
        ("45%", "45$", "number '45$' in standfirst was '45%'"),
        ("Ost-Ade", "OstAde", "name 'OstAde' in standfirst was 'Ost-Ade'"),
        ("New Gate", "Hew Gate", "name 'Hew' in topics was 'New'"),
        ("New Gate", "Ne wGate", "name 'Ne wGate' in topics was 'New Gate'"),
        ("reading_minutes: 4", "reading_minutes: ", "number '' in the reading_minutes of readability was '4'"),
    ],
)
def test_a_slip_is_a_fault_that_names_both_words(old: str, new: str, message: str) -> None:
    assert old in TEXT
    changed = TEXT.replace(old, new, 1)

    (problem,) = found(changed)

    assert problem.message.startswith(message)
    assert problem.severity == "fault"
    assert problem.line == next(n for n, line in enumerate(changed.split("\n"), 1) if line not in TEXT.split("\n"))
    line = changed.split("\n")[problem.line - 1]
    assert found(changed.replace(line, f"{line}  # sic")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("rose in 2012.", "rose in 2011, they say."),
        ("wall rose", "walls rose"),
        ("rose in 2012", "ROSE in 2012"),
        ('"harbours"', '"harbour"'),
        ("Walls and Gates", "Walks and Gates"),
        ('    quote: "', "    # a remark\n    quote: "),
        ("words: 803", "words: 950"),
        ('date: "2018', 'date: "201X'),
        ("in 2012.", "in 2012"),
        ("in 2012.", "in 2012!"),
        ("Harne, drawn", "Harne drawn"),
        ("wall of Harne fell", "wall, of Harne fell"),
        ("more than a", "more thana"),
        ('text: "The wall of', 'text: "Th ewall of'),
    ],
)
def test_an_edit_that_changes_no_name_or_number_by_one_character_is_let_be(old: str, new: str) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new, 1) if not new.startswith("    #") else TEXT.replace(old, new + '"', 1)

    assert found(text) == []


def test_another_way_of_writing_hides_no_slip() -> None:
    written = 'text: "The wall of Harne fell in 2018."'
    changed = TEXT.replace(written, "text: >-  # as Ann says\n      The wall of Harne\n      fell in 2012.")
    assert changed != TEXT

    (problem,) = found(changed)

    assert problem.message.startswith("number '2012' in the text of timeline event 1 was '2018'")
    assert found(changed.replace("in 2012.\n    quote", "in 2018.\n    quote")) == []
    assert found(changed.replace("# as Ann says", "# sic")) == []


def test_a_brief_without_a_record_has_no_slips() -> None:
    text = TEXT[: TEXT.index("generated:")] + TEXT[TEXT.index("---\n", 4) :]

    assert found(text.replace("2012.", "2018.", 1)) == []


def test_slips_are_found_in_a_file_of_windows() -> None:
    (problem,) = found(TEXT.replace("words: 803", "words: 808").replace("\n", "\r\n"))

    assert problem.message.startswith("number '808'")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("rose in 2012 and", "rose in 2013 and", "number '2013' in the body stands as '2012' in walls.txt; correct it here or"),
        ("built by José", "built by Jose", "name 'Jose' in the body stands as 'José' in walls.txt"),
        ("fell in 2018.", "fell in 201.", "number '201' in the body stands as '2018' in walls.txt"),
        ("fell in 2018.", "fell i n2018.", "number 'i n2018' in the body stands as 'in 2018' in walls.txt"),
        ("rose in 2012 and", "rose in 201 2and", "number '201 2and' in the body stands as '2012 and' in walls.txt"),
        ("by José Ade", "by Jos éAde", "name 'Jos éAde' in the body stands as 'José Ade' in walls.txt"),
        ("until 4 May", "until  May", "number 'until  May' in the body stands as 'until 4 May' in walls.txt"),
        ("says T. Ost", "says . Ost", "name 'says .' in the body stands as 'says T.' in walls.txt"),
        ("of 45%", "of 45", "number '45' in the body stands as '45%' in walls.txt"),
    ],
)
def test_a_slip_in_the_text_is_named(old: str, new: str, message: str) -> None:
    article = f"An opening.\n\n{QUOTE} It cost, until 4 May, says T. Ost, a rise of 45% in tolls.\n\nAn end."
    assert old in article
    text = f'---\ntitle: "Walls"\n---\n{article.replace(old, new)}\n'

    (problem,) = text_slips(parse(text, "x.md"), article, "walls.txt")

    assert problem.message.startswith(message)
    assert problem.line == 6


def test_a_text_that_a_person_has_rewritten_has_no_slips() -> None:
    article = f"An opening.\n\n{QUOTE}\n\nAn end."
    text = '---\ntitle: "Walls"\n---\nAn opening of mine.\n\nThe walls of Harne, made by Ade, fell.\n\nAn end.\n'

    assert list(text_slips(parse(text, "x.md"), article, "walls.txt")) == []
