"""What the page says about filters, reports and examples."""

import json
from datetime import date
from pathlib import Path

from rag.chat.archive import described
from rag.chat.conversation import Conversation
from rag.chat.examples import EXAMPLES, examples
from rag.chat.shelf import told
from rag.index.sync import SyncReport
from rag.types import Answer, Citation, Filters

HOME = Path(__file__).resolve().parents[2]


def test_filters_in_words():
    assert described(Filters()) == ""
    assert described(Filters(("id", "ru"))) == "in Indonesian, Russian"
    both = Filters(("ko",), date(2024, 1, 2), date(2024, 12, 31))
    assert described(both) == "in Korean published from 2 Jan 2024 until 31 Dec 2024"
    assert described(Filters(before=date(2024, 12, 31))) == "published until 31 Dec 2024"
    events = Filters(("id",), happened_after=date(2024, 6, 1), happened_before=date(2024, 6, 30))
    assert described(events) == "in Indonesian events from 1 Jun 2024 until 30 Jun 2024"


def test_a_report_leaves_out_what_did_not_happen():
    assert told(SyncReport(1, 0, 0, 1200, (), 9, 2.04)) == "Indexed in 2.0 s: 1 added, 1,200 unchanged."
    assert told(SyncReport(0, 0, 0, 0, (), 0, 0.1)) == "Indexed in 0.1 s: nothing to index."


def test_the_examples_are_about_the_shipped_archive_in_several_languages():
    for example in EXAMPLES:
        path, _, record = example.article_id.partition("#")
        assert (HOME / "corpus" / path).is_file()
        assert not record or record in (HOME / "corpus" / path).read_text(encoding="utf-8")
    asked = [
        json.loads(line)
        for file in sorted((HOME / "tests" / "data").glob("corpus_questions_*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    languages = {question["lang"] for question in asked if question["question"] in {e.question for e in EXAMPLES}}
    assert len(languages) == len(EXAMPLES) >= 4


def test_examples_are_offered_only_where_their_article_is():
    assert examples(()) == ()
    assert examples({EXAMPLES[2].article_id}) == (EXAMPLES[2],)


def test_an_extractive_answer_shows_its_quotes_once():
    citation = Citation(1, "a.txt", "A", None, None, "id", "Putin tiba …", 0, 12)
    answer = Answer("q", "en", "19 June 2024 [1]\n“Putin tiba …” [1]", abstained=False, citations=(citation,))
    assert answer.paragraphs == ("19 June 2024 [1]",)
    written = Answer("q", "en", "On 19 June. [1]\n\nHe stayed a day. [2]", abstained=False, mode="llm")
    assert written.paragraphs == ("On 19 June. [1]", "He stayed a day. [2]")


def test_a_question_waits_until_it_is_answered_and_closes_the_article():
    talk = Conversation()
    talk.open_article(Citation(1, "a.txt", "A", None, None, "id", "Putin tiba …", 0, 12), "Source 1")
    talk.ask("When?")
    assert talk.pending == "When?" and talk.opened is None
