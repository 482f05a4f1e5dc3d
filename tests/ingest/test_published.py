from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.ingest.dates import find_dates
from rag.ingest.published import datelines, infer_published

TODAY = date(2026, 11, 23)
DAY = date(2024, 6, 19)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "PYONGYANG, 19 June 2024 (KCNA) -- Kim received his guest. In 2019 he had gone himself."),
        ("en", "Guest received\n\nBy Jo Writer\nJune 19, 2024 10:31 GMT\n\nKim received his guest."),
        ("en", "Kim received his guest.\n\nMore was said.\n\nPublished 19 June 2024"),
        ("id", "Putin di Pyongyang\nRabu, 19 Juni 2024 | 10:31 WIB\n\nPresiden tiba."),
        ("ru", "МОСКВА, 19 июн 2024 — Наше агентство. Президент прибыл."),
        ("zh", "本社平壤2024年6月19日电 总统抵达平壤。"),
        ("ja", "大統領が訪問\n2024年6月19日 10時31分\n\n大統領が到着した。"),
        ("ko", "대통령 방문\n2024년 6월 19일 10:31\n\n대통령이 도착했다."),
        ("ar", "بيونغ يانغ، 19 يونيو 2024 (الوكالة) -- وصل الرئيس."),
        ("th", "เยือนเปียงยาง\n19 มิ.ย. 2567 10:31 น.\n\nประธานาธิบดีเดินทางถึง"),
        ("hi", "राष्ट्रपति पहुँचे\n19 जून 2024, 10:31\n\nराष्ट्रपति पहुँचे।"),
    ],
)
def test_a_stated_day(lang: str, text: str) -> None:
    assert infer_published(text, lang, TODAY) == DAY


