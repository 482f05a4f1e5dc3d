"""Answers to made-up questions, evaluated with the real reader over a real index."""

import json
from dataclasses import replace
from datetime import date

import pytest

from rag.answer.reader import Reader
from rag.errors import RagError
from rag.evaluate.answers import report
from rag.evaluate.answers.experiment import Experiment, evaluate
from rag.evaluate.answers.figures import figures
from rag.evaluate.answers.reply import Outcome, Reply, golds_of, judged
from rag.evaluate.data import read
from rag.evaluate.layouts import Layout, plan
from rag.evaluate.removal import chosen, without
from rag.types import Answer, Citation


@pytest.fixture(scope="session")
def reader(remembering):
    return Reader.load(remembering.base)


@pytest.fixture
def run(settings, remembering, reader):
    """Evaluate; every answer is given, however little there is to say for it."""

    def run(*data, threshold=0.0, **more):
        own = settings.model_copy(update={"abstain_below": threshold})
        return evaluate(Experiment(tuple(data), **more), own, lambda *_: None, remembering, reader)

    return run


def test_every_language_is_answered_in_the_words_of_the_passage(parallel, run):
    found = run(*parallel, draws=1)
    everything = found.splits["all"]
    assert (everything.questions, everything.answerable, found.articles) == (12, 12, 6)
    assert set(found.langs) == {"en", "id"}
    assert everything.answered == 1
    assert everything.f1 >= everything.exact
    assert everything.f1 == everything.f1_given > 0.4
    assert everything.cites_gold == everything.citation_precision > 0.6
    assert everything.abstention_precision is None
    assert everything.day is None
    assert found.curve[-1].coverage == 1


def test_the_same_seed_gives_the_same_figures(parallel, run):
    first, second = (run(*parallel, limit=1, seed=3, corrupt=2) for _ in range(2))
    assert (first.curve, first.corruptions) == (second.curve, second.corruptions)


def test_all_abstained_is_nothing_given(parallel, run):
    found = run(parallel[0], layout=Layout.MONO, threshold=1.0, corrupt=5)
    everything = found.splits["all"]
    assert (everything.answered, everything.f1, everything.cites_gold) == (0, 0, 0)
    assert everything.f1_given is everything.citation_precision is None
    assert everything.abstention_precision is everything.abstention_recall is None  # everything has an answer
    assert everything.aurc == run(parallel[0], layout=Layout.MONO).splits["all"].aurc  # of the answers held back, too
    assert found.corruptions["untouched"].tried == 0


def test_removed_passages_are_gone_in_every_language(parallel, run):
    dataset = read(parallel)
    gone = chosen(dataset.questions, 0.3, seed=0)
    assert len(gone) == 2
    for archive in plan(without(dataset, gone), Layout.MIXED, 2, unanswered=True):
        assert len(archive.articles) == 4
        lost = [one for one in archive.asked if not one.relevant]
        assert sorted(one.lang for one in lost) == ["en", "en", "id", "id"]
        assert all(one.question.relevant.keys() <= gone and not one.is_same for one in lost)
    found = run(*parallel, removed=0.3)
    assert (found.splits["all"].questions, found.splits["all"].answerable, found.articles) == (12, 8, 4)
    assert found.splits["all"].abstention_recall == 0
    assert found.splits["same"].questions + found.splits["cross"].questions == 8


def test_some_removed_is_at_least_the_share_and_drawn_by_the_seed(parallel):
    questions = read(parallel).questions
    for share, keys in ((0, 0), (0.01, 1), (1 / 6, 1), (0.5, 3), (1, 6)):
        assert len(chosen(questions, share, seed=1)) == keys
    assert chosen(questions[::-1], 0.5, 1) == chosen(questions, 0.5, 1)
    assert len({chosen(questions, 0.5, seed) for seed in range(10)}) > 3


