"""Which year, or month, a day is of that is written without one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from rag.ingest.dating.written import calendar_day, distance

_SOON = timedelta(days=10)
"""After a day that was just named, the month of a day alone is still that one's."""
_CYCLE = 5
"""Years in which a day of the year falls on a weekday once, at least before the next leap year."""


def choose_year(
    month: int,
    day: int,
    weekday: int | None,
    reference: date | None,
    years: Collection[int],
    today: date,
    spoken_of: date | None = None,
) -> date | None:
    """The day that is meant, None where nothing tells.

    ``weekday`` is the one written beside it (Monday = 0), ``reference`` the day of publication, ``years`` those that
    the text names, ``spoken_of`` the one that was last named before, in the same paragraph, with its month if that was.

    With a reference: the nearest such day to it, of the year before, its own or the next, that agrees with the weekday;
    failing that, one in a year that the text names. Without one: an article is not older than what it reports, mostly
    not much younger, so with a weekday it is the one year that agrees with it, from the latest that the text names on
    and before weekdays come again; a day after today needs its year to be named. Without a weekday only the year spoken
    of can be meant, if it is the latest that the text names and the day does not lie before the month that was named
    with it ("in May 2022 ... on 26 February" is of a later year).
    """
    if reference is not None:
        reach = 4 if (month, day) == (2, 29) else 1
        near = range(reference.year - reach, reference.year + reach + 1)
        for group in (near, sorted(years)):
            days = [value for value in _days(group, month, day) if weekday in (None, value.weekday())]
            if days:
                return min(days, key=lambda value: (distance(value, reference), value))
        return None
    named = [year for year in years if year <= today.year]
    if weekday is None:
        if spoken_of is None or spoken_of.year != max(named, default=0) or (month, day) < (spoken_of.month, 1):
            return None
        return calendar_day(spoken_of.year, month, day)
    if not named:
        return None
    latest = max(named)
    days = [
        value
        for value in _days(range(latest, latest + _CYCLE), month, day)
        if weekday == value.weekday() and (value <= today or value.year in named)
    ]
    return days[0] if days else None


def choose_month(day: int, weekday: int | None, reference: date | None, before: date | None) -> date | None:
    """The day that a number alone means: the nearest one to ``reference``, the day of publication, that agrees with the
    weekday, or one that soon follows ``before``; without a reference the one of the month that the text speaks of,
    ``before``. None where neither is known.
    """
    anchor = reference or before
    if anchor is None:
        return None
    if before and reference and (same := calendar_day(before.year, before.month, day)):
        soon = timedelta(0) <= same - before <= _SOON and same <= reference
        if soon and weekday in (None, same.weekday()):
            return same
    months = (-1, 0, 1) if reference else (0,)
    days = [
        value
        for months_on in months
        if (value := calendar_day(*month_on(anchor, months_on), day)) and weekday in (None, value.weekday())
    ]
    return min(days, key=lambda value: (distance(value, anchor), value), default=None)


def month_on(anchor: date, months_on: int) -> tuple[int, int]:
    """Year and month, so many months on."""
    months = anchor.year * 12 + anchor.month - 1 + months_on
    return months // 12, months % 12 + 1


def _days(years: Collection[int], month: int, day: int) -> Iterator[date]:
    return (value for year in years if (value := calendar_day(year, month, day)) is not None)
