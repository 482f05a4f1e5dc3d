"""Time told from the day of publication: "yesterday", "last month", "24 years ago", "on Wednesday".

What languages say comes from ``dateparser``'s tables (made from CLDR), with what news says besides in
:mod:`rag.ingest.dating.relative_words`; weekdays are CLDR's, numbers in words those of
:mod:`rag.ingest.dating.numerals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from rag.ingest.dating.alone import UNSPACED, months_alone, weekdays_alone
from rag.ingest.dating.lexicon import lexicon
from rag.ingest.dating.names import key
from rag.ingest.dating.numerals import numbers as numbers_of
from rag.ingest.dating.patterns import LETTER, DatePatterns, forms
from rag.ingest.dating.relative_words import (
    AGO,
    COUNTED_FROM,
    DUALS,
    EITHER_WAY,
    IT_WAS,
    NOT_AGO,
    NOT_BEFORE,
    OF_A_YEAR,
    ONE_TIME,
    ORDINALS,
    OTHER_MONTHS,
    PHRASES,
    TODAY_OF,
    UNITS,
    WEEKS,
    YEAR_AFTER,
)
from rag.ingest.dating.to_come import soonest
from rag.ingest.dating.written import calendar_day
from rag.ingest.dating.year_choice import month_on
from rag.types import Granularity

if TYPE_CHECKING:
    import regex

_MOST_DAYS = 4000  # that somebody counts
_MOST_WEEKS, _ROUGHLY = 13, 3  # weeks that somebody counts, and days by which they may be off
_OF_YEAR = 16  # characters in which a year in figures stands before its month
_WEEK_GAP = 5  # characters between a weekday and the week that it is of
_STOPS = re.compile(r"[.,;:!?。，、；]")
_ENDS = re.compile(r"[.;:!?。；]")
_GLUED_BEFORE = {"ar": r"[وفبلك]", "he": r"[ובלמ]"}
_ENDINGS = {"ko": r"\p{Hangul}{0,2}", "tr": r"(?:ku|ki|un|in|den|dan|e|a|de|da)?", "hi": "", "fi": r"\p{L}{0,3}"}
_GRANULARITIES: Mapping[str, Granularity] = {"d": "day", "m": "month", "y": "year"}
_WHEN = re.compile(r"(?P<in>in )?(?P<count>\d+) (?P<unit>day|month|year)(?(in)| ago)")
_BEFORE = 32  # characters in which lies what stands beside a date
_CLAUSE_ENDS = re.compile(r"[.,;:!?…\n«“\"(][\s«“\"(]*$")
_CLAUSE_BEGINS = re.compile(r"\s*(?:[.,;:!?…\n»”\")]|$)")
_AMBIGUOUS = frozenset({("tr", "gecen gun"), ("ar", "اليوم السابق")})
"""Also "the day before", whichever."""


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of text that means ``value`` (the first day of the period), or nothing of a date (None)."""

    start: int
    end: int
    value: date | None
    granularity: Granularity
    named: bool = False
    """Whether it is a month that is called by its name."""


