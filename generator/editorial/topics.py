"""The topics: three to six names and noun phrases that the article is about, the same ones for the same thing in every brief.

    weight   = how many sentences have it, more where the headline or the opening has it too, more for a phrase of two words
    spelling = the article's own, after type repair; listed aliases are written one way ("US", "USA" -> "United States")

Names are `names`'s, noun phrases `noun_phrases`'s. A language without both gets no topics.
"""

from functools import cache

from generator.editorial.annotate import AnnotatedArticle
from generator.editorial.names import names
from generator.editorial.noun_phrases import noun_phrases
from generator.editorial.word_tables import entries
from generator.text.type_repair import repair
from generator.text.words import stem

FEWEST, MOST = 3, 6
_OPENING = 3
_LONGEST_OPENING = 2_000
_IN_HEADLINE, _IN_OPENING, _PHRASE = 1.6, 1.3, 1.5
# Below this weight a fourth topic or a later one is left out.
_ENOUGH = 3.0
_LEAST = 1.5
# From this share of its weight on a noun gives way to itself with a word before it: "smart meters" for "meters".
_NEARLY = 0.75
# Two letters are an acronym that hardly anybody could look for; the aliases write out the known ones.
_SHORTEST = 3


def choose(annotated: AnnotatedArticle) -> tuple[str, ...]:
    """The topics, the weightiest first."""
    if not annotated.article.language.startswith("en"):
        return ()
    # Only a hyphen that stands apart can split a topic; repairing every sentence would cost as much as all the rest.
    texts = [repair(one.text) if " -" in one.text else one.text for one in annotated.prose]
    weights = _weights(texts, annotated.article.headline)
    picked: list[str] = []
    for topic, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if len(picked) == MOST or weight < (_ENOUGH if len(picked) >= FEWEST else _LEAST):
            break
        covered = [one for one in picked if _covers(one, topic)]
        if not covered:
            picked.append(topic)
        elif len(covered) == 1 and _is_fuller(topic, covered[0]) and weight >= _NEARLY * weights[covered[0]]:
            picked[picked.index(covered[0])] = topic
    return tuple(picked)


def _weights(texts: list[str], headline: str) -> dict[str, float]:
    opening = " ".join(texts[:_OPENING])[:_LONGEST_OPENING].lower()
    counts: dict[str, float] = {}
    lifted: dict[str, float] = {}
    for found in (names(texts), noun_phrases(texts, headline)):
        for phrase, count in found.items():
            topic = _aliases().get(phrase, phrase)
            if len(topic) < _SHORTEST:
                continue
            counts[topic] = counts.get(topic, 0.0) + count
            lift = _lift(phrase, headline.lower(), opening)
            lifted[topic] = max(lift, lifted.get(topic, 0.0))
    return {topic: count * lifted[topic] for topic, count in counts.items()}


def _lift(phrase: str, headline: str, opening: str) -> float:
    lift = _PHRASE if " " in phrase else 1.0
    if phrase.lower() in headline:
        lift *= _IN_HEADLINE
    return lift * _IN_OPENING if phrase.lower() in opening else lift


def _covers(topic: str, other: str) -> bool:
    words, others = _stems(topic), _stems(other)
    return words <= others or others <= words


def _is_fuller(topic: str, other: str) -> bool:
    """Whether `topic` is the noun `other` with words before it."""
    return " " not in other and other.islower() and topic.islower() and stem(topic.rsplit(maxsplit=1)[-1]) == stem(other)


def _stems(topic: str) -> frozenset[str]:
    return frozenset(map(stem, topic.lower().split()))


@cache
def _aliases() -> dict[str, str]:
    pairs = (entry.split(" = ") for entry in entries("topic_words", "aliases"))
    return {alias: topic for topic, listed in pairs for alias in listed.split(", ")}
