"""The standfirst: what stands between the headline and the text to say what the article is about.

It is the article's own where it has one, else its lead as a statement: of the sentences of the opening that stand alone and say
something whole, the first, unless a later one is far more telling. An article too short to need one gets none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.editorial.annotate import AnnotatedArticle
from generator.editorial.features import features
from generator.editorial.salience import Salience, score, weights
from generator.editorial.standing import is_caption, is_fit
from generator.editorial.statement import statement

# Sentences of an article below which its key points already are the whole of it.
_TOO_SHORT = 5
_OPENING = 3
# Characters: "It was a normal day." opens a story without saying what it is about.
_SHORTEST = 50
# How much more salient a later sentence has to be. It is for stories that open with a scene; news opens with its lead.
_MORE = 0.25


def choose(annotated: AnnotatedArticle, told: Sequence[Salience] | None = None) -> str | None:
    """The article's standfirst in one line, or None for an article too short to need one.

    `told` is the salience of its sentences, where it is known.
    """
    if annotated.article.standfirst:
        return annotated.article.standfirst
    if len(annotated.prose) < _TOO_SHORT:
        return None
    found = features(annotated, _OPENING) if told is None else [one.features for one in told[:_OPENING]]
    lead = max(_leads(annotated, found), default=None)
    return (statement(lead[1], annotated.article.language) or None) if lead else None


def _leads(annotated: AnnotatedArticle, opening: Iterable[Mapping[str, float]]) -> Iterator[tuple[float, str]]:
    """The sentences that could be the lead, with how telling each is; `opening` has the features of the first ones."""
    first = True
    for sentence, found in zip(annotated.prose, opening, strict=False):
        text = sentence.text
        if len(text) >= _SHORTEST and is_fit(text) and not is_caption(text):
            yield score(found, weights()) + _MORE * first, text
            first = False