def relative_dates(text: str, lang: str, patterns: DatePatterns, reference: date) -> Iterator[Told]:
    """Whatever ``text``, which is folded, tells from ``reference``, the day of its publication; may overlap.

    A weekday is the last such day, the day of publication included, a month the last one of that name, as news tells
    what has happened, unless it is to come: "next Tuesday", "will open in May" (:mod:`rag.ingest.dating.to_come`).
    """
    primary = lang.split("-")[0]
    words = _relative(primary)
    weeks: list[tuple[int, int]] = []
    days: list[tuple[int, int, int]] = []
    years: list[tuple[int, int, int]] = []
    for match in words.pattern.finditer(text) if words.pattern else ():
        if re.fullmatch(OTHER_MONTHS.get(primary, "(?!)"), match[0]):
            continue
        unit, count = _meant(match, words)
        if _is_another(match, text, primary):
            yield Told(match.start(), match.end(), None, "day")
            continue
        if match[0] in EITHER_WAY.get(primary, ()):
            if text.startswith("-", match.end()):  # a part of another word: "कल-कारखाने", machines
                continue
            count = -abs(count) if soonest(text, match.start(), match.end(), primary) is None else abs(count)
        if unit == "w" and match["phrase"]:
            weeks.append(match.span())
        elif unit == "w":
            yield Told(match.start(), match.end(), _month_of_week(reference, count), "month")
            continue
        if unit not in _GRANULARITIES:
            yield Told(match.start(), match.end(), None, "day")
        elif (value := _moved(reference, unit, count)) is not None:
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            from_today = not match["phrase"] and re.search(COUNTED_FROM.get(primary, "(?!)"), before)
            start = match.start() - (len(from_today[0]) if from_today else 0)
            if unit == "d":
                days.append((*match.span(), count))
            elif unit == "y" and not match["phrase"]:
                years.append((*match.span(), count))
            yield Told(start, match.end(), value, _GRANULARITIES[unit])
    yield from _anniversaries(text, primary, reference, years, days)
    weekdays = list(weekdays_alone(text, primary, patterns))
    months = list(months_alone(text, lang, patterns))
    lone = sorted((start, end) for start, end, _ in (*weekdays, *months))
    for start, end, day in weekdays:
        back = (reference.weekday() - day) % 7
        said = text[start - 1 : start] == "上"
        if (on := _called(text, start, end, (day - reference.weekday()) % 7, days)) is not None:
            back = -on
        elif said or any(_beside(text, start, end, *week) for week in weeks):
            start -= said
            back = reference.weekday() + 7 - day  # of the calendar week before
        elif (least := soonest(text, start, end, primary, lone)) is not None:
            back = -least - (day - reference.weekday() - least) % 7
        yield Told(start, end, _moved(reference, "d", -back), "day")
    for start, end, month in months:
        year = reference.year - (month > reference.month)
        if of_year := re.search(OF_A_YEAR.get(primary, "(?!)"), text[max(0, start - _OF_YEAR) : start]):
            year = int(of_year["y"])
        elif (least := soonest(text, start, end, primary, lone)) is not None:
            year = reference.year + (month < reference.month + least)
        yield Told(start, end, calendar_day(year, month, 1), "month", not of_year)


def _anniversaries(
    text: str, lang: str, reference: date, years: Iterable[tuple[int, int, int]], days: Iterable[tuple[int, int, int]]
) -> Iterator[Told]:
    """Today or yesterday in the year that is counted back to right beside it: "ten years ago today", "heute vor zehn
    Jahren"."""
    for (start, end, count), (first, last, back) in product(years, days):
        day = _moved(reference, "d", back) if back in (0, -1) else None
        value = calendar_day(day.year + count, day.month, day.day) if day else None
        joined = _is_day_of(text, lang, start, end, first, last) if end <= first else _begins(text, lang, last, start)
        if value and joined:
            yield Told(min(start, first), max(end, last), value, "day")


