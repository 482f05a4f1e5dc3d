"""The archives with questions that the evidence is weighed on."""

import json
from dataclasses import replace

from rag.answer.candidates import candidates
from rag.answer.reader import Reading, Span
from rag.answer.support import FEATURES
from rag.answer.training import archives, stories
from rag.answer.training.example import Example
from rag.answer.training.support import Judged, JudgedHit, fit, judged
from rag.retrieve.retriever import Found
from rag.types import Article, Hit, Passage


def test_an_answer_is_right_if_it_is_of_the_article_and_has_about_its_words():
    text = "Anna Kremer opened it."
    article = Article("a.txt", "0" * 64, text, "", "en")
    found = Found((Hit(1, 0.1, Passage("a.txt", 0, len(text), text), "", "en"),), ())
    (who,) = candidates("other", found, [Reading(0.9, (Span(0, 11, "Anna Kremer", 0.8),))], {"a.txt": article}.get)
    assert archives.Question("Who?", "a.txt", "engineer Anna Kremer").is_answered_by(who)
    assert not archives.Question("Who?", "a.txt", "Paul Winter").is_answered_by(who)
    assert not archives.Question("Who?", "b.txt", "Anna Kremer").is_answered_by(who)
    assert not archives.Question("Who?").is_answered_by(who)


def test_candidates_are_judged_by_what_answers(settings, encoder, reader, write):
    write("mosty.txt", "Мост в Карвике открыли 19 июня 2024 года. Его построила инженер Анна Кремер.")
    write("hafen.md", "Der Hafen von Karvik wurde am 3. Mai 2021 geschlossen. Niemand wurde verletzt.")
    opened = archives.Question("When was the bridge in Karvik opened?", "mosty.txt", "19 июня 2024 года")
    cost = archives.Question("What did the bridge in Karvik cost?")
    judgements = [
        list(judged(archives.Archive(settings.corpus_dir, (one,)), reader, settings, encoder)) for one in (opened, cost)
    ]
    spans = [[one for one in found if isinstance(one, Judged)] for found in judgements]
    hits = [[one for one in found if isinstance(one, JudgedHit)] for found in judgements]
    assert all(len(one.features) == len(FEATURES) for many in spans for one in many)
    assert [any(one.right for one in many) for many in spans] == [True, False]
    assert all(one.gold or not one.right for many in spans for one in many)
    assert [sum(one.right for one in many) for many in hits] == [1, 0]
    # The bridge once more without its article: what is left is ahead of the others and wrong.
    alone = [one for one in spans[0] if not one.gold]
    assert len({one.features for one in alone}) > 1
    assert min(one.features[FEATURES.index("behind")] for one in alone) == 0


def test_stories_and_passages_are_written_as_articles(tmp_path):
    told = stories.Story(
        (stories.Passage("en", "Karvik", "A bridge opened."), stories.Passage("ru", "Мост", "Мост открыли в мае.")),
        (stories.Question("en", "When?", 1, 13, 18), stories.Question("en", "Who?", closest=0)),
    )
    archive = archives.of_stories([told], [replace(told, questions=())], tmp_path / "stories")
    when, who = archive.questions
    assert (when.article, when.answer) == ("passages.jsonl#1", "в мае")
    assert who.article is None
    lines = (archive.corpus / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Karvik", "Мост", "Karvik", "Мост"]
    asked = [Example("th", "iapp", "ที่ไหน", "อยู่ที่กรุงเทพ", 7, 14), Example("th", "iapp", "ใคร", "อยู่ที่กรุงเทพ")]
    archive = archives.of_examples(asked, [Example("id", "idk_mrc", "Siapa?", "Tidak ada.")], tmp_path / "passages")
    assert [one.answer for one in archive.questions] == ["กรุงเทพ", ""]
    assert [one.article for one in archive.questions] == ["passages.jsonl#0", None]
    assert len((archive.corpus / "passages.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_some_of_every_language_are_drawn():
    many = [Example(lang, "", str(i), "") for i in range(9) for lang in ("th", "id")] + [Example("ja", "", "0", "")]
    found = archives.drawn(many, 3)
    assert sorted(one.lang for one in found) == ["id", "id", "id", "ja", "th", "th", "th"]
    assert found == archives.drawn(many, 3)
    assert len(set(found)) == 7


def test_what_tells_right_from_wrong_gets_the_weight():
    rows = [(float(i % 2), float(i % 3)) for i in range(60)]
    fitted = fit(("telling", "idle"), rows, [row[0] > 0 for row in rows])
    assert fitted["telling"] > 2 > abs(fitted["idle"])
    assert fitted["bias"] < 0
