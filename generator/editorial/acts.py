"""Whether a sentence only tells of something to be done, by the gerund or the order that it opens with.

"Raising the wall by the mill"                 a list item
"Building more depots would ease the shortage."   a sentence that says what it would be good for
"Second, slow down the pumps."                 an order, with what it is about
"""

from itertools import pairwise

from generator.editorial.phrases import phrase_table

_SHORTEST = 5
_NO_GERUNDS = frozenset(
    ("nothing", "something", "anything", "everything", "during", "according", "spring", "morning", "evening")
)
_MODALS = frozenset(("would", "could", "can", "will", "may", "might", "should"))
_GOOD_FOR = frozenset(
    (
        "help",
        "ease",
        "reduce",
        "relieve",
        "improve",
        "solve",
        "lower",
        "prevent",
        "protect",
        "strengthen",
        "boost",
        "enable",
        "allow",
        "save",
        "cure",
        "end",
        "cut",
    )
)
_FAR_ON = 8
# What stands after a verb and not after the noun that is spelt like it: "share the cost", but "share prices", "work on it".
_ORDERED = frozenset(
    ("the", "a", "an", "your", "their", "its", "down", "up", "out", "more", "fewer", "less", "them", "it", "only")
)
_MAYBE_BETWEEN = frozenset(("also", "greatly", "soon", "then", "at"))


def opens_with_an_act(words: tuple[str, ...]) -> bool:
    """Whether the first word looks like a gerund."""
    first = words[0] if words else ""
    return len(first) >= _SHORTEST and first.endswith("ing") and first not in _NO_GERUNDS


def would_help(words: tuple[str, ...]) -> bool:
    """Whether the sentence opens with an act and says that it would be good for something."""
    return opens_with_an_act(words) and any(
        modal in _MODALS and verb in _GOOD_FOR for modal, verb in pairwise(word for word in words if word not in _MAYBE_BETWEEN)
    )


def orders(words: tuple[str, ...]) -> bool:
    """Whether the sentence, or what follows its first comma, is an order that says what it is about."""
    comma = next((at for at, word in enumerate(words[:_FAR_ON]) if word in (",", ":")), -1)
    heads = (words[at : at + 2] for at in {0, comma + 1})
    return any(len(head) > 1 and head[0] in phrase_table("orders") and head[1] in _ORDERED for head in heads)
