"""Questions for the first of several times are told from others, in the languages of the readers."""

import pytest

from rag.answer.primacy import asks_for_first


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("When did Putin first visit Pyongyang?", "en"),
        ("Kapan Putin pertama kali mengunjungi Pyongyang?", "id"),
        ("Когда Путин впервые приехал в Пхеньян?", "ru"),
        ("متى زار بوتين بيونغ يانغ لأول مرة؟", "ar"),
        ("普京第一次访问平壤是什么时候？", "zh"),
        ("プーチン大統領が初めて平壌を訪れたのはいつですか。", "ja"),
        ("푸틴이 처음으로 평양을 방문한 것은 언제인가?", "ko"),
        ("ปูตินเยือนเปียงยางครั้งแรกเมื่อใด", "th"),
        ("पुतिन पहली बार प्योंगयांग कब गए थे?", "hi"),
        ("Putin thăm Bình Nhưỡng lần đầu tiên khi nào?", "vi"),
        ("Putin Pyongyang'ı ilk kez ne zaman ziyaret etti?", "tr"),
        ("¿Cuándo visitó Putin Pionyang por primera vez?", "es"),
        ("Quand Poutine s'est-il rendu à Pyongyang pour la première fois ?", "fr"),
        ("Wann war Putin zum ersten Mal in Pjöngjang?", "de"),
        ("Quando Putin visitou Pyongyang pela primeira vez?", "pt"),
        ("¿Cuándo visitó el primer ministro Modi Ucrania por primera vez?", "es"),
        ("Quand le Premier ministre Modi s'est-il rendu en Ukraine pour la première fois ?", "fr"),
        ("When was the virus first named?", "en"),
        ("Πότε επισκέφθηκε ο Πούτιν την Πιονγκγιάνγκ για πρώτη φορά;", "el"),
    ],
)
def test_the_first_time_is_asked_for(question, lang):
    assert asks_for_first(question, lang)


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("When did Putin last visit Pyongyang?", "en"),
        ("When did the First Minister resign?", "en"),
        ("متى افتتحت الألعاب الأولمبية في باريس؟", "ar"),
        ("第一次世界大战什么时候爆发？", "zh"),
        ("当初の開催予定日はいつでしたか。", "ja"),
        ("İlkay Gündoğan ne zaman milli takımı bıraktı?", "tr"),
        ("Când a demisionat primul-ministru?", "ro"),
        ("Когда началось первенство России?", "ru"),
        ("Who came on the first of May?", "en"),
        ("Когда Путин приехал в Пхеньян?", "ru"),
        ("¿Cuándo dimitió el primer ministro?", "es"),
        ("Quand le Premier ministre a-t-il démissionné ?", "fr"),
        ("Quando il presidente arrivò prima del vertice?", "it"),
        ("普京上一次访问平壤是什么时候？", "zh"),
    ],
)
def test_another_time_is_asked_for(question, lang):
    assert not asks_for_first(question, lang)
