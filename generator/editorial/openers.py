"""What stands before a sentence's own words: a connective that leans on the sentence before, or a newspaper's dateline.

    opener   = entry "," | bare entry            ("First of all,"  "But"  "It is worth mentioning that")
    dateline = [PLACE] ["," date] "(" agency ")" [dash] | PLACE dash | "(" newspaper ")"      at the very start

The entries are those of data/statement_openers.txt. Hedges ("Perhaps,", "Reportedly,") and negations are no openers.
"""

import re
from functools import cache

from generator.editorial.word_tables import entries

_SUBJECT = r"(?:the|this|that|these|those|it|he|she|they|we|you|I|there|a|an|its|his|her|their|our|(?-i:[A-Z])\w*)\b"
# What a clause can also start with, where the word in front cannot be a degree or part of a phrase ("so as to", "yet another").
_CLAUSE_START = (
    r"(?:(?:in|on|at|by|after|before|since|when|while|if|though|although|with|without|despite|even|under|during|until)\b"
    r"|as (?!to\b)|for (?!now\b)|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_AGENCY = r"(?:AP|AFP|UPI|CNN|Reuters|Xinhua|Bloomberg|dpa|Kyodo|TASS|PTI|ANI|Yonhap)"
_DATELINE = re.compile(
    rf"""
      (?:[A-Z][\w.,'’ ]{{0,60}})?\({_AGENCY}\)\s?(?:[-–—_]{{1,2}}\s?)?
    | \((?:[A-Z][\w&.]{{0,20}}\ ?){{1,4}}\)(?=[A-Z])
    | \((?:[A-Z][\w&.]{{0,20}}\ ){{0,3}}(?:News|Times|Post|Press|Herald|Agency|Wire)\)\s
    | [A-Z][A-Z .,'’-]{{2,40}}\s?[–—_]\s
    | [A-Z][\w.,' ]{{0,80}}\(Reporters?\s[^()]{{1,40}}\)\s
    """,
    re.VERBOSE,
)


def opener_length(sentence: str) -> int:
    """How many characters of `sentence` are an opener or a dateline; 0 where it starts with its own words."""
    match = _DATELINE.match(sentence) or _openers().match(sentence)
    return match.end() if match else 0


@cache
def _openers() -> re.Pattern[str]:
    comma, bare, subject = (_any_of(group) for group in ("comma", "bare", "subject"))
    return re.compile(
        rf"(?:(?:{comma})\s?[,:–—]\s?|(?:{bare})(?:\s?,\s|\s(?!for\s))|(?:{subject})\s(?={_SUBJECT}|{_CLAUSE_START})"
        r"|however\s(?=(?-i:[A-Z])\w))",
        re.IGNORECASE,
    )


def _any_of(group: str) -> str:
    return "|".join(
        re.escape(entry).replace("'", "['’]") for entry in sorted(entries("statement_openers", group), key=len, reverse=True)
    )
