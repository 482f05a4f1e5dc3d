"""What an article tells of time, as far as it shows when it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product

from rag.ingest.dates import find_dates, read_dates, weekday_at
from rag.ingest.dating.alone import weekdays_alone
from rag.ingest.dating.names import fold
from rag.ingest.dating.numeric import lone_days
from rag.ingest.dating.patterns import date_patterns
from rag.ingest.dating.solar_hijri import counts_by_it, solar_months
from rag.ingest.dating.to_come import is_following, soonest
from rag.ingest.dating.written import calendar_day
from rag.ingest.language import primary
from rag.types import DateMention

OPENING = 500
"""Characters in which news says when it happened."""
_DAY = timedelta(days=1)
_CALENDAR = 28
"""Years in which every day of the year has fallen on every weekday."""
_TWO_YEARS = date(2001, 12, 31), date(2002, 12, 31)
"""Two days of publication under which a month that is named without a year is of that year: one that is as many years
before both is told from publication ("December last year")."""
_TWO_DAYS = date(2001, 6, 13), date(2001, 6, 14)
"""Two days of publication that are one apart."""
_LONGEST_DATE = 40
"""Characters of a date, which may begin within the opening."""
SENTENCE_END = re.compile(r"[.!?।]\s|[。！？\n]")


@dataclass(frozen=True)
class Day:
    """A day that is written, and all that it can be."""

    mention: DateMention
    values: tuple[date, ...]


@dataclass(frozen=True)
class Chronology:
    """The times that ``text`` tells, whenever it was published."""

    text: str
    lang: str
    today: date
    mentions: tuple[DateMention, ...]
    written: tuple[tuple[int, int], ...]
    """Where dates stand, also those of which nothing tells the year."""
    past: tuple[DateMention, ...]
    """Those that are written out with their year, up to today; of solar Hijri months the first day."""
    implied: tuple[DateMention, ...]
    """Days of the year that is spoken of."""
    to_come: tuple[DateMention, ...]

    @cached_property
    def plain(self) -> str:
        """The text, folded."""
        return fold(self.text)

    @cached_property
    def weekdays(self) -> tuple[tuple[int, int, int], ...]:
        """Start, end and number (Monday = 0) of the weekdays that it names."""
        return tuple(weekdays_alone(self.plain, primary(self.lang), date_patterns(self.lang)))

    @cached_property
    def latest(self) -> date:
        """The beginning of the latest past time, the first day of all where none is told."""
        return max((mention.value for mention in self.past), default=date.min)

    @cached_property
    def years(self) -> Sequence[int]:
        """Those in which it can have been written; none where it names none."""
        if self.past:
            return range(max(self.latest.year, self.today.year - _CALENDAR), self.today.year + 1)
        first = min((mention.value.year for mention in self.to_come), default=None)
        return range(first - 1, min(first, self.today.year) + 1) if first else ()

    @cached_property
    def without_year(self) -> tuple[Day, ...]:
        """The days of its opening that have a month but no year, in all the years that they can be of."""
        if not self.years or not self._lacks_year:
            return ()
        opening = self.text[: OPENING + _LONGEST_DATE]
        lone = {(item.start, item.end) for item in lone_days(fold(opening), primary(self.lang))}
        found: dict[int, dict[date, DateMention]] = {}
        # The nearest such day to the end of a year is of that year or, of one in spring, of the next.
        for year in (self.years[0] - 1, *self.years):
            for mention in find_dates(opening, self.lang, date(year, 12, 31)):
                is_month_known = not self.is_told(mention) and (mention.start, mention.end) not in lone
                is_day = mention.granularity == "day" and mention.start < OPENING
                if is_day and mention.year_inferred and is_month_known:
                    found.setdefault(mention.start, {})[mention.value] = mention
        return tuple(
            Day(days[min(days)], tuple(value for value in sorted(days) if value.year in self.years))
            for _, days in sorted(found.items())
        )

    @property
    def _lacks_year(self) -> bool:
        """Whether a date of the opening has no year of its own."""
        of_year = {(mention.start, mention.end) for mention in self.mentions if not mention.year_inferred}
        return counts_by_it(self.lang) or any(at not in of_year and at[0] < OPENING for at in self.written)

    def agrees(self, day: date) -> bool:
        """Whether all that it tells can have been written on ``day``."""
        if day > self.today or any(mention.value > day for mention in (*self.past, *self.implied)):
            return False
        if any(mention.last < day for mention in self.to_come) or self._looks_back:
            return False
        return not self._names_month_of(day)

    def only(self, days: Sequence[date]) -> date | None:
        """The one of ``days`` that it can mean: of the latest year that it names, or of one to come, failing that of
        any year; None where several years have one."""
        named = {self.latest.year, *(mention.value.year for mention in self.to_come)}
        of_named = [day for day in days if day.year in named]
        return (of_named or days)[0] if len(of_named or days) == 1 else None

    def told_weekdays(self, day: date) -> list[tuple[int, date]]:
        """Where it tells of weekdays without a date, and which days up to ``day``, as that of publication, they are."""
        told, later = self._told(day), self._told(day + _DAY)
        return sorted((start, value) for start, value in told & later if value <= day)

    def tells_yesterday(self, day: date) -> bool:
        """Whether it tells of the day before ``day``, that of publication, as yesterday."""
        told, later = self._told(day), self._told(day + _DAY)
        return any(value == day - _DAY and (start, day) in later for start, value in told)

    def _told(self, day: date) -> set[tuple[int, date]]:
        return {(m.start, m.value) for m in self.read(day) if self.is_told(m)}

    def read(self, day: date) -> Sequence[DateMention]:
        """Its dates, as they are if it was published on ``day``."""
        if day not in self._readings:
            self._readings[day] = find_dates(self.text, self.lang, day)
        return self._readings[day]

    @cached_property
    def _readings(self) -> dict[date, Sequence[DateMention]]:
        return {}

    def is_told(self, mention: DateMention) -> bool:
        """Whether a day is told from that of publication: "yesterday", "on Monday"."""
        is_weekday = any(start < mention.end and mention.start < end for start, end, _ in self.weekdays)
        is_bare = is_weekday and not any(map(str.isnumeric, mention.text))
        return mention.granularity == "day" and (is_bare or mention.start in self._moving)

    @cached_property
    def _moving(self) -> frozenset[int]:
        """Where days stand that are a day later if it was published a day later."""
        one, two = ({m.start: m.value for m in self.read(day) if m.granularity == "day"} for day in _TWO_DAYS)
        return frozenset(start for start, value in two.items() if one.get(start) == value - _DAY)

    def foretells(self, year: int) -> bool:
        """Whether it calls ``year`` the next one."""
        written = [m for m in self.to_come if m.value.year == year]
        pairs = product(self._next_years, written)
        return any(self._are_beside(*sorted(pair, key=lambda m: m.start)) for pair in pairs)

    @cached_property
    def _next_years(self) -> list[DateMention]:
        """Where it speaks of the next year, whichever that is."""
        published = _TWO_DAYS[0]
        told = (m for m in self.read(published) if m.granularity == "year" and m.year_inferred)
        return [m for m in told if m.value.year == published.year + 1]

    def _are_beside(self, one: DateMention, other: DateMention) -> bool:
        """Whether they stand in one sentence."""
        return not SENTENCE_END.search(self.text, one.end, other.start)

    @cached_property
    def _looks_back(self) -> bool:
        """Whether it tells of "the following Monday": news counts from its own day."""
        return any(is_following(self.plain, start, end, primary(self.lang)) for start, end, _ in self.weekdays)

    def _names_month_of(self, day: date) -> bool:
        """Whether it tells with its year of the month of ``day``, or of one that it also tells of as "December last
        year": what is told from its own day is not called by its year as well."""
        told = {calendar_day(day.year - years, month, 1) for years, month in self._told_months}
        return any(m.granularity == "month" and m.value in {*told, day.replace(day=1)} for m in self.past)

    @cached_property
    def _told_months(self) -> set[tuple[int, int]]:
        """Months told from publication, of years before its own: how many years, and which month."""
        one, two = (
            {
                (m.start, published.year - m.value.year, m.value.month)
                for m in self.read(published)
                if m.granularity == "month" and m.year_inferred and m.value.year < published.year
            }
            for published in _TWO_YEARS
        )
        return {(years, month) for _, years, month in one & two}


def chronology(text: str, lang: str, today: date) -> Chronology:
    """The times that a text in ``lang`` tells, read on the day ``today``."""
    mentions, written = read_dates(text, lang, today=today)
    plain = fold(text)
    to_come, past = list[DateMention](), list[DateMention]()
    for mention in mentions:
        (to_come if mention.value > today or is_to_come(mention, plain, lang) else past).append(mention)
    if counts_by_it(lang):  # of what is to come they tell the first day alone
        months = (DateMention(start, end, text[start:end], day, "month") for start, end, day in solar_months(plain))
        past += [month for month in months if month.value <= today and not is_to_come(month, plain, lang)]
    return Chronology(
        text,
        lang,
        today,
        mentions=tuple(mentions),
        written=tuple(written),
        past=tuple(m for m in past if not m.year_inferred),
        implied=tuple(m for m in past if m.year_inferred and weekday_at(text, lang, m) is None),
        to_come=tuple(m for m in to_come if not m.year_inferred),
    )


def is_to_come(mention: DateMention, plain: str, lang: str) -> bool:
    """Whether the clause around a date speaks of the future; ``plain`` is the folded text."""
    return soonest(plain, mention.start, mention.end, primary(lang)) is not None
