"""An article in full, open at the quote that an answer cites."""

from __future__ import annotations

import re
from dataclasses import dataclass

import streamlit as st

from rag.assistant import Assistant
from rag.chat.byline import byline, direction, web_address
from rag.chat.conversation import Conversation
from rag.chat.markup import asset, element, note
from rag.errors import RagError
from rag.render import plain
from rag.types import Article, Citation

_GAP = re.compile(r"\n\s*\n\s*")
_CHANGED = "This article has changed since the answer was given. Ask again to get an answer from its present text."
_STALE = (
    "The file of this article is gone or has changed since it was indexed, so answers no longer cite it. "
    "Below is what was indexed; re-index to see what the folder holds."
)


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    quoted: bool


def paragraphs(text: str, start: int, end: int) -> list[list[Piece]]:
    """``text`` in paragraphs, cut where the quote ``text[start:end]`` begins and ends.

    White space between paragraphs is dropped; everything else is kept, in order.
    """
    bounds, first = [], len(text) - len(text.lstrip())
    for gap in _GAP.finditer(text, first):
        bounds.append((first, gap.start()))
        first = gap.end()
    bounds.append((first, max(first, len(text.rstrip()))))
    return [pieces for low, high in bounds if (pieces := _pieces(text, low, high, start, end))]


def _pieces(text: str, low: int, high: int, start: int, end: int) -> list[Piece]:
    start, end = min(max(start, low), high), min(max(end, low), high)
    cuts = (text[low:start], False), (text[start:end], True), (text[end:high], False)
    return [Piece(part, quoted) for part, quoted in cuts if part]


def show_opened(assistant: Assistant, talk: Conversation) -> None:
    """The citation that is open, beside the conversation; stays open across reruns until it is closed."""
    if talk.opened is None:
        return
    opened = talk.opened
    st.dialog(opened.heading, width="medium", position="right", on_dismiss=talk.close_article)(_read)(
        assistant, opened.citation
    )


def _read(assistant: Assistant, citation: Citation) -> None:
    try:
        article = assistant.article(citation.article_id)
        is_current = assistant.is_current(article)
    except RagError as error:
        st.html(note("error", str(error)))
        return
    st.html(
        element(
            "div",
            element("h3", article.title, dir="auto", class_="rj-headline"),
            byline(article, article.author),
            element("div", article.id, class_="rj-path", title="Path below the folder of articles"),
            class_="rj-article-head",
        )
    )
    address = web_address(article.url)
    if address:
        st.link_button("Original article", address, icon=":material/open_in_new:", type="tertiary", help=None)
    if not is_current:
        st.html(note("info", _STALE))
    start, end = citation.start, citation.end
    if article.text[start:end] != citation.quote:
        st.html(note("info", _CHANGED, element("blockquote", citation.quote, dir="auto")))
        start = end = 0
    _sheet(article, start, end)


def _sheet(article: Article, start: int, end: int) -> None:
    """The text as text nodes: nothing in it can become markup."""
    data = {
        "direction": direction(article.lang),
        "lang": article.lang,
        "paragraphs": [
            [[plain(piece.text), piece.quoted] for piece in pieces] for pieces in paragraphs(article.text, start, end)
        ],
    }
    _reader()(data=data, key=f"sheet-{article.sha256[:12]}-{start}-{end}")


@st.cache_resource(show_spinner=False)
def _reader():
    return st.components.v2.component(
        "rujukan.article",
        html='<div class="sheet"></div>',
        css=asset("article.css"),
        js=asset("article.js"),
    )
