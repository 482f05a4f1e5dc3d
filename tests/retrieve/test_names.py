"""What a question names is found in any script, inflected or not, and nothing else is taken for it."""

import numpy as np
import pytest

from rag.index.words import WordIndex, words_in
from rag.retrieve.names import Name, named, names_in, respelled
from rag.retrieve.places import place_names

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


@pytest.fixture
def archive(tmp_path):
    """An index of the words of texts by language; the passages are numbered from 1 in the order given."""
    opened = []

    def build(*groups: dict[str, str] | list[tuple[str, str]]) -> WordIndex:
        index = WordIndex(tmp_path / f"words-{len(opened)}.db")
        opened.append(index)
        rows = [row for group in groups for row in (group.items() if isinstance(group, dict) else group)]
        for number, (lang, text) in enumerate(rows):
            index.put(f"{number}.txt", lang, [(f"{number}.txt@0:0", np.zeros(1), b"", words_in(text, ()))])
        index.tidy()
        return index

    yield build
    for index in opened:
        index.close()


def numbers(names, written):
    return next(set(rows.tolist()) for name, rows in names.items() if name.written == written)


@pytest.mark.parametrize("lang", [lang for lang in VISIT if lang not in ("ja", "el")])
def test_a_name_is_found_whatever_its_script(archive, lang):
    names = names_in("When did Putin visit Pyongyang?", "en", archive([(lang, VISIT[lang]), ("en", WEATHER["en"])]))
    assert numbers(names, "Putin") == numbers(names, "Pyongyang") == {1}


@pytest.mark.parametrize(
    ("name", "lang", "text"),
    [
        ("Lavrov", "fa", "لاوروف به تهران رسید."),
        ("Navalny", "fa", "ناوالنی در زندان بود."),
        ("Morvarid", "fa", "لنج مروارید به آب افتاد."),
        ("Volkov", "he", "וולקוב הגיע אתמול."),
    ],
)
def test_scripts_that_write_v_and_w_with_one_letter(archive, name, lang, text):
    assert numbers(names_in(f"When was {name} seen?", "en", archive([(lang, text), ("en", WEATHER["en"])])), name) == {
        1
    }


@pytest.mark.parametrize(
    ("name", "lang", "text"),
    [("Kabul", "ar", "سافر إلى كوريا."), ("Fischer", "fa", "وزیر خارجه آمد."), ("Lopez", "fa", "روز چهارشنبه آمد.")],
)
def test_a_letter_that_is_mostly_a_vowel_makes_no_name_of_a_word(archive, name, lang, text):
    assert (
        numbers(names_in(f"When did {name} arrive?", "en", archive([(lang, text), ("en", WEATHER["en"])])), name)
        == set()
    )


def test_katakana_and_greek_keep_enough_of_a_name(archive):
    known = archive([("ja", VISIT["ja"]), ("el", "Ο πρόεδρος Λαβρόφ έφτασε."), ("ja", "晴れ。")])
    assert numbers(names_in("Куда поехал Путин?", "ru", known), "Путин") == {1}
    assert numbers(names_in("Where did Lavrov go?", "en", known), "Lavrov") == {2}
    assert numbers(names_in("누가 평양에 갔나?", "ko", known), "평양에") == {1}


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
def test_a_question_names_the_person_and_the_place(archive, question, lang):
    names = names_in(question, lang, archive(VISIT, *[WEATHER] * 8))
    about = set(range(1, len(VISIT) + 1))
    assert len(names) == 2
    for rows in names.values():
        assert len(set(rows.tolist()) & about) >= 8
        assert not set(rows.tolist()) - about


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (VISIT["id"], "When did Putin visit Pyongyang?"),
        (VISIT["ru"], "When did Путина visit Пхеньян?"),
        (VISIT["ko"], "When did 푸틴이 visit 평양에?"),
        (VISIT["ja"], "When did プーチン visit 平壌?"),
        (VISIT["ar"], "When did بوتين visit بيونغ يانغ?"),
        (VISIT["hi"], "When did पुतिन visit प्योंगयांग?"),
        ("俄罗斯总统普京星期三凌晨抵达平壤。", "When did 普京 visit 平壤?"),
        (WEATHER["ru"], "When did Putin visit Pyongyang?"),
    ],
)
def test_a_passage_is_asked_with_the_names_as_it_spells_them(archive, text, asked):
    question = "When did Putin visit Pyongyang?"
    names = names_in(question, "en", archive(VISIT, {"zh": "俄罗斯总统普京星期三凌晨抵达平壤。"}, *[WEATHER] * 8))
    assert respelled(question, tuple(names), text) == asked


def test_a_chinese_question_names_its_places_and_people(archive):
    known = archive(VISIT, WEATHER)
    names = names_in("普京上次访问平壤是什么时候？", "zh", known)
    assert [name.written for name in names] == ["平壤", "普京"]
    assert len(numbers(names, "平壤")) >= 9
    assert len(numbers(names, "普京")) >= 9


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
def test_ordinary_words_and_dates_are_no_names(archive, question, lang):
    assert names_in(question, lang, archive(VISIT, WEATHER)) == {}


