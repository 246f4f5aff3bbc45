"""Whether a sentence stands alone: whether a reader who sees nothing before it knows whom and what it speaks of.

    leans    it starts with a subject that points back: "However, they …", "In 2010 she …", "As he read it, he …", "Despite it"
    fit      a whole statement that does not lean, of the third person, without half a quotation
    caption  the words under a picture

Only the start of a sentence is judged: a pronoun further on mostly has its noun in the sentence, and what points back there is
no fault but reads worse. English only; in other languages nothing leans.
"""

import re
from collections.abc import Callable

# Openers that fall away before a reader sees the sentence: "However, they …" leans on what came before as "they …" does.
_OPENER = re.compile(
    r"\W{0,3}(?:(?:but|and|yet|so|or|nor|however|also|then|still|thus|hence|meanwhile|moreover|furthermore|indeed|instead|now"
    r"|perhaps|in fact|of course|after all|in addition|at the same time|as a result|therefore|similarly|likewise|already"
    r"|again),? ){0,2}",
    re.IGNORECASE,
)
_SUBORDINATE = (
    r"(?:even )?(?:if|when|while|although|though|because|since|as|once|whether|where|unless|until|after|before|given|with)"
)
_AT = r"(?:in|on|at|by|since|until|during|after|before|for|over) (?:the )?(?:[\w-]+ ){0,3}"
_TIME = (
    r"(?:\d{4}s?|years?|months?|weeks?|days?|hours?|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|january"
    r"|february|march|april|may|june|july|august|september|october|november|december|case|example|instance|addition|turn|end)"
)
_POINTER = re.compile(
    rf"(?:{_AT}{_TIME},?|(?:[\w-]+ ){{0,2}}{_TIME},) (?:he|she|they|it|this|these)(?!\w)"
    rf"|{_SUBORDINATE} (?:he|she|they|it) [^,]{{1,120}}, (?:he|she|they|it|his|her|their|its|this)(?!\w)"
    r"|(?:he|she|they|it|its|his|her|their|him|them|this|these|those|that|such|both|neither|others|another|here|there"
    r"|the (?:former|latter|same|move|other|pair|two|idea)|some of (?:these|those|them)|one of (?:these|those|them)"
    rf"|{_SUBORDINATE} (?:this|these|such)"
    r"|given (?:those|it|his|her|their)"
    r"|(?:in|on|at|for|by|with|to|from|under|among|between|despite|because of|after|during|of|like|unlike|all|half of|most of"
    r"|part of)"
    r" (?:this|that|these|those|such|it|him|her|them|his|their))(?!\w)",
    re.IGNORECASE,
)
# A phrase that names nobody of its own, and then a pronoun: "Like every tram, it …", "Speaking on the quay, he …".
_PHRASE = re.compile(
    r"(?:like|unlike|by|in|on|at|with|without|for|from|during|despite|under|through|instead of|as part of|rather than"
    r"|[a-z]{3,20}(?:ing|ed)) [^,]{1,100}, (?=(?:he|she|they|it)(?!\w))",
    re.IGNORECASE,
)
# Further on, but still among the first words: "The reason for these delays …", "Even if this is so …"; "this year" is today's.
_NEAR_TIME = (
    r"(?:year|week|month|morning|afternoon|evening|summer|winter|autumn|spring|season|century|decade|time|country|city|town"
    r"|day)"
)
_POINTER_WITHIN = re.compile(
    rf"(?:[^\s,;:]{{1,40}} ){{1,4}}?(?:(?:these|such) (?!as\b|a\b|an\b)|those (?!who|that|which|with|of|in\b)"
    rf"|this (?!{_NEAR_TIME}s?\b))[a-z]",
    re.IGNORECASE,
)
_NAMELESS_SPEAKER = re.compile(r", (?:he|she|they) (?:said|says|added|adds|told [^,.]{1,30})[.!]?\Z")
# "It is clear that …", "There is a risk …", "That the bank failed …" point at nothing before them.
_EMPTY_SUBJECT = re.compile(
    r"(?:there (?:is|are|was|were|will|has|have|can|may|could|must|remains?|seems?)(?!\w)"
    r"|(?:it|that) (?:is|was|would be|will be|remains|seems|appears|could be|may be|has been|takes|took)(?: now| also| still)?"
    r" (?:[a-z]+ly )?(?:not )?(?:[a-z]+) (?:that|to|for|how|why|whether|if|who)(?!\w)"
    r"|it (?:turns out|makes (?:no )?sense|comes as|isn['’]t clear|looks as (?:if|though))"
    r"|those (?:who|that|which|with|of|in|living|seeking)(?!\w)|that (?:the|a) [a-z]+ )",
    re.IGNORECASE,
)
# "Suppose …", "Imagine …": an illustration; "I …": nobody whom the reader knows.
_ASIDE = re.compile(
    r"\W{0,3}(?:suppose|imagine|consider|take (?:the|a|for)|picture (?:a|the|this)|see (?:also|page)|read (?:more|also)|click"
    r"|scroll|follow us|watch (?:the|as|this)|note that)(?!\w)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"|(?<!\w)[‘'][^‘'’]{1,2000}[’'](?!\w)")
_QUOTATION_MARKS = ("“", '"', "‘", "'")
_I = re.compile(r"(?<![\w.])(?<!War )(?:I|my|me|I['’](?:m|ve|d|ll))(?![\w.])")
_TORN = re.compile(r"(?:\A|(?<=[\s(—–-]))[“\"‘'](?=\w)|(?<=[\w.,!?])[”\"](?=\W|\Z)")
_SPOKEN = re.compile(
    r"[”\"’'] (?!(?:he|she|they|it) )(?:[\w.’'-]+ ){0,4}?(?:says?|said|warned|argued|told|added|wrote|explained|noted)(?!\w)"
)
# What stands under a picture: "Fight: the couple, above, in May .", with the lone full stop that some archives give it.
_CAPTION = re.compile(
    r"\A(?:[A-Z][\w'’-]*(?: [\w'’-]+){0,4}: [A-Z]|Above, )|\s\.(?:\s|\Z)"
    r"|\((?:pictured|left|right|above|below|centre|center)[^()]{0,40}\)"
    r"|(?<!\w)pictured(?:,)? (?:here|left|right|above|below|with|in)(?!\w)",
)
_FRAGMENT = re.compile(r"[a-z][a-z'’-]*(?![\w'’-]*[A-Z])")
# "A mother and a calf were seen near the .": a link or a picture stood there.
_TORN_OFF = re.compile(r"\b(?:the|an?|and|or|its|their|our|every)[\s.]{0,3}\Z")
_PARENTHESIS = re.compile(r"[(\[](?:[^()\[\]]{0,400}\Z|.{0,1000}[)\]]\W{0,3}\Z)")
_OPENING = ("“", '"', "‘", "'", "…", "-", "–", "—", "•", "*")
_WHOLE = re.compile(r"[.!。！…][\"'”’」』)\]]{0,3}\s*$")
_QUESTION = re.compile(r"[?？][\"'”’」』)\]]{0,3}\s*$")
_WORD = re.compile(r"[^\W\d_]{2}")
_SHORTEST = 40
_SHORTEST_WIDE = 12


def leans(text: str) -> bool:
    """Whether the sentence `text` starts with a subject that only the sentences before it name."""
    opener = _OPENER.match(text)
    start = opener.end() if opener else 0
    phrase = _PHRASE.match(text, start)
    points = phrase or _POINTER.match(text, start)
    return points is not None and _EMPTY_SUBJECT.match(text, phrase.end() if phrase else start) is None


def points_back(text: str) -> bool:
    """Whether the sentence `text`, though it stands alone, points at what came before: "these delays", ", he said"."""
    return _POINTER_WITHIN.match(text) is not None or _NAMELESS_SPEAKER.search(text) is not None


def has_words(text: str) -> bool:
    """Whether `text` says anything at all: a word of two letters or more, where "," and "12" are none."""
    return _WORD.search(text) is not None


def is_fit(text: str) -> bool:
    """Whether the sentence `text` can be told by itself."""
    return not fault(text)


def fault(text: str) -> str:
    """Why the sentence `text` cannot be told by itself, in a few words; empty where it can."""
    return next((reason for reason, holds in _FAULTS if holds(text)), "")


def is_caption(text: str) -> bool:
    """Whether the sentence `text` looks like the words under a picture."""
    signs = " ." in text or "(" in text or "pictured" in text or ":" in text or text.startswith("Above")
    return signs and _CAPTION.search(text) is not None


def _is_short(text: str) -> bool:
    return len(text) < (_SHORTEST_WIDE if text[:1] >= "\u3040" else _SHORTEST) or not has_words(text)


def _is_fragment(text: str) -> bool:
    return _WHOLE.search(text) is None or _FRAGMENT.match(text) is not None or _TORN_OFF.search(text) is not None


def _is_bare_quotation(text: str) -> bool:
    """Whether a quotation opens the sentence that is not a whole one handed on by somebody who is named."""
    if not text.startswith(_OPENING):
        return False
    quoted = _QUOTED.match(text)
    return quoted is None or _SPOKEN.match(text, quoted.end() - 1) is None or _I.search(quoted[0]) is not None


def _unquoted(text: str) -> str:
    return _QUOTED.sub("", text) if any(mark in text for mark in _QUOTATION_MARKS) else text


_FAULTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("it is too short", _is_short),
    ("it is a question", lambda text: _QUESTION.search(text) is not None),
    ("it is a fragment", _is_fragment),
    ("it is a bare quotation", _is_bare_quotation),
    ("it stands in brackets", lambda text: _PARENTHESIS.match(text) is not None),
    ("it is an invitation", lambda text: _ASIDE.match(text) is not None),
    ("half a quotation is missing", lambda text: _TORN.search(_unquoted(text)) is not None),
    ("it speaks of its writer", lambda text: _I.search(_unquoted(text)) is not None),
    ("it leans on what came before", leans),
)
