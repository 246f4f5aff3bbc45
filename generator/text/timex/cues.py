"""The words of a clause that tell its tense, as one pattern: "was", "will", "plans to", "talks start", "could".

Irregular verbs are generator/text/data/timex_past_verbs.txt, those of appointments timex_schedule_verbs.txt. What the cues of a
clause mean for an expression in it is `tense`'s affair.
"""

import re
from functools import cache

from generator.text.word_lists import packaged_lines

_ADVERBS = ("", "initially ", "originally ", "previously ")
_COMMENTS = r"(?:expected|feared|forecast|hoped|planned|predicted|promised|scheduled)\b"


def _not_as(word: str) -> str:
    """`word`, but not in "as planned", "as previously scheduled"."""
    return word + "".join(rf"(?<!\bas\s{adverb}{word})" for adverb in _ADVERBS)


def _not_after(words: str) -> str:
    return "".join(rf"(?<!\b{word}\s)" for word in words.split())


_INTENT = (
    r"(?:agree|aim|attempt|choose|decide|expect|hope|intend|need|offer|plan|pledge|prepare|promise"
    r"|seek|threaten|try|vow|want|wish)(?:s|d|ed)?|allows?|asks?|invites?|orders?|urges?|chose|planned|sought|tried|tries"
    r"|(?<!\bbeen\s)(?:aim|ask|attempt|hop|intend|offer|order|plann|pledg|prepar|promis|seek|threaten|try|urg|vow|wish)ing"
)
# What was planned once, and may have been given up: for a day or month of the year it only leans ahead.
_PLANNED = (
    rf"(?:was|were|been|{_not_as('initially')}|{_not_as('originally')}|{_not_as('previously')})\s"
    r"(?:also\s|initially\s|last\s|not\s|originally\s|previously\s){0,2}"
    r"(?:due|expected|forecast|planned|scheduled|slated|set\s(?:for|to))\b"
)
_PUT_OFF = (
    r"(?:adjourned|deferred|delayed|extended|postponed|rescheduled|suspended|put\soff)\s(?:[\w-]+\s){0,3}(?:until|till|to)"
    r"|(?:brought\sforward|moved|pushed|put\sback|shifted)(?:\s[\w-]+){0,3}\sto(?=\s$)"
)
_AIMED_AT = (
    r"(?:ahead\sof|run-?up\sto|(?:aiming|calling|gearing\sup|hopes|hoping|preparing|pressing|pushing)\sfor|looking\sforward\sto|for\sdelivery)"
    r"(?=[^,]*$)"
)
# "Signed an agreement to buy the mill in May" is of May, or the purchase is to come then: it leans neither way.
_AGREED = r"(?:agreements?|deals?)\sto\s[a-z]{2,14}(?=.{0,80}\sin\s(?:early\s|late\s)?$)"
# "Due to snow" gives a reason, "due to start" a day.
_REASON = (
    r"(?!\sto\s(?:[\"“]|(?:the|an?|its|his|her|their|this|these|those|bad|fears?|fog|health|heavy|high|higher|illness|injury|lack"
    r"|low|lower|poor|rain|security|severe|snow|strong|technical|weak|weather|[a-z]{2,14}(?:ing|ions?|ies|ness|ments?))\b))"
)
_NO_DETERMINER = _not_after("the a this that an")
# "A televised match", "star-studded" tell no tense.
_NO_ATTRIBUTE = _not_after("the a an its their his this")
_FUTURE = (
    rf"will|shall|won['’]t|going\sto|due{_REASON}|{_not_as('scheduled')}|upcoming|awaits?|awaiting|expects?|predicts?|anticipates?"
    rf"|(?=payable){_not_after('accounts was were')}payable"
    rf"|(?=plan){_NO_DETERMINER}plans?|planned\s(?:to|for)|(?:set|slated|(?<!was\s)(?<!were\s)about)\sto|(?:set|slated)\sfor"
    r"|(?:is|are)\sto|(?:is|are)\s(?:also\s)?(?:expected|forecast|planned|set|slated)|next\s(?:[a-z]{2,14}\s){1,2}(?:is|are)"
)
_PERHAPS = (
    rf"{_PLANNED}|{_PUT_OFF}|{_AIMED_AT}|planned\san?(?:other)?(?=\s)"
    r"|[a-z]{2,14}ed\s(?:(?:its|their|the|his|her|new)\s)?plans?\sto"
    rf"|would|could|may|might|must|should|can|(?:{_INTENT})\s(?:\w+\s){{0,2}}to\s[a-z]{{2,14}}"
    r"|(?:was|were)\sto\s[a-z]{2,14}|to\sbe|effective|deadline(?!\s(?:passed|expired))|{_not_as('expected')}|likely|[Ii]f|[Uu]nless"
)
# "Could have fled", not "may have to flee"; "could not be reached", whom a reporter rang up.
_PERFECT = (
    r"(?:would|could|may|might|must|should)\s(?:not\s|also\s|well\s)?have\s(?!to\b)"
    r"|(?:could(?:\snot|n['’]t)|(?:[Nn]either|[Nn]one|[Nn]o\sone|[Nn]obody)\b[^.;]{0,60}?\scould)\s(?:immediately\s)?be"
    r"\s(?:contacted|found|located|reached)"
)
_PASSIVE = r"(?:\s(?:not|also|be|have|been|[a-z]{3,12}ly)){0,3}(?:\s(?:[a-z-]{2,16}ed|built|held|made|put|sent|set|sold|told))?"
# What stands before a plain form that is a verb: a plural or a pronoun ("players return"), not a singular in -s; and before a
# form with -s that is none ("the returns").
_PLURAL = (
    r"(?:(?<=[a-rt-z]s\s)|(?<=\b[Tt]hey\s)|(?<=\b[Ww]e\s)|(?<=\b[Yy]ou\s)|(?<=\bI\s)|(?<=\bwho\s)|(?<=\bwhich\s)|(?<=\bthat\s))"
    + _not_after("is was has his its this as does")
)
_NO_NOUN = _not_after("the a of its their his her no by for with") + r"(?<![^,]\sand\s)"
_NO_COPULA = _not_after("is are was were an this that to or in on")
# Verbs of events, whatever stands before them.
_EVENTS = (
    _not_after("not to did didn't never would could")
    + r"(?:(?:comes?\sinto\s(?:effect|force)|gets?\sunder\sway|(?:go|goes)\son\ssale|kicks?\soff|takes?\s(?:effect|place)))"
)
# Plain forms that are nouns more often: "the vote on Monday", "a visit in May".
_NO_VERB = "".join(
    rf"(?<!\b{noun})"
    for noun in ("close", "end", "face", "head", "host", "launch", "move", "play", "return", "start", "travel", "visit", "vote")
)
# "As planned" and "as expected" tell no tense, nor does "an unspecified day".
_NO_COMMENT = rf"(?!(?:{'|'.join(rf'(?<=as {adverb})' for adverb in _ADVERBS)}){_COMMENTS})"
_NO_ADJECTIVE = r"(?!un(?:announced|decided|disclosed|expected|identified|limited|named|precedented|resolved|specified)\b)"
# "to shut" and "be set" are no past.
_NO_INFINITIVE = _not_after("to be will would could may must might should a the")


