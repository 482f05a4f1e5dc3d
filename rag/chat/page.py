"""The page around the conversation: its style, its head, and what it shows while there is nothing to show."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from rag.chat.archive import Summary
from rag.chat.conversation import Conversation, start_anew
from rag.chat.indexer import Indexer
from rag.chat.markup import asset, element, note
from rag.errors import IndexDamaged, IndexMismatch, RagError
from rag.settings import Settings

NAME = "Rujukan"
_ICON = Path(__file__).parent / "assets" / "icon.svg"


def set_up() -> None:
    """First call of the page."""
    st.set_page_config(page_title=NAME, page_icon=str(_ICON), layout="centered")
    st.html(f"<style>{asset('page.css')}</style>")


def show_head(talk: Conversation) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(NAME, anchor=False, width="content")
        if talk.turns:
            st.button("New conversation", icon=":material/edit_square:", on_click=start_anew, key="new-conversation")


def show_welcome(archive: Summary, talk: Conversation) -> None:
    """An empty conversation: what can be asked, and of what."""
    number = "one article" if archive.articles == 1 else f"{archive.articles:,} articles"
    languages = "one language" if len(archive.languages) == 1 else f"{len(archive.languages)} languages"
    promise = (
        f"Ask {number} in {languages}, in any language. Every answer quotes the sentence it comes from; "
        "if the articles don't say, you are told so."
    )
    with st.container():
        st.html(element("p", promise, class_="rj-promise"))
        if archive.examples:
            st.html(element("div", "Try one of these", class_="rj-label"))
        for i, example in enumerate(archive.examples):
            st.button(
                example.question, key=f"example-{i}", on_click=talk.ask, args=(example.question,), width="stretch"
            )


def show_first_run(settings: Settings) -> None:
    """Nothing is indexed yet: say what will be, and how to begin (the button comes after this)."""
    st.html(
        element(
            "div",
            element("h3", "Nothing is indexed yet"),
            element(
                "p",
                "Questions are answered from the articles in ",
                element("code", str(settings.corpus_dir), dir="auto"),
                ". Put files there or add them in the sidebar, then index them. "
                "It takes a moment; afterwards only what is new or changed is read.",
            ),
            class_="rj-first",
        )
    )


def show_problem(error: RagError, indexer: Indexer) -> None:
    """The index cannot be used: why, and the way out."""
    st.html(note("error", str(error)))
    if isinstance(error, IndexMismatch | IndexDamaged):
        st.button(
            "Rebuild the index",
            icon=":material/restart_alt:",
            type="primary",
            disabled=indexer.job.running,
            on_click=indexer.start,
            args=("--rebuild",),
        )
