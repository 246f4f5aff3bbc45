"""Paragraphs in which a page speaks of the article it carries: corrections, disclaimers, reprints, rights, whom to write to.

    label      "Editor's note: ...", "Disclaimer: ...", "Special statement: ..." in a paragraph of at most 120 words
    rights     "This article is reprinted from ..., and the views do not represent ...": the page or the article named as
               such, and two ways or more of speaking of rights
    follow     "Long press the QR code to follow ...": an order that starts the line, and an account or a code
    address    "Share your experiences by e-mailing a@b.example": an address that ends the line, and a "we" or "you"

A writer's own disclaimer ("Disclaimer: I have worked for ...") is text, and so is a sentence about other people's rights.
"""

import re

from generator.formats.article.characters import straightened
from generator.formats.article.sentence_shape import is_told

_LONGEST_NOTE = 120
_LONGEST_NOTICE = 70
_LONGEST_ORDER = 30
_NOTE = re.compile(
    r"\W{0,2}(?:(?:editor|author)['’]s note|correction|clarification|"
    r"(?:special )?disclaimer|special (?:statement|reminder|note|tip|instructions)|copyright (?:notice|statement)|"
    r"(?:特别)?声明|免责声明)\W{0,2}[:：—–]",
    re.IGNORECASE,
)
_OWN_NOTE = re.compile(r"\W{0,2}[Dd]isclaimer\W{1,3}(?:[\w,]{1,20} ){0,5}?(?:I|I['’]\w{1,2}|[Mm]y)\b")
_SELF = re.compile(
    r"\b(?:this (?:article|website|web site|site|platform|account|content|manuscript|public account)|"
    r"(?:the )?above (?:content|article)|"
    r"the original (?:author|link|text)|the author's own|please|contact us|reprinting)\b"
)
_RIGHTS = tuple(
    re.compile(rf"\b(?:{way})\b")
    for way in (
        r"copyright",
        r"infring\w{2,8}",
        r"original author|authors?['’]s? own",
        r"reprint\w{0,4}|reproduc\w{1,5}",
        r"(?:indicate|state|cite|credit) the source|with(?:out)?(?: the| prior)? (?:permission|authori[sz]ation)|"
        r"edited by|with credit",
        r"(?:views?|opinions?|position|stance).{1,60}(?:represent|of this|of the author)|"
        r"represents? .{0,30}(?:views?|opinions?)",
        r"investment advice",
        r"for reference only|only for reference",
        r"public account|wechat",
        r"contact us|delete it|deleted",
        r"this (?:website|web site|platform|site)",
    )
)
_FOLLOW = re.compile(
    r"(?:please )?(?:follow|scan|long press|identify|press and hold|click|search|add|pay attention to|welcome to)\b"
)
_ACCOUNT = re.compile(
    r"blue words?|lower right|top right|upper right|the code|looking\"|qr code|two-dimensional code|"
    r"wechat|public account|official account|\"read the original"
)
_TO_JOIN = re.compile(r"\b(?:follow|join|attention|more|download|add|learn|us|group|share|corner)\b")
_ADDRESS_AT_END = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3}\W{0,3}$")
_WRITE_TO = re.compile(r"(?:reach|contact|e-?mail|write to|send) [^.!?]{2,60} (?:at|to|on|via) [^!?]{0,60}@[\w.-]{2,60}")
_ASKS_TO_WRITE = re.compile(
    r"\b(?:we|us|you|your|e-?mail(?:ing)?|contact|write|reached|letters|enquir(?:y|ies)|follow|questions|tips?|feedback)\b"
)


def is_notice(text: str) -> bool:
    """Whether a paragraph is the page speaking of its article, and none of the article's own."""
    words = len(text.split())
    if words > _LONGEST_NOTE:
        return False
    if _NOTE.match(text):
        return not _OWN_NOTE.match(text)
    if is_told(text):
        return False
    plain = straightened(text.casefold())
    return (
        (words <= _LONGEST_NOTICE and _speaks_of_rights(plain))
        or (words <= _LONGEST_ORDER and (_asks_to_follow(plain) or bool(_WRITE_TO.match(plain))))
        or (words <= _LONGEST_ORDER and bool(_ADDRESS_AT_END.search(plain[-160:]) and _ASKS_TO_WRITE.search(plain)))
    )


def _speaks_of_rights(plain: str) -> bool:
    return bool(_SELF.search(plain)) and sum(1 for way in _RIGHTS if way.search(plain)) >= 2


def _asks_to_follow(plain: str) -> bool:
    order = _FOLLOW.match(plain)
    return bool(order and _ACCOUNT.search(plain) and (_TO_JOIN.search(plain)))
