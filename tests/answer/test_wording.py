"""Short answers in the words of the question's language."""

import pytest

from rag.answer.wording import meaning, worded


@pytest.mark.parametrize(
    ("text", "written_in", "lang", "said"),
    [
        ("평양", "ko", "en", "Pyongyang (평양)"),
        ("Пхеньяне", "ru", "id", "Pyongyang (Пхеньяне)"),
        ("朝鲜", "zh", "en", "North Korea (朝鲜)"),
        ("بيونغ يانغ", "ar", "ru", "Пхеньян (بيونغ يانغ)"),
        ("เปียงยาง", "th", "ja", "平壌 (เปียงยาง)"),
        ("Korea Utara", "id", "hi", "उत्तर कोरिया (Korea Utara)"),
        ("Россия", "ru", "en", "Russia (Россия)"),
        ("Germany", "en", "id", "Jerman (Germany)"),
        ("Turquia", "es", "id", "Turki (Turquia)"),
        ("伦敦", "zh", "en", "London (伦敦)"),
        ("Австралии", "ru", "en", "Australia (Австралии)"),
        ("5,75%", "id", "en", "5.75%"),
        ("1.234,5", "de", "en", "1,234.5"),
        ("23.000", "id", "en", "23,000"),
        ("1 234", "ru", "en", "1,234"),
        ("२३", "hi", "en", "23"),
        ("12,5 %", "de", "en", "12.5 %"),
    ],
)
def test_numbers_and_places_are_told_as_the_question_would(text, written_in, lang, said):
    assert worded(text, written_in, lang) == said


@pytest.mark.parametrize(
    ("text", "written_in", "lang"),
    [
        ("Putin", "en", "ru"),
        ("Guyane", "fr", "en"),
        ("Guyane", "fr", "fr"),
        ("Австралии", "ru", "ru"),
        ("Jakarta", "id", "en"),
        ("2024", "en", "de"),
        ("007", "en", "de"),
        ("10.30", "en", "de"),
        ("3.10", "en", "de"),
        ("Jordan", "en", "id"),
        ("5-0", "en", "de"),
        ("19.06.2024", "de", "en"),
        ("the road to Paris", "en", "ru"),
        ("23 orang", "id", "en"),
    ],
)
def test_what_is_neither_or_the_same_stays_as_it_is(text, written_in, lang):
    assert worded(text, written_in, lang) == text


def test_answers_that_mean_the_same_in_different_languages():
    assert meaning("평양", "ko") == meaning("Пхеньяне", "ru") == meaning("平壤", "zh")
    assert meaning("23.000", "id") == meaning("23,000", "en") == meaning("२३,०००", "hi")
    assert meaning("1.234", "en") != meaning("1.234", "de")
    assert meaning("Putin", "en") == meaning("PUTIN", "en") != meaning("Paris", "en")
