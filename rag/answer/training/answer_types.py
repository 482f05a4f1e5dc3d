"""What kind of thing an answer is, told from its words: the labels for the question-type head."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from rag.answer.reader import QuestionType
from rag.ingest.dates import find_dates

_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2}|2[45]\d{2})(?!\d)")  # 24xx and 25xx: the Buddhist era
_DATE_UNITS = re.compile(r"\d\s*[年月日]|[年月日]\s*\d|\d+世[紀纪]")
_ERAS = re.compile(r"พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|公元|西[元曆历暦]|\b(?:AD|BC|CE|BCE|SM|M)\b", re.IGNORECASE)
_ANY_DAY = date(2024, 6, 19)
_LONGEST = 60
_TOLD = 1 / 6  # of an answer is a date: "jana saa sita mchana", yesterday at noon; less, and it but mentions one
_UNIT = 14  # letters beside the digits of a number


def answer_type(answer: str, lang: str) -> QuestionType:
    """``date``, ``number`` or ``other``; an answer that merely mentions a number is ``other``."""
    text = unicodedata.normalize("NFKC", answer).casefold()
    if len(text) > _LONGEST:
        return "other"
    names = _calendar_names(lang)
    rest, found = names.subn(" ", text) if names else (text, 0)
    dated = bool(found and re.search(r"\d", rest)) or bool(_YEAR.search(text)) or bool(_DATE_UNITS.search(text))
    if dated:
        letters = sum(char.isalpha() for char in re.sub(r"[年月日]", "", _ERAS.sub("", rest)))
        if letters <= _UNIT:
            return "date"
    if _is_told(answer, lang):
        return "date"
    digits = any(char.isdigit() for char in text)
    return "number" if digits and sum(char.isalpha() for char in text) <= _UNIT else "other"


def _is_told(answer: str, lang: str) -> bool:
    """Whether it is a day, with the time of day at most ("on Monday night", "昨天凌晨4时")."""
    told = sum(mention.end - mention.start for mention in find_dates(answer, lang, _ANY_DAY))
    return told >= _TOLD * len(answer)


@cache
def _calendar_names(lang: str) -> re.Pattern[str] | None:
    """Names of months and weekdays, long and short, longest first (CLDR)."""
    from babel import Locale

    locale = Locale.parse(lang)
    words = {
        name.casefold()
        for table in (locale.months, locale.days)
        for context in table.values()
        for width in ("wide", "abbreviated")
        for name in context.get(width, {}).values()
        if any(char.isalpha() for char in name) and len(name) > 2
    }
    ordered = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile("|".join(ordered)) if ordered else None
