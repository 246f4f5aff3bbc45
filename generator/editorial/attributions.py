"""Who is said to have said it, where that may be left out: plain reporting of facts, never a claim, a view or a forecast.

    leading  = "According to" source ","  |  source "said" ["in a statement"] "that"
    trailing = ", according to" source | "," source "said" | ", said" source | ", " agency "reported"

It goes only where its source reports facts (an agency, a bureau, the police: data/statement_sources.txt, or anybody where
what is said holds a figure), and where what is said holds no judgement, no future and no crime (data/statement_opinion.txt), no
quoted words, and no pronoun near its start that would lose its noun.
"""

import re
from collections.abc import Iterator

from generator.editorial.word_tables import pattern
from generator.model import Span

_AUXILIARY = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|said|says)"
_VERB = r"(?:said|says|say|reported|reports|report|showed|shows|show)"
_NAME = r"(?:(?:[Tt]he|[Aa]n?) [\w' -]{3,50}|[A-Z][\w.'’-]{0,30}(?: (?:[A-Z]|de |van |von |bin |al-)[\w.'’-]{0,30}){0,5})"
_LEADING = re.compile(
    rf"According to (?P<source>[^,;:“”\"()]{{2,100}}), |"
    rf"(?P<speaker>[^;:“”\"()]{{2,120}}?) (?:also )?{_VERB} (?:in (?:a|its|their) (?:statement|report) )?that,? "
)
_APPOSITION = re.compile(r"(?:the|an?) [^,;:“”\"()]{3,80}, (?!(?:which|who|whose|where)\b)")
_FINITE = re.compile(rf"\b(?:{_AUXILIARY}|[a-z]+ed)\b")
_TRAILING = re.compile(
    rf",[”\"]? according to (?P<source>[^;:“”\"()]{{2,140}}?)(?P<stop>[.!?]*)$|"
    rf",[”\"]? (?P<speaker>(?!(?:which|who|whose|what|that|and|but|as|or|if)\b)[^,;:“”\"()]{{2,70}}?) {_VERB}"
    rf"(?:, [^,;:“”\"()]{{2,60}}| \w+)?(?P<stop_2>[.!?]*)$|"
    rf",[”\"]? (?:said|says) (?P<named>{_NAME}(?:,[^;:“”\"()]{{2,120}}?)?)(?P<stop_3>[.!?]*)$"
)
_WINDOW = 170
# A pronoun among the first words would lose the noun that the attribution gives it.
_PRONOUN = re.compile(
    r"(?:\S+ ){0,6}(?:it|its|he|his|she|her|they|their|this|these|those|such|both|neither|either)\b", re.IGNORECASE
)
# What somebody else announced is theirs to judge: the sentence only passes it on.
_PASSED_ON = re.compile(
    r"(?<=announced) that |(?<=declared) that |(?<=confirmed) that |(?<=decided) that |(?<=agreed) that "
    r"|(?<=agreed) on |(?<=recogni[sz]ed) (?:that|the) |(?<=acknowledged) (?:that|the) |(?<=pledged) to "
)
_FIGURE = re.compile(r"\d")
_GOES_ON = re.compile(rf", (?:{_AUXILIARY}|[a-z]+ed)\b")
_QUOTED = re.compile(r"[“”\"]|(?<!\w)[‘'](?=\w)")


def leading(sentence: str) -> Iterator[Span]:
    """The attribution that `sentence` starts with, where it may go."""
    match = _LEADING.match(sentence)
    if match:
        apposition = _APPOSITION.match(sentence, match.end()) if match["source"] else None
        end = apposition.end() if apposition and not _FINITE.search(apposition[0]) else match.end()
        if _goes(match["source"] or match["speaker"], sentence[end:]):
            yield Span(0, end)


def trailing(sentence: str) -> Iterator[Span]:
    """The attribution that `sentence` ends with, where it may go; its full stop stays."""
    from_ = max(0, len(sentence) - _WINDOW)
    match = _TRAILING.search(sentence, from_)
    if match:
        stop = match["stop"] or match["stop_2"] or match["stop_3"] or ""
        source = match["source"] or match["speaker"] or match["named"]
        if not _GOES_ON.search(source) and _goes(source, sentence[: match.start()]):
            yield Span(match.start(), len(sentence) - len(stop))


def _goes(source: str, said: str) -> bool:
    own = _PASSED_ON.split(said, maxsplit=1)[0]
    if _PRONOUN.match(said) or _QUOTED.search(said) or pattern("statement_opinion").search(own):
        return False
    return bool(pattern("statement_sources").search(source) or _FIGURE.search(said))
