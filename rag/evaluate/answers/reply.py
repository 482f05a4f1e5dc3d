"""What the product said to one question, and what it would have said had it been made to answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.answer.overlap import exact, f1
from rag.evaluate.dataset import Dataset
from rag.evaluate.dates import iso
from rag.evaluate.layouts import Asked
from rag.types import Answer

Golds = Mapping[tuple[str, str], tuple[str, ...]]
"""Key of a question and id of an article -> the words that answer it there."""


@dataclass(frozen=True, slots=True)
class Reply:
    """``given`` is the product's answer or abstention; ``forced`` its answer without a threshold."""

    asked: Asked
    draw: int
    given: Answer
    forced: Answer
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """How good one reply is."""

    draw: int
    lang: str
    """The question's."""
    split: str | None
    """``same`` if something answers it in its own language, else ``cross``; None where nothing does."""
    is_given: bool
    confidence: float
    cites_gold: bool
    """Whether the answer given cites an article that answers."""
    exact: float | None
    """None where the data do not say in words what the answer is, or there is none; an abstention counts 0."""
    f1: float | None
    has_day: bool | None
    """Whether the answer given is the day that answers; None where no day does."""
    credit: float
    """What the forced answer is worth, from 0 to 1: its F1, or where there are no words to compare it with, whether it
    cites an article that answers. Where nothing answers, any answer is worth 0."""
    milliseconds: float


def golds_of(dataset: Dataset) -> Golds:
    return {
        (key, version.article.id): answers for version in dataset.versions for key, answers in version.answers.items()
    }


def judged(reply: Reply, golds: Golds) -> Outcome:
    """Judged by the articles that are in the archive: in their language, the words of any of them are right; of a date
    it is the date that counts."""
    asked, given, forced = reply.asked, reply.given, reply.forced
    right = [words for one in asked.relevant for words in golds.get((asked.question.key, one), ())]
    day = asked.question.day if asked.relevant else ""
    if asked.relevant and not day:
        right += asked.question.answers
    short, told = given.short or "", iso(given.date, given.granularity) or ""
    return Outcome(
        draw=reply.draw,
        lang=asked.lang,
        split=("same" if asked.is_same else "cross") if asked.relevant else None,
        is_given=not given.abstained,
        confidence=given.confidence,
        cites_gold=_cites(given, asked),
        exact=float(exact(short, right)) if right else None,
        f1=f1(short, right) if right else None,
        has_day=told.startswith(day) if day else None,
        credit=f1(forced.short or "", right) if right else float(_cites(forced, asked)),
        milliseconds=reply.milliseconds,
    )


def _cites(answer: Answer, asked: Asked) -> bool:
    return any(citation.article_id in asked.relevant for citation in answer.citations)
