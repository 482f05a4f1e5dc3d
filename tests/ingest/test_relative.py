"""Time told from the day of publication, in many languages."""

from __future__ import annotations

from datetime import date

import pytest

from rag.ingest.dates import find_dates, read_dates

PUBLISHED = date(2024, 6, 20)  # a Thursday


def told(text: str, lang: str) -> list[tuple[str, str]]:
    """The dates of a text, each as written and as ISO at its granularity."""
    width = {"day": 10, "month": 7, "year": 4}
    return [(m.text, m.value.isoformat()[: width[m.granularity]]) for m in find_dates(text, lang, PUBLISHED)]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "He left yesterday; she came three days ago.", ["2024-06-19", "2024-06-17"]),
        ("id", "Ia tiba kemarin, tiga hari lalu masih di rumah.", ["2024-06-19", "2024-06-17"]),
        ("ru", "Он прибыл вчера, а позавчера был дома.", ["2024-06-19", "2024-06-18"]),
        ("es", "Llegó ayer; hace tres días seguía allí.", ["2024-06-19", "2024-06-17"]),
        ("fr", "Il est arrivé hier ; il y a trois jours, rien.", ["2024-06-19", "2024-06-17"]),
        ("de", "Er kam gestern an, vor drei Tagen war er noch fort.", ["2024-06-19", "2024-06-17"]),
        ("pt", "Chegou ontem; há três dias ainda estava fora.", ["2024-06-19", "2024-06-17"]),
        ("tr", "Dün geldi; üç gün önce yoktu.", ["2024-06-19", "2024-06-17"]),
        ("ar", "وصل أمس، وكان قبل 3 أيام في بيته.", ["2024-06-19", "2024-06-17"]),
        ("hi", "वह आज आया; तीन दिन पहले नहीं था।", ["2024-06-20", "2024-06-17"]),
        ("th", "เขามาถึงเมื่อวานนี้ สามวันก่อนยังไม่มา", ["2024-06-19", "2024-06-17"]),
        ("vi", "Hôm qua ông đến; ba ngày trước thì chưa.", ["2024-06-19", "2024-06-17"]),
        ("zh", "他昨天抵达，三天前还没有消息。", ["2024-06-19", "2024-06-17"]),
        ("ja", "昨日到着した。三日前は不明だった。", ["2024-06-19", "2024-06-17"]),
        ("ko", "어제 도착했다. 3일 전에는 없었다.", ["2024-06-19", "2024-06-17"]),
    ],
)
def test_days_told_from_publication(lang: str, text: str, days: list[str]) -> None:
    assert [day for _, day in told(text, lang)] == days


@pytest.mark.parametrize(
    ("lang", "text", "periods"),
    [
        ("en", "Last month and 24 years ago.", ["2024-05", "2000"]),
        ("id", "Bulan lalu dan 24 tahun silam.", ["2024-05", "2000"]),
        ("ru", "В прошлом месяце и 24 года назад.", ["2024-05", "2000"]),
        ("ar", "الشهر الماضي وقبل عامين", ["2024-05", "2022"]),
        ("hi", "पिछले महीने और २४ साल पहले", ["2024-05", "2000"]),
        ("th", "เดือนที่แล้ว และ 24 ปีก่อน", ["2024-05", "2000"]),
        ("zh", "上个月和二十四年前", ["2024-05", "2000"]),
        ("ja", "先月と24年前", ["2024-05", "2000"]),
        ("ko", "지난달과 두 해 전", ["2024-05", "2022"]),
        ("en", "It closed in January.", ["2024-01"]),
        ("ja", "2月に閉じた。", ["2024-02"]),
        ("ru", "Закрыли в октябре.", ["2023-10"]),
        ("hi", "अगस्त में बंद हुआ।", ["2023-08"]),
        ("th", "ปิดเมื่อเดือนกรกฎาคม", ["2023-07"]),
        ("en", "It closed in March last year.", ["2023-03"]),
        ("ja", "昨年5月に閉じた。", ["2023-05"]),
        ("hi", "पिछले साल अगस्त में", ["2023-08"]),
    ],
)
def test_months_and_years_told_from_publication(lang: str, text: str, periods: list[str]) -> None:
    assert [period for _, period in told(text, lang)] == periods


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It opened on 5 March last year."),
        ("id", "Dibuka pada 5 Maret tahun lalu."),
        ("ru", "Открыли 5 марта прошлого года."),
        ("es", "Abrió el 5 de marzo del año pasado."),
        ("de", "Er eröffnete am 5. März des vergangenen Jahres."),
        ("it", "Aprì il 5 marzo dell'anno scorso."),
        ("pt", "Abriu em 5 de março do ano passado."),
        ("tr", "Geçen yıl 5 Mart'ta açıldı."),
        ("ar", "افتتح في 5 مارس من العام الماضي."),
        ("hi", "पिछले साल 5 मार्च को खुला।"),
        ("th", "เปิดวันที่ 5 มีนาคมปีที่แล้ว"),
        ("vi", "Mở cửa ngày 5 tháng 3 năm ngoái."),
        ("zh", "去年3月5日开放。"),
        ("ja", "昨年3月5日に開いた。"),
        ("ko", "지난해 3월 5일 열었다."),
    ],
)
def test_a_day_is_of_the_year_that_is_told_beside_it(lang: str, text: str) -> None:
    assert "2023-03-05" in [day for _, day in told(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "On 5 March, last year's champion lost.", "2024-03-05"),
        ("en", "On 5 March last year's champion lost.", "2024-03-05"),
        ("en", "She said on 5 March that last year sales fell.", "2024-03-05"),
        ("id", "Pada 5 Maret juara tahun lalu kalah.", "2024-03-05"),
        ("ko", "3월 5일 지난해 매출이 공개됐다.", "2024-03-05"),
        ("ja", "3月5日に昨年の決算を発表した。", "2024-03-05"),
        ("ja", "昨年から3月5日まで閉まっていた。", "2024-03-05"),
        ("zh", "3月5日公布去年的数据。", "2024-03-05"),
        ("tr", "5 Mart'ta geçen yılın rakamları açıklandı.", "2024-03-05"),
        ("en", "Rents are higher today than ten years ago.", "2024-06-20"),
        ("en", "Sales rose in May from a year ago, and in March over last year.", "2024-03"),
        ("zh", "3月出口比去年下降。", "2024-03"),
        ("en", "On 5 March we met the mayor.", "2024-03-05"),
        ("de", "Sie siegte am Samstagabend.", "2024-06-15"),
        ("sv", "Hon vann på lördagskvällen.", "2024-06-15"),
        ("hi", "वह कल जीती।", "2024-06-19"),
        ("hi", "मैच कल होगा।", "2024-06-21"),
        ("hi", "मैच कल खेला जाना है।", "2024-06-21"),
        ("hi", "कल योगी आदित्यनाथ ने बैठक की।", "2024-06-19"),
        ("hi", "प्रधानमंत्री ने कल कहा कि सरकार योजना लाएगी।", "2024-06-19"),
        ("tr", "Gemi geçen pazartesi vardı.", "2024-06-17"),
    ],
)
def test_what_stands_beside_a_word_of_time_settles_it(lang: str, text: str, day: str) -> None:
    assert day in [value for _, value in told(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Kremlin said so on Wednesday."),
        ("id", "Hal itu disampaikan pada Rabu."),
        ("ru", "Об этом сообщили в среду."),
        ("de", "Das teilte er am Mittwoch mit."),
        ("es", "Lo anunció el miércoles."),
        ("tr", "Çarşamba günü açıklandı."),
        ("ar", "أعلن ذلك الأربعاء."),
        ("hi", "बुधवार को बताया गया।"),
        ("th", "แถลงเมื่อวันพุธ"),
        ("vi", "Họ nói vào thứ Tư."),
        ("zh", "周三宣布。"),
        ("ja", "水曜日に発表した。"),
        ("ko", "수요일에 발표했다."),
    ],
)
def test_a_weekday_is_the_last_such_day(lang: str, text: str) -> None:
    assert [day for _, day in told(text, lang)] == ["2024-06-19"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "上周五抵达"),
        ("vi", "thứ Sáu tuần trước"),
        ("fr", "vendredi de la semaine dernière"),
        ("ko", "지난주 금요일"),
        ("de", "Freitag vergangener Woche"),
    ],
)
def test_a_weekday_of_last_week(lang: str, text: str) -> None:
    assert [day for _, day in told(text, lang)] == ["2024-06-14"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Two weeks of talks; last week; a Black Friday sale; may be; Black Sunday."),
        ("id", "dua minggu perundingan, minggu lalu"),
        ("tr", "pazar yeri kalabalıktı"),
        ("es", "Hoy en día Domingo Pérez canta."),
        ("vi", "Đây là lần thứ tư."),
        ("ja", "3年ぶりの大会、24時間営業"),
        ("hi", "फ्लैग मार्च निकाला गया, कल-कारखाने बंद रहे।"),
        ("tr", "Adam önünden geçen pazar arabasını gördü."),
        ("th", "เดือนมีนาคม 65"),
    ],
)
def test_what_tells_no_date(lang: str, text: str) -> None:
    assert told(text, lang) == []


