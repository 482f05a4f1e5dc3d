"""When an article was published, where only its own text says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from rag.ingest.dates import find_dates, weekday_at
from rag.types import DateMention

_HEAD_LINES = 6
_BYLINE = 120
"""Characters of a line that is no prose."""
_OPENING = 500
"""Characters in which news says when it happened."""
_LEAD = 200
"""Characters in which it says so with the year."""
_OTHER_WORDS = 8
"""Words that a by-line has besides its date: outlet, city, author."""
_WRITTEN_WITHIN = timedelta(days=3)
"""Between a dateline and the day of publication, or what it reports and a dateline."""
_CLOCKED = 6
"""More of them, where a clock shows that it is one."""
_DATELINE = re.compile(r"[^.!?。！？\n]{0,40}?(?:\s[-–—]{1,3}\s|—|\s--|\)\s*[-–—.:]|/\S+/|[电電】\]])")
"""What ends a dateline: "(KCNA) --", "— TASS", "電"."""
_STOP = re.compile(r"(?:\s*\([^()\n]{1,60}\))?(?:,\s*[^\W\d_]+)?\s*[.।。]\s")
"""What ends a dateline as it ends a sentence: "MANAGUA, 9 de junio de 2025. ", with a weekday or an outlet before."""
_PLACE = re.compile(r"[^\W\d_][,،、，]\s*$")
"""What stands before the date then."""
_CLOCK = re.compile(r"\d{1,2}[:.：]\d{2}|\|")


def infer_published(text: str, lang: str, today: date | None = None) -> date | None:
    """The publication date that the text itself shows, None where it shows none: never a guess.

    In this order: a full date (day, month, year) in a dateline or by-line at the head, or on a line of its own at the
    foot; failing that, a day with its weekday but no year in the opening, if it is the latest day that the article
    speaks of: news is written on or just after its event. Days after ``today`` are never taken.
    """
    today = today or date.today()
    mentions = [m for m in find_dates(text, lang, today=today) if m.value <= today]
    days = [m for m in mentions if m.granularity == "day"]
    latest = max((m.value for m in mentions if not m.year_inferred), default=date.min)
    for mention in days:
        if not mention.year_inferred and _is_stated(text, lang, mention, latest):
            return mention.value
    for mention in days:
        reach = _OPENING if mention.year_inferred else _LEAD
        if mention.start < reach and weekday_at(text, lang, mention) is not None:
            last = mention.value == max(day.value for day in days)
            return _written(text, lang, mention.value, today) if last else None
    return None


def _written(text: str, lang: str, happened: date, today: date) -> date:
    """The day of a dateline without its year that soon follows what happened, or else the day of that."""
    near = find_dates(text, lang, happened)
    lines = (m.value for m in near if m.granularity == "day" and _is_stated(text, lang, m, date.max))
    until = min(today, happened + _WRITTEN_WITHIN)
    return next((day for day in lines if happened <= day <= until), happened)


def datelines(text: str, lang: str, published: date | None, mentions: Iterable[DateMention]) -> list[tuple[int, int]]:
    """Which of a text's dates are those of datelines and by-lines: start and end of each."""
    return [
        (mention.start, mention.end)
        for mention in mentions
        if mention.granularity == "day"
        and (published is None or abs(mention.value - published) <= _WRITTEN_WITHIN)
        and _is_stated(text, lang, mention, date.min)
    ]


def _is_stated(text: str, lang: str, mention: DateMention, latest: date) -> bool:
    lines = _lines(text)
    at = next((i for i, (start, end) in enumerate(lines) if start <= mention.start < end), None)
    if at is None or mention.end > lines[at][1]:
        return False
    start, end = lines[at]
    if at < _HEAD_LINES and mention.start - start <= _BYLINE // 2:
        before = text[start : mention.start]
        # A date may have the full stop: "2025."
        stop = _STOP.match(text, mention.end - 1, end) or _STOP.match(text, mention.end, end)
        if _DATELINE.match(text, mention.end, end) or (stop and _PLACE.search(before)):
            return _starts_line(before)
    if end - start > _BYLINE or not (at < _HEAD_LINES or at == len(lines) - 1):
        return False
    rest = text[start : mention.start] + text[mention.end : end]
    clock = _CLOCK.search(rest) is not None
    if len(_words(rest)) > _OTHER_WORDS + (_CLOCKED if clock else 0):
        return False
    if not clock and text[start:end].rstrip()[-1:] in tuple(".!?。！？"):
        return False
    # A headline may name the day of something long past; a by-line is not older than what the article reports.
    sure = clock or not _words(rest) or weekday_at(text, lang, mention) is not None
    return sure or mention.value >= latest


def _starts_line(before: str) -> bool:
    """Whether what stands before a date can be the beginning of a dateline: a few words, no sentence."""
    return len(_words(before)) <= 4 and not re.search(r"[.!?。！？:]\s|\s[-–—]+\s", before)


def _words(text: str) -> Sequence[str]:
    """Words, or as many characters as a word has in scripts that put no spaces between words."""
    return re.findall(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,5}|[\u3040-\u9fff]{1,2}|[^\W\d_]+", text)


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each line that is not blank."""
    return tuple(match.span() for match in re.finditer(r"[^\n\r]*\S[^\n\r]*", text))
