"""What every way of finding passages offers."""

from __future__ import annotations

from typing import Protocol

from rag.types import Filters, Hit


class Retriever(Protocol):
    """Finds passages for a query. Same index, same query: same hits in the same order."""

    def retrieve(self, query: str, k: int, filters: Filters = ...) -> list[Hit]:
        """At most ``k`` hits, best first, ``rank`` from 1."""
        ...