def test_georgian_has_no_small_letters_and_takes_no_name_away(archive):
    known = archive([("ka", "ობამა ჩავიდა თბილისში."), ("en", "Obama spoke."), ("en", WEATHER["en"])])
    assert numbers(names_in("What did Obama say?", "en", known), "Obama") == {1, 2}


def test_the_first_word_of_a_sentence_has_its_capital_from_there(archive):
    known = archive(VISIT, *[WEATHER] * 8)
    for question, lang in (
        ("¿Cuándo visitó Putin Pyongyang?", "es"),
        ('"When did Putin visit Pyongyang?"', "en"),
        ("Putin went to Pyongyang. Which day was it?", "en"),
    ):
        assert {name.written for name in names_in(question, lang, known)} == {"Putin", "Pyongyang"}


def test_a_place_is_not_taken_for_another_that_begins_alike(archive):
    names = names_in("How many people live in China and Niger?", "en", archive([("en", "Chita and Nigeria.")]))
    assert {name.written for name in names} == {"China", "Niger"}
    assert numbers(names, "China") == set()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("拉夫罗夫去了哪里？", "Lavrov flew to Baku."),
        ("特朗普说了什么？", "Трамп говорил о пошлинах."),
        ("What did Lavrov say?", "外交部长拉夫罗夫表示，会谈很有成效。"),
        ("弗拉基米尔何时到达？", "Vladimir came by train."),
        ("Куда поехал Макрон?", "Emmanuel Macron left for Lisbon."),
    ],
)
def test_chinese_spells_foreign_names_in_its_own_characters(archive, question, text):
    lang = {"外": "zh", "Т": "ru"}.get(text[0], "en")
    asked = "ru" if question[0] == "К" else "en" if question[0] == "W" else "zh"
    names = names_in(question, asked, archive([(lang, text), ("en", WEATHER["en"]), ("ru", WEATHER["ru"])]))
    assert {1} in [set(rows.tolist()) for rows in names.values()]


@pytest.mark.parametrize(
    ("lang", "question", "text", "name"),
    [
        ("ru", "Когда ispace пыталась сесть на Луну?", "Pendarat ispace jatuh di Bulan pada hari Jumat.", "ispace"),
        ("ko", "루두커우 대교(芦渡口大桥)는 언제 이어졌나?", "昨天上午，芦渡口大桥顺利合龙。", "芦渡口大桥"),
        ("de", "Wann traf Wladimir Medwedew ein?", "Владимир Медведев прибыл утром.", "Medwedew"),
        ("pl", "Kiedy przyjechał Ławrow?", "Лавров приехал вчера.", "Ławrow"),
    ],
)
def test_a_name_of_another_script_or_spelled_as_another_language_does(archive, lang, question, text, name):
    names = names_in(question, lang, archive([("und", text)], WEATHER))
    assert numbers(names, name) == {1}


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("zh", "Elon Musk和Donald Trump什么时候见面?"),
        ("ru", "Что такое Microsoft Azure OpenAI?"),
        ("en", "What did Hamas agree to?"),
        ("en", "How many cars did Honda sell?"),
    ],
)
def test_words_of_the_question_and_words_that_sound_alike_are_no_names(archive, lang, question):
    texts = [
        ("zh", "他们什么时候见面？谁知道。"),
        ("ru", "Погода, что такое погода?"),
        ("ar", "يوم الخميس في كندا وقطر"),
    ]
    names = names_in(question, lang, archive(texts, WEATHER))
    assert not any(len(rows) for rows in names.values())


def test_rare_names_weigh_more(archive):
    names = names_in("Did Putin see Bandung?", "en", archive(VISIT, WEATHER))
    weights = {name.written: name.weight for name in names}
    assert weights["Bandung"] > weights["Putin"]


def test_a_sentence_has_a_share_of_the_names(archive):
    names = tuple(names_in("When did Putin visit Pyongyang?", "en", archive(VISIT, *[WEATHER] * 8)))
    assert named(names, VISIT["ko"]) == named(names, VISIT["ru"]) == 1
    assert 0 < named(names, "Путин улетел в Москву.") < 1
    assert named(names, WEATHER["ja"]) == 0
    assert named((), WEATHER["ja"]) == 1
    assert named((Name("Nobody"),), VISIT["en"]) == 0


def test_what_is_deleted_is_found_no_more(archive):
    index = archive([("en", "Zanzibar fell silent."), ("en", "The rain fell on zanzibar.")])
    index.delete("1.txt")
    index.tidy()
    assert index.count == 1 and index.spelled("zanz") == [("zanzibar", "Zanzibar")]
    assert numbers(names_in("Who saw Zanzibar?", "en", index), "Zanzibar") == {1}


def test_every_language_has_names_of_places():
    assert "Pyongyang" in place_names("en")["Asia/Pyongyang"]
    assert "Пхеньян" in place_names("ru")["Asia/Pyongyang"]
    assert "평양" in place_names("ko")["Asia/Pyongyang"]
    assert place_names("und")["Asia/Pyongyang"] == ("Pyongyang",)
