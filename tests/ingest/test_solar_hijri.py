"""Dates of the calendar that Iran and Afghanistan count by."""

from datetime import date

import pytest

from rag.ingest.dates import find_dates
from rag.ingest.dating.names import fold
from rag.ingest.dating.solar_hijri import solar_months
from rag.ingest.front_matter import parse_front_matter
from rag.ingest.published import infer_published

PUBLISHED = date(2023, 9, 28)
TODAY = date(2026, 11, 30)


def found(text: str, reference: date | None = None, lang: str = "fa") -> list[tuple[str, str, bool]]:
    mentions = find_dates(text, lang, reference, today=TODAY)
    assert all(text[m.start : m.end] == m.text and m.granularity == "day" for m in mentions)
    return [(m.text, m.value.isoformat(), m.year_inferred) for m in mentions]


@pytest.mark.parametrize(
    ("text", "written", "day"),
    [
        ("شامگاه ۵ مهر ۱۴۰۲ تلسکوپ نور را دید.", "۵ مهر ۱۴۰۲", "2023-09-27"),
        ("در پنجم مهرماه ۱۴۰۲ آغاز شد.", "پنجم مهرماه ۱۴۰۲", "2023-09-27"),
        ("سی‌ام خرداد ماه سال ۱۴۰۳ رسید.", "سی‌ام خرداد ماه سال ۱۴۰۳", "2024-06-19"),
        ("در 1402/07/05 ثبت شد.", "1402/07/05", "2023-09-27"),
        ("سی‌ام اسفند ۱۴۰۳", "سی‌ام اسفند ۱۴۰۳", "2025-03-20"),
        ("دوم فروردین ۱۴۰۳", "دوم فروردین ۱۴۰۳", "2024-03-21"),
        ("۲۴ اسد ۱۴۰۰ کابل سقوط کرد.", "۲۴ اسد ۱۴۰۰", "2021-08-15"),
    ],
)
def test_a_day_is_the_one_of_the_gregorian_calendar(text, written, day):
    assert found(text) == [(written, day, False)]


def test_both_calendars_say_the_same():
    both = found("روز ۳۰ خرداد ۱۴۰۳ (۱۹ ژوئن ۲۰۲۴) رسید.")
    assert [day for _, day, _ in both] == ["2024-06-19", "2024-06-19"]


@pytest.mark.parametrize(
    ("text", "written", "day"),
    [
        ("روز چهارشنبه ۵ مهر برگزار شد.", "چهارشنبه ۵ مهر", "2023-09-27"),
        ("بیست و دوم بهمن سخنرانی کرد.", "بیست و دوم بهمن", "2023-02-11"),
        ("۱۰ آذر برگزار می‌شود.", "۱۰ آذر", "2023-12-01"),
        ("اول مهرماه باز شد.", "اول مهرماه", "2023-09-23"),
    ],
)
def test_a_day_without_its_year_is_told_from_publication(text, written, day):
    assert found(text, PUBLISHED) == [(written, day, True)]
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "۳ تیر شلیک شد و ۲ مهر گم شد.",
        "در سال ۱۴۰۲ ساخته شد.",
        "مهر ۱۴۰۲ گشایش یافت.",
        "۳۰ اسفند ۱۴۰۲",
        "۱۴۰۲/۱۳/۰۵",
        "بشار ۱۲ اسد را دید.",
        "۵ مهربان ۱۴۰۲",
    ],
)
def test_what_is_no_such_day_is_not_read(text):
    assert found(text, PUBLISHED) == []


def test_other_languages_do_not_count_by_it():
    assert found("في 1402/07/05 و ۵ مهر ۱۴۰۲", lang="ar") == []


def test_a_month_with_its_year_begins_on_a_day() -> None:
    text = "سفارت در خرداد ۱۴۰۲ گشوده شد و روابط از دی‌ماه ۱۳۹۴ قطع بود."
    assert [day for _, _, day in solar_months(fold(text))] == [date(2023, 5, 22), date(2015, 12, 22)]


def test_an_article_is_published_on_the_day_that_it_says():
    assert infer_published("تهران، ۲۷ شهریور ۱۴۰۲ - رئیس‌جمهور رسید.", "fa", TODAY) == date(2023, 9, 18)
    for stated, day in (("1403-03-30", 19), ("1403/03/30", 19), ("۱۴۰۳/۰۳/۳۰", 19), ("2567-06-19", 19)):
        assert parse_front_matter(f"---\ndate: {stated}\n---\nText")[0].published == date(2024, 6, day)
