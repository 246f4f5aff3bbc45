"""The route of one article to its brief, in order: a step that is not visible here does not happen. Pure."""

import hashlib

from generator import __version__
from generator.editorial import annotate, challenges, key_points, salience, standfirst, timeline, topics
from generator.errors import BriefsError
from generator.formats import article as article_format
from generator.formats import brief as brief_format
from generator.model import Brief, Generated, Source
from generator.text import body, readability


def brief_from_text(content: bytes, name: str, published: str | None = None) -> Brief:
    """The brief of one article: `name` is its file name, `published` its date where it does not say it itself.

    Raises Refused, with the reason, where the file holds no article.
    """
    article = article_format.parse(content, name, published)
    annotated = annotate.annotate(article)
    told = salience.salience(annotated)
    opening = standfirst.choose(annotated, told)
    brief = Brief(
        title=article.headline,
        author=article.byline,
        published=article.published,
        source=Source(file=name, url=article.url),
        language=article.language,
        standfirst=opening,
        topics=topics.choose(annotated),
        key_points=key_points.choose(annotated, opening, told),
        challenges=challenges.choose(annotated),
        timeline=timeline.choose(annotated),
        readability=readability.measure(annotated.text, article.language, shown=annotated.length),
        generated=Generated(engine=__version__, article=digest(content), published=published),
        body=body.to_markdown(article.blocks),
    )
    return brief_format.distinguished(brief, annotated.text)


def written(brief: Brief, path: str) -> str:
    """The brief as the text of its file, read back and verified first: what fails its own check is never written.

    Raises BriefsError, naming the fault.
    """
    brief = brief_format.sealed(brief)
    text = brief_format.render(brief)
    file = brief_format.parse(text, path)
    if file.brief != brief:
        raise BriefsError("its brief does not read back as it was written")
    for problem in brief_format.verify(file, brief_format.item_places(brief)):
        raise BriefsError(f"its brief fails the check: {problem}")
    return text


def digest(content: bytes) -> str:
    """How `generated` names the bytes of an article."""
    return "blake2b:" + hashlib.blake2b(content, digest_size=16).hexdigest()
