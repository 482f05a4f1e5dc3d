"""The noun of training: a question on one passage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A question on one passage; ``start``, ``end`` are characters of ``context``, None where nothing answers."""

    lang: str
    source: str
    question: str
    context: str
    start: int | None = None
    end: int | None = None
    asked_in: str = ""
    """Language of the question, where it is not the passage's."""

    @property
    def answer(self) -> str:
        return "" if self.start is None else self.context[self.start : self.end]
