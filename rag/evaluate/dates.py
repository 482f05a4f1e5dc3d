"""Dates as data sets state them and as answers are compared with them: ISO 8601, to the day, the month or the year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rag.types import Granularity

_WIDTHS: Mapping[Granularity, int] = {"day": 10, "month": 7, "year": 4}
_REST = {4: "-01-01", 7: "-01"}
"""What a year and a month lack of a day, by their width."""


def iso(value: date | None, granularity: Granularity | None) -> str | None:
    """ISO 8601 at a granularity."""
    return value.isoformat()[: _WIDTHS[granularity or "day"]] if value else None


def stated(written: str) -> str:
    """A day, month or year that somebody wrote, as :func:`iso` has it. Raises ValueError for what is none."""
    rest = _REST.get(len(written), "")
    return date.fromisoformat(written + rest).isoformat().removesuffix(rest)
