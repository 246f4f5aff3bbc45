"""Turns a match of the grammar into what it means, by the reader that is named as the rule is."""

from generator.text.timex import clocks, counts, dates, lengths
from generator.text.timex.grammar import Match
from generator.text.timex.lexicon import Lexicon
from generator.text.timex.readings import Reading
from generator.text.timex.words import Words

READERS = {**dates.READERS, **clocks.READERS, **counts.READERS, **lengths.READERS}


def interpret(match: Match, lexicon: Lexicon) -> Reading | None:
    """The meaning of `match`, or None where it has none after all ("the fifth quarter")."""
    return READERS[match.rule](Words(match.tokens, lexicon))
