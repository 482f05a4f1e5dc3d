from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.ingest.dateline import datelines
from rag.ingest.dates import find_dates
from rag.ingest.published import infer_published

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


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        (
            "en",
            "DHAKA, 14 May - At least nine people died when a ferry capsized on Tuesday in the south "
            "of the country, officials said, and rescuers were still searching. A similar accident in "
            "August 2021 killed 34.",
            date(2024, 5, 14),
        ),
        (
            "de",
            "WIEN, 3. September. Die Regierung hat am Dienstag ein Hilfspaket für die überfluteten "
            "Gemeinden im Osten des Landes beschlossen. Zuletzt hatte es im Juli 2024 starke "
            "Regenfälle gegeben.",
            date(2024, 9, 3),
        ),
        (
            "ru",
            "ТОМСК, 20 марта — В среду в городе открыли новый мост через реку, который строили почти "
            "пять лет, несмотря на перебои с поставками металла. Работы начались в январе 2020 года.",
            date(2024, 3, 20),
        ),
        (
            "zh",
            "本报青石5月14日电（记者 田禾）星期二上午，青石大桥正式通车，两岸居民步行过桥庆祝，不少老人说这一天等"
            "了几十年。大桥2021年8月动工。",
            date(2024, 5, 14),
        ),
        (
            "zh",
            "本报青石5月14日电（记者 "
            "田禾）青石大桥昨天上午合龙，两岸居民放起鞭炮庆祝，不少老人说这一天等了整整三十年。剩下的工程将持续到"
            "明年春天，预计2025年“五一”前通车。大桥2021年8月动工。",
            date(2024, 5, 14),
        ),
        (
            "ko",
            "[서울 5월 14일] 한국 정부가 14일 상주 대사관을 열었다고 발표하고 앞으로 양국 협력을 더욱 넓혀 "
            "나가겠다고 밝혔다. 개관식은 2024년 5월 10일 "
            "열렸으며 차관이 참석했다. 두 나라는 1978년 수교했다.",
            date(2024, 5, 14),
        ),
        (
            "es",
            "LIMA, 14 de mayo - El Congreso aprobó el martes una ley para proteger los bosques de la "
            "costa norte, después de un debate que duró más de doce horas. La norma anterior era de "
            "marzo de 2023.",
            date(2024, 5, 14),
        ),
        (
            "hi",
            "नयी दिल्ली, 14 मई (भाषा) सरकार ने मंगलवार को नई रेल परियोजना को मंजूरी दे दी, जिस पर अगले "
            "पांच वर्षों में काम होगा और जिससे लाखों यात्रियों को लाभ मिलेगा। पिछली परियोजना जनवरी "
            "2022 में पूरी हुई थी।",
            date(2024, 5, 14),
        ),
        (
            "ar",
            "بيروت، 14 مايو (الوكالة) -- أعلنت الحكومة يوم الثلاثاء خطة جديدة لإصلاح شبكة الكهرباء في "
            "العاصمة وضواحيها بعد أشهر من الانقطاع المتكرر. وكانت الخطة السابقة قد أقرت في مارس 2022.",
            date(2024, 5, 14),
        ),
        (
            "id",
            "Jembatan gantung putus pada Selasa (14/5) pagi dan dua pengendara tercebur ke sungai, "
            "tetapi keduanya selamat sampai ke tepi. Hingga Rabu sore polisi masih berjaga. Jembatan "
            "itu dibangun pada 2022.",
            date(2024, 5, 15),
        ),
        (
            "ja",
            "【東京】日本相撲協会は2024年5月14日、臨時理事会を開き、新しい理事長に元横綱を選んだと発表した。就任"
            "は来月で、任期は二年となる。前の理事長は2016年から務めていた。",
            date(2024, 5, 14),
        ),
        (
            "th",
            "กรุงเทพฯ – รัฐบาลเปิดสะพานแห่งใหม่ข้ามแม่น้ำเจ้าพระยาอย่างเป็นทางการ เมื่อวันที่ 14 "
            "พฤษภาคม 2567 โดยมีนายกรัฐมนตรีเป็นประธานในพิธี ท่ามกลางประชาชนจำนวนมาก "
            "สะพานเริ่มก่อสร้างเมื่อปี 2561",
            date(2024, 5, 14),
        ),
        (
            "ru",
            "ТОМСК – Министерство транспорта 14 мая 2024 года назначило начальником порта Анну "
            "Петрову, которая пять лет руководила судоремонтным заводом. Прежний начальник ушёл в "
            "январе 2023 года.",
            date(2024, 5, 14),
        ),
        (
            "vi",
            "Chính quyền ngày thứ Năm 18/4 cho đóng cửa sân bay quốc tế do tro bụi từ núi lửa, nhiều chuyến bay tại "
            "khu vực bị hủy. Tháng 12 năm ngoái, một núi khác phun trào. Tháng 12/2018 có sóng thần.",
            date(2024, 4, 18),
        ),
        (
            "en",
            "DHAKA, 4 August - The number of people known to have died in the landslides rose to 221 on Sunday, the "
            "office of the minister said. In August 2019, a landslide killed 17 people not far away.",
            date(2024, 8, 4),
        ),
        (
            "en",
            "The minister met his guest in the capital on Thursday evening, 4 December, and drove him to dinner in the "
            "same car, which nobody had expected. On Friday they signed a treaty. He was there in July 2024, too.",
            date(2025, 12, 5),
        ),
    ],
)
def test_the_only_year_that_agrees_with_what_is_told(lang: str, text: str, day: date) -> None:
    assert infer_published(text, lang, TODAY) == day


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "DHAKA, 14 May - At least nine people died when a ferry capsized in the south of the "
            "country, officials said, and rescuers were still searching for others. A similar accident "
            "in 2021 killed 34.",
        ),
        (
            "en",
            "DHAKA, 14 May - At least nine people died when a ferry capsized on Tuesday in the south "
            "of the country, officials said, and rescuers were still searching. The wreck was raised "
            "on the following Friday. A similar accident in August 2021 killed 34.",
        ),
        (
            "en",
            "The ferry capsized on Tuesday, 14 May, in the south of the country, and at least nine "
            "people died in it, officials said. A similar accident in 2012 killed 34.",
        ),
        (
            "de",
            "Die Fähre kenterte am Dienstag, dem 14. Mai 2024, im Süden des Landes; neun Menschen "
            "starben dabei, sagten die Behörden. Im Oktober 2024 wurde der Kapitän verurteilt, seine "
            "Strafe hat er angetreten.",
        ),
        (
            "ru",
            "В прошлый вторник, 14 мая, в городе открыли новый мост через реку, который строили почти "
            "пять лет, несмотря на перебои с поставками. Работы начались в январе 2024 года.",
        ),
        (
            "fa",
            "دو وزیر روز سه‌شنبه ۲۵ اردیبهشت ۱۴۰۳ در تهران با یکدیگر دیدار کردند و بیانیه مشترکی را "
            "درباره همکاری‌های اقتصادی امضا کردند. سفارت در شهریور ۱۴۰۳ گشایش یافت.",
        ),
        (
            "sw",
            "DODOMA - Maafisa wa jeshi walichukua madaraka alfajiri ya Jumanne, tarehe 14 Mei, na "
            "kusema kwamba wamefuta matokeo ya uchaguzi na kufunga mipaka yote. Kiongozi mpya "
            "aliapishwa Ijumaa iliyofuata. Uchaguzi uliopita ulifanyika mwaka 2024.",
        ),
        (
            "en",
            "LONDON — The treaty of 14 May 2024 has changed the trade between the two neighbours more "
            "than anybody had thought possible, as a look at the ports shows. It followed one of 1998.",
        ),
        (
            "en",
            "Anna Smith was born on 14 May 1952 in a village on the coast and learned to sail before "
            "she could read, as she used to tell anybody who asked her about it. She died a year after "
            "her last race.",
        ),
        (
            "en",
            "The harbour society was founded on 14 May 2012 by twelve fishermen who had lost their "
            "boats in the great storm and did not want to leave the town for work elsewhere.",
        ),
        (
            "es",
            "La campaña comenzó el martes 14 de mayo de 2024 en esta ciudad, la primera del país en "
            "recibir la vacuna que se esperaba desde hacía meses en todo el departamento. Hasta ayer "
            "se habían notificado 23 casos.",
        ),
        (
            "id",
            "Jembatan gantung putus pada Selasa (14/5) pagi dan dua pengendara tercebur ke sungai, "
            "tetapi keduanya selamat. Keduanya pulang pada Kamis (16/5). Jembatan itu dibangun pada "
            "2022.",
        ),
        (
            "zh",
            "1989年5月14日，一场大火烧毁了这座有三百年历史的木桥，两岸居民至今仍记得那一夜的火光，老人们常常对孩"
            "子们讲起这件事，说桥倒下时整条河都红了。",
        ),
        (
            "ja",
            "【東京】2024年5月14日の臨時理事会は、協会の歴史の中で最も長い会議として知られている。議事録は公開さ"
            "れていないが、関係者の証言は少なくなく、その一つ一つが違っている。",
        ),
        (
            "es",
            "Decenas de miles de personas guardaron silencio en el malecón cuando la Luna tapó por completo al "
            "Sol, este "
            "lunes 8 de abril, a las 11.07 de la mañana. El último se vio el 21 de agosto de 2017.",
        ),
    ],
)
def test_nothing_tells_which_year_or_that_it_is_news(lang: str, text: str) -> None:
    assert infer_published(text, lang, TODAY) is None


