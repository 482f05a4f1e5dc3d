"""The time that a question names."""

from datetime import date

import pytest

from rag.answer.period import Period, period_of
from rag.types import DateMention

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("lang", "question", "first", "last"),
    [
        ("en", "Who visited Pyongyang in June 2025?", date(2025, 6, 1), date(2025, 6, 30)),
        ("ru", "Когда Шойгу приезжал в Пхеньян в июне 2025 года?", date(2025, 6, 1), date(2025, 6, 30)),
        ("zh", "2023年谁访问了平壤？", date(2023, 1, 1), date(2023, 12, 31)),
        ("en", "When did he visit before 2024?", date.min, date(2023, 12, 31)),
        ("el", "Τι έγινε πριν από το 2024;", date.min, date(2023, 12, 31)),
        ("pl", "Kto przybył przed rokiem 2024?", date.min, date(2023, 12, 31)),
        ("bn", "২০২৪ সালের আগে কী হয়েছিল?", date.min, date(2023, 12, 31)),
        ("th", "ใครมาก่อนหน้าปี 2024", date.min, date(2023, 12, 31)),
        ("ko", "푸틴은 2024년 이전에 언제 평양을 찾았나?", date.min, date(2023, 12, 31)),
        ("hi", "2024 के बाद पुतिन कब गए थे?", date(2024, 1, 1), date.max),
        ("ja", "2024年以前に訪れたのはいつか。", date.min, date(2023, 12, 31)),
        ("id", "Siapa yang datang sejak 19 Juni 2024?", date(2024, 6, 19), date.max),
        ("de", "Wer kam nach dem 19. Juni 2024?", date(2024, 6, 19), date.max),
        ("en", "What happened last year?", date(2025, 1, 1), date(2025, 12, 31)),
        ("en", "What happened between March 2024 and June 2024?", date(2024, 3, 1), date(2024, 6, 30)),
        ("ru", "Что произошло с марта 2024 года по июнь 2024 года?", date(2024, 3, 1), date(2024, 6, 30)),
        ("id", "Apa yang terjadi antara 2019 dan 2021?", date(2019, 1, 1), date(2021, 12, 31)),
        ("id", "Apa yang terjadi antara tahun 2019 dan tahun 2021?", date(2019, 1, 1), date(2021, 12, 31)),
        ("vi", "Điều gì xảy ra từ năm 2019 đến năm 2021?", date(2019, 1, 1), date(2021, 12, 31)),
        ("ru", "Что было с 2019 года по 2021 год?", date(2019, 1, 1), date(2021, 12, 31)),
        ("tr", "2019'dan 2021'e kadar ne oldu?", date(2019, 1, 1), date(2021, 12, 31)),
        ("th", "เกิดอะไรขึ้นระหว่างปี 2019 ถึง 2021", date(2019, 1, 1), date(2021, 12, 31)),
        ("hi", "2019 से 2021 तक क्या हुआ?", date(2019, 1, 1), date(2021, 12, 31)),
        ("ja", "2019年から2021年の間に何が起きた？", date(2019, 1, 1), date(2021, 12, 31)),
        ("ko", "2019년부터 2021년까지 무슨 일이 있었나?", date(2019, 1, 1), date(2021, 12, 31)),
        ("ar", "ماذا حدث بين عامي 2019 و2021؟", date(2019, 1, 1), date(2021, 12, 31)),
        ("hi", "2019 और 2021 के बीच क्या हुआ?", date(2019, 1, 1), date(2021, 12, 31)),
    ],
)
def test_the_period_of_a_question(lang: str, question: str, first: date, last: date) -> None:
    assert period_of(question, lang, TODAY) == Period(first, last)


@pytest.mark.parametrize("question", ["When did Putin visit Pyongyang?", "Was it in 2023 or in 2024?"])
def test_none_or_several_are_no_period(question: str) -> None:
    assert period_of(question, "en", TODAY) is None


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "Was the 2020 budget, passed in 2019, cut?"),
        ("en", "What happened last year in June?"),
        ("de", "Was geschah vor 2010 oder nach 2020?"),
        ("zh", "2019年成立的公司2024年做了什么？"),
        ("en", "Who came on Friday 13 June 2025?"),
    ],
)
def test_two_dates_that_are_no_range(lang: str, question: str) -> None:
    period = period_of(question, lang, TODAY)
    assert period is None or period.first == period.last


