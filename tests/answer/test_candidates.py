"""What may be the answer, what speaks for it, and what is made of it."""

from dataclasses import replace
from datetime import date

import pytest

from rag.answer import extractive
from rag.answer.candidates import candidates
from rag.answer.period import Period
from rag.answer.reader import Reading, Span
from rag.answer.study import Study
from rag.answer.support import Support
from rag.retrieve.names import Name, named
from rag.retrieve.retriever import Found
from rag.types import Article, Hit, Passage

TEXT = "Путин прибыл в Пхеньян в среду, 19 июня. Его встретил Ким Чен Ын. В 2000 году он был там впервые."
ARTICLE = Article("a.txt", "0" * 64, TEXT, "Визит", "ru", published=date(2024, 6, 20))
NAMES = (
    Name("Putin", ((frozenset({"Путин", "Putin"}),),)),
    Name("Pyongyang", ((frozenset({"Пхеньян", "Pyongyang"}),),)),
)


SUPPORT = Support(
    {
        "retrieved": 24.0,
        "answerable": 0.2,
        "share": 0.15,
        "named_here": 1.2,
        "fits": 0.8,
        "alone": 0.1,
        "alone_share": 0.05,
    },
    bias=-8.0,
)


def support(candidate):
    return SUPPORT(candidate, scores=[0.1])


def hit(article: Article, rank: int = 1) -> Hit:
    return Hit(rank, 0.1, Passage(article.id, 0, len(article.text), article.text), article.title, article.lang)


def reading(article: Article, *answers: str, answerable: float = 0.9) -> Reading:
    share = answerable / len(answers)
    return Reading(
        answerable,
        tuple(
            Span(article.text.index(a), article.text.index(a) + len(a), a, share - i / 100)
            for i, a in enumerate(answers)
        ),
    )


def compose(question, lang, kind, found, readings, article, support, threshold, is_for_latest=False, **given):
    """The answer from what readings of the hits say, and as much of the sentences alone."""
    told = candidates(kind, found, readings, article)
    told = [replace(one, alone=one.answerable, alone_share=one.share) for one in told]
    first = given.pop("is_for_first", False)
    study = Study(question, lang, kind, is_for_latest, first, found, tuple(readings), tuple(told))
    return extractive.compose(study, lang, article, support, threshold, **given)


def test_a_date_is_resolved_and_its_sentence_quoted():
    found = Found((hit(ARTICLE),), NAMES)
    first, second = candidates("date", found, [reading(ARTICLE, "19 июня", "Ким Чен Ын")], {"a.txt": ARTICLE}.get)
    assert (first.text, first.mention.value, first.fits) == ("19 июня", date(2024, 6, 19), True)
    assert TEXT[slice(*first.sentence)].strip() == "Путин прибыл в Пхеньян в среду, 19 июня."
    assert (second.text, second.mention, second.fits) == ("Ким Чен Ын", None, False)


def dated_at(text: str, lang: str, span: str) -> date | None:
    article = Article("b.txt", "1" * 64, text, "Pintu", lang, published=date(2024, 6, 20))
    read = [reading(article, span)]
    (one,) = candidates("date", Found((hit(article),), ()), read, {"b.txt": article}.get)
    assert one.fits == (one.mention is not None)
    return one.mention.value if one.mention else None


def test_a_time_of_day_is_of_the_day_beside_it():
    text = "Pada Rabu, 19 Juni 2024, pukul sembilan pintu dibuka. Pukul sepuluh tamu datang."
    assert dated_at(text, "id", "pukul sembilan") == date(2024, 6, 19)
    assert dated_at(text, "id", "Pukul sepuluh") is None
    assert dated_at("Hujan turun pada Rabu (19/6) pukul 09.00.", "id", "09.00") == date(2024, 6, 19)
    assert dated_at("Anteayer, a las nueve en punto, abrió la puerta.", "es", "a las nueve") == date(2024, 6, 18)
    other = "He died on 3 May 2024 and was buried two days later."
    assert dated_at(other, "en", "two days later") is None
    two = "It opened on (7/8) and closed on 3 May 2024, at nine."
    assert dated_at(two, "en", "at nine") is None