def test_a_dateline_of_another_day_than_the_event_dates_no_article_by_it() -> None:
    text = "PYONGYANG, 30 juin – Le président était arrivé mercredi 19 juin ; la visite de 2023 fut brève."
    assert infer_published(text, "fr", TODAY) is None


def test_what_is_planned_does_not_lie_behind_an_article() -> None:
    opening = "В пятницу, 12 апреля 2024 года, в заповеднике выпустили в тайгу трёхлетнюю самку леопарда."
    assert infer_published(opening + " Решение ожидается в 2026 году.", "ru", TODAY) == date(2024, 4, 12)
    assert infer_published(opening + " Решение приняли в мае 2026 года.", "ru", TODAY) is None


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("es", "Saltillo, Coahuila, 19 de junio de 2024.- "),
        ("es", "PUEBLA DE ARLÉN (Agencia Norvia), 19 de junio de 2024.- "),
        ("ur", "لاہور، 19 جون 2024: "),
        ("ko", "[서울=중부신문] 2024년 6월 19일 — 18일 "),
    ],
)
def test_other_ends_of_a_dateline(lang: str, line: str) -> None:
    assert infer_published(line + BODY.get(lang, BODY["ar"]), lang, TODAY) == DAY


def test_a_heading_of_what_is_long_past_is_no_dateline() -> None:
    text = "London, 3 September 1939: the city waits. It was remembered again in 2019."
    assert infer_published(text, "en", TODAY) is None


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["Rabu ", "(19/6) ", "19 Juni 2024 ", "\n", " -- ", ". ", "a ", "|"]), max_size=12).map(
        "".join
    )
)
def test_is_never_in_the_future(text: str) -> None:
    published = infer_published(text, "id", TODAY)
    assert published is None or published <= TODAY


