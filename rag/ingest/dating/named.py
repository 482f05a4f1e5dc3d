"""Dates that name their month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rag.ingest.dating.names import key
from rag.ingest.dating.patterns import DatePatterns
from rag.ingest.dating.weekdays import weekday_beside
from rag.ingest.dating.written import WrittenDate, gregorian_year, number

if TYPE_CHECKING:
    import regex


def named_dates(text: str, patterns: DatePatterns) -> Iterator[WrittenDate]:
    """Days and months with their name, with a year or without; ``text`` is folded."""
    for pattern in (patterns.number_first, patterns.name_first):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = _month(groups, patterns)
            year = gregorian_year(groups["y"]) if groups["y"] else None
            if month is None or (groups["y"] and year is None):
                continue
            item = WrittenDate(match.start(), match.end(), year, month, number(groups["d"]) if groups["d"] else None)
            if item.exists and (_alone if year is None else _dated)(match, item, text, patterns):
                yield item


def _month(groups: dict[str, str | None], patterns: DatePatterns) -> int | None:
    if groups["m"]:
        return patterns.names.months.get(key(groups["m"]))
    return patterns.names.month_stems.get(key(groups.get("stem") or ""))


def _dated(match: regex.Match[str], item: WrittenDate, text: str, patterns: DatePatterns) -> bool:
    """Whether this can be a date with its year: "2024 June" only where a language writes so."""
    year_leads = item.day is None and match.start("y") < match.start("m")
    return not year_leads or patterns.names.year_first


def _alone(match: regex.Match[str], item: WrittenDate, text: str, patterns: DatePatterns) -> bool:
    """Whether this can be a date without its year."""
    names, name = patterns.names, match["m"]
    if item.day is None or (match.start("m") < match.start("d") and not names.month_before_day):
        return False
    if name.lower() == name.upper():  # a script without capitals
        return True
    if key(name) in names.capitalised:
        return not name[0].islower()  # "of the 19 may have", "5 march on"
    if key(name) in names.abbreviated:
        return match[0].endswith(".") or weekday_beside(text, item, patterns) is not None  # "won 3 set"
    return True