BODY = {
    "en": "The president arrived. In 2019 he had gone himself.",
    "id": "Presiden tiba di sana. Pada 2019 ia pergi sendiri.",
    "ru": "Президент прибыл. В 2019 году он ездил сам.",
    "es": "El presidente llegó. En 2019 fue él mismo.",
    "fr": "Le président est arrivé. En 2019 il y était allé.",
    "de": "Der Präsident kam an. Im Jahr 2019 war er selbst gereist.",
    "pt": "O presidente chegou. Em 2019 foi ele mesmo.",
    "tr": "Başkan geldi. 2019 yılında kendisi gitmişti.",
    "ar": "وصل الرئيس. في عام 2019 ذهب بنفسه.",
    "hi": "राष्ट्रपति पहुँचे। 2019 में वे खुद गए थे।",
    "th": "ประธานาธิบดีเดินทางถึง ในปี 2562 เขาไปเอง",
    "vi": "Tổng thống đã đến. Năm 2019 ông tự đi.",
    "zh": "总统抵达。2019年他曾亲自前往。",
    "ja": "大統領が到着した。2019年には自ら訪れた。",
    "ko": "대통령이 도착했다. 2019년에는 직접 갔다.",
}


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Published: 19 June 2024 - 14:30"),
        ("en", "Published 19 June 2024 — 14:30 BST"),
        ("en", "Issued on: 19/06/2024 - 14:30Modified: 20/06/2024 - 15:00"),
        ("en", "Updated at: 2024-06-19 14:30 GMT+7"),
        ("en", "19 June 2024 - by Jo Writer"),
        ("id", "Diterbitkan: 19 Juni 2024 - 14:30 WIB"),
        ("id", "Kompas.com - 19/06/2024, 14:30 WIB"),
        ("id", "Tim Redaksi, CNN Indonesia - Rabu, 19 Jun 2024 14:30 WIB"),
        ("ru", "Опубликовано: 19 июня 2024 — 14:30"),
        ("ru", "14:30 19.06.2024 (обновлено: 15:00 19.06.2024)"),
        ("es", "Publicado el 19/06/2024 a las 14:30"),
        ("es", "19 jun 2024 - 14:30CEST"),
        ("fr", "Publié le 19 juin 2024 à 14h30"),
        ("fr", "Publié le : 19/06/2024 - 14:30"),
        ("de", "Stand: 19.06.2024 14:30 Uhr"),
        ("de", "Veröffentlicht: 19.06.2024 - 14:30 Uhr"),
        ("pt", "Publicado: 19 de junho de 2024 - 14h30"),
        ("pt", "Por Redação — Brasília 19/06/2024 14h30"),
        ("tr", "19.06.2024 14:30 tarihinde yayınlandı"),
        ("tr", "Yayınlanma: 19 Haziran 2024 - 14:30"),
        ("ar", "تاريخ النشر: 19 يونيو 2024 14:30"),
        ("ar", "آخر تحديث: 19 يونيو 2024 - 14:30 بتوقيت غرينتش"),
        ("hi", "प्रकाशित: 19 जून 2024, 14:30 IST"),
        ("th", "เผยแพร่ 19 มิ.ย. 2567 14:30 น."),
        ("th", "วันพุธที่ 19 มิถุนายน พ.ศ. 2567, 14.30 น."),
        ("vi", "Cập nhật 19/6/2024, 14:30 (GMT+7)"),
        ("vi", "Xuất bản: 19/06/2024 - 14:30"),
        ("zh", "发布时间：2024-06-19 14:30"),
        ("zh", "2024年06月19日 14:30 来源：新华社"),
        ("ja", "公開日：2024年6月19日 14時30分"),
        ("ja", "入力 2024.06.19 14:30"),
        ("ko", "2024년 6월 19일 오후 2:30"),
        ("ko", "입력 2024.06.19. 오후 2:30"),
    ],
)
class TestByline:
    def test_at_the_head(self, lang: str, line: str) -> None:
        assert infer_published(f"{line}\n\n{BODY[lang]}", lang, TODAY) == DAY

    def test_at_the_foot(self, lang: str, line: str) -> None:
        assert infer_published(f"{BODY[lang]}\n\n{line}", lang, TODAY) == DAY


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "本报北京2024年6月19日讯 "),
        ("zh", "（中央社記者葉素萍台北2024年6月19日電）"),
        ("zh", "【大纪元2024年06月19日讯】"),
        ("zh", "新华社北京2024年6月19日专电 "),
        ("ja", "［東京　２０２４年６月１９日　ロイター］ - "),
        ("ja", "【平壌2024年6月19日共同】"),
        ("ko", "(평양 2024년 6월 19일발 조선중앙통신) "),
        ("hi", "नयी दिल्ली, 19 जून 2024 (भाषा) "),
        ("hi", "तिरुवनंतपुरम, 19 जून 2024 (पीटीआई-भाषा)। "),
        ("en", "NEW DELHI, Jun 19, 2024 (PTI) "),
        ("ru", "Москва. 19 июня 2024 года. INTERFAX.RU - "),
        ("ru", "Астана. 19 июня 2024 г. КазТАГ – "),
        ("ru", "Киев. 19 июня 2024. УНИАН. "),
        ("ru", "МОСКВА, 19 июня 2024 года. /ТАСС/. "),
        ("ar", "رام الله 19-6-2024 وفا- "),
        ("th", "กรุงเทพฯ 19 มิ.ย. 2567-"),
        ("es", "(EFE) - MADRID, 19 jun 2024 - "),
        ("es", "Madrid, 19 jun 2024 (EFE).- "),
        ("tr", "Ankara, 19 Haziran 2024 (DHA)- "),
        ("vi", "Hà Nội, ngày 19/6/2024 (TTXVN) - "),
    ],
)
def test_a_dateline(lang: str, line: str) -> None:
    assert infer_published(line + BODY[lang], lang, TODAY) == DAY


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("hi", "नयी दिल्ली, 19 जून (भाषा) प्रधानमंत्री पहुँचे।", True),
        ("hi", "नयी दिल्ली, 19 जून (बुधवार) प्रधानमंत्री पहुँचे।", False),
        ("hi", "नयी दिल्ली, 19 जून (भाषा) को वे पहुँचे।", False),
        ("ko", "워싱턴, 6월 19일(현지시간) 대통령이 도착했다.", False),
        ("en", "DELHI, 19 June (PTI) The minister came.", True),
        ("en", "New Delhi, 19 June (PTI/ANI) The minister came.", True),
        ("en", "Signed, 19 June (EU) Members agreed.", False),
        ("en", "Delhi, 19 June (PTI) was not believed.", False),
        ("en", "Delhi, 19 June (Wednesday) was hot.", False),
        ("en", "Delhi, 19 June (Wednesday) The heat came.", False),
        ("en", "Delhi, 19 June (the hottest day) The heat came.", False),
        ("ru", "Москва. 19 июня. INTERFAX.RU - Президент прибыл.", True),
        ("ru", "Москва. 19 июня. Президент - Европе. Он прибыл.", False),
        ("ru", "Он приехал в город Москва. 19 июня. ТАСС - Агентство.", False),
        ("ru", "Москва. 19 июня. ТАСС - это агентство.", False),
        ("ru", "Он приехал 19 июня. Президент - Дома.", False),
        ("zh", "本报芦渡口6月19日讯 总统抵达。", True),
        ("zh", "6月19日讯问嫌疑人时，他承认了。", False),
        ("zh", "6月19日电影节开幕。", False),
        ("zh", "6月19日，总统致电首相。", False),
        ("zh", "6月19日通讯社报道，他离开了。", False),
        ("ja", "［東京　１９日　ロイター］ - 大統領が到着した。", True),
    ],
)
def test_which_dates_are_datelines(lang: str, text: str, found: bool) -> None:
    mentions = find_dates(text, lang, DAY)
    assert [mention.value for mention in mentions if mention.granularity == "day"][:1] == [DAY]
    lines = datelines(text, lang, DAY, mentions)
    assert lines == ([(mentions[0].start, mentions[0].end)] if found else [])


