"""Retrieval finds what answers, whatever its language, and keeps to filters and order."""

from datetime import date

import numpy as np
import pytest

from rag.assistant import Assistant
from rag.ingest.language import detect
from rag.retrieve.copies import apart, collapsed, earlier, enough
from rag.retrieve.fair import FairRetriever, Weights
from rag.retrieve.lexical import standardised
from rag.types import Filters, Hit, Passage

DAM = (
    "The Kestrel Dam in Norland was closed on 4 May after engineers found a crack. Director Imre Halvorsen said that "
    "repairs would take eight weeks."
)
CHINESE = [
    "市政府周{n}宣布，第{n}号水库的年度检修将按计划进行，附近居民的用水不受影响。",
    "第{n}届春季图书展在市中心开幕，来自各地的出版社参加了展览。",
    "气象台预计，{n}号起当地将有小雨，气温略有下降。",
    "第{n}中学的学生在比赛中获得一等奖，校长向他们表示祝贺。",
]


@pytest.fixture
def assistant(settings):
    made = Assistant(settings)
    yield made
    made.library.close()


def sync(assistant):
    assistant.sync(progress=lambda done, total: None)


def found(assistant, question, k=5, **filters):
    return [hit.passage.article_id for hit in assistant.search(question, k, Filters(**filters), rerank=False)]


def test_evidence_stays_when_articles_in_the_questions_language_join(assistant, write):
    write("dam.txt", f"---\ntitle: Kestrel Dam closed\nlang: en\n---\n{DAM}\n")
    sync(assistant)
    question = "克斯特雷尔大坝因为什么被关闭？"
    assert found(assistant, question) == ["dam.txt"]
    for n in range(40):
        write(f"zh/{n}.txt", f"---\ntitle: 第{n}号新闻\nlang: zh\n---\n{CHINESE[n % 4].format(n=n)}\n")
    sync(assistant)
    assert found(assistant, question)[0] == "dam.txt"


def test_one_sentence_speaks_for_a_passage_about_many_things(assistant, write):
    others = (
        "The choir of Marby sings on Sunday. Wool became dearer in spring. The library has a new roof. "
        "Two bakers share an oven. "
    )
    told = "Rain is falling on the dam. The dam is grey. A dam is a wall. Walls are made of stone. Dams are large."
    write("many.txt", f"---\ntitle: Notes\nlang: en\n---\n{others}The dam was closed because of a crack. {others}\n")
    write("dams.txt", f"---\ntitle: Notes\nlang: en\n---\n{told}\n")
    sync(assistant)
    with assistant.library.reading() as store:
        margins = []
        for weights in (Weights(), Weights(sentences=0)):
            hits = FairRetriever(store, assistant.encoder, weights).retrieve("为什么大坝被关闭？", "zh", 2).hits
            scores = {hit.passage.article_id: hit.score for hit in hits}
            margins.append(scores["many.txt"] - scores["dams.txt"])
    assert margins[0] > 0 and margins[0] > margins[1] + 0.05


@pytest.mark.parametrize(
    "question",
    [
        "Что сказал Халворсен?",
        "할보르센은 뭐라고 말했나?",
        "ماذا قال هالفورسن؟",
        "हाल्वोर्सन ने क्या कहा?",
        "ハルヴォルセン氏は何と言ったか。",
    ],
)
def test_a_name_in_another_script_speaks_for_its_article(assistant, write, question):
    write("dam.txt", f"---\ntitle: Dam closed\nlang: en\n---\n{DAM}\n")
    for n, name in enumerate(("Anna Berg", "Piet Jansen", "Rosa Lima", "Tom Okoro", "Yara Haddad")):
        write(
            f"{n}.txt", f"---\ntitle: Council {n}\nlang: en\n---\n{name} said that the council of Marby would meet.\n"
        )
    sync(assistant)
    with assistant.library.reading() as store:
        lang = detect(question)
        scores = [
            {
                hit.passage.article_id: hit.score
                for hit in FairRetriever(store, assistant.encoder, weights).retrieve(question, lang, 6).hits
            }
            for weights in (Weights(), Weights(names=0))
        ]
    gained = {article: scores[0][article] - scores[1][article] for article in scores[0]}
    assert gained.pop("dam.txt") == pytest.approx(Weights().names, abs=1e-4)
    assert set(gained.values()) == {0.0}


def test_filters_hold_for_passages_found_by_vectors_words_and_names(assistant, write):
    for lang, day in (("en", "2024-05-05"), ("de", "2025-05-05")):
        head = f"---\ntitle: Kestrel\nlang: {lang}\npublished: {day}\nsource: Outlet {lang}\n---\n"
        write(f"{lang}.txt", f"{head}{DAM}\n")
    sync(assistant)
    question = "When was the Kestrel Dam in Norland closed?"
    assert set(found(assistant, question)) == {"en.txt", "de.txt"}
    assert found(assistant, question, langs=("de",)) == ["de.txt"]
    assert found(assistant, question, before=date(2024, 12, 31)) == ["en.txt"]
    assert found(assistant, question, sources=("Outlet de",)) == ["de.txt"]
    assert found(assistant, question, sources=("Nobody",)) == []


def test_the_same_question_gives_the_same_order_and_a_langchain_retriever_the_same_passages(assistant, write):
    for n in range(12):
        write(f"{n}.txt", f"Dam {n}\n\nThe dam number {n} of Norland was closed in May.\n")
    sync(assistant)
    first = assistant.search("Which dam was closed?", 6)
    assert first == assistant.search("Which dam was closed?", 6)
    assert [hit.rank for hit in first] == [1, 2, 3, 4, 5, 6]
    assert [hit.score for hit in first] == sorted((hit.score for hit in first), reverse=True)
    documents = assistant.retriever(k=6).invoke("Which dam was closed?")
    assert [(d.id, d.page_content) for d in documents] == [(hit.passage.id, hit.passage.text) for hit in first]


