"""Dates of the solar Hijri calendar, by which Iran and Afghanistan count: "۵ مهر ۱۴۰۲", "پنجم مهرماه", "1402/07/05".

What a year or a month of it is in the Gregorian calendar cannot be said by one year or one month: each has parts of
two. Days are read; years and months alone are not, but for the day on which a month begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from rag.ingest.dating.names import key
from rag.ingest.dating.numerals import spelled_days
from rag.ingest.dating.patterns import LETTER, DatePatterns, forms
from rag.ingest.dating.relative import Told
from rag.ingest.dating.weekdays import weekday_beside
from rag.ingest.dating.written import WrittenDate, distance, solar_day
from rag.ingest.language import primary

if TYPE_CHECKING:
    import regex

_LANGUAGES = frozenset({"fa", "ps"})
_IRAN = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_AFGHANISTAN = (
    *("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله"),
    *("میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"),
)
_MONTHS = {key(name): number for names in (_IRAN, _AFGHANISTAN) for number, name in enumerate(names, 1)}
_ALSO_WORDS = frozenset(map(key, (*_AFGHANISTAN, "تیر", "مهر")))
"""Months that are also other things ("3 shots", "5 seals", Assad): they need a year, the day in words, "month" behind
them or a weekday beside."""
_BEHIND = 621
"""Years, from March on, by which it is behind the Gregorian calendar."""
_YEAR = r"(?P<y>1[2-4]\d\d)"
_OF_YEAR = rf"[،,]?[ ](?:سال[ ])?\(?{_YEAR}(?!\d)"
_FIRST = {"اول": 1, "سی ام": 30, "سی‌ام": 30}


def counts_by_it(lang: str) -> bool:
    """Whether news in a language counts by this calendar."""
    return primary(lang) in _LANGUAGES


def solar_dates(text: str) -> Iterator[WrittenDate]:
    """Days with their year, as they are in the Gregorian calendar; ``text`` is folded."""
    for match in _pattern().finditer(text):
        value = solar_day(int(match["y"]), _month(match), _day(match)) if match["y"] else None
        if value:
            yield WrittenDate(match.start(), match.end(), value.year, value.month, value.day)


def solar_months(text: str) -> Iterator[tuple[int, int, date]]:
    """Start, end and first day of the months with their year, also those of a day; ``text`` is folded."""
    for match in _month_pattern().finditer(text):
        if first := solar_day(int(match["y"]), _MONTHS[key(match["m"])], 1):
            yield *match.span(), first


def solar_days(text: str, patterns: DatePatterns, reference: date) -> Iterator[Told]:
    """Days without their year: the nearest to ``reference``, the day of publication, of the weekday that stands beside
    it; ``text`` is folded."""
    year = reference.year - _BEHIND
    for match in _pattern().finditer(text):
        if match["y"]:
            continue
        weekday = weekday_beside(text, WrittenDate(match.start(), match.end(), None), patterns)
        sure = match["called"] or not match["d"].isdigit() or weekday is not None
        if key(match["m"]) in _ALSO_WORDS and not sure:
            continue
        days = (solar_day(y, _month(match), _day(match)) for y in range(year - 2, year + 2))
        fitting = (day for day in days if day and weekday in (None, day.weekday()))
        nearest = min(fitting, key=lambda day: distance(day, reference), default=None)
        if nearest:
            yield Told(match.start(), match.end(), nearest, "day")


def _month(match: regex.Match[str]) -> int:
    return _MONTHS[key(match["m"])] if match["m"] else int(match["n"])


def _day(match: regex.Match[str]) -> int:
    return int(match["d"]) if match["d"].isdigit() else _days()[key(match["d"])]


@cache
def _days() -> dict[str, int]:
    return spelled_days("fa") | {key(word): day for word, day in _FIRST.items()}


@cache
def _pattern() -> regex.Pattern[str]:
    import regex

    words = "|".join(word.replace(r"\-", "[- ]") for word in forms(_days()))
    named = rf"(?P<d>[0-3]?\d|(?<!{LETTER}){words})[ \u200c]{_named_month()}(?:{_OF_YEAR})?"
    figures = rf"{_YEAR}(?P<s>[/-])(?P<n>[01]?\d)(?P=s)(?P<d>[0-3]?\d)"
    return regex.compile(rf"(?<![\d.,/-])(?:{named}|{figures})(?![\d/]|[.,-]\d)")


@cache
def _month_pattern() -> regex.Pattern[str]:
    import regex

    return regex.compile(rf"(?<!{LETTER}){_named_month()}{_OF_YEAR}")


def _named_month() -> str:
    months = "|".join(forms((*_IRAN, *_AFGHANISTAN)))
    return rf"(?P<m>{months})(?P<called>[ \u200c]?ماه)?(?!{LETTER}|\u200c)"