def test_questions_without_answers_are_unanswerable(lines, run):
    context = "Pada 19 Juni 2024 Ilse Brandt membuka toko roti di Oberau."
    path = lines(
        "mrc.id.jsonl",
        {"id": "1", "lang": "id", "question": "Siapa membuka toko roti di Oberau?", "context": context,
         "answers": [{"text": "Ilse Brandt", "start": 18}]},
        {"id": "2", "lang": "id", "question": "Siapa menutup celah Karvik?", "context": context, "answers": []},
    )  # fmt: skip
    everything = run(path).splits["all"]
    assert (everything.questions, everything.answerable) == (2, 1)
    assert everything.citation_precision == 0.5
    assert everything.exact == 1


@pytest.fixture
def asked(write, lines):
    front = "---\nlang: {}\npublished: 2024-06-20\n---\n{}\n"
    write("brot.txt", front.format("en", "Ilse Brandt opened her bakery in Oberau on 19 June 2024."))
    write("salju.txt", front.format("id", "Salju menutup celah Karvik selama sebelas hari pada bulan Maret."))
    return lines(
        "asked.jsonl",
        {"id": "1", "lang": "en", "question": "When did Ilse Brandt open her bakery?", "articles": ["brot.txt"],
         "answer": "19 June 2024", "date": "2024-06-19"},
        {"id": "2", "lang": "id", "question": "Berapa hari celah Karvik tertutup salju?", "articles": ["salju.txt"],
         "answer": "sebelas hari", "date": None},
        {"id": "3", "lang": "en", "question": "Who sells shoes in Tilburn?", "articles": []},
    )  # fmt: skip


def test_an_archive_of_its_own(asked, settings, run):
    found = run(asked, corpus=settings.corpus_dir, corrupt=9)
    everything = found.splits["all"]
    assert (found.layout, found.articles, everything.questions, everything.answerable) == ("corpus", 2, 3, 2)
    assert everything.day == everything.day_given == 1
    assert everything.cites_gold == 1
    assert everything.exact is everything.f1 is None
    assert found.corruptions["untouched"].refused == 0
    assert found.corruptions["another article"].refused == found.corruptions["another article"].tried > 0

    fewer = run(asked, corpus=settings.corpus_dir, removed=0.5)
    assert (fewer.articles, fewer.splits["all"].answerable) == (1, 1)


def test_a_date_that_is_none_is_named(lines):
    path = lines("a.jsonl", {"id": "1", "lang": "en", "question": "When?", "articles": ["a"], "date": "19/6"})
    with pytest.raises(RagError, match=r"a\.jsonl, line 1.*2024-06-19"):
        read([path], archive=True)


@pytest.mark.parametrize("day", ["2024-06-19", "2024-06", "2024"])
def test_a_date_may_be_a_month_or_a_year(lines, day):
    path = lines(
        "a.jsonl",
        {"id": "1", "lang": "en", "question": "When?", "articles": ["a"], "answers": ["on Monday"], "date": day},
    )
    (question,) = read([path], archive=True).questions
    assert (question.day, question.answers) == (day, ("on Monday",))


def test_a_day_without_hyphens_is_the_same_day(lines):
    path = lines("a.jsonl", {"id": "1", "lang": "en", "question": "When?", "articles": ["a"], "date": "20240619"})
    assert read([path], archive=True).questions[0].day == "2024-06-19"


@pytest.mark.parametrize("day", ["2024-13", "24", "2024-06-31", "0000"])
def test_a_date_that_no_calendar_has_is_named(lines, day):
    path = lines("a.jsonl", {"id": "1", "lang": "en", "question": "When?", "articles": ["a"], "date": day})
    with pytest.raises(RagError, match=r"a\.jsonl, line 1.*2024-06-19"):
        read([path], archive=True)


