"""Two words for time that stand side by side and mean one: "أمس الأحد", "昨年12月", "August last year"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rag.types import Granularity

_JOINTS = ("", " ", "の", "的")
"""What stands between them."""


class Read(NamedTuple):
    """A date as it stands at ``start:end``, and the first day of what it means; None where nothing tells the year."""

    start: int
    end: int
    value: date | None
    granularity: Granularity
    year_inferred: bool


def side_by_side(found: Sequence[Read], text: str) -> list[Read]:
    """``found``, in the order of the text, with those that mean one time together made one."""
    made: list[Read] = []
    for item in found:
        whole = _whole(made[-1], item, text) if made else None
        made[-1:] = [whole] if whole else [*made[-1:], item]
    return made


def _whole(one: Read, other: Read, text: str) -> Read | None:
    if not (one.value and other.value and one.year_inferred and other.year_inferred):
        return None
    if text[one.end : other.start] not in _JOINTS:
        return None
    year, finer = (one, other) if one.granularity == "year" else (other, one)
    same = one.value == other.value and one.granularity == other.granularity
    parts = one.value.year == other.value.year and year.granularity == "year" != finer.granularity
    return Read(one.start, other.end, finer.value, finer.granularity, True) if same or parts else None
