"""JSON Lines of questions: each with the passage that answers it, or with the ids of the articles that do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rag.errors import RagError
from rag.evaluate.dataset import Dataset, Question, Version, version
from rag.evaluate.dates import stated
from rag.evaluate.files import bare_name, field, records, texts
from rag.ingest.language import detect


def with_contexts(path: Path) -> Dataset:
    """``{"id", "lang", "question", "context", "answers"}``: the passages are the distinct contexts.

    A question without answers is unanswerable: its context does not answer it either.

    Raises:
        RagError: a line lacks something.
    """
    name = bare_name(path)
    keys: dict[str, str] = {}
    golds: dict[str, dict[str, tuple[str, ...]]] = {}
    langs: dict[str, str | None] = {}
    questions: list[Question] = []
    for place, record in records(path):
        context = field(record, "context", place)
        key = keys.setdefault(context, f"{name}/{len(keys)}")
        langs.setdefault(key, _lang(record, place))
        answers = _list(record, "answers", place)
        questions.append(_question(record, name, place, {key: 1} if answers else {}))
        golds.setdefault(key, {})[questions[-1].key] = texts(answers)
    versions = [version(key, text, langs[key], answers=golds[key]) for text, key in keys.items()]
    return _dataset(versions, questions)


def with_articles(path: Path) -> Dataset:
    """``{"id", "question", "lang", "articles", "answers", "date"}``: questions about an archive; without articles,
    unanswerable.

    ``answers``, a list of the articles' words that answer, and ``date``, an ISO day, month or year that does, may be
    missing.

    Raises:
        RagError: a line lacks something.
    """
    name = bare_name(path)
    questions = []
    for place, record in records(path):
        articles = _list(record, "articles", place)
        question = _question(record, name, place, dict.fromkeys(map(str, articles), 1))
        answers = texts(_list(record, "answers", place)) if record.get("answers") else ()
        questions.append(replace(question, day=_day(record, place), answers=answers))
    return _dataset([], questions)


def _dataset(versions: Sequence[Version], questions: Sequence[Question]) -> Dataset:
    return Dataset(
        tuple(versions),
        tuple(question for question in questions if question.relevant),
        tuple(question for question in questions if not question.relevant),
    )


def _day(record: dict[str, Any], place: str) -> str:
    if not record.get("date"):
        return ""
    try:
        return stated(field(record, "date", place))
    except ValueError as error:
        raise RagError(
            f'{place}: the "date" is no day, month or year ({error}). Write it as 2024-06-19, or leave it out.'
        ) from error


def _question(record: dict[str, Any], name: str, place: str, relevant: dict[str, int]) -> Question:
    text, own = field(record, "question", place), f"{name}/{field(record, 'id', place)}"
    return Question(own, own, _lang(record, place) or detect(text), text, relevant)


def _lang(record: dict[str, Any], place: str) -> str | None:
    return field(record, "lang", place) if record.get("lang") else None


def _list(record: dict[str, Any], name: str, place: str) -> list[Any]:
    value = record.get(name)
    if not isinstance(value, list):
        raise RagError(f'{place}: there is no "{name}" list. Add it; an empty one means that nothing answers.')
    return value