def test_copies_are_one_hit_that_lists_them(assistant, write):
    for name, end in (("a", ""), ("b", " Agencies contributed."), ("c", "")):
        write(f"{name}.txt", f"---\ntitle: Kestrel Dam closed\nlang: en\n---\n{DAM}{end}\n")
    write("other.txt", "---\ntitle: Harbour\nlang: en\n---\nThe harbour of Marby was closed on 6 May because of ice.\n")
    sync(assistant)
    hits = assistant.search("When was the Kestrel Dam closed?", 5)
    assert len(hits) == 2
    assert {hits[0].passage.article_id, *hits[0].copies} == {"a.txt", "b.txt", "c.txt"}
    assert hits[1].passage.article_id == "other.txt"


def hit(article, score, start=0):
    return Hit(1, score, Passage(article, start, start + 5, "words"), article, "en")


def test_an_article_does_not_fill_the_page():
    ranked = apart([hit("long", 0.5), hit("long", 0.49, 10), hit("long", 0.48, 20), hit("short", 0.47)])
    assert [one.passage.article_id for one in ranked[:2]] == ["long", "short"]
    assert [one.rank for one in ranked] == [1, 2, 3, 4]
    alike = [hit("x", 0.5), hit("x", 0.4, 10)]  # of one article: no copies
    assert collapsed(alike, {one.passage.id: np.ones(1) for one in alike}) == alike


def test_a_book_and_a_syndicated_story_leave_room_for_others(assistant, write):
    head = "---\ntitle: {}\nlang: en\n---\n"
    told = "\n\n".join(
        f"The Kestrel Dam was closed on {day} May. " + "It rained on the dam. " * 20 for day in range(1, 30)
    )
    write("book.txt", head.format("Kestrel Dam closed") + told)
    for n in range(30):
        write(f"copy-{n:02}.txt", head.format("Dam closed") + DAM)
    for n, place in enumerate(("Marby", "Osten", "Lund", "Reval")):
        write(f"{n}.txt", head.format(f"Harbour {n}") + f"The harbour of {place} was closed because of ice.")
    sync(assistant)
    hits = assistant.search("When was the Kestrel Dam in Norland closed?", 8, rerank=False)
    assert {"book.txt", "0.txt", "1.txt", "2.txt", "3.txt"} < {hit.passage.article_id for hit in hits}
    assert sum(len(hit.copies) for hit in hits) == 29


def test_an_archive_without_articles_finds_nothing(assistant, write, settings):
    path = write("only.txt", "The harbour of Marby was closed because of ice.")
    sync(assistant)
    path.unlink()
    assistant.sync(force=True, progress=lambda done, total: None)
    assert found(assistant, "When was the harbour closed?") == []
    assert found(assistant, "When was the harbour closed?", langs=("en",)) == []
    assert assistant.ask("When was the harbour closed?").abstained


def test_earlier_passages_of_an_article_are_counted():
    assert earlier(np.asarray([3, 1, 3, 3, 1, 2])).tolist() == [0, 0, 1, 2, 1, 0]


def test_words_compare_within_a_language_only():
    langs = np.asarray(["", *["en"] * 50, *["zh"] * 50])
    numbers = np.arange(1, 101)
    scores = np.concatenate([np.linspace(5, 9, 50), np.linspace(0, 0.1, 50)]).astype(np.float32)
    scores[[49, 99]] = 40, 8
    _, codes = np.unique(langs, return_inverse=True)
    counts = np.asarray([0.0, 50, 50])
    worth = standardised(numbers, scores, codes, counts)
    assert worth[50] > 0 and worth[100] > 0  # each stands out in its own language
    assert worth[49] == worth[99] == worth[0] == 0
    assert np.allclose(standardised(numbers, 10 * scores, codes, counts), worth, atol=1e-3)
    assert not standardised(np.zeros(0, int), np.zeros(0, np.float32), codes, counts).any()


def test_no_more_passages_are_looked_at_than_are_wanted_unless_there_are_copies():
    a, b, c, d = np.eye(4, dtype=np.float32)
    vectors, articles = np.stack([a, b, c, d, c]), np.asarray([0, 1, 2, 3, 4])
    assert enough(vectors, articles, 2) == 2
    assert enough(vectors, articles, 3) == 5  # the third has a copy further down
    assert enough(vectors, np.asarray([0, 1, 2, 3, 2]), 3) == 3  # passages of one article are no copies


def test_hits_are_the_same_however_many_are_asked_for(assistant, write):
    for n in range(8):
        write(f"n{n}.txt", f"Title {n}\n\n{DAM} " + " ".join(line.format(n=n) for line in CHINESE[: n % 3]))
        write(f"m{n}.txt", f"Mayor {n}\n\nThe mayor of town {n} opened bridge number {n * 7} near the Kestrel Dam.")
    sync(assistant)
    with assistant.library.reading() as store:
        retriever = FairRetriever(store, assistant.encoder)
        many = retriever.retrieve("When was the Kestrel Dam closed?", "en", 9).hits
        for k in (1, 2, 3, 5):
            few = retriever.retrieve("When was the Kestrel Dam closed?", "en", k).hits
            assert [hit.passage.id for hit in few] == [hit.passage.id for hit in many[:k]]
