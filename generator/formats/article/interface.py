"""Buttons, counters and labels of pages, told by their words: "Show more comments", "Updated 3 hours ago", "Get our app".

A line counts if it is short, is no sentence, and has nothing but words of interface_words.txt and numbers, among them one
that is telling ("gallery", "ago"), or an order beside a topic ("more" beside "videos"). "The app", "Our readers" and
"Ads in search results" are headings.
"""

import re

from generator.formats.article.word_lists import section

_LONGEST = 9
_TELLING, _TOPICS, _ORDERS, _PLATFORMS, _ALSO = (
    frozenset(section("interface_words.txt", name)) for name in ("telling", "topics", "orders", "platforms", "also")
)
_WORDS = _TELLING | _TOPICS | _ORDERS | _PLATFORMS | _ALSO
_NOUN_AHEAD = frozenset(("the", "a", "an", "our", "his", "her", "their", "my"))
_WORD = re.compile(r"[^\W_][\w'-]{0,30}")


def is_interface(line: str) -> bool:
    """Whether `line` is made of nothing but the words of an interface."""
    if len(line) > 90 or line.endswith((".", "?", ":", ";", ",")):
        return False
    words = [word for word in _WORD.findall(line.casefold().replace("’", "'")) if not word.isdigit()]
    if not 1 <= len(words) <= _LONGEST or words[0] in _NOUN_AHEAD or not _WORDS.issuperset(words):
        return False
    if not _PLATFORMS.isdisjoint(words) and words[0] not in _ORDERS:
        return False
    orders = not _ORDERS.isdisjoint(words)
    return not _TELLING.isdisjoint(words) or (orders and not (_TOPICS | _PLATFORMS).isdisjoint(words))