@pytest.mark.parametrize(
    ("lang", "lead"),
    [
        (
            "hi",
            "नगर महल सड़क पर जल भरकर बह रहा, जन जन डरकर घर छत पर चढ़ गए और फिर सरकार ने राहत दल भेजकर मदद की, मौत हो गई है।",
        ),
        ("mr", "शहरातपवनचलतअसतानाअचानकपडल " * 8),
        ("hi", "MANAUS, " + "क" * 200 + "!"),
        ("th", "กา" * 200 + "!"),
    ],
)
def test_a_long_lead_without_a_place_is_read_at_once(lang: str, lead: str) -> None:
    # It took twice as long with each letter, and so never ended.
    assert infer_published(f"{lead}\n\n5 मई को.", lang, TODAY) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "2 days ago | News Desk\n\n"),
        ("en", "Harbour news\n2 days ago\n\n"),
        ("de", "vor 2 Tagen\n\n"),
        ("ja", "3日前\n\n"),
    ],
)
def test_a_day_told_in_figures_is_no_dateline(lang: str, text: str) -> None:
    body = (
        "At least nine people died when a ferry capsized on Friday in the south of the country, officials said, and "
        "rescuers were still searching for others, as on 3 May. A similar accident in August 2023 killed 34."
    )
    assert infer_published(text + body, lang, TODAY) is None


