"""What a citation says of a claim: dates, numbers and names, in whatever language and script."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rag.answer.citations import checked, cite, supports
from rag.answer.numbers import has_numbers, numbers
from rag.answer.time import render_date
from rag.answer.words import _WORDS
from rag.types import Article


def cited(text, lang, published=None):
    article = Article("a.txt", "0" * 64, text, "t", lang, published)
    return cite(article, 0, len(text), 1), article


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "quoted_lang"),
    [
        ("19 June 2024", "en", "普京于2024年6月19日抵达平壤。", "zh"),
        ("2024年6月19日", "zh", "ปูตินถึงเปียงยางเมื่อ ๑๙ มิถุนายน ๒๕๖๗", "th"),
        ("June 2024", "en", "Putin tiba pada 19 Juni 2024.", "id"),
        ("2024", "en", "Putin tiba pada 19 Juni 2024.", "id"),
        ("2000", "en", "เขามาใน พ.ศ. 2543", "th"),
        ("Rabu (19/6)", "en", "Putin tiba pada Rabu (19/6).", "id"),
        ("3", "en", "قُتل ٣ أشخاص.", "ar"),
        ("1,234 houses", "en", "Затоплено 1 234 дома.", "ru"),
        ("12,34,567", "hi", "1.234.567 Wähler", "de"),
        ("Putin", "en", "Путина встретили в аэропорту.", "ru"),
        ("Pyongyang (平壤)", "en", "普京抵达平壤。", "zh"),
        ("उत्तर कोरिया", "hi", "Putin tiba di Korea Utara.", "id"),
        ("Otters", "en", "Then otters returned to the lake.", "en"),
        ("Ilse  Brandt", "en", "Ilse\nBrandt bakes bread.", "en"),
        ("पीएम", "hi", "पीएम ने कहा।", "hi"),
        ("The mayor, Ilse Brandt, has baked since 2003.", "en", "Ilse Brandt membuat roti sejak 2003.", "id"),
    ],
)
def test_a_quote_supports_what_it_says_in_another_way(claim, lang, quote, quoted_lang):
    assert supports(claim, lang, *cited(quote, quoted_lang))


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "quoted_lang"),
    [
        ("18 June 2024", "en", "普京于2024年6月19日抵达平壤。", "zh"),
        ("19 June 2024", "en", "Putin tiba pada Juni 2024.", "id"),
        ("19 June 2023", "en", "Putin tiba pada 19 Juni 2024.", "id"),
        ("9 June 2024", "en", "He came on 19 June 2024.", "en"),
        ("4", "en", "قُتل ٣ أشخاص.", "ar"),
        ("15", "en", "It rose by 1,5 per cent.", "en"),
        ("210", "en", "Banjir merendam 210.000 rumah.", "id"),
        ("Lavrov", "en", "Путина встретили в аэропорту.", "ru"),
        ("Hanoi (平壤)", "en", "普京抵达平壤。", "zh"),
        ("Austria", "en", "Путин побывал в Австралии.", "ru"),
        ("Michael Jordan", "en", "Raja Yordania tiba.", "id"),
        ("Ilsa Brandt", "en", "Ilse Brandt bakes bread.", "en"),
        ("rye bread", "en", "Otters returned to the lake.", "en"),
        ("", "en", "Otters returned to the lake.", "en"),
    ],
)
def test_a_quote_does_not_support_what_it_does_not_say(claim, lang, quote, quoted_lang):
    assert not supports(claim, lang, *cited(quote, quoted_lang))


def test_a_year_that_the_article_tells_elsewhere_is_the_quotes_own():
    text = "Putin tiba di Pyongyang pada Rabu (19/6). Ia bertolak dua hari kemudian."
    for published, said in ((date(2024, 6, 20), True), (date(2019, 6, 20), False)):
        article = Article("a.txt", "0" * 64, text, "t", "id", published)
        assert supports("19 June 2024", "en", cite(article, 0, 41, 1), article) == said
        assert not supports("19 June 2024", "en", cite(article, 42, len(text), 1), article)


def test_a_citation_is_shown_only_if_it_holds_and_supports():
    citation, article = cited("Putin tiba pada 19 Juni 2024.", "id")
    assert checked("19 June 2024", "en", citation, article)
    assert not checked("20 June 2024", "en", citation, article)
    assert not checked("19 June 2024", "en", citation, Article("b.txt", "1" * 64, article.text, "t", "id"))


LANGS = sorted(_WORDS)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(LANGS), st.sampled_from(LANGS), st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(1, 400)
)
@example("th", "fa", date(2024, 6, 19), 1)
def test_a_day_is_the_same_day_in_every_language_and_no_other(asked_in, written_in, day, later):
    citation, article = cited(f"({render_date(day, 'day', written_in)})", written_in)
    assert supports(render_date(day, "day", asked_in), asked_in, citation, article)
    assert not supports(render_date(day + timedelta(later), "day", asked_in), asked_in, citation, article)


ZEROS = st.sampled_from("0٠۰०๐০")


def written(value, zero, joint):
    return f"{value:,}".replace(",", joint).translate({ord(str(i)): chr(ord(zero) + i) for i in range(10)})


@given(
    st.integers(0, 10**12),
    ZEROS,
    ZEROS,
    *[st.sampled_from([",", ".", "\u00a0", " ", "'", ""])] * 2,
    st.integers(1, 999),
)
def test_a_number_is_the_same_in_every_script(value, zero, other, joint, other_joint, more):
    quote = f"x {written(value, other, other_joint)} y"
    assert has_numbers(quote, written(value, zero, joint))
    if value >= 10**6:  # of three groups no fraction is made, and it has no groups that are the others'
        assert not has_numbers(quote, written(value + more, zero, joint))


@given(st.text())
def test_any_text_has_its_own_numbers(text):
    assert has_numbers(text, text)
    assert all(meaning for meaning in numbers(text))