def test_nothing_is_told_without_a_publication_date() -> None:
    assert find_dates("He left yesterday, on Wednesday.", "en") == []


def test_a_weekday_beside_a_date_is_no_date_of_its_own() -> None:
    assert told("Wednesday, 19 June 2024", "en") == [("19 June 2024", "2024-06-19")]


def test_a_day_whose_year_nothing_tells_is_written_but_not_read() -> None:
    text = "It fell on 6 June. In 1941 another one had been blown up."
    assert [mention.text for mention in find_dates(text, "en")] == ["1941"]
    assert [text[start:end].rstrip(".") for start, end in read_dates(text, "en")[1]] == ["6 June", "1941"]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_error(published: date) -> None:
    text = (
        "Yesterday, tomorrow, last month, next year, 3 years ago, on Wednesday, Monday last week, in May, in November."
    )
    assert all(date.min <= mention.value <= date.max for mention in find_dates(text, "en", published))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It meets next Monday."), ("id", "Rapat Senin depan."), ("ru", "Он приедет в следующий понедельник."),
        ("es", "Llega el próximo lunes."), ("fr", "Il arrive lundi prochain."), ("de", "Er kommt nächsten Montag."),
        ("pt", "Chega na próxima segunda-feira."), ("tr", "Gelecek pazartesi günü gelecek."),
        ("ar", "يصل الاثنين المقبل."),
        ("hi", "वह अगले सोमवार आएंगे।"), ("th", "มาวันจันทร์หน้า"), ("zh", "他下周一抵达。"), ("ja", "来週月曜日に来る。"),
        ("ko", "다음 주 월요일 온다."), ("vi", "Ông đến thứ Hai tới."),
    ],
)  # fmt: skip
def test_the_next_weekday_is_to_come(lang: str, text: str) -> None:
    found = [m.value for m in find_dates(text, lang, date(2025, 6, 18)) if m.granularity == "day"]
    assert found == [date(2025, 6, 23)]


@pytest.mark.parametrize(
    ("lang", "text", "year"),
    [
        ("en", "Forty-five years ago", 1980),
        ("ru", "пятьдесят пять лет назад", 1970),
        ("zh", "八十年前", 1945),
        ("th", "แปดสิบปีก่อน", 1945),
        ("tr", "Yirmi beş yıl önce", 2000),
        ("ro", "Acum doi ani", 2023),
    ],
)
def test_many_years_ago(lang: str, text: str, year: int) -> None:
    assert [m.value.year for m in find_dates(text, lang, date(2025, 6, 18))] == [year]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "目前日本经济和目前天气"),
        ("vi", "từ trước tới nay"),
        ("vi", "Ba tháng sau"),
        ("th", "ทุกวันนี้"),
        ("tr", "Seçimden üç gün önce"),
        ("ja", "選挙の3日前"),
        ("vi", "ba ngày trước cuộc bầu cử"),
    ],
)
def test_what_only_looks_like_a_relative_date(lang: str, text: str) -> None:
    assert find_dates(text, lang, date(2025, 6, 18)) == []