@pytest.mark.parametrize(
    ("lang", "text", "runs_on", "answer"),
    [
        (
            "en",
            "She worked there for forty-one years. In 1954 it had made 212,000.",
            "forty-one years. In 1954 it",
            "212,000",
        ),
        (
            "zh",
            "工厂一九五四年生产二十一万辆自行车。去年它却只有九千三百辆。",
            "二十一万辆自行车。去年它却只有",
            "九千三百辆",
        ),
        ("hi", "मेले में चालीस दुकानें लगीं। पिछले साल केवल तीस थीं।", "चालीस दुकानें लगीं। पिछले साल", "तीस"),
    ],
)
def test_what_runs_from_one_sentence_into_the_next_is_no_answer(lang, text, runs_on, answer):
    article = Article("b.txt", "1" * 64, text, "Title", lang)
    read = reading(article, runs_on, answer)
    (one,) = candidates("number", Found((hit(article),), ()), [read], {"b.txt": article}.get)
    assert one.text == answer
    assert one.share == pytest.approx(1.0, abs=0.02)  # of what the reader gave both


def test_an_abbreviation_or_an_ordinal_ends_no_sentence_within_an_answer():
    for lang, text, answer in (
        ("de", "Das Tor wurde am 19. Juni 2024 geöffnet.", "19. Juni 2024"),
        ("en", "It was Dr. Ratna who built it.", "Dr. Ratna"),
    ):
        article = Article("b.txt", "1" * 64, text, "Title", lang)
        (one,) = candidates("other", Found((hit(article),), ()), [reading(article, answer)], {"b.txt": article}.get)
        assert one.text == answer


def test_figures_alone_are_not_who_or_what_was_asked_for():
    text = "La fabrique fut fondée en 1906 par Marguerite Lescure; elle a 41 000 clients au no 3 bis."
    article = Article("b.txt", "1" * 64, text, "Title", "fr")
    read = reading(article, "1906", "Marguerite Lescure", "41 000", "no 3 bis")
    fits = {
        one.text: one.fits for one in candidates("other", Found((hit(article),), ()), [read], {"b.txt": article}.get)
    }
    assert fits == {"1906": False, "Marguerite Lescure": True, "41 000": False, "no 3 bis": True}


def test_names_count_where_they_are_quoted():
    found = Found((hit(ARTICLE),), NAMES)
    here, there = candidates("date", found, [reading(ARTICLE, "19 июня", "2000")], {"a.txt": ARTICLE}.get)
    assert here.named_here == here.named_near == there.named_near == 1
    assert there.named_here == 0
    assert support(here) > support(replace(here, named_here=0.0))


@pytest.mark.parametrize("better", [{"answerable": 0.99}, {"share": 0.9}, {"alone": 0.9}, {"alone_share": 0.9}])
def test_what_the_reader_and_retrieval_say_counts(better):
    found = Found((hit(ARTICLE),), NAMES)
    one, _ = candidates("date", found, [reading(ARTICLE, "19 июня", "2000")], {"a.txt": ARTICLE}.get)
    assert 0 < support(one) < support(replace(one, **better)) < 1
    assert support(one) < support(replace(one, hit=replace(one.hit, score=0.15)))
    stands_out, as_others = ([0.1, 0.02, 0.01], [0.1, 0.1, 0.09])
    weighed = replace(SUPPORT, weights={**SUPPORT.weights, "standing_out": 1.0})
    assert weighed(one, stands_out) > weighed(one, as_others)


def test_a_passage_of_a_file_that_changed_is_no_candidate():
    found = Found((hit(ARTICLE),), ())
    read = [reading(ARTICLE, "19 июня")]
    assert candidates("date", found, read, {}.get) == []
    assert candidates("date", found, read, {"a.txt": replace(ARTICLE, text=TEXT[1:])}.get) == []


def test_a_question_that_names_nothing_is_met_by_every_passage():
    assert named((), TEXT) == 1.0
    assert named((Name("Lavrov"),), TEXT) == 0.0


