"""Paragraphs in which a publication speaks to its reader about itself: subscribe, sign up, support us.

They are told by how many ways of asking they hold at once, never by one word: an article about newspapers speaks of
subscribers and newsletters, and a commentary says "we" and "you". What stands in quotation marks is somebody else's plea
and does not count.
"""

import re

from generator.formats.article.sentence_shape import ends_sentence

_ASKS = tuple(
    re.compile(rf"\b(?:{way})\b")
    for way in (
        r"subscrib(?:e|ing)|subscribers?|subscriptions?",
        r"unlimited access|full access|free trial|ad-free",
        r"newsletters?|inbox",
        r"sign up|log in|register|create an? (?:free )?account",
        r"donat(?:e|ions?)|contribut(?:e|ion) (?:to us|from)|membership",
    )
)
# One of these stands in whatever asks in one of those ways: to look for them costs far less than the searches.
_ASKING = (
    *("subscri", "access", "free trial", "ad-free", "newsletter", "inbox", "sign up", "log in", "regist", "create a"),
    *("donat", "contribut", "membership"),
)
_PRAISE = tuple(
    re.compile(rf"\b(?:{way})\b")
    for way in (
        r"support (?:us|our|independent|quality|high-quality)",
        r"our (?:readers|journalism|mission|content|website|site|app|team|work|archive|newsroom|reporting)",
        r"book reviews|long reads|weekly|the full .{0,20}archive|annual print magazine|interviews",
        r"click (?:here|below)|follow us|cookies?|privacy policy|terms of (?:use|service)",
    )
)
_INVITATION = re.compile(
    r"(?:enjoy|get|receive|unlock|access|start|try|read|discover|explore|subscribe|sign up|join|support|become)\b"
)
_TO_READER = re.compile(r"\b(?:you|your|please)\b")
_WE_AND_YOU = re.compile(r"\b(?:we|us|our|you|your)\b")
_OPENING = re.compile(
    r"(?:please )?(?:support|subscribe|sign up|donate|join|become|help|we hope|dear readers?|before you go|thank you for)\b"
)
_BUTTON = re.compile(
    r"(?:please )?(?:subscribe|donate|sign (?:me )?up|register|join(?: us| the club)?|contribute|support(?: us)?|give|"
    r"get started|log in|digital editor|start|start reading|"
    r"become an? (?:member|subscriber|supporter|friend)|continue|"
    r"get (?:the |this )?(?:offer|deal)|claim (?:your )?offer|find out more|learn more|"
    r"(?:see|view) (?:our |all )?(?:plans|offers|subscription options)|choose your plan|"
    r"start (?:your )?(?:free )?trial)(?: now| today| here|/register)?\W*"
)
_SELLING = tuple(
    re.compile(rf"\b(?:{way})\b")
    for way in (
        r"free(?! of)|price of|cancel at|discount|as little as|(?:a|per|each) (?:day|week|month|year)|trial",
        r"magazines?|issue|edition|copy|events?|digest|explainers?|stor(?:y|ies)|essays?|interviews?|commentar(?:y|ies)|analysis|articles?|journalism|reporting|newsletters?|archive|access|"
        r"notes|reviews?|puzzles|podcasts?|briefings?|headlines|opinions?|insights?|ideas|news",
        r"(?:every|each) (?:day|morning|evening|night|week|weekend|month|\w{3,6}day)s?|daily|weekly|monthly|"
        r"(?:once|twice) a week",
        r"we|our|us",
        r"you|your|readers|subscribers|members|inbox|devices",
        r"subscribe|subscription|sign up|register|premium|membership",
        r"support|help|keep|fund|independent|ad-free|advertisements?|advertising|ads|paywall",
    )
)
_ORDER = re.compile(
    r"(?:enjoy|get|receive|unlock|access|start|try|read|discover|explore|subscribe|sign up|join|support|become|stay|"
    r"keep|follow|don['’]t miss|do not miss|never miss|secure|claim|reserve|order|upgrade|catch|listen|watch|"
    r"save|give|help|choose|know|never|for as little|for only|for just)\b"
)
_REPORTED = re.compile(r"\b(?:said|says|told|asked|wrote|according to|was|were|had)\b")
_LONGEST_SELLING = 50
_LONGEST_PLEA = 30
_LONGEST_LOOSE = 14
_YOURS = re.compile(r"\b(?:your|our|us|you)\b")
_OURS_OFTEN = re.compile(
    r"\bour (?:\w{2,15} ){0,2}(?:stories|journalism|reporting|newsletters?|coverage|articles|headlines|commentary|analysis)\b"
    r".{0,40}\b(?:every|each|daily|weekly|monthly|free)\b"
)
_TITLE_OF_PLEA = re.compile(r"\b(?:you|your|support|help|journalism|reporting|readers|dear)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]{1,600}[\"”]")
_LOOKED_AT = 1500


