"""Two words for time that stand side by side and mean one: "أمس الأحد", "昨年12月", "ten years ago today"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rag.ingest.dating.written import calendar_day
from rag.types import Granularity

_JOINTS = ("", " ", "の", "的")
"""What stands between them."""
_ON_THAT_DAY = (*_JOINTS, "ใน", " في ", " في مثل ")
"""The same between a year and today, for the day of that year."""
_COUNTED_FROM = (" से ",)
"""What stands behind today where years are only counted from it: "आज से दस साल पहले"."""
_DAYS = timedelta(days=2)
"""How far back from publication yesterday and the day before are."""


class Read(NamedTuple):
    """A date as it stands at ``start:end``, and the first day of what it means; None where nothing tells the year."""

    start: int
    end: int
    value: date | None
    granularity: Granularity
    year_inferred: bool


def side_by_side(found: Sequence[Read], text: str, reference: date | None) -> list[Read]:
    """``found``, in the order of the text, with those that mean one time together made one.

    Args:
        reference: the day of publication.
    """
    made: list[Read] = []
    for item in found:
        whole = _whole(made[-1], item, text, reference) if made else None
        made[-1:] = [whole] if whole else [*made[-1:], item]
    return made


def _whole(one: Read, other: Read, text: str, reference: date | None) -> Read | None:
    if not (one.value and other.value and one.year_inferred and other.year_inferred):
        return None
    gap = text[one.end : other.start]
    year, finer = (one, other) if one.granularity == "year" else (other, one)
    is_of_a_year = year.granularity == "year" != finer.granularity
    if is_of_a_year and reference and _is_about(finer, reference):
        if gap in _COUNTED_FROM:
            return Read(one.start, other.end, year.value, "year", True)
        day = calendar_day(year.value.year, finer.value.month, finer.value.day)  # type: ignore[union-attr]
        if gap in _ON_THAT_DAY and day:
            return Read(one.start, other.end, day, "day", True)
    if gap not in _JOINTS:
        return None
    same = one.value == other.value and one.granularity == other.granularity
    if same or (is_of_a_year and one.value.year == other.value.year):
        return Read(one.start, other.end, finer.value, finer.granularity, True)
    return None


def _is_about(item: Read, reference: date) -> bool:
    """Whether it is today, or a day or two before it."""
    return item.granularity == "day" and timedelta(0) <= reference - item.value <= _DAYS  # type: ignore[operator]
