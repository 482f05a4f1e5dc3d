"""The year that a text has named before: "16 December of that year", "同年12月", "이듬해 3월"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rag.ingest.dating.relative_words import SAME_YEAR, YEAR_AFTER
from rag.ingest.dating.written import WrittenDate

if TYPE_CHECKING:
    import regex

_REACH = 40  # characters


def year_named(plain: str, start: int, end: int, lang: str, written: Sequence[WrittenDate]) -> int | None:
    """The year of a day or month at ``start:end`` that is called one of "that year" or of "the following year".

    None where it is not, or no year was named before. ``plain`` is folded.
    """
    for pattern, later in ((_beside(lang, False), 0), (_beside(lang, True), 1)):
        if pattern and (
            pattern[0].search(plain, max(0, start - _REACH), start) or pattern[1].match(plain, end, end + _REACH)
        ):
            years = [item.year for item in written if item.end <= start and item.year is not None]
            return years[-1] + later if years else None
    return None


@cache
def _beside(lang: str, after: bool) -> tuple[regex.Pattern[str], regex.Pattern[str]] | None:
    import regex

    words = (YEAR_AFTER if after else SAME_YEAR).get(lang.split("-")[0])
    if words is None:
        return None
    before = regex.compile(rf"(?<!\p{{L}}\p{{L}})(?:{words})[ ,]*\p{{L}}{{0,3}}[ ]?$", regex.IGNORECASE)
    return before, regex.compile(rf"[ ,]*(?:{words})(?!\p{{Ll}})", regex.IGNORECASE)
