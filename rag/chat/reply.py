"""The pending question becomes an answered one, whatever happens on the way."""

from __future__ import annotations

import logging

import streamlit as st

from rag.assistant import Assistant
from rag.chat.answer import show_question
from rag.chat.archive import Summary
from rag.chat.conversation import Conversation, Turn
from rag.errors import RagError
from rag.types import Filters

_UNEXPECTED = (
    "Something went wrong while answering; the log says what. "
    "Ask again, and if it happens again run `python -m rag doctor` in a terminal."
)


def reply(assistant: Assistant, talk: Conversation, filters: Filters, archive: Summary) -> None:
    """Answer ``talk.pending``, record it and show the page anew.

    The question stays pending until there is an outcome: a rerun in between asks it again instead of losing it.
    """
    question = talk.pending
    if question is None:
        return
    show_question(question)
    with (
        st.chat_message("assistant", avatar=":material/menu_book:"),
        st.spinner(f"Reading {assistant.settings.hits} passages of {archive.articles:,} articles…"),
    ):
        turn = _asked(assistant, question, filters, archive)
    talk.turns.append(turn)
    talk.pending = None
    st.rerun()


def _asked(assistant: Assistant, question: str, filters: Filters, archive: Summary) -> Turn:
    try:
        answer = assistant.ask(question, filters)
    except RagError as error:
        return Turn(question, filters, problem=str(error), newest=archive.newest)
    except Exception:  # the page goes on, the person is told, the traceback goes to the log only
        logging.getLogger(__name__).exception("Answering failed")
        return Turn(question, filters, problem=_UNEXPECTED, newest=archive.newest)
    return Turn(question, filters, answer=answer, newest=archive.newest)
