"""What is in the archive, and which part of it may answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from rag.assistant import Assistant
from rag.chat.byline import day, language_name
from rag.chat.examples import Example, examples
from rag.chat.markup import element
from rag.errors import IndexMissing
from rag.types import Filters


@dataclass(frozen=True, slots=True)
class Summary:
    articles: int
    languages: dict[str, int]
    """Articles of each language, most first."""
    newest: date | None
    oldest: date | None
    undated: int
    examples: tuple[Example, ...]


def summary(assistant: Assistant) -> Summary | None:
    """Of the index as published now; None before the first indexing.

    Raises:
        RagError: the index cannot be used.
    """
    try:
        return _summary(assistant, assistant.library.version())
    except IndexMissing:
        return None


@st.cache_data(show_spinner=False, max_entries=2)
def _summary(_assistant: Assistant, version: str) -> Summary:
    archive = _assistant.archive()
    return Summary(
        articles=len(archive.articles),
        languages=archive.languages,
        newest=archive.newest,
        oldest=archive.oldest,
        undated=sum(article.published is None for article in archive.articles),
        examples=examples({article.id for article in archive.articles}),
    )


def show_summary(archive: Summary) -> None:
    """Articles, languages, newest date; the languages by name on request."""
    newest = day(archive.newest) if archive.newest else "none dated"
    facts = (
        (f"{archive.articles:,}", "article" if archive.articles == 1 else "articles"),
        (str(len(archive.languages)), "language" if len(archive.languages) == 1 else "languages"),
        (newest, "newest"),
    )
    rows = (element("div", element("b", value), element("span", name)) for value, name in facts)
    st.html(element("div", *rows, class_="rj-facts"))
    with st.expander("Languages"):
        st.html(
            element(
                "ul",
                *(
                    element("li", element("span", language_name(tag)), element("span", str(number)))
                    for tag, number in archive.languages.items()
                ),
                class_="rj-languages",
            )
        )


def choose_filters(archive: Summary) -> Filters:
    """Widgets that narrow the search; empty ones leave it as wide as it is."""
    known = sorted(archive.languages, key=lambda tag: language_name(tag).casefold())
    kept = [tag for tag in st.session_state.get("filter-languages", ()) if tag in archive.languages]
    if "filter-languages" in st.session_state:
        st.session_state["filter-languages"] = kept  # a language may have left the archive
    langs = st.multiselect(
        "Languages of the articles",
        known,
        format_func=language_name,
        placeholder="All languages",
        key="filter-languages",
    )
    after = _choose_day("Published from", "filter-after")
    before = _choose_day("Published until", "filter-before")
    if after and before and after > before:
        st.warning("The first day is after the last one: no article can match.", icon=":material/event_busy:")
    elif (after or before) and archive.undated:
        st.caption(f"{archive.undated} undated articles are left out while a date is set.")
    return Filters(langs=tuple(langs), after=after, before=before)


def _choose_day(label: str, key: str) -> date | None:
    return st.date_input(label, None, date.min, date.max, key=key, format="YYYY-MM-DD")


def described(filters: Filters) -> str:
    """The filters in words, for the record of a question; empty if there are none."""
    parts = []
    if filters.langs:
        parts.append("in " + ", ".join(language_name(tag) for tag in filters.langs))
    if filters.after:
        parts.append(f"published from {day(filters.after)}")
    if filters.before:
        parts.append(f"published until {day(filters.before)}" if not filters.after else f"until {day(filters.before)}")
    return " ".join(parts)
