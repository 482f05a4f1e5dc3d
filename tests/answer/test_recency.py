"""Questions for the last of several times are told from others, in the languages of the readers."""

import pytest

from rag.answer.recency import asks_for_latest


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("When did Putin last visit Pyongyang?", "en"),
        ("Kapan Putin terakhir kali mengunjungi Pyongyang?", "id"),
        ("Когда Путин в последний раз был в Пхеньяне?", "ru"),
        ("푸틴이 마지막으로 평양을 방문한 것은 언제인가?", "ko"),
        ("متى زار بوتين بيونغ يانغ آخر مرة؟", "ar"),
        ("普京上一次访问平壤是什么时候？", "zh"),
        ("プーチン大統領が最後に平壌を訪れたのはいつですか。", "ja"),
        ("ปูตินเยือนเปียงยางครั้งล่าสุดเมื่อใด", "th"),
        ("पुतिन आख़िरी बार प्योंगयांग कब गए थे?", "hi"),
        ("¿Cuándo visitó Putin Pionyang por última vez?", "es"),
        ("Wann war Putin zuletzt in Pjöngjang?", "de"),
        ("Putin Pyongyang'ı en son ne zaman ziyaret etti?", "tr"),
    ],
)
def test_the_last_time_is_asked_for(question, lang):
    assert asks_for_latest(question, lang)


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("When did Putin first visit Pyongyang?", "en"),
        ("When did the blast happen?", "en"),
        ("How many people came last year?", "en"),
        ("Kapan gempa itu terjadi?", "id"),
        ("Когда Путин впервые был в Пхеньяне?", "ru"),
        ("普京第一次访问平壤是什么时候？", "zh"),
        ("¿Cuándo visitó Putin Pionyang por primera vez?", "es"),
    ],
)
def test_another_time_is_asked_for(question, lang):
    assert not asks_for_latest(question, lang)
