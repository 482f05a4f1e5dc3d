"""Time told from the day of publication: "yesterday", "last month", "24 years ago", "on Wednesday".

What languages say comes from ``dateparser``'s tables (made from CLDR), with what news says besides in
:mod:`rag.ingest.dating.relative_words`; weekdays are CLDR's, numbers in words those of ``num2words``.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from rag.ingest.dating import cldr
from rag.ingest.dating.names import calendar_names, fold
from rag.ingest.dating.patterns import DatePatterns
from rag.ingest.dating.relative_words import AGO, DUALS, NUMBERS, PHRASES, UNITS
from rag.ingest.dating.weekdays import of_stem
from rag.ingest.dating.written import calendar_day
from rag.types import Granularity

if TYPE_CHECKING:
    import regex

_LONGEST = 40  # numbers that are read in words
_MOST_DAYS = 4000  # that somebody counts
_WEEK_GAP = 5  # characters between a weekday and the week that it is of
_STOPS = re.compile(r"[.,;:!?。，、；]")
_LETTER = r"[\p{L}\p{M}]"
_UNSPACED = frozenset({"zh", "yue", "ja", "th", "lo", "km", "my"})
_GLUED_BEFORE = {"ar": r"[وفبلك]", "he": r"[ובלמ]"}
_ENDINGS = {"ko": r"\p{Hangul}{0,2}", "tr": r"(?:ku|ki|un|in|den|dan|e|a|de|da)?", "hi": "", "fi": r"\p{L}{0,3}"}
_GRANULARITIES: Mapping[str, Granularity] = {"d": "day", "m": "month", "y": "year"}
_KEY = re.compile(r"(?:in )?(\d+) (day|month|year)(?: ago)?")
_AMBIGUOUS = frozenset({("es", "manana"), ("de", "morgen"), ("hi", "कल"), ("tr", "gecen gun"), ("ar", "اليوم السابق")})
"""Also "morning", or "the day before", whichever."""


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of text that means ``value`` (the first day of the period), or nothing of a date (None)."""

    start: int
    end: int
    value: date | None
    granularity: Granularity


def relative_dates(text: str, lang: str, patterns: DatePatterns, reference: date) -> Iterator[Told]:
    """Whatever ``text``, which is folded, tells from ``reference``, the day of its publication; may overlap.

    A weekday is the last such day, the day of publication included, a month the last one of that name: news tells what
    has happened.
    """
    primary = lang.split("-")[0]
    words = _relative(primary)
    weeks: list[tuple[int, int]] = []
    for match in words.pattern.finditer(text) if words.pattern else ():
        unit, count = _meant(match, words)
        if unit is None:
            yield Told(match.start(), match.end(), None, "day")
        elif unit == "w":
            weeks.append(match.span())
            yield Told(match.start(), match.end(), None, "day")
        elif (value := _moved(reference, unit, count)) is not None:
            yield Told(match.start(), match.end(), value, _GRANULARITIES[unit])
    for start, end, day in _weekdays(text, primary, patterns):
        back = (reference.weekday() - day) % 7
        said = text[start - 1 : start] == "上"
        start -= said
        if said or any(_beside(text, start, end, *week) for week in weeks):
            back = reference.weekday() + 7 - day  # of the calendar week before
        yield Told(start, end, _moved(reference, "d", -back), "day")
    for start, end, month in _months(text, lang, patterns):
        yield Told(start, end, calendar_day(reference.year - (month > reference.month), month, 1), "month")


def _beside(text: str, start: int, end: int, other_start: int, other_end: int) -> bool:
    gap = text[end:other_start] if end <= other_start else text[other_end:start]
    return len(gap) <= _WEEK_GAP and not _STOPS.search(gap)


def _meant(match: regex.Match[str], words: _Relative) -> tuple[str | None, int]:
    """Unit and number of the match; no unit where it says nothing of a date."""
    groups = match.groupdict()
    if groups["phrase"]:
        return words.phrases[_squeezed(groups["phrase"])]
    for unit in "dmy":
        if groups.get(unit):
            number = _squeezed(groups["n"] or "")
            count = 2 if groups[unit] in DUALS else _count(number, words.numbers)
            return (None, 0) if count is None else (unit, -count)
    return None, 0


def _count(number: str, words: Mapping[str, int]) -> int | None:
    if number.isdecimal():
        return int(number) if len(number) <= 4 else None
    return words.get(number)


