"""What an evaluation is made of: passages to find, questions to find them with, and which answers which."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rag.errors import RagError
from rag.ingest.language import detect, primary
from rag.types import Article


@dataclass(frozen=True, slots=True)
class Version:
    """A passage of a data set, made an article. Its translations have the same ``key``."""

    article: Article
    key: str
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Key of a question that it answers -> the words that do, as they stand here (any of them is right)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the keys of the passages that answer it, each with its grade (above 0); none: nothing does.

    Its translations have the same ``key``; its ``id`` is its own.
    """

    id: str
    key: str
    lang: str
    text: str
    relevant: Mapping[str, int]
    day: str = ""
    """The date that is the answer, where one is: an ISO day, month or year."""
    answers: tuple[str, ...] = ()
    """The words that answer, where the data say them of an archive of its own (any of them is right)."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """``versions`` is empty where the passages are an archive of their own."""

    versions: tuple[Version, ...]
    questions: tuple[Question, ...]
    unanswerable: tuple[Question, ...] = ()
    """Questions that, as the data say, nothing answers."""

    @property
    def with_unanswerable(self) -> Dataset:
        """Those among the questions."""
        return Dataset(self.versions, (*self.questions, *self.unanswerable))


def version(
    article_id: str,
    text: str,
    lang: str | None,
    title: str = "",
    key: str | None = None,
    answers: Mapping[str, tuple[str, ...]] | None = None,
) -> Version:
    """A passage as an article; its language is detected where it is not known."""
    sha256 = hashlib.sha256(f"{title}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return Version(Article(article_id, sha256, text, title, lang or detect(text)), key or article_id, answers or {})


def merged(datasets: Iterable[Dataset]) -> Dataset:
    """All of them as one.

    Raises:
        RagError: two passages or two questions have one id.
    """
    parts = list(datasets)
    versions = tuple(version for part in parts for version in part.versions)
    questions = tuple(question for part in parts for question in part.questions)
    unanswerable = tuple(question for part in parts for question in part.unanswerable)
    for what, ids in (
        ("passages", [version.article.id for version in versions]),
        ("questions", [question.id for question in (*questions, *unanswerable)]),
    ):
        twice = [one for one, count in Counter(ids).items() if count > 1]
        if twice:
            raise RagError(
                f"{len(twice)} {what} are given more than once, the first is {twice[0]!r}. "
                "Give each file once, and files of the same name other names."
            )
    return Dataset(versions, questions, unanswerable)


def limited(dataset: Dataset, limit: int | None, seed: int) -> Dataset:
    """At most ``limit`` questions of each language, the same ones in every language; all passages stay."""
    if limit is None:
        return dataset
    drawn: dict[str, list[Question]] = {}
    for question in sorted(dataset.questions, key=lambda question: (lot(question.key, seed), question.id)):
        drawn.setdefault(question.lang, []).append(question)
    kept = {question.id for questions in drawn.values() for question in questions[:limit]}
    return Dataset(dataset.versions, tuple(question for question in dataset.questions if question.id in kept))


def narrowed(dataset: Dataset, asked_in: str | None, answered_in: str | None) -> Dataset:
    """Only the questions of one language and the passages of another; None: all of them.

    Raises:
        RagError: none is left.
    """
    questions = tuple(one for one in dataset.questions if asked_in in (None, primary(one.lang)))
    versions = tuple(one for one in dataset.versions if answered_in in (None, primary(one.article.lang)))
    if not questions or (dataset.versions and not versions):
        raise RagError(
            f"The data have no questions in {asked_in or 'any language'}, or no passages in "
            f"{answered_in or 'any language'}. Give files of those languages, or other codes such as en or zh."
        )
    return Dataset(versions, questions)


def joined_by(dataset: Dataset, distractors: Dataset) -> Dataset:
    """The passages of ``distractors``, too, as ones that answer nothing; none of its questions."""
    joined = (
        Version(replace(one.article, id=f"distractors/{one.article.id}"), f"distractors/{one.key}")
        for one in distractors.versions
    )
    return Dataset((*dataset.versions, *joined), dataset.questions)


def lot(key: str, seed: int) -> str:
    """What a draw sorts by: the same for the same key, whatever else is drawn from."""
    return hashlib.sha256(f"{seed}:{key}".encode("utf-8", "surrogatepass")).hexdigest()