def test_articles_that_agree_are_cited_together_and_one_article_once():
    other = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 19 June 2024. He left at night.", "Visit", "en")
    articles = {"a.txt": ARTICLE, "b.txt": other}
    found = Found((hit(ARTICLE), hit(other, 2)), NAMES)
    readings = [reading(ARTICLE, "19 июня"), reading(other, "19 June 2024")]
    answer = compose("When did Putin visit Pyongyang?", "en", "date", found, readings, articles.get, SUPPORT, 0.0)
    assert answer.date == date(2024, 6, 19)
    assert answer.text.startswith("June 19, 2024 [1][2]") or answer.text.startswith("19 June 2024 [1][2]")
    assert {citation.article_id for citation in answer.citations} == {"a.txt", "b.txt"}
    for citation in answer.citations:
        assert articles[citation.article_id].text[citation.start : citation.end] == citation.quote


def test_a_place_is_named_as_the_question_would_and_cited_from_every_language():
    korean = Article("a.txt", "0" * 64, "푸틴은 평양에서 김정은을 만났다. 그는 밤에 떠났다.", "회담", "ko")
    chinese = Article("b.txt", "1" * 64, "普京在平壤会见了金正恩。当晚他离开了。", "会谈", "zh")
    found = Found((hit(korean), hit(chinese, 2)), ())
    readings = [reading(korean, "평양"), reading(chinese, "平壤")]
    articles = {"a.txt": korean, "b.txt": chinese}
    answer = compose("Where did they meet?", "en", "other", found, readings, articles.get, SUPPORT, 0.0)
    assert answer.paragraphs == ("Pyongyang (평양) [1][2]",)
    assert (answer.short, len(answer.citations)) == ("평양", 2)


def test_too_little_support_is_an_abstention_with_the_closest_passages():
    found = Found((hit(ARTICLE),), NAMES)
    answer = compose(
        "?", "en", "date", found, [reading(ARTICLE, "19 июня", answerable=0.01)], {"a.txt": ARTICLE}.get, SUPPORT, 0.999
    )
    assert answer.abstained and not answer.citations
    assert answer.closest == found.hits


def test_the_last_of_several_times_is_the_latest_of_about_equal_support():
    earlier = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 19 July 2000. He left at night.", "Visit", "en")
    articles = {"a.txt": ARTICLE, "b.txt": earlier}
    found = Found((hit(earlier), hit(ARTICLE, 2)), NAMES)
    readings = [reading(earlier, "19 July 2000", answerable=0.92), reading(ARTICLE, "19 июня", answerable=0.9)]
    any_time = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0)
    last_time = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0, is_for_latest=True)
    assert (any_time.date, last_time.date) == (date(2000, 7, 19), date(2024, 6, 19))
    unlikely = [readings[0], reading(ARTICLE, "19 июня", answerable=0.05)]
    assert compose("When?", "en", "date", found, unlikely, articles.get, SUPPORT, 0.0, is_for_latest=True).date == date(
        2000, 7, 19
    )


def test_the_last_time_may_stand_in_another_passage_of_the_article_than_the_one_that_was_found_first():
    before, last = "Paul VI came to Jakarta in December 1970.", "Francis landed in Jakarta on 3 September 2024."
    article = Article("b.txt", "1" * 64, f"{last} {before}", "Popes", "en", published=date(2024, 9, 4))
    cut = len(last) + 1
    hits = (
        Hit(1, 0.1, Passage("b.txt", cut, len(article.text), before), "Popes", "en"),
        Hit(2, 0.02, Passage("b.txt", 0, cut, f"{last} "), "Popes", "en"),
    )
    readings = [
        Reading(0.9, (Span(before.index("December"), len(before) - 1, "December 1970", 0.8),)),
        Reading(0.9, (Span(last.index("3 Sep"), len(last) - 1, "3 September 2024", 0.8),)),
    ]
    asked = ("When?", "en", "date", Found(hits, ()), readings, {"b.txt": article}.get, SUPPORT, 0.0)
    assert compose(*asked, is_for_latest=True).date == date(2024, 9, 3)
    assert compose(*asked).date == date(1970, 12, 1)


