"""What every way of finding passages offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from rag.retrieve.names import Name
from rag.types import Filters, Hit


@dataclass(frozen=True, slots=True)
class Found:
    """``hits``, best first, and what the question names."""

    hits: tuple[Hit, ...]
    names: tuple[Name, ...] = ()
    known: float = 0.0
    """Share of the names, by weight, that the archive has anywhere."""


class Retriever(Protocol):
    """Finds passages for a question. Same index, same question: same hits in the same order."""

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = ...) -> Found:
        """At most ``k`` hits, best first, ``rank`` from 1. ``lang``: the question's."""
        ...
