"""The exact words of an article, on the page."""

from __future__ import annotations

from rag.chat.byline import direction
from rag.chat.markup import Html, element
from rag.types import Citation


def quoted(citation: Citation, short: str | None) -> Html:
    """The exact quote; in it the answer itself stands out, if it is there."""
    before, found, after = citation.quote.partition(short) if short else (citation.quote, "", "")
    words = (before, element("strong", found), after) if found else (citation.quote,)
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
