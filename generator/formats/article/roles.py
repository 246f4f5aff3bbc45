"""What stands beside a name in a byline and is no name: a role, the outlet it is held at, the place it is written in.

    ", health correspondent"   ", Oslo correspondent"   "Health Reporter For MailOnline"   "our science editor"   ", in Oslo"

"Jane Doe Health Reporter" is a name and a role; "Features Reporter" and "Daily Mail Reporter" are a role alone.
"""

import re

from generator.formats.article.word_lists import section

_NOUN = "|".join(re.escape(role) for role in sorted(section("outlets.txt", "roles"), key=len, reverse=True))
_FIELD = "|".join(re.escape(field) for field in sorted(section("outlets.txt", "fields of roles"), key=len, reverse=True))
_AFFILIATION = re.compile(rf"\b(?:{'|'.join(map(re.escape, section('outlets.txt', 'affiliations')))})\b", re.IGNORECASE)
_BEHIND = r"(?: (?:at|for|of|in) (?:the )?[A-Z][\w.&'’-]{0,20}(?: [A-Z][\w.&'’-]{0,20}){0,3})?"
_SMALL_ROLE = re.compile(rf", (?:an? |the )?(?:[a-z][\w'’/&-]{{0,20}} ){{0,5}}(?:{_NOUN})s?{_BEHIND}(?=$|[,;|]| and )")
_ROLE_AT_END = re.compile(
    rf"(?:^|(?<=\s))(?P<fields>(?:(?:{_FIELD}) (?:and )?){{0,4}})(?:{_NOUN})(?P<several>s?)(?i: for \w.{{1,30}})?$",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?:(?:our|the|an?|by)(?: own)?)?", re.IGNORECASE)
_WHERE = re.compile(r"(?:in|for|at|from) (?:the )?[A-Z][\w.’' -]{1,40}")


def is_affiliation(text: str) -> bool:
    """Whether `text` names an outlet, an agency or a role rather than a person."""
    return bool(_AFFILIATION.search(text))


def without_small_roles(names: str) -> str:
    """`names` without the roles in small letters behind their commas, whatever joins the words of those."""
    return _SMALL_ROLE.sub("", names)


def person_in(part: str, leads: bool) -> str:
    """The name in one part of a list of names, or "" where the part says a role, an outlet's role or a place.

    `leads` says that it is the first part: a later one that ends in a role is one ("Oslo correspondent").
    """
    if not leads and _WHERE.fullmatch(part):
        return ""
    role = _ROLE_AT_END.search(part)
    if role is None:
        return part
    name = part[: role.start()].strip(" ,")
    is_nobody = _WHOSE.fullmatch(name) or (is_affiliation(name) and len(name.split()) <= 4)
    is_outlet = not leads and (role["several"] or not role["fields"])
    return "" if is_nobody or is_outlet else name
