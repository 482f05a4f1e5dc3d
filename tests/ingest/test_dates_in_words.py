"""Days and years that are written in words, and days that are only the name of a street."""

from datetime import date

import pytest

from rag.evaluate.dates import iso
from rag.ingest.dates import find_dates

PUBLISHED = date(2024, 10, 16)


def read(text: str, lang: str) -> list[tuple[str, str]]:
    return [(m.text, iso(m.value, m.granularity)) for m in find_dates(text, lang, PUBLISHED)]


@pytest.mark.parametrize(
    ("lang", "text", "written", "value"),
    [
        ("ru", "Она родилась второго марта 1931 года в селе", "второго марта 1931 года", "1931-03-02"),
        ("ru", "Война началась двадцать второго июня", "двадцать второго июня", "2024-06-22"),
        ("uk", "Двадцять четвертого лютого 2022 року", "Двадцять четвертого лютого 2022 року", "2022-02-24"),
        (
            "pl",
            "napad dwudziestego drugiego czerwca 1941 roku",
            "dwudziestego drugiego czerwca 1941 roku",
            "1941-06-22",
        ),
        (
            "fr",
            "le vingt-deux février deux mille vingt-deux, à 22 h",
            "vingt-deux février deux mille vingt-deux",
            "2022-02-22",
        ),
        ("fr", "Le premier mai, ils ont défilé", "premier mai", "2024-05-01"),
        ("es", "el dos de mayo", "dos de mayo", "2024-05-02"),
        (
            "pt",
            "no dia sete de fevereiro de dois mil e vinte e dois",
            "sete de fevereiro de dois mil e vinte e dois",
            "2022-02-07",
        ),
        ("it", "La festa del due giugno", "due giugno", "2024-06-02"),
        ("de", "Am ersten Mai gingen sie", "ersten Mai", "2024-05-01"),
        ("tr", "tutanakta “on üç Ağustos iki bin on sekiz” yazıyor", "on üç Ağustos iki bin on sekiz", "2018-08-13"),
        ("id", "tanggal dua puluh lima Desember dua ribu tiga", "dua puluh lima Desember dua ribu tiga", "2003-12-25"),
        (
            "en",
            "on the twenty-second of March, nineteen eighty-four",
            "twenty-second of March, nineteen eighty-four",
            "1984-03-22",
        ),
        ("ar", "تعود إلى الثاني من مارس عام 1919", "الثاني من مارس عام 1919", "1919-03-02"),
        ("ar", "في الثامن عشر من يونيو الماضي", "الثامن عشر من يونيو", "2024-06-18"),
        ("hi", "ठेका सात मार्च दो हज़ार बाईस को दिया गया", "सात मार्च दो हज़ार बाईस", "2022-03-07"),
        ("th", "เมื่อวันที่ห้า มีนาคม สองพันห้าร้อยสิบสอง", "ห้า มีนาคม สองพันห้าร้อยสิบสอง", "1969-03-05"),
        ("fa", "در دوم مارس ۲۰۲۲", "دوم مارس ۲۰۲۲", "2022-03-02"),
        ("el", "Πριν από έντεκα χρόνια", "Πριν από έντεκα χρόνια", "2013"),
        ("hi", "यह पच्चीस साल पहले हुआ", "पच्चीस साल पहले", "1999"),
        ("ko", "사흘 전 이곳에서", "사흘 전", "2024-10-13"),
    ],
)
def test_a_date_in_words(lang: str, text: str, written: str, value: str) -> None:
    assert read(text, lang) == [(written, value)]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("ar", "في الأسبوع الأول من مارس", "2024-03"),
        ("ar", "في النصف الثاني من مارس", "2024-03"),
        ("ru", "во второй половине марта", "2024-03"),
        ("ar", "الدور الثاني من أبريل", "2024-04"),
        ("fa", "هفته دوم ژانویه", "2024-01"),
    ],
)
def test_the_first_week_of_a_month_is_not_its_first_day(lang: str, text: str, value: str) -> None:
    assert [found for _, found in read(text, lang)] == [value]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "posko di Jalan 17 Agustus No. 6"),
        ("fr", "le pont de la rue du 4-Septembre"),
        ("de", "in einem Hotel an der Straße des 17. Juni."),
        ("pt", "a padaria da Rua 25 de Março"),
        ("pt", "um hotel da Avenida 9 de Julho."),
        ("es", "en la avenida 9 de Julio"),
        ("ru", "у метро «Улица 1905 года»"),
        ("ru", "дом на улице 8 Марта"),
        ("tr", "19 Mayıs Stadyumu'nun karşısında"),
        ("vi", "khách sạn trên phố 19 Tháng 12"),
        ("ar", "في شارع 26 يوليو"),
        ("en", "the 4 July Bridge"),
    ],
)
def test_a_place_that_is_called_after_a_day_is_no_date(lang: str, text: str) -> None:
    assert read(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("ru", "На площади 9 мая прошёл концерт", "2024-05-09"),
        ("es", "en la plaza el 15 de mayo", "2024-05-15"),
        ("vi", "Tại thành phố 5 tháng 6", "2024-06-05"),
        ("en", "On 4 July street parties began", "2024-07-04"),
        ("en", "In 2019 university students marched", "2019"),
    ],
)
def test_a_day_beside_a_place_is_a_date(lang: str, text: str, value: str) -> None:
    assert [found for _, found in read(text, lang)] == [value]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("id", "Gladi bersih dijadwalkan lusa.", ["2024-10-18"]),
        ("es", "La reunión se celebrará mañana en Sevilla.", ["2024-10-17"]),
        ("es", "La niebla cubrió la mañana y esta mañana se fue.", ["2024-10-16"]),
        ("de", "Die Ausstellung öffnet morgen.", ["2024-10-17"]),
        ("de", "Am Morgen regnete es, heute morgen nicht mehr.", ["2024-10-16"]),
        ("ar", "وصلت الباخرة أول من أمس ويبدأ التفريغ غدا", ["2024-10-14", "2024-10-17"]),
        ("ar", "أعلنت الوزارة أمس الثلاثاء مقتلهم", ["2024-10-15"]),
        ("el", "η κακοκαιρία ξεκίνησε προχθές", ["2024-10-14"]),
        ("el", "θα ανοίξει ξανά τον επόμενο μήνα", ["2024-11"]),
        ("ja", "海上保安庁は、あすから捜索を始める。", ["2024-10-17"]),
        ("ja", "あすか時代とあしたばの話だ。", []),
        ("ja", "昨年12月の家計調査によると", ["2023-12"]),
        ("ko", "모레까지 비가 내리겠다고 모레노 씨는 말했다.", ["2024-10-18"]),
        ("ko", "재단은 지난해 10월 설립됐다.", ["2023-10"]),
        ("zh", "法院将于下月开庭审理此案。", ["2024-11"]),
        ("zh", "法国外长将于11月20日至23日访华。", ["2024-11-20", "2024-11-23"]),
        ("ko", "학생들은 4월 9일과 20일에 개학했다.", ["2024-04-09", "2024-04-20"]),
        ("en", "The exhibition runs from 3 November to 15 January, the museum said.", ["2024-11-03", "2025-01-15"]),
        ("vi", "Phiên tòa sẽ được mở vào thứ hai tới.", ["2024-10-21"]),
        ("vi", "Vụ cháy xảy ra lúc rạng sáng thứ ba, đội thứ ba về nhất.", ["2024-10-15"]),
        ("fr", "les riverains de la place du 8-Mai-1945", []),
        ("ja", "市民課（電話0269・22・2012）へ", []),
        ("tr", "0850 201 1903 numaralı hat", []),
        ("pt", "A inflação fechou 2022 em 5,79%.", ["2022"]),
        ("en", "In 2020, thousands of people fled; in 2023, monthly users left.", ["2020", "2023"]),
        ("vi", "Chủ tịch nước Việt Nam tới thăm Pháp trong những năm tới.", []),
        ("vi", "Đây là lần thứ hai tôi đến; phiên tòa mở vào thứ hai tuần tới.", ["2024-10-21"]),
        ("ja", "8月5日の事故で16日に会見した。", ["2024-08-05", "2024-10-16"]),
        ("ko", "9월 2일부터 16일까지 열렸다.", ["2024-09-02", "2024-09-16"]),
        ("zh", "这表明日本经济正在复苏，赛后天津队庆祝。", []),
        ("id", "Dalam lima tahun mendatang, kata kantor berita Lusa.", []),
        ("es", "a partir del próximo mes de noviembre", ["2024-11"]),
        ("es", "Esa mañana, el ministro dimitió.", []),
        ("es", "hasta mañana jueves", ["2024-10-17"]),
        ("ru", "Встреча пройдёт завтра, в четверг", ["2024-10-17", "2024-10-17"]),
        ("es", "El hospital de 2020 y un puente de 1998", ["2020", "1998"]),
        ("ko", "5연승을 내달렸다. 이틀 전국에 비가 왔다.", []),
        ("en", "The hearing was moved to December 5 from October 1.", ["2024-12-05", "2024-10-01"]),
        ("ja", "・2011年に入社した。", ["2011"]),
        ("el", "την είκοσι οκτώ Οκτωβρίου", ["2024-10-28"]),
    ],
)
def test_what_news_says_of_days_to_come_and_of_days_side_by_side(lang: str, text: str, days: list[str]) -> None:
    assert [found for _, found in read(text, lang)] == days


def test_an_inflected_unit_makes_no_year_of_a_number() -> None:
    assert read("Sie fanden ihn auf 2019 Metern Höhe.", "de") == []
