"""Questions made unanswerable: the passages that answer them are left out of the archive, in every language."""

from __future__ import annotations

from collections.abc import Sequence

from rag.evaluate.dataset import Dataset, Question, lot


def chosen(questions: Sequence[Question], share: float, seed: int) -> frozenset[str]:
    """Keys of passages without which at least ``share`` of the answerable questions have no answer.

    Questions are drawn one after the other, and all that answers one goes: what is asked about the same passages, in
    any language, has no answer then either.
    """
    answerable = [question for question in questions if question.relevant]
    gone: set[str] = set()
    for question in sorted(answerable, key=lambda question: (lot(f"removed/{question.key}", seed), question.id)):
        if gone.issuperset(question.relevant):
            continue
        lost = sum(gone.issuperset(one.relevant) for one in answerable)
        if lost >= share * len(answerable):
            break
        gone |= question.relevant.keys()
    return frozenset(gone)


def without(dataset: Dataset, keys: frozenset[str]) -> Dataset:
    """The passages of ``keys`` left out; the questions stay."""
    kept = tuple(version for version in dataset.versions if version.key not in keys)
    return Dataset(kept, dataset.questions, dataset.unanswerable)