def _moved(day: date, unit: str, count: int) -> date | None:
    """The first day of the period so many days, months or years on, None where the calendar has none."""
    if unit == "d":
        try:
            return day + timedelta(count) if abs(count) < _MOST_DAYS else None
        except OverflowError:
            return None
    if unit == "m":
        months = day.year * 12 + day.month - 1 + count
        return calendar_day(months // 12, months % 12 + 1, 1)
    return calendar_day(day.year + count, 1, 1)


@dataclass(frozen=True, slots=True)
class _Relative:
    pattern: regex.Pattern[str] | None
    phrases: Mapping[str, tuple[str | None, int]]
    numbers: Mapping[str, int]


@cache
def _relative(lang: str) -> _Relative:
    import regex

    phrases = _phrases(lang)
    numbers = _numbers(lang)
    parts = [_any("phrase", phrases)] if phrases else []
    if lang in UNITS:
        count = rf"(?P<n>\d{{1,3}}|{'|'.join(_forms(numbers))})" if numbers else r"(?P<n>\d{1,3})"
        before, after = ("|".join(_forms(words)) for words in AGO[lang])
        units = "|".join(
            rf"(?P<{name}>{'|'.join(_forms(forms))})" for name, forms in zip("dmy", UNITS[lang], strict=True)
        )
        duals = "|".join(_forms(DUALS)) if lang == "ar" else "(?!)"
        middle = rf"(?:{count}\s?(?:{units})|(?=(?:{duals})(?!{_LETTER}))(?:{units}))"
        if before:
            parts.append(rf"(?:{before})\s?(?:{middle})" + ("" if after else rf"(?!{_LETTER})"))
        if after:
            parts.append(rf"{middle}\s?(?:{after})")
    if not parts:
        return _Relative(None, {}, {})
    begins = "" if lang in _UNSPACED else rf"(?:(?<!{_LETTER})|(?<=(?<!{_LETTER}){_GLUED_BEFORE.get(lang, '(?!)')}))"
    ends = "" if lang in _UNSPACED else rf"(?!{_LETTER})"
    endings = _ENDINGS.get(lang, "")
    pattern = regex.compile(rf"(?<!\d[.,]?){begins}(?:{'|'.join(parts)})(?={endings}{ends or ''})", regex.IGNORECASE)
    return _Relative(pattern, phrases, numbers)


def _phrases(lang: str) -> dict[str, tuple[str | None, int]]:
    found: dict[str, tuple[str | None, int]] = {}
    meant: tuple[str | None, int]
    for key, phrases in _table(lang).get("relative-type", {}).items():
        match = _KEY.fullmatch(key)
        for phrase in phrases if match else ():
            count = int(match[1]) * (1 if key.startswith("in ") else -1)  # type: ignore[index]
            if key.endswith("ago") or key.startswith("in "):
                found[_squeezed(fold(phrase))] = (match[2][0], count)  # type: ignore[index]
        if "week" in key:
            meant = ("w", -1) if key == "1 week ago" else (None, 0)
            found |= {_squeezed(fold(phrase)): meant for phrase in phrases}
    for key, more in PHRASES.get(lang, {}).items():
        meant = (None, 0) if key == "0" else (key[0], int(key[1:]))
        found |= {_squeezed(fold(phrase)): meant for phrase in more}
    return {phrase: meant for phrase, meant in found.items() if (lang, phrase) not in _AMBIGUOUS and len(phrase) > 1}


def _table(lang: str) -> Mapping[str, Mapping[str, list[str]]]:
    try:
        module = importlib.import_module(f"dateparser.data.date_translation_data.{lang}")
    except ImportError:
        return {}
    return module.info


def _numbers(lang: str) -> dict[str, int]:
    from num2words import num2words

    found = {}
    try:
        found = {_squeezed(fold(num2words(number, lang=lang))): number for number in range(1, _LONGEST + 1)}
    except NotImplementedError:
        if lang == "zh":
            found = {num2words(number, lang="ja"): number for number in range(1, _LONGEST + 1)}
    return found | {fold(word): number for word, number in NUMBERS.get(lang, {}).items()}


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


def _forms(words: Iterable[str]) -> list[str]:
    return [r"\s".join(map(re.escape, fold(word).split())) for word in sorted(words, key=lambda w: (-len(w), w))]


def _any(name: str, words: Iterable[str]) -> str:
    return rf"(?P<{name}>{'|'.join(_forms(words))})"


_CAPITALISED = frozenset({"id", "ms", "tr"})
"""Languages in which a weekday without its capital is another word ("minggu", week; "pazar", market)."""
_BEGINS = re.compile(r"(?:^|[\n.!?:“\"(\-–—])\s*$")
_QUOTED = frozenset('«“„"‘‹「『《')
_WORD_BEFORE = re.compile(r"[^\W\d_]+ $")
_WORD_BEHIND = re.compile(r" [^\W\d_]")
_DAY_BEHIND = re.compile(r" g[uü]n")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def _weekdays(text: str, lang: str, patterns: DatePatterns) -> Iterator[tuple[int, int, int]]:
    """Start, end and number (Monday = 0) of the weekdays that are written out."""
    names = patterns.names
    found = [
        (match.start(), match.end("w") if match["w"] else match.end(), names.weekdays.get(_squeezed(match["w"])))
        if match["w"]
        else (*match.span(), of_stem(match["stem"], patterns))
        for match in patterns.weekday.finditer(text)
        if match["w"] or match["stem"]
    ]
    if lang in _UNSPACED:  # where two characters are no abbreviation: "周三"
        for name, number in names.short_weekdays.items():
            if _HAN.fullmatch(name):
                found += [(m.start(), m.end(), number) for m in re.finditer(name, text)]
    for start, end, day in sorted(found, key=lambda item: item[:2]):
        if day is not None and _is_weekday(text, start, end, lang):
            yield start, end, day


def _is_weekday(text: str, start: int, end: int, lang: str) -> bool:
    """Whether the word is not another one that is written alike, nor part of a name ("Black Friday")."""
    word = text[start:end]
    capital = word[0].isupper()
    if lang == "vi":  # "thứ tư" is also "the fourth"
        return word.split()[-1][0].isupper() or word.casefold().startswith("chu")
    if text[start - 1 : start] in _QUOTED or (lang in _CAPITALISED and not (capital or _DAY_BEHIND.match(text, end))):
        return False
    if not capital or _begins(text, start):
        return True
    return lang == "de" or not (_weekdays_are_small(lang) or _follows_name(text, start))


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at ``start``."""
    return _BEGINS.search(text[max(0, start - 4) : start]) is not None


def _follows_name(text: str, start: int) -> bool:
    """Whether the word before is written with a capital that no beginning of a sentence gives it."""
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and before[0][0].isupper() and not _begins(text, start - len(before[0]))


@cache
def _weekdays_are_small(lang: str) -> bool:
    names = [
        name
        for table in cldr.language_tables(lang)[:1]
        for _, name in cldr.names(table, "days", ("format",), ("wide",))
    ]
    return bool(names) and all(name[0].islower() for name in names)


_FULL = 4
"""Letters of a month's name that is no other word in some language ("mai", "mar")."""


def _months(text: str, lang: str, patterns: DatePatterns) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of the months that stand without day and year."""
    for match in _lone_month(lang).finditer(text):
        groups = match.groupdict()
        name = _squeezed(groups["m"] or groups["glued"] or "")
        number = patterns.names.months.get(name) or patterns.names.month_stems.get(_squeezed(groups["stem"] or ""))
        capital = match[0][0].isupper()
        if not number or (capital and groups["stem"]) or (not capital and name in patterns.names.capitalised):
            continue
        if not capital or _is_month(text, match.start(), match.end(), name not in patterns.names.capitalised):
            yield *match.span(), number


def _is_month(text: str, start: int, end: int, small: bool) -> bool:
    """Whether a month's name with a capital is not somebody's ("Abril Campos", "August Schmidt")."""
    behind = _WORD_BEHIND.match(text, end)
    if (behind and behind[0][-1].isupper()) or text[start - 1 : start] in _QUOTED:
        return False
    return _begins(text, start) or not (small or _follows_name(text, start))


@cache
def _lone_month(lang: str) -> regex.Pattern[str]:
    import regex

    names = calendar_names(lang)
    wide = [name for name in names.months if name not in names.abbreviated]
    spaced = [name for name in wide if name.isalpha() and len(name) >= _FULL]
    glued = [name for name in wide if regex.fullmatch(r"\d+[月월]", name)]
    stems = [stem for stem in names.month_stems if len(stem) >= _FULL]
    parts = (
        rf"(?P<m>{'|'.join(_forms(spaced)) or '(?!)'})(?!{_LETTER})",
        rf"(?P<stem>{'|'.join(_forms(stems)) or '(?!)'}){_LETTER}{{1,3}}(?!{_LETTER})",
    )
    alone = rf"(?P<glued>{'|'.join(_forms(glued)) or '(?!)'})(?!\s?\d|[日号號])"
    begins = "" if lang.split("-")[0] in _UNSPACED else rf"(?<!{_LETTER})"
    return regex.compile(rf"(?<!\d[.,]?)(?:{begins}(?:{'|'.join(parts)})|{alone})", regex.IGNORECASE)
