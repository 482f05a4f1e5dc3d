"""The timeline on the page: its marks, its button, and the articles that it opens."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from rag.answer.timeline import Event, Timeline
from rag.chat.calendar import calendar_chart, marks
from rag.types import Citation

QUOTE = "وصل بوتين <img src=x> ![x](http://evil.example/x) :red[19] يونيو 2024\n[link](http://evil.example)"
CITATION = Citation(1, "a.txt", "<b>A</b>", "<i>Post</i>", date(2024, 6, 20), "ar", QUOTE, 0, len(QUOTE))


def event(year, month=1, day=1, granularity="day", n=1):
    return Event(date(year, month, day), granularity, False, (replace(CITATION, n=n),))


def test_a_mark_is_as_long_as_its_date_is_vague():
    year, month, day = marks([event(2024, granularity="year"), event(2024, 2, 1, "month"), event(2024, 12, 31)], "en")
    assert (year["begin"], year["end"]) == (0, 366)
    assert (month["begin"], month["end"]) == (31, 60)
    assert day["begin"] < 365 < day["end"]
    assert [mark["when"] for mark in (year, month, day)] == ["2024", "February 2024", "31 December 2024"]


def test_days_that_would_cover_each_other_lie_in_rows_of_their_own():
    events = [event(2023, 6, 19), *(event(2024, 6, day) for day in (18, 19, 20, 29))]
    assert [mark["row"] for mark in marks(events, "en")] == ["2023", "2024", "2024 1", "2024 2", "2024"]
    assert [mark["event"] for mark in marks(events, "en")] == [0, 1, 2, 3, 4]


def test_vague_marks_lie_below_and_keep_the_number_of_their_event():
    drawn = marks([event(2023, 6, 19), event(2024, granularity="year")], "en")
    assert [mark["event"] for mark in drawn] == [1, 0]


def test_the_chart_takes_foreign_text_as_values_only():
    chart = calendar_chart([event(2024, 6, 19)], "en").to_dict()
    ((mark,),) = chart.pop("datasets").values()
    assert mark["quote"].startswith("\u2068وصل بوتين <img") and "\n" not in mark["quote"]
    assert "evil" not in str(chart) and "Post" not in str(chart)
    titles = {field["title"] for field in chart["encoding"]["tooltip"]}
    assert titles.isdisjoint({"image", "title"})  # which Vega's tooltips would show as more than text


class FakeAssistant:
    """Tells a timeline that was made beforehand; counts how often it is asked."""

    def __init__(self, told):
        self.told, self.asked = told, []

    def timeline(self, subject, filters, lang=None):
        self.asked.append((subject, lang))
        if isinstance(self.told, Exception):
            raise self.told
        return replace(self.told, subject=subject)


def page():
    import streamlit as st

    from rag.chat.answer import show_turn

    show_turn(0, st.session_state.turn, st.session_state.talk, st.session_state.assistant)


@pytest.fixture
def opened():
    def opened(told, when=date(2024, 6, 19)):
        from rag.chat.conversation import Conversation, Turn
        from rag.types import Answer, Filters

        answer = Answer("When?", "ar", "19 [1]", False, date=when, granularity="day" if when else None)
        shown = AppTest.from_function(page)
        shown.session_state.turn = Turn("When?", Filters(), answer)
        shown.session_state.talk = Conversation()
        shown.session_state.assistant = FakeAssistant(told)
        return shown.run()

    return opened


def test_the_timeline_is_computed_once_and_opens_articles(opened):
    shown = opened(Timeline("", "ar", (event(2024, 6, 19), event(2000, granularity="year", n=2))))
    assert shown.session_state.assistant.asked == []
    shown.button(key="timeline-0").click().run()
    shown.run()
    assert not shown.exception
    assert shown.session_state.assistant.asked == [("When?", "ar")]
    assert [box.label for box in shown.expander] == ["Timeline: 2 dates"]
    assert len(shown.get("vega_lite_chart")) == 1
    shown.button(key="told-0-1").click().run()
    assert shown.session_state.talk.opened.citation == CITATION
    assert "2024" in shown.session_state.talk.opened.heading or "٢٠٢٤" in shown.session_state.talk.opened.heading


def test_a_year_that_no_sentence_names_is_marked_beside_the_date(opened):
    told = opened(Timeline("", "ar", ()))
    assert "year inferred" not in "".join(html.proto.body for html in told.get("html"))
    told.session_state.turn = replace(
        told.session_state.turn, answer=replace(told.session_state.turn.answer, year_inferred=True)
    )
    assert "year inferred" in "".join(html.proto.body for html in told.run().get("html"))


def test_no_timeline_without_a_date(opened):
    assert not opened(Timeline("", "en", ()), when=None).button


def test_an_empty_timeline_and_a_failing_one_say_so(opened):
    shown = opened(Timeline("", "en", (), "The articles don't say."))
    shown.button(key="timeline-0").click().run()
    assert "The articles don&#x27;t say." in "".join(html.proto.body for html in shown.get("html"))
    assert not shown.get("vega_lite_chart")
    broken = opened(ValueError("secret"))
    broken.button(key="timeline-0").click().run()
    said = "".join(html.proto.body for html in broken.get("html"))
    assert "Something went wrong" in said and "secret" not in said
    assert broken.button(key="timeline-0")
