"""Questions for the last of several times are told from others, in the languages of the readers."""

import unicodedata

import pytest

from rag.answer.recency import asks_for_latest, without_latest


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
        ("متى زار بوتين الصين مؤخراً؟", "ar"),
        ("हाल के चुनाव कब हुए?", "hi"),
        ("Quando Putin visitou Pyongyang pela última vez?", "pt"),
        ("Quand Poutine s'est-il rendu à Pyongyang pour la dernière fois ?", "fr"),
        ("Quando è stata l'ultima visita di Putin a Pyongyang?", "it"),
        ("Când a fost ultimul cutremur?", "ro"),
        ("När besökte Putin Pyongyang senast?", "sv"),
        ("Når var siste gang Putin var i Pyongyang?", "nb"),
        ("Når var siste gang Putin var i Pyongyang?", "no"),
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
        ("Quando scade l'ultimatum all'Iran?", "it"),
        ("Când expiră ultimatumul?", "ro"),
        ("När infördes Sistema?", "sv"),
        ("मरीज़ की हालत कब सुधरी?", "hi"),
        ("متى وصل الوزير مع آخرين؟", "ar"),
        ("Wann gab er letztlich nach?", "de"),
    ],
)
def test_another_time_is_asked_for(question, lang):
    assert not asks_for_latest(question, lang)


@pytest.mark.parametrize(
    ("question", "lang", "any_time"),
    [
        ("When did Putin last visit Pyongyang?", "en", "When did Putin visit Pyongyang?"),
        ("When was the last time Putin visited Pyongyang?", "en", "When was Putin visited Pyongyang?"),
        ("Kapan Putin terakhir kali mengunjungi Pyongyang?", "id", "Kapan Putin mengunjungi Pyongyang?"),
        ("Когда Путин в последний раз был в Пхеньяне?", "ru", "Когда Путин был в Пхеньяне?"),
        ("متى زار بوتين بيونغ يانغ آخر مرة؟", "ar", "متى زار بوتين بيونغ يانغ؟"),
        ("普京上一次访问平壤是什么时候？", "zh", "普京 访问平壤是什么时候？"),
        ("プーチン大統領が最後に平壌を訪れたのはいつですか。", "ja", "プーチン大統領が 平壌を訪れたのはいつですか。"),
        ("푸틴이 마지막으로 평양을 방문한 것은 언제인가?", "ko", "푸틴이 평양을 방문한 것은 언제인가?"),
        ("पुतिन आख़िरी बार प्योंगयांग कब गए थे?", "hi", "पुतिन प्योंगयांग कब गए थे?"),
        ("¿Cuándo visitó Putin Pyongyang por última vez?", "es", "¿Cuándo visitó Putin Pyongyang?"),
        (
            "Quand Poutine est-il allé à Pyongyang pour la dernière fois ?",
            "fr",
            "Quand Poutine est-il allé à Pyongyang?",
        ),
        ("Who won the election?", "en", "Who won the election?"),
        ("last?", "en", "last?"),
    ],
)
def test_the_question_for_any_of_those_times(question, lang, any_time):
    assert without_latest(question, lang) == unicodedata.normalize("NFC", any_time)


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("How long did the blackout last?", "en"),
        ("What was the last name of the pilot?", "en"),
        ("What lasted eleven hours?", "en"),
        ("Who resigned last Friday?", "en"),
        ("Qui a gagné le Tour l'année dernière ?", "fr"),
        ("Was geschah letzte Woche?", "de"),
        ("Was geschah im letzten Jahr?", "de"),
        ("¿Qué pasó el año pasado?", "es"),
    ],
)
def test_what_only_looks_like_the_last_time_is_not(question, lang):
    assert not asks_for_latest(question, lang)
    assert without_latest(question, lang) == question


def test_a_date_keeps_its_word_where_the_last_time_is_asked_for():
    asked = "Quand Putin est-il venu pour la dernière fois l'année dernière ?"
    assert asks_for_latest(asked, "fr")
    assert "l'année dernière" in without_latest(asked, "fr") and "fois" not in without_latest(asked, "fr")
