"""Temporal expressions: finds them in a text and says which date, time, duration or set they mean.

    "The lines opened on 1 January 1985 and a year later …"
        -> Timex("1 January 1985", DATE, "1985-01-01"), Timex("a year later", DATE, "1986")

The way through, which `finding` takes:

    tokens, spelled      what kind each word is, by `lexicon`; numbers in words joined
    grammar              which tokens form an expression: data/timex_grammar.txt, in the `notation` of its own
    crowds               which of them stand too densely to be dates of prose
    impostors            which of them only look like one
    interpret            what each means, in the words of `readings`: `dates`, `clocks`, `counts`
    sharing              two dates that share a year
    certainty            how sure the words around it are: about, perhaps
    resolution           which period of the calendar that is, by the `scene` (day of publication, the text's own dates),
                         `tense` (by the `cues` of the clause) and `recurrence`; `periods` and `easter` are the arithmetic
    values               how TIMEX3 and EDTF spell it

`han` stands in for the first five where the text is Chinese or Japanese. Values follow TimeML's TIMEX3 and its
annotators' habits (TimeBank). It finds no dates in other languages, none before the year 1, and no events ("after the war").
"""

from generator.text.timex.expression import Timex
from generator.text.timex.finding import find

__all__ = ["Timex", "find"]
