"""The exact words of an article, on the page."""

from __future__ import annotations

from rag.chat.byline import direction
from rag.chat.markup import Html, element
from rag.types import Citation


def quoted(citation: Citation, span: tuple[int, int] | None) -> Html:
    """The exact quote; in it the answer itself stands out, if it is there: ``span`` is its place in the article."""
    words: tuple[str | Html, ...] = (citation.quote,)
    if span and citation.start <= span[0] < span[1] <= citation.end:
        start, end = span[0] - citation.start, span[1] - citation.start
        words = (citation.quote[:start], element("strong", citation.quote[start:end]), citation.quote[end:])
    return element(
        "blockquote",
        *words,
        class_="rj-quote",
        dir=direction(citation.lang),
        lang=citation.lang,
        data_n=str(citation.n),
    )


def excerpt(text: str, most: int) -> str:
    """The first characters of a text on one line, ``most`` of them."""
    folded = " ".join(text.split())
    return folded if len(folded) <= most else folded[:most].rstrip() + "…"
