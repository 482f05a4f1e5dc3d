"""What a question names is found in any script, inflected or not, and nothing else is taken for it."""

import pytest

from rag.retrieve.names import Name, Texts, names_in, place_names, prepared

VISIT = {
    "id": "Presiden Rusia Vladimir Putin tiba di Pyongyang pada Rabu dini hari.",
    "en": "Vladimir Putin landed in Pyongyang before dawn on Wednesday.",
    "ru": "Визит Владимира Путина в Пхеньян начался ночью в среду.",
    "uk": "Володимир Путін прибув до Пхеньяна вночі в середу.",
    "ko": "푸틴이 수요일 새벽 평양에 도착했다.",
    "ja": "プーチン大統領が水曜日の未明、平壌に到着した。",
    "ar": "وصل الرئيس بوتين إلى بيونغ يانغ فجر الأربعاء.",
    "hi": "राष्ट्रपति पुतिन बुधवार तड़के प्योंगयांग पहुँचे।",
    "el": "Ο Πούτιν έφτασε στην Πιονγκγιάνγκ τα ξημερώματα της Τετάρτης.",
    "tr": "Putin çarşamba sabaha karşı Pyongyang'a indi.",
    "sr": "Путин је у среду пред зору стигао у Пјонгјанг.",
}
WEATHER = {
    "id": "Hujan deras turun di Bandung sepanjang akhir pekan dan jalan tergenang.",
    "en": "Heavy rain fell on the valley all weekend and roads were flooded.",
    "ru": "Сильный дождь шёл в долине все выходные, дороги затопило.",
    "ko": "주말 내내 골짜기에 큰비가 내려 길이 물에 잠겼다.",
    "ja": "週末はずっと谷に大雨が降り、道路が冠水した。",
    "ar": "هطل مطر غزير على الوادي طوال عطلة الأسبوع وغمرت المياه الطرق.",
    "hi": "पूरे सप्ताहांत घाटी में भारी वर्षा हुई और सड़कें डूब गईं।",
}


def texts(*groups: dict[str, str]) -> Texts:
    return Texts([prepared(text, lang) for group in groups for lang, text in group.items()])


@pytest.mark.parametrize("lang", [lang for lang in VISIT if lang not in ("ja", "el")])
def test_a_name_is_found_whatever_its_script(lang):
    one = Texts([prepared(VISIT[lang], lang), prepared(WEATHER["en"], "en")])
    assert one.naming(Name("Putin")) == {0}
    assert one.naming(Name("Pyongyang", "Asia/Pyongyang")) == {0}


def test_katakana_and_greek_keep_enough_of_a_name():
    both = Texts([prepared(VISIT["ja"], "ja"), prepared("Ο πρόεδρος Λαβρόφ έφτασε.", "el"), prepared("晴れ。", "ja")])
    assert both.naming(Name("Путин")) == {0}
    assert both.naming(Name("Lavrov")) == {1}
    assert both.naming(Name("평양", "Asia/Pyongyang")) == {0}


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("When did Putin last visit Pyongyang?", "en"),
        ("Kapan Putin terakhir kali berkunjung ke Pyongyang?", "id"),
        ("Когда Путин в последний раз был в Пхеньяне?", "ru"),
        ("푸틴이 마지막으로 평양을 방문한 것은 언제인가?", "ko"),
        ("プーチン大統領が最後に平壌を訪れたのはいつですか。", "ja"),
        ("متى زار بوتين بيونغ يانغ آخر مرة؟", "ar"),
    ],
)
def test_a_question_names_the_person_and_the_place(question, lang):
    known = texts(VISIT, *[WEATHER] * 8)
    names = names_in(question, lang, known)
    about = frozenset(range(len(VISIT)))
    assert {name.place for name in names} == {"Asia/Pyongyang", None}
    for name in names:
        assert len(known.naming(name) & about) >= 8
        assert not known.naming(name) - about


def test_a_chinese_question_names_its_places():
    names = names_in("普京上次访问平壤是什么时候？", "zh", texts(VISIT, WEATHER))
    assert [name.place for name in names] == ["Asia/Pyongyang"]


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("When did it rain last weekend?", "en"),
        ("Wann hat es am Wochenende geregnet?", "de"),
        ("Kapan hujan turun?", "id"),
        ("Que s'est-il passé en juin 2024 ?", "fr"),
        ("지난주에 비가 얼마나 왔나?", "ko"),
        ("週末に何が起きたか。", "ja"),
    ],
)
def test_ordinary_words_and_dates_are_no_names(question, lang):
    assert names_in(question, lang, texts(VISIT, WEATHER)) == ()


def test_a_place_is_not_taken_for_another_that_begins_alike():
    names = names_in("How many people live in China and Niger?", "en", texts(VISIT, WEATHER))
    assert {name.place for name in names} == {"CN", "NE"}


def test_rare_names_weigh_more():
    known = texts(VISIT, WEATHER)
    weights = {name.written: name.weight for name in names_in("Did Putin see Bandung?", "en", known)}
    assert weights["Bandung"] > weights["Putin"]


def test_every_language_has_names_of_places():
    assert "Pyongyang" in place_names("en")["Asia/Pyongyang"]
    assert "Пхеньян" in place_names("ru")["Asia/Pyongyang"]
    assert "평양" in place_names("ko")["Asia/Pyongyang"]
    assert place_names("und")["Asia/Pyongyang"] == ("Pyongyang",)