@pytest.mark.parametrize(
    ("lang", "to_come", "past"),
    [
        ("en", "The vote will be held in November.", "The vote was held in November."),
        ("id", "Pemilu akan digelar pada November.", "Pemilu digelar pada November."),
        ("ms", "Pilihan raya akan diadakan pada November.", "Pilihan raya telah diadakan pada November."),
        ("ru", "Саммит пройдёт в Казани в ноябре.", "Саммит прошёл в Казани в ноябре."),
        ("uk", "Вибори відбудуться в листопаді.", "Вибори відбулися в листопаді."),
        ("pl", "Szczyt odbędzie się w listopadzie.", "Szczyt odbył się w listopadzie."),
        ("es", "La cumbre se celebrará en noviembre.", "La cumbre se celebró en noviembre."),
        ("pt", "A cúpula será em novembro.", "A cúpula foi em novembro."),
        ("fr", "Le sommet aura lieu en novembre.", "Le sommet a eu lieu en novembre."),
        ("it", "Il vertice si terrà a novembre.", "Il vertice si è tenuto a novembre."),
        ("ro", "Summitul va avea loc în noiembrie.", "Summitul a avut loc în noiembrie."),
        ("de", "Das Museum soll im November eröffnet werden.", "Das Museum ist im November eröffnet worden."),
        ("nl", "De brug zal in november opengaan.", "De brug ging in november open."),
        ("sv", "Bron kommer att öppnas i november.", "Bron öppnades i november."),
        ("sw", "Mkutano utafanyika Novemba.", "Mkutano ulifanyika Novemba."),
        ("tr", "Seçim Kasım ayında yapılacak.", "Seçim Kasım ayında yapıldı."),
        ("ar", "ستعقد القمة في نوفمبر.", "عقدت القمة في نوفمبر."),
        ("ar", "من المقرر أن تعقد القمة في نوفمبر.", "كان من المقرر أن تعقد القمة في نوفمبر."),
        ("fa", "نشست در نوامبر برگزار خواهد شد.", "نشست در نوامبر برگزار شد."),
        ("hi", "बैठक नवंबर में होगी।", "बैठक नवंबर में हुई थी।"),
        ("bn", "নির্বাচন নভেম্বর মাসে অনুষ্ঠিত হবে।", "নির্বাচন নভেম্বর মাসে অনুষ্ঠিত হয়েছে।"),
        ("th", "การประชุมจะจัดขึ้นในเดือนพฤศจิกายน", "การประชุมจัดขึ้นในเดือนพฤศจิกายน"),
        ("zh", "会议将于11月举行。", "会议已于11月举行。"),
        ("ja", "会議は11月に開かれる予定だ。", "会議は11月に開かれた。"),
        ("ko", "회의는 11월에 열릴 예정이다.", "회의는 11월에 열렸다."),
        ("vi", "Hội nghị sẽ mở vào tháng 11.", "Hội nghị đã mở vào tháng 11."),
        ("vi", "Hội nghị sẽ kéo dài đến tháng Mười Một.", "Hội nghị đã họp hồi tháng Mười Một."),
        ("vi", "Lò dự kiến hoạt động từ tháng 11.", "Lò đã hoạt động từ tháng 11."),
        ("ru", "Решение ожидается в ноябре.", "Решение приняли в ноябре."),
        ("uk", "Рішення очікується в листопаді.", "Рішення ухвалили в листопаді."),
        ("es", "Abrirán antes de que termine noviembre.", "Abrieron antes de terminar noviembre."),
        (
            "pt",
            "Ninguém espera decisão antes das eleições de novembro.",
            "Houve decisão antes das eleições de novembro.",
        ),
        ("id", "Ia bersiap menghadapi pemungutan suara November.", "Ia kalah dalam pemungutan suara November."),
        ("th", "งานจะเสร็จภายในเดือนพฤศจิกายน", "งานเสร็จในเดือนพฤศจิกายน"),
        ("tr", "Seçim kasımda yapılacak.", "Seçim kasımda yapıldı."),
        ("tr", "Seçim kasım ayında yapılacak.", "Seçim kasım ayında yapıldı."),
        ("el", "Η σύνοδος θα γίνει τον Νοέμβριο.", "Η σύνοδος έγινε τον Νοέμβριο."),
        ("el", "Θα ανοίξει τον Νοέμβρη.", "Άνοιξε τον Νοέμβρη."),
        ("bn", "নির্বাচন নভেম্বরে অনুষ্ঠিত হবে।", "নির্বাচন নভেম্বরে অনুষ্ঠিত হয়েছে।"),
        ("bn", "তারিখ জানানো হবে নভেম্বরে।", "তারিখ জানানো হয়েছে নভেম্বরে।"),
    ],
)
def test_a_month_is_to_come_where_its_clause_speaks_of_the_future(lang: str, to_come: str, past: str) -> None:
    assert [month for _, month in told(to_come, lang)] == ["2024-11"]
    assert [month for _, month in told(past, lang)] == ["2023-11"]


