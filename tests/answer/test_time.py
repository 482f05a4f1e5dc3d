from datetime import date

import pytest
from babel import Locale
from babel.dates import get_month_names

from rag.answer.time import mention_at, render_date
from rag.ingest.dates import find_dates

DAY = date(2024, 6, 19)


@pytest.mark.parametrize(
    ("lang", "day", "month"),
    [
        ("id", "19 Juni 2024", "Juni 2024"),
        ("en", "19 June 2024", "June 2024"),
        ("en-US", "June 19, 2024", "June 2024"),
        ("ru", "19 июня 2024\u202fг.", "июнь 2024\u202fг."),
        ("zh", "2024年6月19日", "2024年6月"),
        ("zh-Hant", "2024年6月19日", "2024年6月"),
        ("ja", "2024年6月19日", "2024年6月"),
        ("ko", "2024년 6월 19일", "2024년 6월"),
        ("ar", "19 يونيو 2024", "يونيو 2024"),
        ("ar-EG", "١٩ يونيو ٢٠٢٤", "يونيو ٢٠٢٤"),
        ("fa", "۱۹ ژوئن ۲۰۲۴", "ژوئن ۲۰۲۴"),
        ("hi", "19 जून 2024", "जून 2024"),
        ("mr", "१९ जून, २०२४", "जून २०२४"),
        ("tr", "19 Haziran 2024", "Haziran 2024"),
        ("hu", "2024. június 19.", "2024. június"),
        ("tl", "Hunyo 19, 2024", "Hunyo 2024"),
        ("tl-PH", "Hunyo 19, 2024", "Hunyo 2024"),
        ("und", "19 June 2024", "June 2024"),
        ("qqq", "19 June 2024", "June 2024"),
        ("ba", "19 June 2024", "June 2024"),
        ("dv", "19 June 2024", "June 2024"),
        ("not a tag", "19 June 2024", "June 2024"),
    ],
)
def test_a_date_in_words(lang: str, day: str, month: str) -> None:
    assert (render_date(DAY, "day", lang), render_date(DAY, "month", lang)) == (day, month)


def test_a_year() -> None:
    assert [render_date(DAY, "year", lang) for lang in ("en", "zh", "ar-EG")] == ["2024", "2024年", "٢٠٢٤"]


def test_month_names_do_not_depend_on_which_language_was_asked_for_first() -> None:
    get_month_names("wide", "stand-alone", Locale.parse("he"))
    get_month_names("wide", "stand-alone", Locale.parse("hu"))
    assert render_date(DAY, "month", "tr") == "Haziran 2024"
    assert render_date(DAY, "month", "id") == "Juni 2024"
    assert [m.text for m in find_dates("2024. június 19.", "hu")] == ["2024. június 19"]


@pytest.mark.parametrize(
    "lang", ["id", "en", "ru", "es", "fr", "de", "pt", "tr", "ar", "hi", "th", "zh", "ja", "ko", "vi"]
)
@pytest.mark.parametrize("granularity", ["day", "month"])
def test_what_is_written_is_found_again(lang: str, granularity: str) -> None:
    (mention,) = find_dates(render_date(DAY, granularity, lang), lang)  # type: ignore[arg-type]
    assert mention.granularity == granularity
    assert mention.value == (DAY if granularity == "day" else DAY.replace(day=1))


TEXT = "In 2023 they met; on 19 June 2024 he came, on 21 June 2024 he left, and in July 2024 rested."
MENTIONS = find_dates(TEXT, "en")


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("on 21 June 2024 he left", "21 June 2024"),
        ("19 June", "19 June 2024"),
        ("In 2023 they", "2023"),
        ("In 2023 they met; on 19 June 2024", "19 June 2024"),
        ("he left", "21 June 2024"),
        ("rested", "21 June 2024"),
        ("they met", "19 June 2024"),
    ],
)
def test_the_mention_of_a_span(span: str, expected: str) -> None:
    start = TEXT.index(span)
    mention = mention_at(MENTIONS, start, start + len(span))
    assert mention is not None and mention.text == expected


def test_no_mentions() -> None:
    assert mention_at([], 0, 5) is None
