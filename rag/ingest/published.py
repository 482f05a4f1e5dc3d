"""When an article was published, where only its own text says so."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rag.ingest.chronology import OPENING, SENTENCE_END, Chronology, Day, chronology, is_to_come
from rag.ingest.dateline import WRITTEN_WITHIN, is_sentence, is_span, is_stated, lead_of, place_end
from rag.ingest.dates import find_dates, weekday_at
from rag.ingest.dating.to_come import is_last, soonest
from rag.ingest.language import primary
from rag.types import DateMention

_LEAD = 200
"""Characters in which news says with its year when it happened."""
_FORTNIGHT = timedelta(days=14)
"""Between what is reported with its year and a dateline."""
_NEXT_DAY = timedelta(days=1)
_SOON = timedelta(days=3)
"""After publication: a sentence that tells of such a day as past was written later."""
_BESIDE = 14
"""Characters between a day and its weekday."""
_OF_BEFORE = re.compile(r"(?<!\w)(?:of|от|від|z|vom|du|del|dello|dell'|dal|din|van|av|fra|της|του)\s?$", re.IGNORECASE)
_OF_BEHIND = re.compile(r"\s?(?:の(?!午|朝|夜|夕|未明|昼)|的|의|tarihli|(?:का|के|की)\s)")
"""What makes of a day the name of something that is of it: "the treaty of 19 June 2024"."""


def infer_published(text: str, lang: str, today: date | None = None) -> date | None:
    """The publication date that the text itself shows, None where it shows none: never a guess.

    In this order: a full date (day, month, year) in a dateline or by-line at the head, or on a line of its own at the
    foot; a dateline without its year, if only one year agrees with everything else that the text tells
    (:mod:`rag.ingest.chronology`) and something bears it out; the day of the event with which the opening begins, if
    nothing later is told as past: with its weekday, or with its year behind the name of a place, as news is written on
    or just after its event. Days after ``today`` are never taken.
    """
    told = chronology(text, lang, today or date.today())
    return _stated(told) or _of_dateline(told) or _of_event(told)


def _stated(told: Chronology) -> date | None:
    mentions = [m for m in told.mentions if m.value <= told.today]
    for mention in mentions:
        if mention.granularity != "day" or mention.year_inferred:
            continue
        if is_stated(told.text, told.lang, mention, told.latest) and not is_span(told.text, mention, mentions):
            return mention.value
    return None


def _of_dateline(told: Chronology) -> date | None:
    line = _dateline(told)
    if line is None:
        return None
    return told.only([day for day in line.values if told.agrees(day) and _is_borne_out(told, line, day)])


def _dateline(told: Chronology) -> Day | None:
    """The dateline that has no year."""
    lines = (day for day in told.without_year if is_stated(told.text, told.lang, day.mention, date.max))
    return next(lines, None)


def _is_borne_out(told: Chronology, line: Day, day: date) -> bool:
    """Whether something tells that a dateline is of the year of ``day``: a weekday, what it reports, the next year."""
    if weekday_at(told.text, told.lang, line.mention) is not None:
        return True
    reported = _reported(told, line, day)
    if reported:
        return timedelta(0) <= day - reported[0] <= WRITTEN_WITHIN
    weekday = _weekday_of_lead(told)
    if weekday is not None:
        return weekday == day.weekday()
    soon = any(m.granularity == "day" and day - m.value <= _FORTNIGHT for m in told.past)
    return soon or told.foretells(day.year + 1)


def _weekday_of_lead(told: Chronology) -> int | None:
    lang, (first, last) = primary(told.lang), lead_of(told.text)
    past = (
        weekday
        for start, end, weekday in told.weekdays
        if first <= start < last and soonest(told.plain, start, end, lang) is None
    )
    return next(past, None)


def _reported(told: Chronology, line: Day, published: date) -> list[date]:
    """Days that the opening reports with their weekday."""
    read = find_dates(told.text[:OPENING], told.lang, published)
    return [
        m.value
        for m in read
        if m.granularity == "day"
        and m.start > line.mention.start
        and not told.is_told(m)
        and weekday_at(told.text, told.lang, m) is not None
    ]


def _of_event(told: Chronology) -> date | None:
    event = _event(told)
    if event is None or _is_called_last(told, event.mention):
        return None
    days = [_moved(told, event.mention, value) for value in event.values]
    return told.only([day for day in days if told.agrees(day) and not _is_older(told, event.mention, day)])


def _is_older(told: Chronology, event: DateMention, day: date) -> bool:
    """Whether ``day`` is not that of publication: as the dateline, or what else is told as past, shows."""
    line = _dateline(told)
    datelines = [value for value in line.values if value.year == day.year] if line else []
    other = any(value != day and value <= told.today for value in datelines)
    return other or told.tells_yesterday(day) or _goes_on(told, event, day)


def _goes_on(told: Chronology, event: DateMention, day: date) -> bool:
    """Whether a sentence tells as past of a day soon after ``day``."""
    soon = (m for m in told.read(day) if m.start > event.end and day < m.value <= day + _SOON)
    return any(
        m.granularity == "day"
        and m.year_inferred
        and not told.is_told(m)
        and is_sentence(told.text[m.end :].partition("\n")[0])
        and not is_to_come(m, told.plain, told.lang)
        for m in soon
    )


def _event(told: Chronology) -> Day | None:
    """The day with which the lead begins: the first that has its weekday, or its year in news of a place."""
    start, end = lead_of(told.text)
    of_place = _first_sentence(told.text, place_end(told.text, start, end), end)
    written = [Day(m, (m.value,)) for m in told.past if m.granularity == "day" and m.start < _LEAD]
    days = [
        day
        for day in (*written, *told.without_year)
        if day.mention.start < end
        and (
            weekday_at(told.text, told.lang, day.mention) is not None
            or (day in written and day.mention.start in of_place and not _is_name(told.text, day.mention))
        )
    ]
    return min(days, key=lambda day: day.mention.start, default=None)


def _is_name(text: str, mention: DateMention) -> bool:
    before = text[max(0, mention.start - 8) : mention.start]
    return bool(_OF_BEFORE.search(before) or _OF_BEHIND.match(text, mention.end))


def _first_sentence(text: str, start: int | None, end: int) -> range:
    if start is None:
        return range(0)
    stop = SENTENCE_END.search(text, start, end)
    return range(start, stop.start() if stop else end)


def _is_called_last(told: Chronology, mention: DateMention) -> bool:
    """Whether the weekday beside a day is called the last one: news says so of what is no news."""
    return any(
        is_last(told.plain, start, end, primary(told.lang))
        for start, end, _ in told.weekdays
        if mention.start - _BESIDE <= end and start <= mention.end + _BESIDE
    )


def _moved(told: Chronology, event: DateMention, day: date) -> date:
    """``day``, or the next if the article then tells of its weekday as past: that is no week older."""
    later = day + _NEXT_DAY
    return later if any(start > event.end and value == later for start, value in told.told_weekdays(later)) else day