@pytest.mark.parametrize(
    "lang, to_come, past",
    [
        ("en", "The museum will open on 3 May.", "The museum opened on 3 May and will soon close."),
        ("id", "Museum itu akan dibuka pada 3 Mei.", "Museum itu dibuka pada 3 Mei."),
        ("ru", "Музей откроется 3 мая.", "Музей открылся 3 мая."),
        ("es", "El museo abrirá el 3 de mayo.", "El museo abrió el 3 de mayo."),
        ("de", "Das Museum wird am 3. Mai eröffnet.", "Das Museum wurde am 3. Mai eröffnet."),
        ("tr", "Müze 3 Mayıs'ta açılacak.", "Müze 3 Mayıs'ta açıldı."),
        ("ar", "سيفتتح المتحف في 3 مايو.", "افتتح المتحف في 3 مايو."),
        ("hi", "संग्रहालय 3 मई को खुलेगा।", "संग्रहालय 3 मई को खुला।"),
        ("th", "พิพิธภัณฑ์จะเปิดวันที่ 3 พฤษภาคม", "พิพิธภัณฑ์เปิดวันที่ 3 พฤษภาคม"),
        ("zh", "博物馆将于5月3日开放。", "博物馆于5月3日开放。"),
        ("ja", "博物館は5月3日に開業する予定だ。", "博物館は5月3日に開業した。"),
        ("ko", "박물관은 5월 3일 문을 열 예정이다.", "박물관은 5월 3일 문을 열었다."),
    ],
)
def test_a_day_without_its_year_is_to_come_where_its_clause_speaks_of_the_future(
    lang: str, to_come: str, past: str
) -> None:
    published = date(2024, 10, 20)
    assert [[m.value for m in find_dates(text, lang, published)] for text in (to_come, past)] == [
        [date(2025, 5, 3)],
        [date(2024, 5, 3)],
    ]


@pytest.mark.parametrize(
    "text, days",
    [
        ("He will stand trial for the attack on 8 August last year.", ["2023-08-08"]),
        ("The court will hear evidence of the tests from 28 February to 3 March 2019.", ["2019-02-28", "2019-03-03"]),
        ("The probe was launched on 16 July 1969 and is due to land on 20 July.", ["1969-07-16", "1969-07-20"]),
        ("The school will reopen on 18 June as planned.", ["2024-06-18"]),
        ("The rules will be dropped on 10 June, the paper had predicted.", ["2024-06-10"]),
        ("The museum will open on 3 May.", ["2025-05-03"]),
    ],
)
def test_a_day_of_a_year_that_is_told_or_just_past_is_not_to_come(text: str, days: list[str]) -> None:
    assert [m.value.isoformat() for m in find_dates(text, "en", date(2024, 6, 19))] == days


