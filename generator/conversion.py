"""The route of one article to its brief, in order: a step that is not visible here does not happen. Pure."""

from generator import __version__
from generator.editorial import annotate, challenges, key_points, salience, standfirst, timeline, topics
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
        generated=Generated(engine=__version__, article=brief_format.article_digest(content), published=published),
        body=body.to_markdown(article.blocks),
    )
    return brief_format.distinguished(brief, annotated.text)