def test_opening_prose_with_weekday_dates_the_article_if_nothing_later_is_reported() -> None:
    opening = "Presiden tiba di Pyongyang pada Rabu (19/6). Kim ke Rusia pada April 2019 dan September 2023."
    assert infer_published(opening, "id", TODAY) == DAY
    assert infer_published(opening + " Ia bertolak pada 21 Juni 2024.", "id", TODAY) is None


def test_a_dateline_without_its_year_is_of_the_year_of_what_it_reports() -> None:
    opening = (
        "PYONGYANG, 19 juin – Le président est reparti. Il était arrivé mardi 18 juin ; la visite de 2023 fut brève."
    )
    assert infer_published(opening, "fr", TODAY) == DAY


def test_a_day_that_is_told_later_on_dates_the_article_if_a_dateline_follows_it() -> None:
    lead = (
        "Two days of talks have brought the neighbours closer, said people who were there and were glad to speak of it."
    )
    later = "\n\nThe guest had come on Wednesday 19 June. He was there in 2023, too."
    assert len(lead) < 120 < len(f"PYONGYANG, 20 June - {lead}")
    assert infer_published(f"{lead} It was not the first time.{later}", "en", TODAY) is None
    assert infer_published(f"PYONGYANG, 20 June - {lead}{later}", "en", TODAY) == date(2024, 6, 20)


def test_the_first_paragraph_is_as_long_as_it_looks() -> None:
    lead = (
        "两国官员经过两天会谈后表示，双方关系比以往任何时候都更加密切，今后将在贸易、交通和文化等领域继续扩大合作，"
        "并愿意再次坐下来商谈下一步的具体安排。"
    )
    assert 60 < len(lead) < 120
    assert infer_published(f"{lead}\n\n客人于6月19日星期三抵达。他2023年也来过。", "zh", TODAY) is None
    assert infer_published(f"客人于6月19日星期三抵达。他2023年也来过。\n\n{lead}", "zh", TODAY) == DAY


