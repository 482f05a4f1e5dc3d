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

_DAYS = date(1000, 1, 1), date(2999, 12, 31)
"""The first and the last day of an event that can be chosen."""


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
    """Of the index as published now; None before the first indexing, and where all articles have left it.

    Raises:
        RagError: the index cannot be used.
    """
    try:
        found = _summary(assistant, assistant.library.version())
    except IndexMissing:
        return None
    return found if found.articles else None


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
    after, before = _choose_days(archive)
    if (after or before) and archive.undated:
        st.caption(f"{archive.undated} undated articles are left out while a date is set.")
    happened_after, happened_before = _choose_days_of_events()
    return Filters(tuple(langs), after, before, happened_after=happened_after, happened_before=happened_before)


def _choose_days_of_events() -> tuple[date | None, date | None]:
    """The first and the last day on which something happened; None where none is chosen, or the last is before it."""
    left, right = st.columns(2)
    first = left.date_input("Happened from", None, *_DAYS, key="filter-happened-from", format="YYYY-MM-DD")
    last = right.date_input("until", None, *_DAYS, key="filter-happened-until", format="YYYY-MM-DD")
    if first and last and last < first:
        st.caption("Nothing happens from a day until one before it: all events are searched.")
        return None, None
    return first, last


def _choose_days(archive: Summary) -> tuple[date | None, date | None]:
    """The first and the last day of publication; None at an end of the slider: undated articles are none of either."""
    if archive.oldest is None or archive.newest is None or archive.oldest == archive.newest:
        return None, None
    ends, key = (archive.oldest, archive.newest), "filter-published"
    had = st.session_state.get("filter-published-ends", ends)
    first, last = st.session_state.get(key, had)
    # The archive's ends may have moved: what stood at an end stays there, the rest stays within.
    first = ends[0] if first <= had[0] else min(max(first, ends[0]), ends[1])
    last = ends[1] if last >= had[1] else max(min(last, ends[1]), first)
    st.session_state["filter-published-ends"], st.session_state[key] = ends, (first, last)
    st.slider("Published", *ends, key=key, format="YYYY-MM-DD")
    first, last = st.session_state[key]
    return (first if first > ends[0] else None), (last if last < ends[1] else None)


def described(filters: Filters) -> str:
    """The filters in words, for the record of a question; empty if there are none."""
    parts = []
    if filters.langs:
        parts.append("in " + ", ".join(language_name(tag) for tag in filters.langs))
    if filters.after:
        parts.append(f"published from {day(filters.after)}")
    if filters.before:
        parts.append(f"published until {day(filters.before)}" if not filters.after else f"until {day(filters.before)}")
    if filters.dates_events:
        told = [f"from {day(filters.happened_after)}"] if filters.happened_after else []
        told += [f"until {day(filters.happened_before)}"] if filters.happened_before else []
        parts.append("events " + " ".join(told))
    return " ".join(parts)
