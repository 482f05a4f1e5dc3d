"""What an answer to a question about time is worth, and dates in text against marked ones."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rag.errors import RagError
from rag.evaluate.time import expressions
from rag.evaluate.time.questions import TimeQuestion, judge, read
from rag.evaluate.time.report import figures, groups
from rag.types import Answer, Citation

ASKED = TimeQuestion("1", "When?", "en", "last", ("a.txt",), "2024-06", stale=("2000",), split="A")


def answer(day: str | None, granularity: str = "day", text: str = "", cited: str = "a.txt") -> Answer:
    value = date.fromisoformat(day) if day else None
    citation = Citation(1, cited, "T", None, None, "en", "quote", 0, 5)
    return Answer(
        "When?",
        "en",
        f"{text or day} [1]\n“quote” [1]",
        abstained=False,
        date=value,
        granularity=granularity if value else None,  # type: ignore[arg-type]
        citations=(citation,),
    )


ABSTENTION = Answer("When?", "en", "The articles don't say.", abstained=True)


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (answer("2024-06-19"), "exact"),
        (answer("2024-06-01", "month"), "exact"),
        (answer("2024-01-01", "year"), "wrong"),
        (answer("2000-07-01", "month"), "stale"),
        (answer("2011-01-01"), "wrong"),
        (answer(None, text="soon"), "wrong"),
        (ABSTENTION, "abstained"),
    ],
)
def test_a_date_is_exact_if_it_lies_in_the_gold_one(given: Answer, outcome: str) -> None:
    assert judge(ASKED, given).outcome == outcome


def test_what_the_archive_does_not_say_is_to_be_refused() -> None:
    nothing = TimeQuestion("2", "When?", "en", "unanswerable")
    assert judge(nothing, ABSTENTION).outcome == "refused"
    assert judge(nothing, answer("2024-06-19")).outcome == "invented"


def test_any_of_the_days_on_which_articles_differ_is_right_and_both_are_complete() -> None:
    differing = TimeQuestion("3", "When?", "en", "disagreement", ("a.txt",), dates=("2024-06-18", "2024-06-19"))
    one = judge(differing, answer("2024-06-19", text="19 June 2024"))
    both = judge(differing, answer("2024-06-19", text="19 June 2024 [1]; 18 June 2024"))
    assert (one.outcome, one.complete) == ("exact", False)
    assert (both.outcome, both.complete) == ("exact", True)


def test_figures_are_shares_of_the_answerable() -> None:
    verdicts = [judge(ASKED, answer("2024-06-19")), judge(ASKED, answer("2000-07-01", cited="b.txt"))]
    found = figures(groups(verdicts)["part A"])
    assert (found["questions"], found["exact"], found["stale"], found["cited"]) == (2, 0.5, 0.5, 0.5)
    assert found["refused"] is None


def test_a_line_that_is_no_question_is_named(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text('{"id": "1"}\n', encoding="utf-8")
    with pytest.raises(RagError, match=r"q\.jsonl, line 1"):
        read([tmp_path / "q.jsonl"])


def test_dates_in_text_count_in_their_place_only(tmp_path: Path) -> None:
    text = "He came on 19 June 2024 and left yesterday."
    mention = {"start": 11, "end": 23, "text": "19 June 2024", "value": "2024-06-19", "granularity": "day"}
    wrong = mention | {"start": 0, "end": 2}
    rows = [{"lang": "en", "published": "2024-07-01", "text": text, "mentions": [m]} for m in (mention, wrong)]
    (tmp_path / "e.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = expressions.measured(tmp_path / "e.jsonl")["all"]
    assert (found.marked, found.found, found.right) == (2, 4, 1)
    assert (found.precision, found.recall) == (0.25, 0.5)


def test_the_marked_dates_of_seventeen_languages_are_found() -> None:
    found = expressions.measured(Path(__file__).parents[1] / "data" / "time_expressions.jsonl")
    assert len(found) == 18
    assert found["all"].precision >= 0.95 and found["all"].recall >= 0.95
