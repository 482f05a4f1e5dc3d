"""JSON Lines of questions: each with the passage that answers it, or with the ids of the articles that do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rag.errors import RagError
from rag.evaluate.dataset import Dataset, Question, Version, version
from rag.evaluate.files import bare_name, field, records
from rag.ingest.language import detect


def with_contexts(path: Path) -> Dataset:
    """``{"id", "lang", "question", "context", "answers"}``: the passages are the distinct contexts.

    A question without answers is left out; its context stays, as one more passage that answers nothing.

    Raises:
        RagError: a line lacks something.
    """
    name = bare_name(path)
    versions: dict[str, Version] = {}
    questions: list[Question] = []
    for place, record in records(path):
        context = field(record, "context", place)
        if context not in versions:
            versions[context] = version(f"{name}/{len(versions)}", context, _lang(record, place))
        if _list(record, "answers", place):
            questions.append(_question(record, name, place, {versions[context].key: 1}))
    return Dataset(tuple(versions.values()), tuple(questions))


def with_articles(path: Path) -> Dataset:
    """``{"id", "question", "lang", "articles"}``: questions about an archive; those without articles are left out.

    Raises:
        RagError: a line lacks something.
    """
    name = bare_name(path)
    questions = [
        _question(record, name, place, dict.fromkeys(map(str, articles), 1))
        for place, record in records(path)
        if (articles := _list(record, "articles", place))
    ]
    return Dataset((), tuple(questions))


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
