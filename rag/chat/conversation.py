"""What one session has asked and been told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from rag.answer.timeline import Timeline
from rag.types import Answer, Citation, Filters

_KEY = "conversation"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: an answer, or (``problem``) why there is none."""

    question: str
    filters: Filters
    answer: Answer | None = None
    problem: str | None = None
    newest: date | None = None
    """Newest publication date of the archive when it was asked."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A citation that is open for reading, in its article."""

    citation: Citation
    heading: str
    """Our own words: it is Markdown."""


@dataclass(slots=True)
class Conversation:
    turns: list[Turn] = field(default_factory=list)
    pending: str | None = None
    """Asked and not answered yet: survives a rerun in the middle of answering."""
    opened: Opened | None = None
    timelines: dict[int, Timeline] = field(default_factory=dict)
    """Those that were asked for, by the index of their turn."""

    def ask(self, question: str) -> None:
        self.pending, self.opened = question, None

    def close_article(self) -> None:
        self.opened = None

    def open_article(self, citation: Citation, heading: str) -> None:
        self.opened = Opened(citation, heading)


def current() -> Conversation:
    """The session's own; several sessions share nothing."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Conversation()
    return st.session_state[_KEY]


def ask_submitted(key: str) -> None:
    """Make what was entered under ``key`` the pending question."""
    if question := st.session_state[key]:
        current().ask(question)


def start_anew() -> None:
    st.session_state[_KEY] = Conversation()
