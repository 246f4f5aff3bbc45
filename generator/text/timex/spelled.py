"""Joins numbers that are spelled in several words into one token each.

    twenty-four   two hundred and ten   a hundred   2 million   ->  NUM
    nineteen ninety-one   two thousand and four                 ->  NUM, YEAR
    twenty-fourth                                               ->  ORD

A run is cut after eight words, so the work is linear. Amounts without a count ("thousands") are left alone.
"""

from dataclasses import dataclass, replace

from generator.text.timex.lexicon import Lexicon
from generator.text.timex.tokens import Token

_LONGEST = 8


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number so far: what is closed by a scale word, the part still growing, and how it reads."""

    total: int
    part: int
    spoken_year: bool = False
    ordinal: bool = False


def merged(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with every spelled number as one."""
    starts = "".join(lexicon.classes[name] for name in ("CARDINAL", "NUM", "'a'", "'an'"))
    joined: list[Token] = []
    done = 0
    for at in [at for at, token in enumerate(tokens) if token.symbol in starts]:
        if at >= done:
            number, end = _number(tokens, at, lexicon)
            joined += [*tokens[done:at], number]
            done = end
    return joined + tokens[done:]


def _number(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Token, int]:
    """The number that starts at `at`, and where it ends."""
    first = tokens[at]
    spelled = first.symbol in lexicon.classes["CARDINAL"]
    number = _Sum(0, int(first.value) if first.value.isdigit() else 1)
    end = at + 1
    while end < min(len(tokens), at + _LONGEST) and not number.ordinal:
        step = end + 1 if spelled and _joins(tokens[end], lexicon) else end
        grown = _grown(number, tokens[step], step > end, lexicon) if step < len(tokens) else None
        if grown is None or (not spelled and grown.total == number.total):
            break
        number, end, spelled = grown, step + 1, True
    if not spelled:
        return first, at + 1
    return _joined(tokens[at:end], number, lexicon), end


def _joins(token: Token, lexicon: Lexicon) -> bool:
    return token.symbol == lexicon.shapes[("HYPHEN",)] or token.symbol in lexicon.classes["'and'"]


def _grown(number: _Sum, word: Token, joined: bool, lexicon: Lexicon) -> _Sum | None:
    """The number with one more word, or None where the word does not continue it."""
    part = number.part
    if word.symbol in lexicon.classes["SCALE"] and not joined:
        return replace(number, total=number.total + max(part, 1) * int(word.value), part=0)
    if word.symbol in lexicon.classes["CARDINAL"] and _fits(number, int(word.value)):
        if 13 <= part <= 20 and int(word.value) >= 10:
            return replace(number, part=part * 100 + int(word.value), spoken_year=True)
        return replace(number, part=part + int(word.value))
    if word.symbol in lexicon.classes["ORD_DAY"] and part in (20, 30) and number.total == 0 and int(word.value) < 10:
        return replace(number, part=part + int(word.value), ordinal=True)
    return None


def _fits(number: _Sum, more: int) -> bool:
    part = number.part
    if part == 0:
        return number.total > 0
    if part in range(20, 100, 10) and more < 10:
        return True
    if number.total:
        return False
    return (13 <= part <= 20 and more >= 10) or (number.spoken_year and part % 10 == 0 and part % 100 > 10 and more < 10)


def _joined(run: list[Token], number: _Sum, lexicon: Lexicon) -> Token:
    value = number.total + number.part
    if number.ordinal:
        shape: tuple[str, ...] = ("ORD", "ORD_DAY")
    elif number.spoken_year or 2000 <= value < 2100:
        shape = ("NUM", "YEAR", "SPOKEN")
    else:
        shape = ("NUM",)
    return Token(run[0].start, run[-1].end, " ".join(token.text for token in run), lexicon.shapes[shape], str(value))