@pytest.mark.parametrize(
    ("lang", "to_come", "past"),
    [
        ("en", "He will arrive on Monday.", "He arrived on Monday."),
        ("id", "Ia dijadwalkan tiba pada Senin.", "Ia tiba pada Senin."),
        ("ru", "Встреча состоится в понедельник.", "Встреча состоялась в понедельник."),
        ("uk", "Він прибуде до Києва в понеділок.", "Він прибув до Києва в понеділок."),
        ("es", "El lunes comenzará el juicio.", "El lunes comenzó el juicio."),
        ("pt", "O ministro vai viajar na segunda-feira.", "O ministro viajou na segunda-feira."),
        ("fr", "Le ministre se rendra lundi à Lyon.", "Le ministre s'est rendu lundi à Lyon."),
        ("el", "Η σύνοδος θα γίνει τη Δευτέρα.", "Η σύνοδος έγινε τη Δευτέρα."),
        ("it", "Lunedì si terrà la finale.", "Lunedì si è tenuta la finale."),
        ("de", "Das Finale findet am Montag statt.", "Das Finale fand am Montag statt."),
        ("tr", "Duruşma pazartesi günü başlayacak.", "Duruşma pazartesi günü başladı."),
        ("ar", "سيصل الوزير يوم الاثنين.", "وصل الوزير يوم الاثنين."),
        ("hi", "सोमवार को सुनवाई होगी।", "सोमवार को सुनवाई हुई।"),
        ("th", "เขาจะเดินทางถึงในวันจันทร์", "เขาเดินทางถึงเมื่อวันจันทร์"),
        ("vi", "Trận đấu sẽ diễn ra vào thứ Hai.", "Trận đấu đã diễn ra vào thứ Hai."),
        ("zh", "部长将在周一访问东京。", "部长周一访问了东京。"),
        ("ja", "裁判は月曜日に始まる見通し。", "裁判は月曜日に始まった。"),
        ("ko", "재판은 월요일에 시작될 예정이다.", "재판은 월요일에 시작됐다."),
    ],
)
def test_a_weekday_is_to_come_where_its_clause_speaks_of_the_future(lang: str, to_come: str, past: str) -> None:
    assert [day for _, day in told(to_come, lang)] == ["2024-06-24"]
    assert [day for _, day in told(past, lang)] == ["2024-06-17"]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "He said on Monday that the vote will be held in November.", ["2024-06-17", "2024-11"]),
        ("en", "The mayor said Monday the bridge will open in November.", ["2024-06-17", "2024-11"]),
        ("en", "On Monday, the minister said he will resign.", ["2024-06-17"]),
        ("en", "On Monday, the court will rule on the case.", ["2024-06-24"]),
        ("en", "Officials who will attend said on Monday little.", ["2024-06-17"]),
        ("en", "The mine, which will close in March, was sold in November.", ["2025-03", "2023-11"]),
        ("en", "She said in March it would open in April.", ["2024-03", "2024-04"]),
        ("en", "The man arrested on Monday will appear in court.", ["2024-06-17"]),
        ("en", "Will Smith married in November; his will was read on Monday.", ["2023-11", "2024-06-17"]),
        ("en", "The pool will open in June; he will speak on Thursday.", ["2024-06", "2024-06-20"]),
        ("en", "The pool will open next June; he will speak next Thursday.", ["2025-06", "2024-06-27"]),
        ("en", "The court will hear the case of last Monday.", ["2024-06-17"]),
        ("en", "It opened in November, and will, says @team, close.", ["2023-11"]),
        ("id", "Ia akan menemui korban banjir Senin lalu.", ["2024-06-17"]),
        ("de", "Jeden November findet der Markt statt.", ["2023-11"]),
        ("ja", "毎年11月に祭りが開かれる。", ["2023-11"]),
        ("hi", "पिछले सोमवार को होने वाला दौरा टल गया।", ["2024-06-17"]),
        ("id", "Menteri mengatakan pada Senin bahwa pemilu akan digelar November.", ["2024-06-17", "2024-11"]),
        ("ru", "В понедельник он заявил, что выборы пройдут в ноябре.", ["2024-06-17", "2024-11"]),
        ("es", "Dijo el lunes que la feria será en noviembre.", ["2024-06-17", "2024-11"]),
        ("es", "Será juzgado el hombre detenido el lunes.", ["2024-06-17"]),
        ("fr", "Il a annoncé lundi que le musée ouvrira en novembre.", ["2024-06-17", "2024-11"]),
        ("de", "Der am Montag verhaftete Mann wird angeklagt.", ["2024-06-17"]),
        ("de", "Er soll im November zwei Wagen gestohlen haben.", ["2023-11"]),
        ("it", "Il capo della Terra Nuova è morto a novembre.", ["2023-11"]),
        ("vi", "Ông chia sẻ vào thứ Hai.", ["2024-06-17"]),
        ("tr", "Pazartesi günü tutuklanan adam mahkemeye çıkacak.", ["2024-06-17"]),
        ("tr", "Pazartesi günü Kasım ayında yapılacak seçimi eleştirdi.", ["2024-06-17", "2024-11"]),
        ("ar", "قال يوم الاثنين إن القمة ستعقد في نوفمبر.", ["2024-06-17", "2024-11"]),
        ("hi", "सोमवार को गिरफ्तार किए गए व्यक्ति की पेशी होगी।", ["2024-06-17"]),
        ("hi", "उन्होंने सोमवार को कहा कि चुनाव नवंबर में होंगे।", ["2024-06-17", "2024-11"]),
        ("th", "เขากล่าวเมื่อวันจันทร์ว่าการเลือกตั้งจะมีขึ้นในเดือนพฤศจิกายน", ["2024-06-17", "2024-11"]),
        ("zh", "他周一表示，选举将于11月举行。", ["2024-06-17", "2024-11"]),
        ("zh", "原定于11月举行的会议取消。", ["2023-11"]),
        ("ja", "月曜日に逮捕された男は起訴される見通し。", ["2024-06-17"]),
        ("ko", "월요일 체포된 남성은 재판을 받을 예정이다.", ["2024-06-17"]),
    ],
)
def test_only_the_clause_of_a_date_makes_it_one_to_come(lang: str, text: str, values: list[str]) -> None:
    assert [value for _, value in told(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "past", "to_come"),
    [
        ("en", "Police will investigate Sunday's shooting.", "Sunday's election will be held as planned."),
        ("en", "The result of Sunday's vote will be contested.", "They will meet in Sunday's final."),
        ("en", "Sunday's decision will affect thousands.", "The shop will open Sunday morning."),
        ("en", "Sunday's storm is expected to cost millions.", "The storm is expected to hit Sunday."),
        ("en", "The Sunday attack will be investigated.", "He will speak on Sunday night."),
        ("en", "Sunday shooting victims will be buried here.", "Talks will resume Sunday amid protests."),
        ("en", "He will be remembered for his speech on Sunday.", "He will be honoured in a ceremony on Sunday."),
        ("en", "Sunday's shooting at a rally will be discussed.", "The attack on the town is expected on Sunday."),
        ("tr", "Pazar günkü saldırı soruşturulacak.", "Pazar günkü maç oynanacak."),
        ("tr", "Pazar günkü saldırı soruşturulacak.", "Pazar günü saldırı soruşturulacak."),
        ("hi", "रविवार के हमले की जांच होगी।", "रविवार के मैच की तैयारी होगी।"),
        ("hi", "रविवार के हमले की जांच होगी।", "रविवार की सुबह बैठक होगी।"),
        ("ja", "日曜日の攻撃は調査される予定。", "日曜日の午後に調査される予定。"),
        ("ja", "日曜日の攻撃は調査される予定。", "日曜日の選挙は実施される予定。"),
        ("ko", "일요일 공격은 조사될 예정이다.", "일요일에 공격은 조사될 예정이다."),
        ("ko", "일요일의 총격을 조사할 계획이다.", "일요일 오후 조사될 예정이다."),
        ("ko", "일요일 총격 사건은 조사될 예정이다.", "일요일 선거는 예정대로 열릴 예정이다."),
        ("fr", "Il sera jugé pour l'attaque de dimanche.", "Il sera en finale de dimanche."),
        ("es", "La policía va a investigar el atentado del domingo.", "La policía va a ganar la final del domingo."),
        ("es", "La policía va a investigar el ataque del domingo.", "El juicio va a empezar antes del domingo."),
        ("pt", "A polícia vai investigar o ataque de domingo.", "A polícia vai investigar o ataque no domingo."),
        ("it", "Ricordato sarà l'attacco di domenica.", "Decisiva sarà la partita di domenica."),
        ("ro", "Poliția va investiga atacul de duminică.", "Echipa va juca meciul de duminică."),
        ("de", "Die Polizei wird den Angriff vom Sonntag prüfen.", "Die Polizei wird den Angriff am Sonntag prüfen."),
        ("de", "Die Polizei wird den Angriff vom Sonntag prüfen.", "Das Amt wird vom Sonntag an schließen."),
        ("nl", "De politie zal de aanval van zondag onderzoeken.", "Het team zal de wedstrijd van zondag winnen."),
        ("sv", "Polisen ska utreda söndagens attack.", "Laget ska vinna söndagens match."),
        ("sv", "Polisen ska utreda attacken i söndags.", "Polisen ska utreda attacken på söndag."),
        ("pl", "Policja będzie badać atak z niedzieli.", "Atak będzie zbadany w niedzielę."),
        ("ru", "Они планируют расследовать события воскресенья.", "Они планируют начать в воскресенье."),
        ("uk", "Поліція планує розслідувати події неділі.", "Поліція планує розслідувати події в неділю."),
        ("el", "Η αστυνομία θα ερευνήσει την επίθεση της Κυριακής.", "Θα γίνει ο αγώνας της Κυριακής."),
        ("id", "Polisi akan menyelidiki serangan hari Minggu.", "Polisi akan menyelidiki serangan pada hari Minggu."),
        ("ms", "Polis akan menyiasat serangan Ahad.", "Polis akan menyiasat serangan pada Ahad."),
        ("sw", "Watafanya uchunguzi wa shambulio la Jumapili.", "Uchunguzi wa shambulio utafanyika Jumapili."),
        ("ar", "سيبحث المجلس هجوم الأحد.", "سيبحث المجلس الهجوم يوم الأحد."),
        ("ar", "سيبحث المجلس هجوم يوم الأحد.", "سيشارك في مباراة الأحد."),
        ("fa", "حمله یکشنبه بررسی خواهد شد.", "روز یکشنبه حمله بررسی خواهد شد."),
        ("bn", "রবিবারের হামলার তদন্ত হবে।", "রবিবারের ম্যাচ খেলা হবে।"),
        ("th", "ตำรวจจะสอบสวนเหตุยิงวันอาทิตย์", "ตำรวจจะสอบสวนเหตุยิงในวันอาทิตย์"),
        ("vi", "Cảnh sát sẽ điều tra vụ tấn công hôm Chủ nhật.", "Cảnh sát sẽ điều tra vụ tấn công vào Chủ nhật."),
        ("zh", "周日的袭击将被调查。", "他将在周日的比赛中出场。"),
    ],
)
def test_a_weekday_that_tells_which_attack_is_past_and_which_match_to_come(lang: str, past: str, to_come: str) -> None:
    assert [day for _, day in told(past, lang)] == ["2024-06-16"]
    assert [day for _, day in told(to_come, lang)] == ["2024-06-23"]


