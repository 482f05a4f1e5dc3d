"""The slider of days, as the archive grows under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from rag.chat.archive import Summary
from rag.types import Filters

ARCHIVE = Summary(9, {"id": 6, "ru": 3}, date(2025, 6, 30), date(2020, 1, 1), 2, ())


def page(archive):
    import streamlit as st

    from rag.chat.archive import choose_filters

    st.session_state["chosen"] = choose_filters(archive)


@pytest.fixture
def sidebar() -> AppTest:
    return AppTest.from_function(page, kwargs={"archive": ARCHIVE}).run()


def chosen(app: AppTest) -> Filters:
    assert not app.exception
    return app.session_state["chosen"]


def test_the_whole_slider_is_no_filter(sidebar):
    assert chosen(sidebar) == Filters()
    assert not sidebar.caption


def test_an_end_that_is_moved_is_a_filter_and_undated_articles_are_spoken_of(sidebar):
    sidebar.slider[0].set_range(date(2024, 1, 1), date(2025, 6, 30)).run()
    assert chosen(sidebar) == Filters(after=date(2024, 1, 1))
    assert sidebar.caption[0].value == "2 undated articles are left out while a date is set."


def test_the_end_that_was_not_moved_follows_the_archive(sidebar):
    sidebar.slider[0].set_range(date(2024, 1, 1), date(2025, 6, 30)).run()
    sidebar.kwargs["archive"] = replace(ARCHIVE, newest=date(2026, 3, 11))
    assert chosen(sidebar.run()) == Filters(after=date(2024, 1, 1))
    assert sidebar.slider[0].value == (date(2024, 1, 1), date(2026, 3, 11))


def test_a_day_outside_of_what_is_left_of_the_archive_comes_back_within(sidebar):
    sidebar.slider[0].set_range(date(2020, 1, 1), date(2021, 1, 1)).run()
    sidebar.kwargs["archive"] = replace(ARCHIVE, oldest=date(2023, 5, 5))
    assert chosen(sidebar.run()) == Filters(before=date(2023, 5, 5))


def test_days_of_events_are_chosen_apart_from_those_of_publication(sidebar):
    first, last = sidebar.date_input
    first.set_value(date(2024, 6, 1)).run()
    assert chosen(sidebar) == Filters(happened_after=date(2024, 6, 1))
    last.set_value(date(2024, 6, 30)).run()
    assert chosen(sidebar) == Filters(happened_after=date(2024, 6, 1), happened_before=date(2024, 6, 30))
    last.set_value(date(2024, 5, 1)).run()
    assert chosen(sidebar) == Filters()
    assert "all events are searched" in sidebar.caption[0].value


def test_there_is_no_slider_where_all_is_of_one_day_or_undated(sidebar):
    for oldest in (None, date(2025, 6, 30)):
        sidebar.kwargs["archive"] = replace(ARCHIVE, oldest=oldest, newest=oldest)
        assert chosen(sidebar.run()) == Filters()
        assert not sidebar.slider
