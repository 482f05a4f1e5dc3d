"""List answers keep all their parts."""

from __future__ import annotations

import pytest

from rag.answer.enumeration import whole
from rag.answer.reader import Span


def spans(text: str, *items: str) -> list[Span]:
    """The items, each less likely than the one before."""
    return [
        Span(text.index(item), text.index(item) + len(item), item, 0.3 - number / 20)
        for number, item in enumerate(items)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "items", "listed"),
    [
        ("en", "It struck Aceh, Riau and Jambi.", ("Riau", "Aceh", "Jambi"), "Aceh, Riau and Jambi"),
        ("id", "Gempa melanda Aceh, Riau, dan Jambi.", ("Aceh", "Jambi", "Riau"), "Aceh, Riau, dan Jambi"),
        ("ru", "Пострадали Тула и Псков.", ("Псков", "Тула"), "Тула и Псков"),
        ("ar", "ضرب الزلزال حلب وإدلب.", ("حلب", "إدلب"), "حلب وإدلب"),
        ("zh", "受灾的有四川、云南和贵州。", ("云南", "四川", "贵州"), "四川、云南和贵州"),
        ("ja", "被災したのは宮城と福島だ。", ("宮城", "福島"), "宮城と福島"),
        ("ko", "피해 지역은 울산과 포항이다.", ("포항", "울산"), "울산과 포항"),
        ("th", "น้ำท่วมเชียงใหม่และเชียงราย", ("เชียงใหม่", "เชียงราย"), "เชียงใหม่และเชียงราย"),
        ("vi", "Lũ lụt ở Hà Nội và Huế.", ("Huế", "Hà Nội"), "Hà Nội và Huế"),
        ("es", "Ganaron España e Italia.", ("Italia", "España"), "España e Italia"),
        ("ru", "Играли «Зенит» и «Спартак».", ("Зенит", "Спартак"), "Зенит» и «Спартак"),
        ("en", "It struck Aceh, Riau, Jambi.", ("Riau", "Aceh", "Jambi"), "Aceh, Riau, Jambi"),
        ("hi", "असम और बिहार में बाढ़ आई।", ("बिहार", "असम"), "असम और बिहार"),
    ],
)
def test_items_that_are_listed_beside_one_another_are_one_answer(lang, text, items, listed):
    first, *rest = whole(spans(text, *items), text, lang)
    assert (first.text, text[first.start : first.end]) == (listed, listed)
    assert not rest
    assert first.probability == pytest.approx(sum(span.probability for span in spans(text, *items)))


def test_what_else_the_sentence_says_is_no_item():
    text = "Aceh was struck before Riau. Jambi was not."
    found = spans(text, "Aceh", "Riau", "Jambi")
    assert whole(found, text, "en") == tuple(found)


@pytest.mark.parametrize(
    ("text", "items"), [("He met Putin, Trump said.", ("Putin", "Trump")), ("Spain or Italy won.", ("Spain", "Italy"))]
)
def test_two_things_with_a_comma_or_an_or_between_them_are_no_list(text, items):
    found = spans(text, *items)
    assert whole(found, text, "en") == tuple(found)


def test_an_unlikely_neighbour_is_no_item():
    text = "Aceh, Indonesia"
    found = [Span(0, 4, "Aceh", 0.8), Span(6, 15, "Indonesia", 0.1)]
    assert whole(found, text, "en") == tuple(found)
