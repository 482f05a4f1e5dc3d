"""Questions about time with their gold dates, and what an answer is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from rag.evaluate.dates import iso
from rag.evaluate.files import field, records
from rag.ingest.dates import find_dates
from rag.types import Answer

Outcome = Literal["exact", "stale", "wrong", "abstained", "refused", "invented"]
"""``refused``: rightly not answered; ``invented``: answered though nothing does; ``stale``: another such time."""


@dataclass(frozen=True, slots=True)
class TimeQuestion:
    """``date`` is ISO 8601 at its granularity ("2024-06-19", "2024-06", "2024"); None: the archive does not say, or
    (``dates``) its articles differ."""

    id: str
    question: str
    lang: str
    kind: str
    articles: tuple[str, ...] = ()
    date: str | None = None
    dates: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    split: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    question: TimeQuestion
    outcome: Outcome
    cites: bool
    """Whether an article that answers is cited."""
    complete: bool
    """Whether all days are told on which articles differ."""


def read(paths: Sequence[Path]) -> tuple[TimeQuestion, ...]:
    """Raises RagError: a file cannot be read, or a line of it is no such question; the message names it."""
    return tuple(_question(record, place) for path in paths for place, record in records(path))


def _question(record: dict[str, Any], place: str) -> TimeQuestion:
    def several(name: str) -> tuple[str, ...]:
        return tuple(map(str, record.get(name) or ()))

    return TimeQuestion(
        id=field(record, "id", place),
        question=field(record, "question", place),
        lang=field(record, "lang", place),
        kind=field(record, "kind", place),
        articles=several("articles"),
        date=field(record, "date", place) if record.get("date") else None,
        dates=several("dates"),
        stale=several("stale"),
        split=str(record.get("split", "")),
    )


def judge(question: TimeQuestion, answer: Answer) -> Verdict:
    """A finer answer than the gold one is exact if it lies in it ("19 June 2024" for "June 2024")."""
    told = iso(answer.date, answer.granularity)
    cites = any(citation.article_id in question.articles for citation in answer.citations)
    every = {mention.value.isoformat() for mention in find_dates(answer.paragraphs[0], answer.lang)} if told else set()
    complete = bool(question.dates) and set(question.dates) <= every
    right = (question.date,) if question.date else question.dates
    outcome: Outcome
    if not right:
        outcome = "refused" if answer.abstained or told is None else "invented"
    elif answer.abstained:
        outcome = "abstained"
    elif told and any(told.startswith(gold) for gold in right):
        outcome = "exact"
    elif told and any(told.startswith(old) for old in question.stale):
        outcome = "stale"
    else:
        outcome = "wrong"
    return Verdict(question, outcome, cites, complete)
