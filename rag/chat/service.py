"""What all sessions of the process share: the assistant and the indexer."""

from __future__ import annotations

import contextlib
import threading

import streamlit as st

from rag.assistant import Assistant
from rag.chat.indexer import Indexer
from rag.errors import RagError
from rag.settings import load


@st.cache_resource(show_spinner=False)
def assistant() -> Assistant:
    """Raises:
    SettingsError: a setting cannot be used.
    """
    shared = Assistant(load())
    threading.Thread(target=_warm, args=(shared,), name="warm-up", daemon=True).start()
    return shared


@st.cache_resource(show_spinner=False)
def indexer() -> Indexer:
    return Indexer()


def _warm(shared: Assistant) -> None:
    """Load the models while the first question is being typed, if there is anything to ask."""
    with contextlib.suppress(RagError):  # told when a question needs them
        shared.library.version()
        _ = shared.encoder.neutral, shared.encoder.questions, shared.reader