def test_a_year_that_no_cited_sentence_names_is_marked_as_inferred():
    other = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 19 June 2024. He left at night.", "Visit", "en")
    told = ((ARTICLE, "19 июня"), (other, "19 June 2024"))

    def answer(*told):
        articles = {article.id: article for article, _ in told}
        found = Found(tuple(hit(article, rank) for rank, (article, _) in enumerate(told, 1)), NAMES)
        return compose("?", "en", "date", found, [reading(*one) for one in told], articles.get, SUPPORT, 0.0)

    assert answer(told[0]).year_inferred
    assert not answer(told[1]).year_inferred
    assert not answer(*told).year_inferred  # one of the two sentences names it
    stay = Article("c.txt", "2" * 64, "Putin was in Pyongyang from 18 June to 19 June 2024.", "Visit", "en")
    assert not answer((stay, "18 June")).year_inferred


def test_the_first_of_several_times_is_the_earliest_of_about_equal_support():
    earlier = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 19 July 2000. He left at night.", "Visit", "en")
    vague = Article("c.txt", "2" * 64, "In 2000 Putin came to Pyongyang. He left at night.", "Visit", "en")
    articles = {"a.txt": ARTICLE, "b.txt": earlier, "c.txt": vague}
    found = Found((hit(ARTICLE), hit(earlier, 2), hit(vague, 3)), NAMES)

    def first(*answerable):
        spans = zip((ARTICLE, earlier, vague), ("19 июня", "19 July 2000", "2000"), answerable, strict=True)
        readings = [reading(article, span, answerable=known) for article, span, known in spans]
        answer = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0, is_for_first=True)
        return answer.date, answer.granularity

    assert first(0.92, 0.9, 0.9) == (date(2000, 7, 19), "day")
    assert first(0.92, 0.05, 0.05) == (date(2024, 6, 19), "day")


def test_a_later_time_that_seems_unlikely_beside_the_best_article_is_the_last_all_the_same():
    later = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 14 August 2026. He left at night.", "Visit", "en")
    found = Found((hit(ARTICLE), replace(hit(later, 2), score=0.05)), NAMES)
    readings = [reading(ARTICLE, "19 июня", answerable=0.97), reading(later, "14 August 2026", answerable=0.9)]
    articles = {"a.txt": ARTICLE, "b.txt": later}
    relative = Support({"ahead": 1.0, "answerable": 1.0}, bias=-4.0)
    answer = compose("When?", "en", "date", found, readings, articles.get, relative, 0.1, is_for_latest=True)
    assert answer.paragraphs == ("14 August 2026 [1]", "Before that: 19 June 2024 [2].")


def test_the_times_before_the_last_are_told_with_their_citations():
    earlier = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 19 July 2000. He left at night.", "Visit", "en")
    found = Found((hit(ARTICLE), hit(earlier, 2)), NAMES)
    readings = [reading(ARTICLE, "19 июня", answerable=0.99), reading(earlier, "19 July 2000", answerable=0.98)]
    articles = {"a.txt": ARTICLE, "b.txt": earlier}
    answer = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0, is_for_latest=True)
    assert answer.paragraphs == ("19 June 2024 [1]", "Before that: 19 July 2000 [2].")
    assert [citation.article_id for citation in answer.citations] == ["a.txt", "b.txt"]


def test_articles_that_differ_on_a_day_are_both_cited():
    other = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 18 June 2024. He left at night.", "Visit", "en")
    found = Found((hit(ARTICLE), hit(other, 2)), NAMES)
    readings = [reading(ARTICLE, "19 июня", answerable=0.99), reading(other, "18 June 2024", answerable=0.98)]
    articles = {"a.txt": ARTICLE, "b.txt": other}
    answer = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0)
    assert answer.paragraphs == ("19 June 2024 [1]; 18 June 2024 [2]", "The articles differ.")
    assert (answer.date, answer.granularity) == (date(2024, 6, 19), "day")


