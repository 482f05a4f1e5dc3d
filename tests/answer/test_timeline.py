"""Which dates become events, what is quoted for them, and in what order."""

from dataclasses import replace
from datetime import date

import pytest

from rag.answer.period import Period
from rag.answer.timeline import about, events
from rag.retrieve.names import Name
from rag.retrieve.retriever import Found
from rag.types import Article, Hit, Passage

PUTIN = Name("Putin", ((frozenset({"Putin", "Путин", "푸틴", "普京", "بوتين"}),),))
KOREA = Name("North Korea", ((frozenset({"Pyongyang", "Пхеньян", "평양", "بيونغ"}),),))


def article(name: str, text: str, lang: str = "en", published: date | None = None, title: str = "Putin") -> Article:
    return Article(name, "0" * 64, text, title, lang, published)


def found(*articles: Article, names: tuple[Name, ...] = (PUTIN,), scores: tuple[float, ...] = ()) -> Found:
    """Each article is one passage; the first is the best."""
    scores = scores or tuple(0.2 - n / 100 for n in range(len(articles)))
    hits = (
        Hit(n, score, Passage(one.id, 0, len(one.text), one.text), one.title, one.lang)
        for n, (one, score) in enumerate(zip(articles, scores, strict=True), 1)
    )
    return Found(tuple(hits), names)


def told(*articles: Article, **options):
    by_id = {one.id: one for one in articles}
    return events(found(*articles, **options), by_id.get)


def test_oldest_first_and_the_vaguer_before_the_finer():
    one = article("a", "Putin came on 3 May 2024. Putin was sworn in. Putin left in May 2024. In 2024 Putin was busy.")
    two = article("b", "Putin was elected on 26 March 2000, it is said.")
    shown = told(one, two)
    assert [(event.date, event.granularity) for event in shown] == [
        (date(2000, 3, 26), "day"),
        (date(2024, 1, 1), "year"),
        (date(2024, 5, 1), "month"),
        (date(2024, 5, 3), "day"),
    ]
    assert [citation.n for event in shown for citation in event.citations] == [1, 2, 3, 4]


def test_every_quote_is_the_articles_own_whole_sentence():
    text = "Ранее всё было тихо. Путин прибыл в Пхеньян 19 июня 2024 года. Его встретил Ким."
    (event,) = told(article("a", text, "ru"))
    (citation,) = event.citations
    assert citation.quote == "Путин прибыл в Пхеньян 19 июня 2024 года."
    assert text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Путин прибыл в Пхеньян 19 июня 2024 года.", "ru"),
        ("푸틴 대통령은 2024년 6월 19일 평양에 도착했다.", "ko"),
        ("普京于2024年6月19日抵达平壤进行访问。", "zh"),
        ("وصل بوتين إلى بيونغ يانغ في 19 يونيو 2024 في زيارة رسمية.", "ar"),
        ("पुतिन 19 जून 2024 को प्योंगयांग पहुँचे और किम से मिले।", "hi"),
        ("ปูตินเดินทางถึงเปียงยางเมื่อวันที่ 19 มิถุนายน 2567 ในการเยือนครั้งแรก", "th"),
    ],
)
def test_what_articles_of_several_languages_date_alike_is_one_event(text, lang):
    english = article("a", "Putin arrived in Pyongyang on 19 June 2024.")
    (event,) = told(english, article("b", text, lang))
    assert (event.date, event.granularity, event.inferred) == (date(2024, 6, 19), "day", False)
    assert [citation.article_id for citation in event.citations] == ["a", "b"]


def test_a_year_that_a_finer_date_of_its_sentence_covers_is_dropped():
    text = "In 2024, on 19 June 2024, Putin came to Pyongyang. In 2023 Putin stayed at home."
    assert [event.date.year for event in told(article("a", text))] == [2023, 2024]
    assert told(article("a", text))[1].granularity == "day"


def test_another_year_in_the_sentence_stays():
    shown = told(article("a", "Putin came on 19 June 2024, and in 2003 before that."))
    assert [(event.date.year, event.granularity) for event in shown] == [(2003, "year"), (2024, "day")]


def test_datelines_are_no_events():
    text = "MOSCOW, 20 June 2024 (Post) -- Putin came home. Putin had been away since 18 June 2024, his office said."
    shown = told(article("a", text, published=date(2024, 6, 20)))
    assert [event.date for event in shown] == [date(2024, 6, 18)]
    bare = "REYKJAVÍK, 22 November 2024. Putin slept."
    assert told(article("b", bare)) == ()


def test_a_year_that_is_inferred_is_marked_unless_another_article_writes_it():
    short = article("a", "Путин прибыл в среду, 19 июня.", "ru", date(2024, 6, 20))
    (event,) = told(short)
    assert (event.date, event.inferred) == (date(2024, 6, 19), True)
    (event,) = told(short, article("b", "Putin arrived on 19 June 2024."))
    assert not event.inferred
    beside = article(
        "c", "Putin arrived on 19 June, after a year of talks, his first visit of 2024.", "en", date(2024, 6, 20)
    )
    assert [event.inferred for event in told(beside) if event.granularity == "day"] == [False]


def test_the_passage_must_name_the_subject_and_the_sentence_or_title_some_of_it():
    both = article("a", "Putin came to Pyongyang on 19 June 2024. The harvest began on 1 July 2024.", title="A visit")
    one = article("b", "Putin went to Beijing on 16 May 2024.")
    shown = told(both, one, names=(PUTIN, KOREA))
    assert [event.date for event in shown] == [date(2024, 6, 19)]
    assert told(article("c", "Lavrov came on 3 May 2024.", title="Lavrov")) == ()


def test_without_names_passages_must_be_near():
    articles = [article(name, f"The ground shook on {n} May 2024.", title="") for n, name in enumerate("abc", 1)]
    near = found(*articles, names=(), scores=(0.4, 0.3, 0.1))
    assert [hit.rank for hit in about(near)] == [1, 2]
    assert about(found(*articles, names=(), scores=(0.2, 0.2, 0.2))) == []
    assert about(Found(())) == []


def test_of_too_many_events_those_of_the_best_passages_stay():
    articles = [article(str(n), f"Putin flew on {n} May 2024.") for n in range(1, 6)]
    shown = events(found(*articles[::-1]), {one.id: one for one in articles}.get, most=2)
    assert [event.date.day for event in shown] == [4, 5]


def test_a_sentence_is_quoted_once_a_date_and_others_come_before_what_an_article_says_again():
    one = article("a", "Putin came on 3 May 2024. On 3 May 2024 Putin dined, and on 3 May 2024 Putin left.")
    two = article("b", "Putin arrived on 3 May 2024.")
    (event,) = told(one, two)
    assert [citation.article_id for citation in event.citations] == ["a", "b", "a"]


def test_an_article_that_changed_is_not_cited():
    one = article("a", "Putin came on 3 May 2024.")
    assert events(found(one), {}.get) == ()
    assert events(found(one), {"a": replace(one, text=" " + one.text)}.get) == ()


def test_only_events_of_the_wanted_time_are_told():
    one = article("a", "Putin came on 19 July 2000. Putin came again on 19 June 2024. Putin left in 2024.")
    within = Period(date(2024, 6, 1), date(2024, 12, 31))
    dates = [event.date for event in events(found(one), {"a": one}.get, within)]
    assert dates == [date(2024, 1, 1), date(2024, 6, 19)]