@pytest.mark.parametrize(
    ("lang", "past", "to_come"),
    [
        ("en", "The March earthquake will cost billions.", "The March launch will cost billions."),
        ("en", "He will stand trial for the March attack.", "He will stand trial in March."),
        ("en", "It will publish results of tests run in March.", "The trains will run in March."),
        ("fr", "Il sera jugé pour le meurtre commis en mars.", "Il sera jugé en mars."),
        ("fr", "La loi sera appliquée à la gare construite en mars.", "Le vote sera organisé en mars."),
        ("fr", "Il sera jugé pour l'attaque menée en mars.", "La gare sera présentée et inaugurée en mars."),
        ("fr", "Il sera jugé pour l'attaque menée en mars.", "Le comité se rendra en visite privée en mars."),
        ("de", "Das Gericht wird den Anschlag vom März verhandeln.", "Das Gericht wird im März verhandeln."),
        ("tr", "Mart ayındaki saldırı soruşturulacak.", "Mart ayındaki seçim yapılacak."),
        ("hi", "फरवरी के हमले की जांच होगी।", "फरवरी के पहले सप्ताह में बैठक होगी।"),
        ("ja", "3月の地震は調査される予定。", "3月の完成を予定。"),
        ("ko", "3월 지진은 조사될 예정이다.", "3월 미국을 방문할 예정이다."),
    ],
)
def test_a_month_that_tells_which_earthquake_is_past(lang: str, past: str, to_come: str) -> None:
    month = "02" if lang == "hi" else "03"
    assert [value for _, value in told(past, lang)] == [f"2024-{month}"]
    assert [value for _, value in told(to_come, lang)] == [f"2025-{month}"]


def test_yesterdays_attack_and_tomorrows_match_in_hindi() -> None:
    assert [day for _, day in told("कल के हमले की जांच होगी।", "hi")] == ["2024-06-19"]
    assert [day for _, day in told("कल के मैच में भारत की जीत होगी।", "hi")] == ["2024-06-21"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Giá tăng từ tháng 5 tới nay.", ["2024-05", "2024-06-20"]),
        ("Từ tháng 3 tới tháng 5 giá tăng.", ["2024-03", "2024-05"]),
        ("Từ tháng 3 tới cuối năm giá tăng.", ["2024-03"]),
        ("Từ tháng 6 tới 8 giá tăng.", ["2024-06"]),
        ("Vào tháng 5 sau khi ký kết, giá tăng.", ["2024-05"]),
        ("Thứ Hai sau cuộc họp, ông về nước.", ["2024-06-17"]),
        ("Thứ Hai sau đó ông về nước.", ["2024-06-17"]),
        ("Từ thứ Hai tới thứ Tư ông vắng.", ["2024-06-17", "2024-06-19"]),
        ("Ông về nước thứ Hai tới để họp.", ["2024-06-24"]),
        ("Ông về nước thứ Hai sau.", ["2024-06-24"]),
        ("Thứ Hai sau sẽ họp.", ["2024-06-24"]),
        ("Chợ mở vào tháng 6 tới.", ["2025-06"]),
    ],
)
def test_until_and_after_are_not_the_next_one_in_vietnamese(text: str, values: list[str]) -> None:
    assert [value for _, value in told(text, "vi")] == values


@pytest.mark.parametrize(
    ("lang", "to_come", "past", "values"),
    [
        ("es", "La ley entrará en vigor en agosto.", "La ley entró en vigor en agosto.", ("2024-08", "2023-08")),
        (
            "de",
            "Das Gesetz, das im August in Kraft treten wird, ist neu.",
            "Es ist bekannt, dass der im August verhaftete Mann freigelassen wird.",
            ("2024-08", "2023-08"),
        ),
        (
            "de",
            "Er sagt, dass das Gesetz im August in Kraft treten soll.",
            "Das Gesetz, das im August in Kraft getreten ist, wird geändert.",
            ("2024-08", "2023-08"),
        ),
        ("sv", "På fredag inleds mötet.", "I fredags inleddes mötet.", ("2024-06-21", "2024-06-14")),
        ("sv", "Mötet hålls på fredag kväll.", "Mötet inleddes på fredagen.", ("2024-06-21", "2024-06-14")),
        ("ro", "Ministrul va veni luni.", "Ministrul a venit luni.", ("2024-06-24", "2024-06-17")),
        ("ro", "Ministrul va reveni luni.", "Nu va uita ce s-a întâmplat luni.", ("2024-06-24", "2024-06-17")),
        ("ro", "Ministrul va pleca luni.", "Vă informăm luni.", ("2024-06-24", "2024-06-17")),
    ],
)
def test_more_forms_of_the_future(lang: str, to_come: str, past: str, values: tuple[str, str]) -> None:
    assert [value for _, value in told(to_come, lang)] == [values[0]]
    assert [value for _, value in told(past, lang)] == [values[1]]


