"""Articles for tests: a headline, and below it paragraphs parted by blank lines; sentences may stand on lines of their own."""

from generator.editorial.annotate import AnnotatedArticle, annotate
from generator.model import Article, Block


def written(text: str, standfirst: str | None = None, language: str = "en") -> AnnotatedArticle:
    """The annotated article whose headline is the first paragraph of `text`."""
    headline, *paragraphs = [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
    blocks = tuple(Block("paragraph", paragraph) for paragraph in paragraphs)
    return annotate(Article(headline, None, None, None, language, standfirst, blocks))


def judged(expected: str) -> tuple[list[str], list[str]]:
    """The lines of a case that must be there ("+") and that must not ("-")."""
    lines = expected.splitlines()
    return [line[2:] for line in lines if line.startswith("+ ")], [line[2:] for line in lines if line.startswith("- ")]