def _is_day_of(text: str, lang: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether a year and the word for a day behind it are one time: by what joins them, or since nothing else is said
    in the clause on one side ("What cost one ten years ago today costs three")."""
    gap = text[end:first]
    if gap in TODAY_OF:
        return True
    if gap not in ("", " "):
        return False
    if lang in ONE_TIME and not re.match(ONE_TIME[lang], text[last:]):
        return True
    said_before, said_behind = IT_WAS.get(lang, ("(?!)", "(?!)"))
    before, behind = text[max(0, start - _BEFORE) : start], text[last : last + _BEFORE]
    return not behind[:1].isalpha() and bool(
        not before
        or _CLAUSE_ENDS.search(before)
        or _CLAUSE_BEGINS.match(behind)
        or re.search(said_before, before)
        or re.match(said_behind, behind)
    )


def _begins(text: str, lang: str, last: int, start: int) -> bool:
    """Whether a year follows right behind a day, in a language that says "ago" first."""
    return text[last:start] in ("", " ") and bool(AGO[lang][0])


def _is_another(match: regex.Match[str], text: str, lang: str) -> bool:
    """Whether what stands beside a match makes of it something that is not told from publication."""
    import regex

    start, end = match.span()
    if match["phrase"]:
        if lang in YEAR_AFTER and regex.fullmatch(YEAR_AFTER[lang], match[0], flags=regex.IGNORECASE):
            return True
        return lang in NOT_BEFORE and regex.match(NOT_BEFORE[lang], text, regex.IGNORECASE, pos=start) is not None
    before, behind = NOT_AGO.get(lang, ("", ""))
    is_before = before and regex.search(rf"(?:{before})$", text, endpos=start)
    return bool(is_before or (behind and regex.match(behind, text, pos=end)))


def _beside(text: str, start: int, end: int, other_start: int, other_end: int) -> bool:
    return _is_near(text, start, end, other_start, other_end, _STOPS)


def _is_near(text: str, start: int, end: int, other_start: int, other_end: int, stops: re.Pattern[str]) -> bool:
    gap = text[end:other_start] if end <= other_start else text[other_end:start]
    return len(gap) <= _WEEK_GAP and not stops.search(gap)


def _called(text: str, start: int, end: int, ahead: int, days: Sequence[tuple[int, int, int]]) -> int | None:
    """How many days on a weekday is by the word beside it ("tomorrow, Thursday"), if that is ``ahead`` in its week."""
    for other_start, other_end, count in days:
        if count % 7 == ahead and _is_near(text, start, end, other_start, other_end, _ENDS):
            return count
    return None


def _meant(match: regex.Match[str], words: _Relative) -> tuple[str, int]:
    """Unit and number of the match; no unit where it says nothing of a date."""
    groups = match.groupdict()
    if groups["phrase"]:
        return words.phrases[key(groups["phrase"])]
    for unit in "dmyw":
        if groups.get(unit):
            number = key(groups["n"] or "")
            in_figures = int(number) if number.isdecimal() else None
            count = 2 if groups[unit] in DUALS else words.numbers.get(number, in_figures)
            return ("", 0) if count is None else (unit, -count)
    return "", 0


def _month_of_week(day: date, count: int) -> date | None:
    """The first day of the month in which so many weeks on lie: weeks are counted roughly, so none at its ends."""
    if abs(count) > _MOST_WEEKS:
        return None
    first, last = _moved(day, "d", 7 * count - _ROUGHLY), _moved(day, "d", 7 * count + _ROUGHLY)
    return first.replace(day=1) if first and last and first.month == last.month else None


def _moved(day: date, unit: str, count: int) -> date | None:
    """The first day of the period so many days, months or years on, None where the calendar has none."""
    if unit == "d":
        try:
            return day + timedelta(count) if abs(count) < _MOST_DAYS else None
        except OverflowError:
            return None
    if unit == "m":
        return calendar_day(*month_on(day, count), 1)
    return calendar_day(day.year + count, 1, 1)


@dataclass(frozen=True, slots=True)
class _Relative:
    pattern: regex.Pattern[str] | None
    phrases: Mapping[str, tuple[str, int]]
    numbers: Mapping[str, int]


@cache
def _relative(lang: str) -> _Relative:
    import regex

    phrases = _phrases(lang)
    numbers: Mapping[str, int] = {}
    parts = [_any("phrase", phrases)] if phrases else []
    if lang in UNITS:
        numbers = numbers_of(lang)
        count = rf"(?P<n>\d{{1,3}}|{'|'.join(forms(numbers))})" if numbers else r"(?P<n>\d{1,3})"
        before, after = ("|".join(forms(words)) for words in AGO[lang])
        units = "|".join(
            rf"(?P<{name}>{'|'.join(forms(words))})"
            for name, words in zip("dmyw", (*UNITS[lang], WEEKS[lang]), strict=True)
        )
        duals = "|".join(forms(DUALS)) if lang == "ar" else "(?!)"
        middle = rf"(?:(?<!{ORDINALS.get(lang, '(?!)')}){count}\s?(?:{units})|(?=(?:{duals})(?!{LETTER}))(?:{units}))"
        if before:
            parts.append(rf"(?:{before})\s?(?:{middle})" + ("" if after else rf"(?!{LETTER})"))
        if after:
            parts.append(rf"{middle}\s?(?:{after})")
    if not parts:
        return _Relative(None, {}, {})
    begins = "" if lang in UNSPACED else rf"(?:(?<!{LETTER})|(?<=(?<!{LETTER}){_GLUED_BEFORE.get(lang, '(?!)')}))"
    ends = "" if lang in UNSPACED else rf"(?!{LETTER})"
    endings = _ENDINGS.get(lang, "")
    pattern = regex.compile(rf"(?<!\d[.,]?){begins}(?:{'|'.join(parts)})(?={endings}{ends})", regex.IGNORECASE)
    return _Relative(pattern, phrases, numbers)


def _phrases(lang: str) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    meant: tuple[str, int]
    for when, phrases in lexicon(lang).get("relative-type", {}).items():
        if when == "2 week ago":
            continue  # it is counted
        if "week" in when:
            meant = ("w", -1) if when == "1 week ago" else ("", 0)
        elif match := _WHEN.fullmatch(when):
            meant = (match["unit"][0], int(match["count"]) * (1 if match["in"] else -1))
        else:
            continue
        found |= {key(phrase): meant for phrase in phrases}
    for when, more in PHRASES.get(lang, {}).items():
        meant = ("", 0) if when == "0" else (when[0], int(when[1:]))
        found |= {key(phrase): meant for phrase in more}
    return {phrase: meant for phrase, meant in found.items() if (lang, phrase) not in _AMBIGUOUS and len(phrase) > 1}


def _any(name: str, words: Iterable[str]) -> str:
    return rf"(?P<{name}>{'|'.join(forms(words))})"
