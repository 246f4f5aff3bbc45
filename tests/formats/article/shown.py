"""An article as the case files write it."""

from generator.model import Article

SIGNS = {"paragraph": "p", "heading": "h", "quotation": ">"}


def shown(article: Article) -> str:
    """Headline, byline, date and standfirst on a line, a line for each block, a line for each text taken out."""
    head = " | ".join((article.headline, article.byline or "-", article.published or "-", article.standfirst or "-"))
    blocks = [f"{SIGNS.get(block.kind, '1' if block.ordered else '-')} {block.text}" for block in article.blocks]
    return "\n".join([head, *blocks, *(f"x {text}" for text in article.removed)])
