"""Below an answer about time: what the archive dates about its question, computed when it is asked for."""

from __future__ import annotations

import logging

import streamlit as st

from rag.answer.time import render_date
from rag.answer.timeline import Event, Timeline
from rag.assistant import Assistant
from rag.chat.byline import byline, year_inferred
from rag.chat.calendar import PICKED, calendar_chart
from rag.chat.conversation import Conversation, Turn
from rag.chat.markup import element, note
from rag.chat.quote import quoted
from rag.errors import RagError
from rag.types import Citation

_UNEXPECTED = "Something went wrong while looking for dates; the log says what."
_TALL, _HEIGHT = 4, 440
"""More events than this scroll, in a box of so many pixels."""


def show_timeline(index: int, turn: Turn, talk: Conversation, assistant: Assistant) -> None:
    """A button; from its first use on the timeline, kept with the conversation."""
    told = talk.timelines.get(index)
    if told is None:
        if not st.button("Timeline", key=f"timeline-{index}", icon=":material/timeline:", type="secondary"):
            return
        told = _told(turn, assistant)
        if told is None:
            return
        talk.timelines[index] = told
        st.rerun()
    number = len(told.events)
    label = f"Timeline: {number} dates" if number != 1 else "Timeline: one date"
    with st.expander(label, expanded=True, icon=":material/timeline:", key=f"timeline-{index}-shown"):
        if told.events:
            _show(index, told, talk)
        else:
            st.html(element("div", told.abstention, dir="auto", lang=told.lang, class_="rj-abstained", role="status"))


def _told(turn: Turn, assistant: Assistant) -> Timeline | None:
    with st.spinner("Looking for dates in the archive…"):
        try:
            return assistant.timeline(turn.question, turn.filters, lang=turn.answer.lang if turn.answer else None)
        except RagError as error:
            st.html(note("error", str(error)))
        except Exception:  # the page goes on, the person is told, the traceback goes to the log only
            logging.getLogger(__name__).exception("The timeline failed")
            st.html(note("error", _UNEXPECTED))
    return None


def _show(index: int, told: Timeline, talk: Conversation) -> None:
    chosen = st.altair_chart(
        calendar_chart(told.events, told.lang),
        width="stretch",
        key=f"timeline-{index}-chart",
        on_select="rerun",
        selection_mode=PICKED,
    )
    picked = {point["event"] for point in chosen.selection.get(PICKED, ())}
    shown = [event for i, event in enumerate(told.events) if i in picked] or list(told.events)
    hint = "A mark is as long as its date is vague: a day, a month, a year. Choose one to see only its sentences."
    st.html(element("div", "Choose an empty place to see all again." if picked else hint, class_="rj-small"))
    with st.container(
        height=_HEIGHT if len(shown) > _TALL else "content", border=False, gap="xsmall", key=f"timeline-{index}-list"
    ):
        for event in shown:
            _event(index, event, told.lang, talk)


def _event(index: int, event: Event, lang: str, talk: Conversation) -> None:
    when = render_date(event.date, event.granularity, lang)
    heading = [element("span", when, dir="auto", lang=lang), *([year_inferred()] if event.inferred else [])]
    st.html(element("div", *heading, class_="rj-when", role="heading", aria_level="3"))
    for citation in event.citations:
        _citation(index, citation, when, talk)


def _citation(index: int, citation: Citation, when: str, talk: Conversation) -> None:
    st.html(
        element(
            "div",
            quoted(citation, None),
            element("div", citation.title, class_="rj-title", dir="auto", lang=citation.lang),
            byline(citation),
            class_="rj-told",
        )
    )
    st.button(
        "Read in the article",
        key=f"told-{index}-{citation.n}",
        icon=":material/format_quote:",
        type="tertiary",
        on_click=talk.open_article,
        args=(citation, when),
    )
