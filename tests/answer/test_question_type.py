"""What kind of thing is asked for, where the question alone leaves it open."""

from datetime import date

import pytest

from rag.answer.question_type import type_of
from rag.answer.reader import Reading, Span
from rag.retrieve.retriever import Found
from rag.types import Article, Hit, Passage

OPEN = {"date": 0.32, "number": 0.28, "other": 0.4}


def told(text: str, lang: str, pointed_at: str, likely=OPEN, changed: bool = False) -> str:
    article = Article("a.txt", "0" * 64, text, "", lang, published=date(2024, 6, 20))
    start = text.index(pointed_at)
    passage = Passage(article.id, 0, len(text), text)
    reading = Reading(0.9, (Span(start, start + len(pointed_at), pointed_at, 0.8), Span(0, 1, text[0], 0.1)))
    found = Found((Hit(1, 0.1, passage, "", lang),))
    return type_of(likely, found, [reading], {}.get if changed else {article.id: article}.get)


@pytest.mark.parametrize(
    ("text", "lang", "answer"),
    [
        ("The quake struck on 19 June 2024 near the coast.", "en", "19 June 2024"),
        ("Gempa itu terjadi kemarin siang.", "id", "kemarin siang"),
        ("Землетрясение произошло вчера около полудня.", "ru", "вчера около полудня"),
        ("Deprem dün öğle saatlerinde meydana geldi.", "tr", "dün öğle saatlerinde"),
        ("ضرب الزلزال المدينة أمس ظهرا.", "ar", "أمس ظهرا"),
        ("भूकंप 19 जून को आया।", "hi", "19 जून"),
        ("แผ่นดินไหวเกิดเมื่อวันที่ 19 มิถุนายน 2567 นอกชายฝั่งทางตะวันตกของเกาะ และมีผู้บาดเจ็บหลายคน", "th", "19 มิถุนายน 2567"),
        ("地震发生在6月19日中午。", "zh", "6月19日中午"),
        ("地震は昨日の昼に起きた。", "ja", "昨日の昼"),
        ("지진은 지난 19일 낮에 났다.", "ko", "19일 낮"),
    ],
)
def test_where_the_question_leaves_it_open_what_seems_to_answer_tells(text, lang, answer):
    assert told(text, lang, answer) == "date"
    assert told(text, lang, answer, {"date": 0.05, "number": 0.05, "other": 0.9}) == "other"
    assert told(text, lang, answer, changed=True) == "other"


def test_something_else_that_seems_to_answer_leaves_it_as_it_is():
    text = "Anna Kremer opened the bridge on 19 June 2024."
    assert told(text, "en", "Anna Kremer") == "other"
    assert told(text, "en", text[:-1]) == "other"
    assert told(text, "en", "Anna Kremer", {"date": 0.5, "number": 0.2, "other": 0.3}) == "date"


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("The plan is called Vision 2030 and costs much.", "en", "Vision 2030"),
        ("他写了小说《1984》和其他书。", "zh", "1984"),
        ("DHAKA, 19 June 2024 - A ferry capsized in the south of the country.", "en", "19 June 2024"),
    ],
)
def test_a_year_in_a_name_and_a_dateline_tell_no_time(text, lang, name):
    assert told(text, lang, name) == "other"


def test_where_nothing_seems_to_answer_the_question_tells():
    assert type_of(OPEN, Found(()), [], {}.get) == "other"
