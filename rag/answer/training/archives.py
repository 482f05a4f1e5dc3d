"""Archives with questions about them, by which evidence for an answer is weighed: stories, and passages of data sets.

Of both, parts that the reader was not trained on are asked about, among others that it was.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.answer.candidates import Candidate
from rag.answer.overlap import f1
from rag.answer.training.example import Example
from rag.answer.training.stories import Passage, Story

_ENOUGH = 0.5
"""F1 of the words from which on an answer is right."""
_FILE = "passages.jsonl"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the id of the article that answers it, and the words that do there; None: nothing answers."""

    text: str
    article: str | None = None
    answer: str = ""

    def is_answered_by(self, candidate: Candidate) -> bool:
        return candidate.article.id == self.article and f1(candidate.text, [self.answer]) >= _ENOUGH


@dataclass(frozen=True, slots=True)
class Archive:
    corpus: Path
    questions: tuple[Question, ...]


def of_stories(asked: Sequence[Story], others: Sequence[Story], corpus: Path) -> Archive:
    """Stories, written to ``corpus``: every passage is an article."""
    passages = {(i, j): one for i, story in enumerate((*asked, *others)) for j, one in enumerate(story.passages)}
    ids = _write(passages, corpus)
    questions = tuple(
        Question(one.text)
        if one.passage is None
        else Question(one.text, ids[i, one.passage], story.passages[one.passage].text[one.start : one.end])
        for i, story in enumerate(asked)
        for one in story.questions
    )
    return Archive(corpus, questions)


def of_examples(asked: Sequence[Example], others: Sequence[Example], corpus: Path) -> Archive:
    """Passages of data sets, written to ``corpus``."""
    passages = {one.context: Passage(one.lang, "", one.context) for one in (*asked, *others)}
    ids = _write(passages, corpus)
    questions = tuple(
        Question(one.question) if one.start is None else Question(one.question, ids[one.context], one.answer)
        for one in asked
    )
    return Archive(corpus, questions)


def drawn(examples: Iterable[Example], most: int) -> list[Example]:
    """At most so many of each language, at random."""
    by_lang: dict[str, list[Example]] = {}
    for example in examples:
        by_lang.setdefault(example.lang, []).append(example)
    rng = random.Random(0)
    return [one for _, many in sorted(by_lang.items()) for one in rng.sample(many, min(most, len(many)))]


def _write(passages: Mapping[Any, Passage], corpus: Path) -> dict[Any, str]:
    """The articles' ids, by the keys of the passages."""
    corpus.mkdir()
    lines = [
        json.dumps({"id": str(i), "title": one.title, "text": one.text, "lang": one.lang}, ensure_ascii=False)
        for i, one in enumerate(passages.values())
    ]
    (corpus / _FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {key: f"{_FILE}#{i}" for i, key in enumerate(passages)}
