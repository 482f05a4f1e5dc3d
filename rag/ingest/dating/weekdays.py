"""The weekday that is written beside a date."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rag.ingest.dating.name_forms import WEEKDAY_FORMS, WEEKDAYS_UNINFLECTED
from rag.ingest.dating.names import key
from rag.ingest.dating.patterns import LETTER, DatePatterns
from rag.ingest.dating.written import WrittenDate

if TYPE_CHECKING:
    import regex

_REACH = 32
_WORDS_BETWEEN = 2
_UNSPACED_BETWEEN = 8
"""Characters between, in scripts that put no spaces between words."""
_SMALL = re.compile(r"[a-z]{2}")
"""A word, rather than a weekday ("we", "mi", "so")."""
_BESIDE = {
    "ru": "сред[аыуе]",
    "el": "(?-i:ΔΕΥΤΕΡΑΣ?|(?:ΤΡΙΤ|ΤΕΤΑΡΤ|ΠΕΜΠΤ|ΠΑΡΑΣΚΕΥ|ΚΥΡΙΑΚ)ΗΣ?|ΣΑΒΒΑΤΟΥ?)",
}
"""Forms that are a weekday's beside a date, and too often another word where they stand alone."""
_STOPS = re.compile(r"[.!?。！？;；\n]\s|[。！？;；\n]|\d")


def weekday_beside(text: str, item: WrittenDate, patterns: DatePatterns) -> int | None:
    """Monday = 0 ... Sunday = 6 of the nearest weekday before or after ``item``, None where none is near.

    Near: in the same sentence, no number between, at most two words away; an abbreviation ("Wed") right beside it.
    ``text`` is folded.
    """
    best: tuple[int, int] | None = None
    first, last = max(0, item.start - _REACH), item.end + _REACH
    for match in patterns.weekday.finditer(text, first, last):
        if match.end() <= item.start:
            gap = text[match.end() : item.start]
        elif match.start() >= item.end:
            gap = text[item.end : match.start()]
        else:
            continue
        if not is_form(match, text, patterns.lang, beside=True):
            continue
        groups = match.groupdict()
        words = re.findall(r"[^\W\d_]+", gap)
        if groups["short"]:
            short = groups["short"]
            near, day = not words and not _SMALL.fullmatch(short), patterns.names.short_weekdays.get(key(short))
        else:
            near = len(words) <= _WORDS_BETWEEN and max(map(len, words), default=0) <= 16
            near = near and (" " in gap or len(gap) <= _UNSPACED_BETWEEN)
            day = patterns.names.weekdays.get(key(groups["w"])) if groups["w"] else of_stem(groups["stem"], patterns)
        if day is not None and near and not _STOPS.search(gap) and (best is None or len(gap) < best[0]):
            best = (len(gap), day)
    return best[1] if best else None


def is_form(match: regex.Match[str], text: str, lang: str, *, beside: bool = False) -> bool:
    """Whether the whole word is a form of the weekday, not only begins like it ("thủ tướng" is no "thứ tư").

    ``match`` is one of :attr:`DatePatterns.weekday` in ``text``; an abbreviation is always whole.
    """
    if match["short"]:
        return True
    if lang in WEEKDAY_FORMS:
        return _forms(lang, beside).match(text, match.start()) is not None
    return lang not in WEEKDAYS_UNINFLECTED or (match[0] == match["w"] and not text[match.end() :][:1].isalpha())


@cache
def _forms(lang: str, beside: bool) -> regex.Pattern[str]:
    import regex

    more = f"|{_BESIDE[lang]}" if beside and lang in _BESIDE else ""
    return regex.compile(rf"(?:{WEEKDAY_FORMS[lang]}{more})(?!{LETTER})", regex.IGNORECASE)


def of_stem(stem: str, patterns: DatePatterns) -> int | None:
    """The weekday of which all but the last letter is ``stem``, in languages that decline it."""
    days = {day for name, day in patterns.names.weekdays.items() if name[:-1] == key(stem)}
    return days.pop() if len(days) == 1 else None