@pytest.mark.parametrize(
    ("lang", "text", "months"),
    [
        ("vi", "Chợ mở hồi tháng Sáu, đóng vào tháng 2 năm ngoái.", ["2024-06", "2023-02"]),
        ("tr", "Bina nisanda ve ekim ayında açıldı.", ["2024-04", "2023-10"]),
        ("tr", "Geçen yıl martta açıldı.", ["2023-03"]),
        ("el", "Από τον Μάιο ως τον Ιούνιο, και του Μαΐου.", ["2024-05", "2024-06", "2024-05"]),
        ("bn", "গত মে মাসে, জুনে আর জুলাইয়ের শেষে।", ["2024-05", "2024-06", "2023-07"]),
        ("bn", "২০২২ সালের নভেম্বরে।", ["2022", "2022-11"]),
        ("hi", "मई में खुला, जून तक चला; 2021 के जून में भी।", ["2024-05", "2024-06", "2021", "2021-06"]),
        ("en", "It opened in May.", ["2024-05"]),
        ("de", "Er eröffnete im Mai.", ["2024-05"]),
        ("fr", "Il a ouvert en mai.", ["2024-05"]),
        ("ru", "Открыли в мае, закрыли в июле.", ["2024-05", "2023-07"]),
        ("pl", "Otwarto w maju, a w lutym zeszłego roku zamknięto.", ["2024-05", "2023-02"]),
        ("id", "Dibuka pada Mei.", ["2024-05"]),
    ],
)
def test_months_alone_in_the_forms_that_news_gives_them(lang: str, text: str, months: list[str]) -> None:
    assert [value for _, value in told(text, lang)] == months


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "3 tháng, ba tháng, 6 tháng đầu năm; vào tháng 13; đội thắng 3 trận, trong thắng lợi"),
        ("vi", "Án 3 tháng tù; sau thắng 11 trận; Cách mạng tháng Tám; vào tháng 4 sang năm"),
        ("tr", "ekim alanı, ekime hazır tarla; ocakta unutulan tencere; dar aralıkta; kasım, mart, martı; 10 kasımda"),
        (
            "el",
            "τον Ιούλιο Καίσαρα, η 17 Νοέμβρη, του Μάη του '68, τον Μάιο του προηγούμενου έτους, πριν από τον Μάρτιο",
        ),
        ("bn", "জুনিয়র মেয়র, মে দিবস, লং মার্চে, গত বছরের নভেম্বরে"),
        ("hi", "दो जून की रोटी, मई दिवस, फ्लैग मार्च में"),
        ("en", "Theresa May, by May, in May's cabinet, on May Day, it may be"),
        ("ru", "маять, к Маю Ивановичу"),
        (
            "ro",
            "Un martor a vorbit la sfârșitul lunii; după două luni; 24 de luni; luni de zile; martiri; Marte; mai mult",
        ),
        ("ar", "الصليب الأحمر والبحر الأحمر، الجمعية العمانية، السبب، مجموعة السبع، الأحداث، الخميني"),
        ("en", "Sundar Pichai spoke. Frida Kahlo painted. Open on Sundays. The Sunda Strait."),
        ("de", "Montana ist weit. Montage und Montagen."),
        ("es", "Marte es rojo. Abre los domingos."),
        ("it", "Domenico ha detto."),
        ("pt", "Abre aos sábados."),
        ("id", "Jumatan, Aksi Kamisan"),
        (
            "ru",
            "среди них, охрана окружающей среды, в среде, средь бела дня, в среду обитания, три четверти, четверо",
        ),
        ("uk", "серед них, середня"),
        ("pl", "środki, środek, piąte miejsce, jedna piąta, trzy czwarte"),
        ("cs", "střední, střed, pátého"),
        ("el", "Δεύτερη φορά, ο δεύτερος, το τρίτο, τρίτη θέση, ο Κυριάκος, πέμπτη, Τρίτη φορά"),
        ("tr", "Salih geldi. Cumali geldi. Pazarcık uzak. Pazarlık sürüyor."),
        ("vi", "Bà Quách Thu Hằng đến."),
    ],
)
def test_what_only_looks_like_a_month_or_a_weekday(lang: str, text: str) -> None:
    assert told(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "вечером среды"),
        ("ru", "в прошлую среду"),
        ("ru", "в среду"),
        ("uk", "у середу"),
        ("pl", "w środę"),
        ("cs", "ve středu"),
        ("el", "την Τετάρτη"),
        ("el", "της Τετάρτης"),
        ("tr", "Çarşambaya kadar"),
        ("sv", "i onsdags"),
        ("ro", "miercuri"),
        ("de", "am Mittwochabend"),
        ("ar", "يوم الأربعاء"),
        ("vi", "thứ Tư"),
    ],
)
def test_forms_of_a_weekday(lang: str, text: str) -> None:
    assert [value for _, value in told(text, lang)] == ["2024-06-19"]


