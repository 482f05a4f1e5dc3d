"""The command line as a user meets it: one process a call, the contract of its JSON, its exit statuses."""

import json

import pytest

ARTICLE = """---
title: {title}
published: {published}
source: The Test Post
lang: en
---
{text}
"""


@pytest.fixture
def archive(write):
    write(
        "bridge.md",
        ARTICLE.format(
            title="New bridge opens in Valdora",
            published="2025-03-14",
            text="The new bridge of Valdora was opened on 12 March 2025 by the mayor, Ilse Brandt.",
        ),
    )
    text = "Sungai Mera meluap pada 3 April 2025 dan merendam 210 rumah."
    write("flood.txt", f"---\ntitle: Banjir di Tanjung Mera\nlang: id\n---\n{text}\n")


def test_index_ask_search_list_show(archive, command_line):
    (report,) = command_line.json("index")
    assert set(report) == {"added", "changed", "deleted", "unchanged", "failed", "passages", "seconds"}
    assert (report["added"], report["failed"], report["passages"]) == (2, [], 2)
    (again,) = command_line.json("index")
    assert (again["added"], again["unchanged"]) == (0, 2)

    (answer,) = command_line.json("ask", "When was the new bridge of Valdora opened?")
    assert set(answer) == {
        "id", "question", "lang", "answer", "short_answer", "abstained", "mode", "citations", "answer_date", "seconds",
        "confidence", "answer_date_granularity", "answer_year_inferred",
    }  # fmt: skip
    assert answer["lang"] == "en"
    assert not answer["abstained"]
    assert answer["mode"] == "extractive"
    assert (answer["answer_date"], answer["answer_year_inferred"]) == ("2025-03-12", False)
    assert 0.2 <= answer["confidence"] <= 1
    assert answer["answer"].startswith("12 March 2025 [1]")
    (citation,) = answer["citations"]
    assert set(citation) == {"n", "article_id", "title", "source", "published", "lang", "quote", "start", "end"}
    assert (citation["n"], citation["article_id"], citation["source"]) == (1, "bridge.md", "The Test Post")

    (article,) = command_line.json("show", "bridge.md")
    assert article["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert answer["short_answer"] in citation["quote"]

    (found,) = command_line.json("search", "banjir", "-k", "1")
    assert set(found) == {"id", "question", "hits"}
    assert set(found["hits"][0]) == {
        "rank", "article_id", "passage_id", "score", "title", "published", "lang", "start", "end", "text",
        "copies",
    }  # fmt: skip
    assert (found["hits"][0]["article_id"], found["hits"][0]["rank"]) == ("flood.txt", 1)
    assert [item["article_id"] for item in command_line.json("list")] == ["bridge.md", "flood.txt"]


def test_timeline(archive, write, command_line):
    write("ford.md", "---\ntitle: Jembatan Valdora\nlang: id\n---\nJembatan Valdora roboh pada Februari 2019.\n")
    command_line("index")
    (told,) = command_line.json("timeline", "the bridge of Valdora")
    assert set(told) == {"subject", "events", "seconds"}
    assert told["subject"] == "the bridge of Valdora"
    assert [(event["date"], event["granularity"], event["inferred"]) for event in told["events"]] == [
        ("2019-02-01", "month", False),
        ("2025-03-12", "day", False),
    ]
    for event in told["events"]:
        assert set(event) == {"date", "granularity", "inferred", "citations"}
        (citation,) = event["citations"]
        assert set(citation) == {"n", "article_id", "title", "source", "published", "lang", "quote", "start", "end"}
        (article,) = command_line.json("show", citation["article_id"])
        assert article["text"][citation["start"] : citation["end"]] == citation["quote"]

    (narrowed,) = command_line.json("timeline", "the bridge of Valdora", "--in", "en", "--source", "The Test Post")
    assert [event["date"] for event in narrowed["events"]] == ["2025-03-12"]
    shown = command_line("timeline", "the bridge of Valdora", "--lang", "id", "-k", "5").stdout
    assert shown.index("Februari 2019") < shown.index("12 Maret 2025") < shown.index("bridge.md, characters")
    (nothing,) = command_line.json("timeline", "Osaka rice")
    assert nothing["events"] == []
    assert "The articles don't say." in command_line("timeline", "Osaka rice", "--lang", "en").stdout
    assert "empty" in command_line("timeline", " ", status=1).stderr


def test_batch_answers_in_order(archive, command_line, tmp_path):
    command_line("index")
    batch = tmp_path / "questions.jsonl"
    questions = ["Berapa rumah terendam banjir?", "Who opened the bridge of Valdora?"]
    batch.write_text("".join(json.dumps({"id": str(n), "question": q}) + "\n\n" for n, q in enumerate(questions)))
    answers = command_line.json("ask", "--batch", str(batch))
    assert [(answer["id"], answer["question"]) for answer in answers] == list(enumerate_as_text(questions))
    assert answers[1]["citations"][0]["article_id"] == "bridge.md"
    assert [len(line["hits"]) for line in command_line.json("search", "--batch", str(batch), "-k", "1")] == [1, 1]

    for wrong in ('{"id": 2}', '{"id": 2, "question": " "}'):
        batch.write_text('{"id": 1, "question": "ok?"}\n' + wrong + "\n")
        failed = command_line("ask", "--batch", str(batch), "--json", status=1)
        assert "line 2" in failed.stderr
        assert not failed.stdout  # nothing is answered of a file that cannot be
        assert "Traceback" not in failed.stderr


def enumerate_as_text(questions):
    return ((str(number), question) for number, question in enumerate(questions))


def test_filters(archive, command_line):
    command_line("index")

    def found(*options):
        (result,) = command_line.json("search", "Valdora bridge", *options)
        return {hit["article_id"] for hit in result["hits"]}

    assert found("--in", "id") == {"flood.txt"}
    assert found("--after", "2025-03-14", "--before", "2025-03-14") == {"bridge.md"}
    assert found("--before", "2020-01-01") == set()
    assert "tag" in command_line("search", "bridge", "--in", "Indonesian", status=2).stderr
    (answer,) = command_line.json("ask", "Who is the king of Norland?", "--in", "id")
    assert "Articles searched: 1; languages: 1." in answer["answer"] and "newest" not in answer["answer"]


def test_changed_and_deleted_files_are_not_cited(archive, write, settings, command_line):
    command_line("index")
    question = "When was the new bridge of Valdora opened?"
    write("bridge.md", "Something else stands here now.")
    (answer,) = command_line.json("ask", question)
    assert "bridge.md" not in [citation["article_id"] for citation in answer["citations"]]
    (settings.corpus_dir / "bridge.md").unlink()
    (answer,) = command_line.json("ask", question)
    assert "bridge.md" not in [citation["article_id"] for citation in answer["citations"]]
    assert answer["abstained"] and "changed or disappeared since they were indexed: 1" in answer["answer"]
    settings.corpus_dir.rename(settings.corpus_dir.with_name("elsewhere"))
    gone = command_line("ask", question, status=1).stderr
    assert str(settings.corpus_dir) in gone and "is gone" in gone


def test_errors_are_sentences_and_statuses(command_line, archive, settings):
    missing = command_line("ask", "Anything?", status=1)
    assert "python -m rag index" in missing.stderr
    assert missing.stdout == ""
    assert "does not exist" in command_line("index", str(settings.corpus_dir / "typo"), status=1).stderr
    command_line("index")
    assert "empty" in command_line("ask", " \n ", status=1).stderr
    assert "python -m rag list" in command_line("show", "no/such.txt", status=1).stderr
    command_line("ask", status=2)
    for wrong in (["--after", "2024-13-45"], ["--after", ""], ["--after", "2025-01-01", "--before", "2020-01-01"]):
        command_line("ask", "a", *wrong, status=2)
    command_line("nonsense", status=2)
    for result in (missing,):
        assert "Traceback" not in result.stderr


def test_a_reader_that_has_seen_enough_is_no_error(write, command_line):
    write("long.txt", "The bridge was opened on 12 March 2025.\n\n" * 500)
    command_line("index")
    # What is held back until the end, what is written at once, and what Typer itself writes.
    for command in (["list"], ["show", "long.txt"], ["--help"]):
        process = command_line.start(*command)
        process.stdout.close()
        with process.stderr:
            assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 0, command


def test_help_names_every_command_and_option(command_line):
    for name in ("ask", "timeline", "search", "index", "list", "show", "doctor"):
        assert name in command_line("--help").stdout
    shown = command_line("ask", "--help").stdout
    for option in ("--json", "--batch", "--lang", "--after", "--before", "--in"):
        assert option in shown


def test_no_colours_without_a_terminal(archive, command_line):
    done = command_line("index")
    assert "\x1b" not in done.stdout + done.stderr
    assert "indexed 2/2 articles" in done.stderr


def test_doctor(archive, command_line):
    assert "FAIL index" in command_line("doctor", status=1).stdout
    command_line("index")
    assert "each found by its own vector" in command_line("doctor").stdout