@pytest.mark.parametrize("end", range(490, 512, 3))
def test_a_year_at_the_end_of_the_opening_counts(end: int) -> None:
    before = "On 3 March the ferry was repaired, and "
    date_ = "on Tuesday, 14 May 2019"
    filler = "people waited on the quay and " * 20
    lead = before + filler[: end - len(before) - len(date_)] + date_
    text = f"{lead} in the south it sank. The wreck was found in August 2023 by divers of the navy."
    assert infer_published(text, "en", TODAY) is None


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("", date(2024, 5, 14)),
        ("本次周五的通车典礼由市长主持。", date(2024, 5, 14)),
        ("次周五，通车典礼举行。", None),
    ],
)
def test_the_friday_of_this_time_is_not_the_following_one_in_chinese(more: str, day: date | None) -> None:
    text = (
        "5月14日星期二上午，连接两岸的大桥在专家和居民的见证下顺利合龙，标志着这项工程进入收尾阶段，预计年底前可以通车，"
        "两岸居民出行将更加方便快捷。大桥2023年8月动工。"
    )
    assert infer_published(text + more, "zh", TODAY) == day


@pytest.mark.parametrize(
    ("lang", "shows", "hides", "day"),
    [
        (  # what is reported with its weekday is hardly older than a dateline
            "en",
            "DHAKA, 16 May - A ferry capsized on Tuesday, 14 May, in the south of the country, killing nine people who "
            "were on their way to a wedding.\n\nA similar accident in August 2023 killed 34.",
            "DHAKA, 28 May - A ferry capsized on Tuesday, 14 May, in the south of the country, killing nine people who "
            "were on their way to a wedding.\n\nA similar accident in August 2023 killed 34.",
            date(2024, 5, 16),
        ),
        (  # news of a place begins with what has happened
            "en",
            "MANAUS - The bridge over the river was opened on 14 May 2024 by the mayor and the governor, before "
            "thousands of people who had come by boat from the villages upstream.",
            "MANAUS - The bridge over the river was opened by the mayor before thousands of people who had come by "
            "boat from the villages upstream. The contract had been signed on 14 May 2024.",
            date(2024, 5, 14),
        ),
        (  # a year that is called the next one, in the same sentence
            "zh",
            "本报芦渡口12月3日电 连接两岸的大桥顺利合龙。剩下的工程将持续到明年春天，预计2022年5月通车。",
            "本报芦渡口12月3日电 连接两岸的大桥顺利合龙。剩下的工程将持续到明年春天。大桥预计2022年5月通车。",
            date(2021, 12, 3),
        ),
    ],
)
def test_what_shows_the_day_of_publication_and_what_does_not(lang: str, shows: str, hides: str, day: date) -> None:
    assert infer_published(shows, lang, TODAY) == day
    assert infer_published(hides, lang, TODAY) is None
