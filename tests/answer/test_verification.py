"""Sentences that would be quoted, read again alone."""

from datetime import date

import pytest

from rag.answer.candidates import candidates
from rag.answer.reader import Reading, Span
from rag.answer.verification import verified
from rag.retrieve.retriever import Found
from rag.types import Article, Hit, Passage

# Question, what answers it, something like it beside it, and the spans that a reader may point at in each.
BESIDE = [
    (
        "Who built the bridge?",
        "The bridge was built by the engineer Anna Kremer.",
        "The mayor Paul Winter opened it on a rainy Sunday.",
        "Anna Kremer",
        "Paul Winter",
    ),
    (
        "Berapa panjang jembatan itu?",
        "Panjang jembatan itu 340 meter.",
        "Sebanyak 90 pekerja ikut dalam upacara pembukaan.",
        "340 meter",
        "90 pekerja",
    ),
    (
        "Когда открыли мост?",
        "Мост открыли 4 мая 2019 года.",
        "Инженер родился 9 июня 1961 года в деревне.",
        "4 мая 2019 года",
        "9 июня 1961 года",
    ),
    ("这座桥有多长？", "这座桥全长340米。", "共有90名工人参加了开幕式。", "340米", "90名"),
    (
        "เมื่อไหร่ที่สะพานเปิด",
        "สะพานเปิดเมื่อวันที่ 4 พฤษภาคม 2562",
        "วิศวกรเกิดวันที่ 9 มิถุนายน 2504",
        "4 พฤษภาคม 2562",
        "9 มิถุนายน 2504",
    ),
]


def article_of(*sentences: str) -> Article:
    return Article("a.txt", "0" * 64, "\n\n".join(sentences), "", "und")


def pointed_at(article: Article, *spans: str):
    """Candidates for what a reader that is as sure of the one as of the other points at."""
    found = Found((Hit(1, 0.1, Passage(article.id, 0, len(article.text), article.text), "", "und"),), ())
    starts = [article.text.index(span) for span in spans]
    told = tuple(Span(start, start + len(span), span, 0.4) for start, span in zip(starts, spans, strict=True))
    return candidates("other", found, [Reading(0.8, told)], {article.id: article}.get)


@pytest.mark.parametrize(("question", "answers", "beside", "right", "wrong"), BESIDE)
def test_a_sentence_that_answers_is_told_from_one_beside_it(reader, question, answers, beside, right, wrong):
    for text in ((answers, beside), (beside, answers)):
        found = verified(reader, question, (), pointed_at(article_of(*text), right, wrong))
        alone = {one.text: one.alone for one in found}
        assert alone[right] > 2 * alone[wrong]


def test_of_one_sentence_the_span_that_answers_has_the_larger_share(reader):
    article = article_of("The engineer Anna Kremer, born in Riga, built the bridge in 2019.")
    one, two, three = verified(reader, "Who built the bridge?", (), pointed_at(article, "Anna Kremer", "Riga", "2019"))
    assert one.alone == two.alone == three.alone > 0.5
    assert one.alone_share > 0.5 > two.alone_share + three.alone_share


def test_a_list_that_the_sentence_alone_has_in_parts_keeps_its_share(reader):
    article = article_of("The bridge was built by Anna Kremer, Paul Winter and Olga Rossi.")
    (one,) = verified(
        reader, "Who built the bridge?", (), pointed_at(article, "Anna Kremer, Paul Winter and Olga Rossi")
    )
    assert one.alone_share > 0.5


def test_the_likeliest_of_many_sentences_are_read_again(reader):
    days = [f"Gate {number} was shut on {number} May." for number in range(1, 13)]
    article = article_of(*days)
    found = Found((Hit(1, 0.1, Passage(article.id, 0, len(article.text), article.text), "", "en"),), ())
    starts = [article.text.index(f" {number} May") + 1 for number in range(1, 13)]
    spans = [Span(start, start + 5, article.text[start : start + 5], i / 100) for i, start in enumerate(starts, 1)]
    told = candidates("other", found, [Reading(0.8, tuple(spans))], {article.id: article}.get)
    kept = verified(reader, "When was gate 9 shut?", (), told)
    assert [one.text.split()[0] for one in kept] == [str(number) for number in range(5, 13)]
    assert all(one.alone > 0 for one in kept)


def test_nothing_found_is_nothing_to_verify(reader):
    assert verified(reader, "Who?", (), []) == []


def test_a_date_that_is_pointed_at_in_parts_is_one_candidate(reader):
    text = "The bridge was closed in October last year."
    article = Article("a.txt", "0" * 64, text, "", "en", published=date(2024, 6, 19))
    found = Found((Hit(1, 0.1, Passage(article.id, 0, len(text), text), "", "en"),), ())
    month, year = text.index("October"), text.index("last year")
    spans = (Span(month, month + 7, "October", 0.4), Span(year, year + 9, "last year", 0.3))
    (closed,) = candidates("date", found, [Reading(0.8, spans)], {article.id: article}.get)
    assert (closed.text, closed.mention.value, round(closed.share, 3)) == ("October", date(2023, 10, 1), 0.875)
    (again,) = verified(reader, "When was the bridge closed?", (), [closed])
    assert again.alone > 0.5
    assert again.alone_share > 0.5
