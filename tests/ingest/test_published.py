from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_opening_prose_with_weekday_dates_the_article_if_nothing_later_is_reported() -> None:
    opening = "Presiden tiba di Pyongyang pada Rabu (19/6). Kim ke Rusia pada April 2019 dan September 2023."
    assert infer_published(opening, "id", TODAY) == DAY
    assert infer_published(opening + " Ia bertolak pada 21 Juni 2024.", "id", TODAY) is None


def test_a_dateline_without_its_year_is_of_the_year_of_what_it_reports() -> None:
    opening = (
        "PYONGYANG, 19 juin – Le président est reparti. Il était arrivé mardi 18 juin ; la visite de 2023 fut brève."
    )
    assert infer_published(opening, "fr", TODAY) == DAY


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
        ("en", "No day at all."),
        ("en", ""),
        ("ja", "大統領が2024年に訪問した。"),
    ],
)
def test_never_a_guess(lang: str, text: str) -> None:
    assert infer_published(text, lang, TODAY) is None


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["Rabu ", "(19/6) ", "19 Juni 2024 ", "\n", " -- ", ". ", "a ", "|"]), max_size=12).map(
        "".join
    )
)
def test_is_never_in_the_future(text: str) -> None:
    published = infer_published(text, "id", TODAY)
    assert published is None or published <= TODAY