def test_golds_are_those_of_the_version_in_the_archive(parallel):
    dataset = read(parallel)
    golds = golds_of(dataset)
    for archive in plan(dataset, Layout.MONO):
        asked = next(one for one in archive.asked if one.question.key == "q2")
        (gold,) = asked.relevant
        for short, is_right in (("212 kilometres", archive.name == "en"), ("212 kilometer", archive.name == "id")):
            answer = Answer("?", "en", "", False, short=short)
            outcome = judged(Reply(asked, 1, answer, answer, 1.0), golds)
            assert (outcome.exact, outcome.cites_gold) == (float(is_right), False)
            assert outcome.f1 == outcome.credit == (1.0 if is_right else 0.5)
        citation = Citation(1, gold, "", None, None, archive.name, "x", 0, 1)
        cited = replace(answer, citations=(citation,), date=date(2024, 6, 19))
        assert judged(Reply(asked, 1, cited, cited, 1.0), {}).credit == 1
        dated = replace(asked, question=replace(asked.question, day="2024-06-19"))
        assert judged(Reply(dated, 1, cited, cited, 1.0), {}).has_day is True
        monthly = replace(asked, question=replace(asked.question, day="2024-06", answers=("bulan Juni",)))
        assert judged(Reply(monthly, 1, cited, cited, 1.0), {}).has_day is True
        vague = replace(cited, date=date(2024, 1, 1), granularity="year")
        january = replace(asked, question=replace(asked.question, day="2024-01"))
        assert judged(Reply(january, 1, vague, vague, 1.0), {}).has_day is False  # a year is no month of it
        assert judged(Reply(monthly, 1, cited, cited, 1.0), {}).f1 is None  # of a date, the date counts
        worded = replace(asked, question=replace(asked.question, answers=("212 kilometres", "km")))
        assert judged(Reply(worded, 1, replace(answer, short="km"), answer, 1.0), {}).exact == 1


def outcome(split, is_given, cites_gold=False, f1=None, confidence=0.5):
    return Outcome(1, "en", split, is_given, confidence, cites_gold, f1, f1, None, f1 or 0.0, 1.0)


def test_shares_worked_out_by_hand():
    splits, langs = figures(
        [
            outcome("same", True, True, 1.0),
            outcome("cross", True, False, 0.5),
            outcome("cross", False, False, 0.0),
            outcome(None, True),
            outcome(None, False),
        ]
    )
    found = splits["all"]
    assert list(langs) == ["en"]
    assert (found.questions, found.answerable, found.answered) == (5, 3, pytest.approx(2 / 3))
    assert (found.f1, found.f1_given) == (0.5, 0.75)
    assert (found.citation_precision, found.cites_gold) == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert (found.abstention_precision, found.abstention_recall) == (0.5, 0.5)
    assert found.aurc == pytest.approx(1 - 1.5 / 5)
    assert splits["same"].abstention_precision is splits["same"].abstention_recall is None


def test_command_line(parallel, command_line):
    arguments = ("evaluate", "answers", *map(str, parallel), "--limit", "2", "--removed", "0.4", "--corrupt", "3")
    (found,) = command_line.json(*arguments)
    assert (found["layout"], found["removed"], found["threshold"], found["articles"]) == ("mixed", 0.4, 0.1, 5)
    assert (found["all"]["questions"], found["all"]["answerable"]) == (4, 2)
    assert set(found["languages"]) == {"en", "id"}
    assert found["risk_coverage"][-1]["coverage"] == 1
    assert found["citation_check"]["untouched"]["refused"] == 0
    command_line("evaluate", "answers", *map(str, parallel), "--removed", "2", status=2)


def test_the_report_is_readable(parallel, run, capsys):
    import sys

    found = run(parallel[0], layout=Layout.MONO, removed=0.3, corrupt=2)
    report.show(found, sys.stdout)
    shown = capsys.readouterr().out
    for words in ("F1 given", "abstain R", "AURC", "coverage", "offsets shifted", "mono: 4 articles"):
        assert words in shown
    assert json.loads(json.dumps(report.as_json(found)))["all"]["questions"] == 6