def test_an_article_that_would_answer_were_the_other_not_there_contradicts_it():
    other = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 18 June 2024. He left at night.", "Visit", "en")
    third = Article("c.txt", "2" * 64, "Putin slept in Pyongyang on 17 June 2024. He left at night.", "Visit", "en")
    hits = (hit(ARTICLE), replace(hit(other, 2), score=0.05), replace(hit(third, 3), score=0.05))
    articles = {"a.txt": ARTICLE, "b.txt": other, "c.txt": third}
    readings = [
        reading(ARTICLE, "19 июня", answerable=0.99),
        reading(other, "18 June 2024", answerable=0.8),
        reading(third, "17 June 2024", answerable=0.1),
    ]
    relative = Support({"behind": -20.0, "ahead": 1.0}, bias=0.0)  # beside the best one, nothing else seems likely
    answer = compose("When?", "en", "date", Found(hits, NAMES), readings, articles.get, relative, 0.1)
    assert answer.paragraphs == ("19 June 2024 [1]; 18 June 2024 [2]", "The articles differ.")


def test_all_that_tell_the_other_day_are_cited_for_it():
    told = ("Putin landed in Pyongyang on 18 June 2024.", "Путин прилетел в Пхеньян 18 июня 2024 года.")
    others = [Article("b.txt", "1" * 64, told[0], "Visit", "en"), Article("c.txt", "2" * 64, told[1], "Visit", "ru")]
    hits = (hit(ARTICLE), *(replace(hit(one, rank), score=0.05) for rank, one in enumerate(others, 2)))
    articles = {one.id: one for one in (ARTICLE, *others)}
    readings = [
        reading(ARTICLE, "19 июня", answerable=0.99),
        reading(others[0], "18 June 2024", answerable=0.8),
        reading(others[1], "18 июня 2024 года", answerable=0.7),
    ]
    relative = Support({"behind": -60.0, "answerable": 1.0}, bias=0.0)
    answer = compose("When?", "en", "date", Found(hits, NAMES), readings, articles.get, relative, 0.1)
    assert answer.paragraphs == ("19 June 2024 [1]; 18 June 2024 [2][3]", "The articles differ.")


def test_an_article_that_agrees_elsewhere_does_not_contradict():
    text = "Putin landed in Pyongyang on 19 June 2024. Putin left Pyongyang on 20 June 2024."
    other = Article("b.txt", "1" * 64, text, "Visit", "en")
    cut = text.index("Putin left")
    hits = (
        hit(ARTICLE),
        Hit(2, 0.1, Passage("b.txt", 0, cut, text[:cut]), "Visit", "en"),
        Hit(3, 0.1, Passage("b.txt", cut, len(text), text[cut:]), "Visit", "en"),
    )
    day = text[cut:].index("20 June")
    readings = [
        reading(ARTICLE, "19 июня", answerable=0.99),
        reading(other, "19 June 2024", answerable=0.98),
        Reading(0.98, (Span(day, day + 12, "20 June 2024", 0.9),)),
    ]
    articles = {"a.txt": ARTICLE, "b.txt": other}
    asked = ("When?", "en", "date", Found(hits, NAMES), readings, articles.get, SUPPORT, 0.0)
    assert compose(*asked).paragraphs == ("19 June 2024 [1][2]",)