def test_what_is_still_to_come_is_no_dateline() -> None:
    text = "Elections set for 22 June\n\nOn Wednesday 19 June 2024 the parliament was dissolved.\n\nNext: 20 June"
    assert infer_published(text, "en", TODAY) == DAY
    dated = "PARIS, 21 juin – Le président est arrivé mercredi 19 juin ; la visite de 2023 fut brève."
    assert infer_published(dated, "fr", date(2024, 6, 20)) == DAY


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On 19 June 2024 the guest came. He left on 20 June 2024."),
        ("en", "Pearl Harbor, 7 December 1941\n\nThe attack was remembered again in 2021."),
        ("en", "LONDON — The treaty of 19 June 2024: a view. It fell."),
        ("en", "The guest came on 19 June. Kim went to Russia in 2019."),
        ("en", "PYONGYANG, 19 June 2030 (KCNA) -- A day to come."),
        ("en", "On 19 June 2024 he met Kim (pictured). He left."),
        ("en", "On 19 June 2024 he met Kim - his friend - in Rome. He left."),
        ("en", "On 19 June 2024 he met his old friend Kim - Putin said so. He left."),
        ("en", 'On 19 June 2024, he wrote that "we [the people]" ask. He left.'),
        ("en", "The guest came on 19 June 2024. London - the capital - was glad."),
        ("en", "A reader asks: 19 June 2024 - a day to remember?\n\nThe guest came."),
        ("en", "19 June 2024 - the day that changed it all\n\nThe guest came. He left in 2025."),
        ("hi", "19 जून 2024 (भाषा) के दिन वे आए। फिर गए।"),
        ("ru", "Москва. 19 июня 2024. Президент - о мире. Он уехал."),
        ("zh", "2024年6月19日，电影节开幕。他离开了。"),
        ("zh", "2024年6月19日讯问嫌疑人时，他承认了。"),
        ("en", "Signed, 13 December 2007 (EU) Members agreed to reform it. It took effect."),
        ("en", "Albert Smith (17 June 1925 – 3 May 2001) was a painter."),
        ("en", "Albert Smith (17 June 1925 – 3 May 2001)\n\nHe painted."),
        ("en", "Albert Smith (born 17 June 1925, died 3 May 2001)\n\nHe painted."),
        ("ru", "Альберт Смит (17 июня 1925, Москва — 3 мая 2001, Киев) — художник."),
        ("ru", "Альберт Смит (17 июня 1925 года — 3 мая 2001 года) — художник."),
        ("uk", "Альберт Сміт (17 червня 1925, Київ — 3 травня 2001, там само) — художник."),
        ("zh", "阿尔伯特·史密斯（1925年6月17日－2001年5月3日），画家。"),
        ("zh", "史密斯，1925年6月17日—2001年5月3日\n\n他是画家。"),
        ("en", "No day at all."),
        ("en", ""),
        ("ja", "大統領が2024年に訪問した。"),
    ],
)
def test_never_a_guess(lang: str, text: str) -> None:
    assert infer_published(text, lang, TODAY) is None


def test_a_by_line_that_was_brought_up_to_date_is_no_span_of_life() -> None:
    assert infer_published(f"(Published 18 June 2024, updated 19 June 2024)\n\n{BODY['en']}", "en", TODAY) == DAY


def test_a_word_that_begins_like_a_weekday_dates_no_article() -> None:
    assert infer_published("Ngày 18/6, Thủ tướng đến. Năm 2024, ông đi.", "vi", TODAY) is None
    assert infer_published("Thứ Tư, 19/6, ông đến. Năm 2023, ông đi.", "vi", TODAY) == DAY


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["Rabu ", "(19/6) ", "19 Juni 2024 ", "\n", " -- ", ". ", "a ", "|"]), max_size=12).map(
        "".join
    )
)
def test_is_never_in_the_future(text: str) -> None:
    published = infer_published(text, "id", TODAY)
    assert published is None or published <= TODAY