def test_june_is_not_the_next_month_in_vietnamese() -> None:
    assert told("vào tháng Sáu", "vi") == [("tháng Sáu", "2024-06")]
    assert told("vào tháng sau", "vi") == [("tháng sau", "2024-07")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "two weeks ago"),
        ("id", "dua pekan lalu"),
        ("ru", "две недели назад"),
        ("uk", "два тижні тому"),
        ("es", "hace dos semanas"),
        ("fr", "il y a deux semaines"),
        ("de", "vor zwei Wochen"),
        ("pt", "há duas semanas"),
        ("it", "due settimane fa"),
        ("tr", "iki hafta önce"),
        ("ar", "قبل أسبوعين"),
        ("hi", "दो हफ़्ते पहले"),
        ("bn", "দুই সপ্তাহ আগে"),
        ("th", "สองสัปดาห์ก่อน"),
        ("vi", "hai tuần trước"),
        ("zh", "两周前"),
        ("ja", "2週間前"),
        ("ko", "2주 전"),
        ("pl", "dwa tygodnie temu"),
        ("el", "πριν από δύο εβδομάδες"),
        ("ro", "acum două săptămâni"),
        ("nl", "twee weken geleden"),
    ],
)
def test_weeks_ago_are_of_the_month_that_holds_them(lang: str, text: str) -> None:
    assert told(text, lang) == [(text, "2024-06")]
    near_its_end = find_dates(text, lang, date(2024, 6, 16))
    assert near_its_end == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "for two weeks; two weeks of talks; forty weeks ago"),
        ("tr", "Seçimden iki hafta önce"),
        ("ja", "選挙の2週間前"),
        ("ar", "قبل أسبوعين من الانتخابات"),
        ("zh", "第二周前"),
        ("ko", "10일 전국 곳곳에서"),
    ],
)
def test_weeks_that_are_not_before_publication(lang: str, text: str) -> None:
    assert told(text, lang) == []


def test_an_ordinal_is_no_number_of_weeks() -> None:
    assert told("thứ Hai tuần trước", "vi") == [("thứ Hai", "2024-06-10")]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "Ten years ago today the army marched in.", "Ten years ago today"),
        ("en", "The army marched in ten years ago today.", "ten years ago today"),
        ("de", "Was heute vor zehn Jahren geschah", "heute vor zehn Jahren"),
        ("fr", "Il y a dix ans aujourd'hui, le pont tombait.", "Il y a dix ans aujourd'hui"),
        ("es", "El puente cayó hoy hace diez años.", "hoy hace diez años"),
        ("it", "Dieci anni fa oggi", "Dieci anni fa oggi"),
        ("pl", "Dziesięć lat temu dziś", "Dziesięć lat temu dziś"),
        ("tr", "Köprü on yıl önce bugün çöktü.", "on yıl önce bugün"),
        ("id", "Jembatan runtuh sepuluh tahun lalu hari ini.", "sepuluh tahun lalu hari ini"),
        ("ar", "انهار الجسر قبل عشر سنوات في مثل هذا اليوم", "قبل عشر سنوات في مثل هذا اليوم"),
        ("th", "เมื่อสิบปีก่อนในวันนี้ ช่วงเย็น", "เมื่อสิบปีก่อนในวันนี้"),
        ("zh", "十年前的今天，桥塌了。", "十年前的今天"),
        ("ja", "橋が落ちたのは10年前の今日だ。", "10年前の今日"),
        ("ko", "다리는 10년 전 오늘 무너졌다.", "10년 전 오늘"),
        ("ko", "10년 전 오늘의 일", "10년 전 오늘"),
        ("zh", "十年前今天，桥塌了。", "十年前今天"),
        ("en", "It was ten years ago today that the bridge fell.", "ten years ago today"),
        ("en", "The army marched in ten years ago today for the first time.", "ten years ago today"),
    ],
)
def test_the_day_of_publication_in_another_year(lang: str, text: str, day: str) -> None:
    assert told(text, lang) == [(day, "2014-06-20")]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "It opened ten years ago, today it has three doors.", ["2014", "2024-06-20"]),
        ("en", "Congress approved the budget for next year yesterday.", ["2025", "2024-06-19"]),
        ("es", "Lo que costaba un euro hace diez años hoy cuesta tres.", ["2014", "2024-06-20"]),
        ("fr", "Ce qui coûtait un euro il y a dix ans aujourd'hui coûte trois.", ["2014", "2024-06-20"]),
        ("de", "Was vor zehn Jahren heute noch undenkbar war", ["2014", "2024-06-20"]),
        ("pt", "A empresa criada há dez anos hoje tem 300 funcionários.", ["2014", "2024-06-20"]),
        ("tr", "Beş yıl önce bugünkü fiyat", ["2019", "2024-06-20"]),
        ("ko", "한국은행은 어제 지난해 국민소득 통계를 발표했다.", ["2024-06-19", "2023"]),
        ("ja", "政府は今日来年の予算案を決定した。", ["2024-06-20", "2025"]),
        ("zh", "今天去年的冠军输了。", ["2024-06-20", "2023"]),
        ("vi", "Đội vô địch năm ngoái hôm qua đã thua.", ["2023", "2024-06-19"]),
        ("ar", "قبل ثلاث سنوات في اليوم العالمي للمتاحف", ["2021", "2024-06-20"]),
        ("hi", "आज से दस साल पहले पुल गिरा।", ["2014"]),  # "ten years before today"
        ("hi", "आज से दो दिन पहले पुल गिरा।", ["2024-06-18"]),
        ("hi", "आज से इस साल की यात्रा शुरू हो गई।", ["2024-06-20", "2024"]),
        ("th", "เกิดเหตุระเบิดเมื่อ 3 วันก่อนที่จังหวัดยะลา", ["2024-06-17"]),
        ("th", "หอคอยถล่มเมื่อ 10 ปีที่แล้ว", ["2014"]),
        ("en", "The army marched in ten years ago yesterday.", ["2014-06-19"]),
        ("zh", "十年前的昨天，桥塌了。", ["2014-06-19"]),
        ("vi", "Ông mất cách đây ba năm trước khi phim ra mắt.", ["2021"]),
    ],
)
def test_a_year_beside_the_day_of_publication(lang: str, text: str, values: list[str]) -> None:
    assert [value for _, value in told(text, lang)] == values


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Tháng 12 năm ngoái, núi phun trào.", ["2023-12"]),
        ("Sản phẩm ra mắt tháng 3 năm nay.", ["2024-03"]),
        ("Họ đợi suốt 12 tháng, năm ngoái mới xong.", []),
        ("Thắng 2 trận năm ngoái.", []),
    ],
)
def test_a_month_of_a_year_that_is_told_behind_it_in_vietnamese(text: str, months: list[str]) -> None:
    assert [day for _, day in told(text, "vi") if len(day) == 7] == months
