"""The chat page: `python -m streamlit run app.py`. Only wiring; its parts are in rag/chat/."""

import streamlit as st

from rag.chat import answer, archive, article, conversation, page, reply, service, shelf
from rag.errors import RagError, SettingsError
from rag.types import Filters


def main() -> None:
    page.set_up()
    indexer = service.indexer()
    talk = conversation.current()
    page.show_head(talk)
    try:
        assistant = service.assistant()
    except SettingsError as error:
        page.show_problem(error, indexer)
        return

    found, problem = None, None
    try:
        found = archive.summary(assistant)
    except RagError as error:
        problem = error

    filters = Filters()
    with st.sidebar:
        if found:
            st.subheader("Archive", anchor=False)
            archive.show_summary(found)
            st.subheader("Narrow the search", anchor=False)
            filters = archive.choose_filters(found)
        st.subheader("Add articles", anchor=False)
        shelf.show_uploader(assistant.settings)
        if found or problem:
            shelf.show_shelf(assistant, indexer)

    if problem:
        page.show_problem(problem, indexer)
    elif not found:
        page.show_first_run(assistant.settings)
        shelf.show_shelf(assistant, indexer)
    else:
        # The callback runs before the script, so that no rerun on the way to this line can lose the question.
        st.chat_input(
            "Ask the articles, in any language",
            key="question",
            max_chars=2000,
            submit_mode="disable",
            on_submit=conversation.ask_submitted,
            args=("question",),
        )
        with st.empty():  # emptied at once when a question comes
            if not talk.turns and not talk.pending:
                page.show_welcome(found, talk)
        for i, turn in enumerate(talk.turns):
            answer.show_turn(i, turn, talk, assistant)
        article.show_opened(assistant, talk)
        reply.reply(assistant, talk, filters, found)


main()