def test_another_event_near_it_does_not_contradict():
    text = "After the visit of Putin the festival was held. It began on 13 July 2024."
    other = Article("b.txt", "1" * 64, text, "Festival", "en")
    found = Found((hit(ARTICLE), hit(other, 2)), NAMES)
    readings = [reading(ARTICLE, "19 июня", answerable=0.99), reading(other, "13 July 2024", answerable=0.98)]
    articles = {"a.txt": ARTICLE, "b.txt": other}
    asked = ("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0)
    assert compose(*asked).paragraphs == ("19 June 2024 [1]",)


def test_another_event_of_the_same_article_is_not_the_last():
    came, festival = "Putin came to Pyongyang on 18 June 2024. ", "A summer festival opened on 13 July 2024."
    article = Article("b.txt", "1" * 64, came + festival, "Week", "en", published=date(2024, 7, 14))
    cut = len(came)
    hits = (
        Hit(1, 0.1, Passage("b.txt", 0, cut, came), "Week", "en"),
        Hit(2, 0.05, Passage("b.txt", cut, len(article.text), festival), "Week", "en"),
    )
    readings = [
        Reading(0.7, (Span(came.index("18 June"), len(came) - 2, "18 June 2024", 0.6),)),
        Reading(0.9, (Span(festival.index("13 July"), len(festival) - 1, "13 July 2024", 0.8),)),
    ]
    asked = ("When?", "en", "date", Found(hits, NAMES), readings, {"b.txt": article}.get, SUPPORT, 0.0)
    assert compose(*asked, is_for_latest=True).date == date(2024, 6, 18)


def test_a_later_time_of_somebody_else_is_not_the_last():
    text = "Putin sent his thanks. Before that Shoigu had been in Pyongyang on 4 June 2025."
    other = Article("b.txt", "1" * 64, text, "Envoys", "en")
    found = Found((hit(ARTICLE), hit(other, 2)), NAMES)
    readings = [reading(ARTICLE, "19 июня", answerable=0.99), reading(other, "4 June 2025", answerable=0.98)]
    articles = {"a.txt": ARTICLE, "b.txt": other}
    answer = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0, is_for_latest=True)
    assert (answer.date, len(answer.citations)) == (date(2024, 6, 19), 1)


def test_the_date_of_writing_is_no_date_of_an_event():
    text = "PYONGYANG, 20 June 2024 (KCNA) -- Putin landed in Pyongyang yesterday. He left at night."
    article = Article("c.txt", "2" * 64, text, "Visit", "en", published=date(2024, 6, 20))
    found = Found((hit(article),), NAMES)
    readings = [reading(article, "20 June 2024", "yesterday")]
    answer = compose("When?", "en", "date", found, readings, {"c.txt": article}.get, SUPPORT, 0.0)
    assert answer.date == date(2024, 6, 19)


def test_a_sentence_that_does_not_name_whom_the_question_names_is_no_time_before():
    text = "Putin has often sent others. A governor landed in Pyongyang on 19 July 2000."
    other = Article("b.txt", "1" * 64, text, "Visit", "en")
    found = Found((hit(ARTICLE), hit(other, 2)), NAMES)
    readings = [reading(ARTICLE, "19 июня", answerable=0.99), reading(other, "19 July 2000", answerable=0.98)]
    articles = {"a.txt": ARTICLE, "b.txt": other}
    answer = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0, is_for_latest=True)
    assert answer.paragraphs == ("19 June 2024 [1]",)


def test_the_last_time_is_the_last_as_of_the_newest_article():
    found = Found((hit(ARTICLE),), NAMES)
    answer = compose(
        *("When?", "en", "date", found, [reading(ARTICLE, "19 июня", answerable=0.99)]),
        *({"a.txt": ARTICLE}.get, SUPPORT, 0.0),
        is_for_latest=True,
        newest=date(2025, 1, 2),
    )
    assert answer.paragraphs[-1] == "Newest article: 2 January 2025."


def test_a_date_outside_of_the_time_that_the_question_names_counts_less():
    found = Found((hit(ARTICLE),), NAMES)
    readings = [reading(ARTICLE, "19 июня", "2000", answerable=0.99)]
    before = Period(date.min, date(2023, 12, 31))
    answer = compose("?", "en", "date", found, readings, {"a.txt": ARTICLE}.get, SUPPORT, 0.0, period=before)
    assert (answer.date, answer.granularity) == (date(2000, 1, 1), "year")


def test_a_span_that_is_a_date_answers_when_whatever_the_question_seemed_to_ask():
    found = Found((hit(ARTICLE),), NAMES)
    day, who = candidates("other", found, [reading(ARTICLE, "19 июня", "Ким Чен Ын")], {"a.txt": ARTICLE}.get)
    assert day.mention.value == date(2024, 6, 19) and day.fits
    assert who.mention is None and who.fits