def first_cue(clause: str) -> str | None:
    """The name of the first cue: future, scheduled, will, perhaps, unclear, past or over; None without one."""
    cue = cues().search(clause)
    return None if cue is None else cue.lastgroup


def last_cue(clause: str) -> str | None:
    """The name of the last cue."""
    return next((cue.lastgroup for cue in reversed(list(cues().finditer(clause)))), None)


def _progressive(plain: str) -> str:
    """The form in -ing, with or without the last letter doubled: leaving, beginning, meeting."""
    return plain.removesuffix("e") + ("n?" if plain.endswith("n") else "t?" if plain.endswith("t") else "") + "ing"


@cache
def cues() -> re.Pattern[str]:
    """All cues as one pattern; the name of the group that matches is the cue's."""
    past = "|".join(packaged_lines("generator.text", "data/timex_past_verbs.txt"))
    plain, singular = map(
        "|".join, zip(*map(str.split, packaged_lines("generator.text", "data/timex_schedule_verbs.txt")), strict=True)
    )
    scheduled = (
        rf"(?:{_EVENTS}|{_PLURAL}(?:{plain})|{_NO_NOUN}{_NO_COPULA}(?:{plain}){_NO_VERB}(?=\s(?:on|in|(?:[a-z]{{2,12}}ly|again)(?:\son)?)\s$)|{_NO_NOUN}(?:{singular}))(?!-|\sof\b)"
        rf"(?:\s[a-z]{{2,14}}ed)?|(?:is|are)\s(?:also\s)?(?:{'|'.join(map(_progressive, plain.split('|')))})\b"
    )
    # "Did not appear", "saw him leave": the plain form is of the past.
    bare = (
        rf"(?:did(?:\snot|n['’]t)?(?:\s(?:also|ever|even|I|we|you|he|she|it|they|[a-z]{{2,10}}ly)){{0,2}}|(?:heard|helped|let|saw|watched)(?:\s[\w'’-]{{1,20}}){{1,3}})"
        rf"\s(?:{plain})"
    )
    # The words are looked for before what must not stand before them: half the time where dates stand close.
    return re.compile(
        rf"\b(?:(?P<over>{_PERFECT}|since\s(?:an?|his|her|its|the|their)\s[a-z]{{2,14}}\s(?:at|in|of|on)\b)|(?:(?P<future>{_FUTURE})|(?P<perhaps>{_PERHAPS})){_PASSIVE}|(?P<unclear>{_AGREED})"
        rf"|(?P<scheduled>(?=(?:{plain}|{singular}|gets?|is|are)\b)(?:{scheduled}))"
        rf"|(?P<past>has|have|{bare}|after\s[a-z]{{2,14}}ing|(?=[a-z]{{2,14}}ed\b)(?<!-){_NO_ATTRIBUTE}{_NO_ADJECTIVE}{_NO_COMMENT}[a-z]+|re-[a-z]{{2,12}}ed|(?=(?:{past})\b){_NO_INFINITIVE}(?:{past})))\b"
        r"|(?P<will>['’]ll\b)"
    )
