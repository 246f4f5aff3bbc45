"""Paragraphs in which a publication speaks to its reader about itself: subscribe, sign up, support us.

They are told by how many ways of asking they hold at once, never by one word: an article about newspapers speaks of
subscribers and newsletters, and a commentary says "we" and "you". What stands in quotation marks is somebody else's plea
and does not count.
"""

import re

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
    r"(?:please )?(?:subscribe|donate|sign up|register|join|contribute|support us|give|get started|log in|digital editor)"
    r"(?: now| today| here|/register)?\W*"
)
_QUOTED = re.compile(r"[\"“][^\"“”]{1,600}[\"”]")
_LOOKED_AT = 1500


def unquoted(text: str) -> str:
    """The start of `text` in small letters, without what stands in double quotation marks."""
    return _QUOTED.sub("", text[:_LOOKED_AT].casefold())


def is_appeal(text: str) -> bool:
    """Whether a paragraph asks its reader in two ways or more, wherever it stands."""
    plain = unquoted(text)
    asks = _ways(_ASKS, plain)
    to_reader = _TO_READER.search(plain) or (asks >= 2 and _WE_AND_YOU.search(plain))
    return "please subscribe" in plain or (asks > 0 and asks + _ways(_PRAISE, plain) >= 2 and bool(to_reader))


def invites(text: str) -> bool:
    """Whether a paragraph that stands between two lines of chrome belongs to them."""
    plain = unquoted(text)
    addressed = _INVITATION.match(plain) or _TO_READER.search(plain)
    return _ways(_ASKS, plain) > 0 and bool(addressed)


def opens_pitch(text: str) -> bool:
    """Whether a line may open an appeal that goes on over several paragraphs."""
    return bool(_OPENING.match(text[:_LOOKED_AT].casefold()))


def goes_on(text: str) -> bool:
    """Whether a paragraph speaks of "we" and "you", as an appeal does throughout."""
    return bool(_WE_AND_YOU.search(unquoted(text)))


def is_button(text: str) -> bool:
    """Whether a line is what an appeal ends in: "Subscribe now"."""
    return bool(_BUTTON.fullmatch(text.casefold()))


def _ways(kinds: tuple[re.Pattern[str], ...], plain: str) -> int:
    return sum(1 for way in kinds if way.search(plain))