def test_what_is_said_of_another_place_gives_way_to_what_is_said_of_the_one_that_is_named():
    beijing = Article("b.txt", "1" * 64, "Xi received his guest in Beijing on 16 May 2024.", "Visit", "en")
    articles = {"a.txt": ARTICLE, "b.txt": beijing}
    found = Found((hit(beijing), hit(ARTICLE, 2)), NAMES)
    readings = [reading(beijing, "16 May 2024", answerable=0.98), reading(ARTICLE, "19 июня", answerable=0.95)]
    weak = Support({"retrieved": 24.0, "answerable": 0.4}, bias=-4.0)  # names count nothing for it
    answer = compose("When?", "en", "date", found, readings, articles.get, weak, 0.0)
    assert answer.date == date(2024, 6, 19)
    elsewhere = Found((hit(beijing),), NAMES)
    assert compose("When?", "en", "date", elsewhere, readings[:1], articles.get, weak, 0.0).date == date(2024, 5, 16)


def test_what_is_only_planned_is_no_last_time():
    planned = Article("b.txt", "1" * 64, "Putin will be in Pyongyang on 1 July 2025.", "Plan", "en", date(2025, 6, 1))
    found = Found((hit(planned), hit(ARTICLE, 2)), NAMES)
    readings = [reading(planned, "1 July 2025", answerable=0.99), reading(ARTICLE, "19 июня", answerable=0.4)]
    articles = {"a.txt": ARTICLE, "b.txt": planned}
    answer = compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0, is_for_latest=True)
    assert answer.date == date(2024, 6, 19)
    alone = Found((hit(planned),), NAMES)
    assert compose("When?", "en", "date", alone, readings[:1], articles.get, SUPPORT, 0.0, is_for_latest=True).abstained


def test_times_that_lie_far_apart_do_not_contradict_each_other():
    other = Article("b.txt", "1" * 64, "Putin landed in Pyongyang on 19 July 2000. He left at night.", "Visit", "en")
    found = Found((hit(ARTICLE), hit(other, 2)), NAMES)
    readings = [reading(ARTICLE, "19 июня", answerable=0.99), reading(other, "19 July 2000", answerable=0.98)]
    articles = {"a.txt": ARTICLE, "b.txt": other}
    assert compose("When?", "en", "date", found, readings, articles.get, SUPPORT, 0.0).paragraphs == (
        "19 June 2024 [1]",
    )


def test_the_last_one_who_is_no_date():
    text = "Pope Francis went to Iraq. He was there until 8 March 2021, it was said on Monday."
    article = Article("b.txt", "1" * 64, text, "Visit", "en", date(2021, 3, 10))
    readings = [reading(article, "Pope Francis", "8 March 2021", "it was said on Monday")]
    found = Found((hit(article),), ())
    answer = compose("Who was last?", "en", "other", found, readings, {"b.txt": article}.get, SUPPORT, 0.0, True)
    assert (answer.short, answer.date) == ("Pope Francis", None)
    told = candidates("other", found, readings, {"b.txt": article}.get)
    assert next(one for one in told if one.text == "it was said on Monday").mention is None


def test_less_is_thought_of_passages_that_name_nothing_of_what_the_archive_names_elsewhere():
    about_another = Article("b.txt", "1" * 64, "Трамп прилетел 29 октября 2025 года.", "Визит", "ru")
    asked = ("When did Putin visit Pyongyang?", "en", "date")

    def confidence(known: float) -> float:
        found, read = Found((hit(about_another),), NAMES, known), [reading(about_another, "29 октября 2025 года")]
        return compose(*asked, found, read, {"b.txt": about_another}.get, SUPPORT, 0.0).confidence

    assert confidence(known=1.0) < 0.5 * confidence(known=0.0)  # of no name at all the spelling may be unknown


def test_what_may_not_be_cited_is_not_among_the_closest():
    other = Article("b.txt", "1" * 64, "Nothing of it.", "Other", "en")
    found = Found((hit(ARTICLE), hit(other, 2)), NAMES)
    read = [Reading(0.0, ()), Reading(0.0, ())]
    answer = compose("When?", "en", "date", found, read, {"b.txt": other}.get, SUPPORT, 0.5)
    assert answer.abstained
    assert [closest.passage.article_id for closest in answer.closest] == ["b.txt"]
