"""A question and its answer, with the sources that can be opened."""

from __future__ import annotations

import re

import streamlit as st

from rag.assistant import Assistant
from rag.chat.archive import described
from rag.chat.byline import byline, day, direction, year_inferred
from rag.chat.conversation import Conversation, Turn
from rag.chat.markup import Html, element, joined, note
from rag.chat.quote import excerpt, quoted
from rag.chat.timeline import show_timeline
from rag.types import Answer

_MARKS = re.compile(r"\[(\d{1,3})\]")
_EXCERPT = 400  # characters of a passage that is no answer


def show_question(question: str) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.html(element("div", question, class_="rj-question", dir="auto"))


def show_turn(index: int, turn: Turn, talk: Conversation, assistant: Assistant) -> None:
    show_question(turn.question)
    with st.chat_message("assistant", avatar=":material/menu_book:"):
        if turn.answer is None:
            st.html(note("error", turn.problem or "There is no answer."))
        elif turn.answer.abstained:
            _abstention(turn.answer)
        else:
            _answer(index, turn.answer, talk)
            if turn.answer.date:
                show_timeline(index, turn, talk, assistant)
        st.html(_footer(turn))


def marked(text: str) -> Html:
    """``text`` with its ``[n]`` raised, as numbers of the sources below."""
    pieces = _MARKS.split(text)
    return joined(*(element("sup", piece, class_="rj-ref") if i % 2 else piece for i, piece in enumerate(pieces)))


def _answer(index: int, answer: Answer, talk: Conversation) -> None:
    lead, *body = answer.paragraphs
    size = "rj-lead" if len(lead) <= 120 else "rj-lead rj-long"
    told = [marked(lead), " ", year_inferred()] if answer.year_inferred else [marked(lead)]
    parts = [element("div", *told, class_=size, dir="auto", lang=answer.lang)]
    parts += [element("p", marked(line), dir="auto", lang=answer.lang) for line in body]
    st.html(element("div", *parts))
    for citation in answer.citations:
        with st.container(border=True, gap="xsmall", key=f"source-{index}-{citation.n}"):
            st.html(
                element(
                    "div",
                    element("span", str(citation.n), class_="rj-number", aria_label=f"Source {citation.n}"),
                    element(
                        "div",
                        quoted(citation, answer.span if citation.n == 1 else None),
                        element("div", citation.title, class_="rj-title", dir="auto", lang=citation.lang),
                        byline(citation),
                    ),
                    class_="rj-source",
                )
            )
            st.button(
                f"Read source {citation.n}",
                key=f"open-{index}-{citation.n}",
                icon=":material/format_quote:",
                type="tertiary",
                on_click=talk.open_article,
                args=(citation, f"Source {citation.n}"),
            )


def _abstention(answer: Answer) -> None:
    st.html(
        element(
            "div",
            element("div", answer.text, dir="auto", lang=answer.lang),
            class_="rj-abstained",
            role="status",
        )
    )
    if not answer.closest:
        return
    with st.expander("Closest passages (not an answer)", icon=":material/search_off:"):
        st.html(
            joined(
                *(
                    element(
                        "div",
                        element("div", hit.title, class_="rj-title", dir="auto", lang=hit.lang),
                        byline(hit),
                        element(
                            "p",
                            excerpt(hit.passage.text, _EXCERPT),
                            class_="rj-excerpt",
                            dir=direction(hit.lang),
                            lang=hit.lang,
                        ),
                        class_="rj-close",
                    )
                    for hit in answer.closest
                )
            )
        )


def _footer(turn: Turn) -> Html:
    parts = [f"{turn.answer.seconds:.1f} s"] if turn.answer else []
    if turn.newest:
        parts.append(f"archive up to {day(turn.newest)}")
    if turn.filters:
        parts.append(f"searched only {described(turn.filters)}")
    return element("div", " · ".join(parts) or " ", class_="rj-footer")