def unquoted(text: str) -> str:
    """The start of `text` in small letters, without what stands in double quotation marks."""
    return _QUOTED.sub("", text[:_LOOKED_AT].casefold())


def is_appeal(text: str) -> bool:
    """Whether a paragraph asks its reader in two ways or more, wherever it stands."""
    plain = unquoted(text)
    asks = _asks(plain)
    to_reader = asks and (_TO_READER.search(plain) or (asks >= 2 and _WE_AND_YOU.search(plain)))
    return "please subscribe" in plain or bool(to_reader and asks + _ways(_PRAISE, plain) >= 2)


def sells(text: str) -> bool:
    """Whether a paragraph that stands before a button belongs to it: what there is to read, how often, and for how much."""
    return _selling(text) >= (2 if _ORDER.match(text[:60].casefold()) else 3)


def sells_somewhat(text: str) -> bool:
    """Whether a paragraph would do between a title that speaks to the reader and a button."""
    return _selling(text) >= 2


def sells_in_title(text: str) -> bool:
    """Whether a title tells its reader to take something: "Secure your copy"."""
    plain = text[:_LOOKED_AT].casefold()
    return bool(_ORDER.match(plain) and _YOURS.search(plain))


def is_pitch(text: str) -> bool:
    """Whether a paragraph, or a loose line, sells so plainly that no button is needed."""
    if _ORDER.match(text[:60].casefold()) and _selling(text) >= 4:
        return True
    return len(text.split()) <= _LONGEST_LOOSE and not ends_sentence(text) and bool(_OURS_OFTEN.search(unquoted(text)))


def _selling(text: str) -> int:
    plain = unquoted(text)
    if len(text.split()) > _LONGEST_SELLING or _REPORTED.search(plain):
        return 0
    return _ways(_SELLING, plain)


def invites(text: str) -> bool:
    """Whether a paragraph that stands between two lines of chrome belongs to them."""
    plain = unquoted(text)
    addressed = _INVITATION.match(plain) or _TO_READER.search(plain)
    return _asks(plain) > 0 and bool(addressed)


def opens_pitch(text: str) -> bool:
    """Whether a line may open an appeal that goes on over several paragraphs."""
    return bool(_OPENING.match(text[:_LOOKED_AT].casefold()))


def goes_on(text: str) -> bool:
    """Whether a paragraph speaks of "we" and "you", as an appeal does throughout."""
    return bool(_WE_AND_YOU.search(unquoted(text)))


def pleads(text: str) -> bool:
    """Whether a short paragraph speaks of "we" and "you" and reports nothing."""
    return goes_on(text) and reports_nothing(text)


def reports_nothing(text: str) -> bool:
    """Whether a paragraph may stand between an appeal's title and its button: it is short and tells of no event."""
    return len(text.split()) <= _LONGEST_PLEA and not _REPORTED.search(text.casefold())


def names_reader(text: str) -> bool:
    """Whether a title speaks to the reader or of the paper: "Journalism needs you"."""
    return bool(_TITLE_OF_PLEA.search(text.casefold()))


def is_button(text: str) -> bool:
    """Whether a line is what an appeal ends in: "Subscribe now"."""
    return bool(_BUTTON.fullmatch(text.casefold()))


def _asks(plain: str) -> int:
    return _ways(_ASKS, plain) if any(sign in plain for sign in _ASKING) else 0


def _ways(kinds: tuple[re.Pattern[str], ...], plain: str) -> int:
    return sum(1 for way in kinds if way.search(plain))
