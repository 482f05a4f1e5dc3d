"""What articles say cannot steer a terminal or break a line of JSON."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rag.answer.timeline import Event, Timeline
from rag.contract import answer_json, dumps
from rag.render import Style, answer_text, is_rtl, isolated, plain, timeline_text
from rag.types import Answer, Citation

HOSTILE = "\x1b]0;owned\x07 \x1b[31mred\x1b[0m \u202eright-to-left\u202c \r overwritten \x9b31m"


def answer(quote):
    cited = Citation(1, "a.txt", quote, quote, None, "en", quote, 0, len(quote), frozenset({"published"}))
    return Answer("q", "en", f"{quote} [1]\n“{quote}” [1]", False, citations=(cited,))


@given(st.text())
def test_plain_keeps_letters_and_drops_control(text):
    shown = plain(text)
    assert not any(ord(char) < 32 and char != "\n" for char in shown)
    assert [char for char in shown if char.isalnum()] == [char for char in text if char.isalnum()]


def test_no_escape_sequence_reaches_the_terminal():
    shown = answer_text(answer(HOSTILE), Style(colours=False))
    assert not set(shown) & set("\x1b\x07\x9b\r\u202e\u202c")


def test_an_inferred_year_is_marked_beside_the_date():
    told = replace(answer("Rabu (19/6)"), text="19 Juni 2024 [1]\n“Rabu (19/6)” [1]", year_inferred=True)
    assert answer_text(told, Style(colours=False)).startswith("19 Juni 2024 [1]  year inferred\n")
    assert answer_json(told)["answer_year_inferred"]
    assert "inferred" not in answer_text(replace(told, year_inferred=False), Style(colours=False)).split("\n")[0]


def test_no_escape_sequence_of_a_timeline_reaches_the_terminal():
    event = Event(date(2024, 6, 19), "day", True, answer(HOSTILE).citations)
    shown = timeline_text(Timeline("q", "id", (event,)), Style(colours=False))
    assert shown.startswith("19 Juni 2024  year inferred\n[1] ")
    assert not set(shown) & set("\x1b\x07\x9b\r\u202e\u202c")


@given(st.text(min_size=1))
def test_json_is_one_line_and_exact(text):
    line = dumps(answer_json(answer(text), "7"))
    assert "\n" not in line
    assert json.loads(line)["citations"][0]["quote"] == text


def test_right_to_left_text_is_isolated():
    assert is_rtl("«وصل الرئيس» in 2024")
    assert not is_rtl("In 2024 وصل")
    assert isolated("وصل الرئيس").startswith("\u2068")


def test_joiners_that_carry_meaning_stay():
    assert plain("می‌برد") == "می‌برد"
