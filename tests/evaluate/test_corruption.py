"""Citations made false are refused, and true ones are not."""

from collections import Counter
from dataclasses import replace

import pytest

from rag.answer.citations import cite
from rag.evaluate.answers.corruption import CORRUPTIONS, Statement, caught
from rag.types import Article

TEXTS = {
    "en": ("The lighthouse of Port Valdora was built by Ilse Brandt in 1871.", "Ilse Brandt"),
    "id": ("Pada 19 Juni 2024 Sungai Mera meluap dan merendam 210 rumah.", "210 rumah"),
    "ru": ("В среду, 5 марта 2019 года, мост открыл мэр Пётр Хольм.", "5 March 2019"),
    "zh": ("2021年7月3日，王芳在奥伯劳开了第12家面包店。", "王芳"),
    "ar": ("افتتح المتحف في ٧ مايو ٢٠٢٢ بحضور ٣٠٠ زائر.", "٣٠٠ زائر"),
}


@pytest.fixture
def articles():
    made = (Article(f"{lang}.txt", "0" * 64, text, "t", lang) for lang, (text, _) in TEXTS.items())
    return {article.id: article for article in made}


@pytest.fixture
def statements(articles):
    return [
        Statement(claim, lang if lang != "ru" else "en", cite(articles[f"{lang}.txt"], 0, len(text), 1))
        for lang, (text, claim) in TEXTS.items()
    ]


def test_every_corruption_is_refused_and_nothing_true_is(statements, articles):
    tried = Counter()
    for seed in range(20):
        found = caught(statements, articles, seed)
        assert found.pop("untouched").refused == 0
        for kind, result in found.items():
            assert result.refused == result.tried, kind
            tried[kind] += result.tried
    assert min(tried[kind] for kind in CORRUPTIONS) >= 10


def test_the_same_seed_corrupts_alike_and_what_cannot_be_is_not_tried(statements, articles):
    assert caught(statements, articles, 3) == caught(statements, articles, 3)
    assert caught(statements[:1], articles)["number in quote"].tried == 0  # there is no other answer
    assert caught([], {})["untouched"].tried == 0


def test_a_check_that_lets_through_is_seen(statements, articles):
    lenient = {article_id: replace(article, text=article.text + " 1871") for article_id, article in articles.items()}
    wrong = [replace(one, claim="Peter Holm") for one in statements]
    assert caught(wrong, lenient)["untouched"].refused == len(wrong)
