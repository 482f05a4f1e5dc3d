"""SQuAD JSON (Rajpurkar et al. 2016, arXiv:1606.05250), alone or in parallel, like XQuAD and MLQA.

Questions of one id in several files are translations of each other, and so are the paragraphs that they are about. A
paragraph without questions is parallel to those at its place in files of the same name but for the language. Titles
are left out: XQuAD's are English in every language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rag.errors import RagError
from rag.evaluate.dataset import Dataset, Question, Version, version
from rag.evaluate.files import FORMATS, bare_name, field, read_text, texts
from rag.ingest.language import detect


class _Paragraph(NamedTuple):
    place: str
    """Where it is in its file: the numbers of its article and of itself."""
    text: str
    questions: dict[str, str]
    """Ids and texts of those that it answers."""
    answers: dict[str, tuple[str, ...]]
    """Ids of those, and the words that answer."""
    unanswerable: dict[str, str]
    """Ids and texts of those that it does not answer, though they are about it."""


def read(paths: Sequence[Path]) -> Dataset:
    """All files together, so that parallel ones are recognised.

    Raises:
        RagError: a file is not SQuAD JSON.
    """
    versions: list[Version] = []
    questions: list[Question] = []
    unanswerable: list[Question] = []
    asked_on: dict[str, str] = {}
    places: dict[tuple[str, str], str] = {}
    for path in paths:
        name, paragraphs = bare_name(path), list(_paragraphs(path))
        dataset, lang = _named(name)
        lang = lang or detect("\n".join(paragraph.text for paragraph in paragraphs))
        for paragraph in paragraphs:
            article_id = f"{name}/{paragraph.place}"
            own = paragraph.questions
            twin = next((asked_on[one] for one in own if one in asked_on), None)
            key = twin or (article_id if own else places.get((dataset, paragraph.place), article_id))
            places.setdefault((dataset, paragraph.place), key)
            asked_on |= dict.fromkeys(own, key)
            versions.append(version(article_id, paragraph.text, lang, key=key, answers=paragraph.answers))
            questions += [Question(f"{name}/{one}", one, lang, text, {key: 1}) for one, text in own.items()]
            unanswerable += [
                Question(f"{name}/{one}", one, lang, text, {}) for one, text in paragraph.unanswerable.items()
            ]
    return Dataset(tuple(versions), tuple(questions), tuple(unanswerable))


def _named(name: str) -> tuple[str, str | None]:
    """``xquad.zh-Hant`` -> ``xquad`` and ``zh-Hant``, if that is a language."""
    from babel import Locale

    dataset, _, tag = name.rpartition(".")
    return (dataset, tag) if dataset and tag.split("-")[0].lower() in Locale("en").languages else (name, None)


def _paragraphs(path: Path) -> Iterator[_Paragraph]:
    try:
        data = json.loads(read_text(path))
    except ValueError as error:
        raise RagError(f"Cannot read {path}: it is neither JSON nor JSON Lines ({error}). {FORMATS}") from error
    if not isinstance(data, dict) or not isinstance(data.get("data"), list):
        raise RagError(f'Cannot read {path}: it is JSON, but not SQuAD\'s: there is no "data" list. {FORMATS}')
    for number, article in enumerate(data["data"]):
        for position, paragraph in enumerate(_list(article, "paragraphs", f"{path}, article {number}")):
            place = f"{path}, article {number}, paragraph {position}"
            found = _Paragraph(f"{number}-{position}", field(paragraph, "context", place), {}, {}, {})
            for question in _list(paragraph, "qas", place):
                own, text = field(question, "id", place), field(question, "question", place)
                if answers := _list(question, "answers", place):
                    found.questions[own], found.answers[own] = text, texts(answers)
                else:
                    found.unanswerable[own] = text
            yield found


def _list(record: Any, name: str, place: str) -> list[Any]:
    value = record.get(name) if isinstance(record, dict) else None
    if not isinstance(value, list):
        raise RagError(f'{place}: there is no "{name}" list. Write it as SQuAD does.')
    return value