def test_a_vaguer_date_meets_a_period_that_lies_in_it() -> None:
    june = Period(date(2024, 6, 1), date(2024, 6, 30))
    assert june.meets(DateMention(0, 4, "2024", date(2024, 1, 1), "year"))
    assert not june.meets(DateMention(0, 9, "July 2024", date(2024, 7, 1), "month"))


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize(
    ("lang", "question"), [("zh", "昨天之前谁来了？"), ("en", "Who came before today?"), ("en", "Who came this month?")]
)
def test_the_ends_of_the_calendar_are_no_error(lang: str, question: str, today: date) -> None:
    period = period_of(question, lang, today)
    assert period is None or period.first <= period.last


@pytest.mark.parametrize(
    ("lang", "question", "year"),
    [
        ("de", "Wann wurde 2024 vorgeschlagen, die Brücke zu sperren?", 2024),
        ("ru", "Когда в 2024 стал известен результат?", 2024),
        ("nl", "Wanneer in 2024 voorspelde hij dat?", 2024),
        ("pl", "Kto w 2024 odbył podróż do Hanoi?", 2024),
        ("en", "Who came in 2024 after the storm?", 2024),
        ("zh", "普京2024年前往平壤见了谁？", 2024),
        ("zh", "2024年前总统特朗普说了什么？", 2024),
        ("zh", "2024年前三季度增长多少？", 2024),
        ("ko", "2024년 이전한 본사는 어디인가?", 2024),
    ],
)
def test_the_beginning_of_another_word_bounds_no_period(lang: str, question: str, year: int) -> None:
    assert period_of(question, lang, TODAY) == Period(date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(
    ("lang", "question", "year"),
    [
        ("uk", "Коли він їздив до США у 2023 році?", 2023),
        ("ru", "Когда Путин встретился с Ким в 2019 году?", 2019),
        ("de", "Wer reiste nach Rom im Jahr 2023?", 2023),
        ("pl", "Kto pojechał po Kima w 2019?", 2019),
        ("en", "Who spoke before Xi in 2024?", 2024),
        ("zh", "2024年北京峰会之前谁来了？", 2024),
    ],
)
def test_a_word_that_belongs_to_something_else_bounds_no_period(lang: str, question: str, year: int) -> None:
    assert period_of(question, lang, TODAY) == Period(date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "Who came after the year 2020?"),
        ("fr", "Qui est venu après l'année 2020 ?"),
        ("es", "¿Quién vino después del año 2020?"),
        ("de", "Wer kam nach dem Jahr 2020?"),
        ("de", "Welche Straße wurde seit Anfang 2020 gesperrt?"),
        ("en", "What has happened since early 2020?"),
        ("fa", "پس از سال ۲۰۲۰ چه شد؟"),
        ("tr", "2020 yılından sonra kim geldi?"),
        ("bn", "২০২০ সালের পরে কী হয়েছিল?"),
        ("el", "Τι έγινε από το έτος 2020;"),
        ("id", "Siapa yang datang setelah tahun 2020?"),
        ("vi", "Ai đã đến sau năm 2020?"),
        ("th", "ใครมาหลังปี 2020"),
        ("ar", "من جاء بعد عام 2020؟"),
        ("ru", "Кто приезжал после 2020 года?"),
        ("el", "Ποιος ήρθε μετά το 2020;"),
        ("zh", "2020年之后谁来了？"),
        ("ko", "2020년 이후에 누가 왔나?"),
    ],
)
def test_a_bound_may_say_that_it_is_a_year(lang: str, question: str) -> None:
    assert period_of(question, lang, TODAY) == Period(date(2020, 1, 1), date.max)


@pytest.mark.parametrize(
    ("lang", "question", "first", "last"),
    [
        ("es", "¿Quién vino antes del 19 de junio de 2024?", date.min, date(2024, 6, 18)),
        ("pt", "Quem veio depois de 2024?", date(2024, 1, 1), date.max),
        ("tr", "2024'ten önce kim geldi?", date.min, date(2023, 12, 31)),
    ],
)
def test_words_that_bound_a_period_are_inflected(lang: str, question: str, first: date, last: date) -> None:
    assert period_of(question, lang, TODAY) == Period(first, last)
