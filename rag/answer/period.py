"""The time that a question names for what it asks about: "in June 2025", "before 2024", "since last year".

A date in a question mostly says when the event that is asked for was; sometimes it belongs to a name ("the 2020 Games",
which were held in 2021). So it speaks for dates within it, and rules none out.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta

import regex

from rag.answer.period_words import BEFORE, BEHIND, BETWEEN_THEM, CONTINUED, ENDING, SINCE, TO, UNIT
from rag.ingest.dates import find_dates
from rag.ingest.language import primary
from rag.types import DateMention, Filters

_SPACED = regex.compile(r"[\p{Lu}\p{Ll}\p{Arabic}\p{Devanagari}\p{Bengali}]")
"""What begins a word that spaces set apart."""
_BETWEEN = regex.compile(TO, regex.IGNORECASE)
_FROM = regex.compile(rf"(?<!\p{{N}})(?P<year>\p{{N}}{{1,4}}){TO}$", regex.IGNORECASE)
"""A number that begins a range of which only the end is read as a date."""
_TILL = regex.compile(rf"{TO}\p{{N}}", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both included."""

    first: date
    last: date

    def meets(self, mention: DateMention) -> bool:
        """Whether some of the time that is meant lies in the period."""
        return mention.value <= self.last and mention.last >= self.first


def happened(filters: Filters) -> Period | None:
    """The time that filters allow events; None where they allow any."""
    if not filters.dates_events:
        return None
    return Period(filters.happened_after or date.min, filters.happened_before or date.max)


def common(one: Period | None, other: Period | None) -> Period | None:
    """The time that both allow; the first where they have none in common."""
    if one is None or other is None:
        return one or other
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last) if first <= last else one


def period_of(question: str, lang: str, today: date) -> Period | None:
    """The time that a question of ``lang``, asked on ``today``, names: from the one to the
    other of two that are joined so; None where it names none, or several."""
    text = unicodedata.normalize("NFC", question)
    mentions = find_dates(text, lang, today)
    if len(mentions) == 2 and _BETWEEN.fullmatch(text, mentions[0].end, mentions[1].start):
        first, last = mentions
        return Period(first.value, last.last) if first.value <= last.value else None
    if len(mentions) != 1:
        return None
    mention, language = mentions[0], primary(lang)
    if begins := _FROM.search(text[: mention.start]):
        year = int(begins["year"])
        is_year = mention.granularity == "year" and MINYEAR <= year <= mention.value.year
        return Period(date(year, 1, 1), mention.last) if is_year and len(begins["year"]) == 4 else None
    if _TILL.match(text, mention.end):
        return None
    if _beside(text, mention, language, BEFORE.get(language, ())):
        return Period(date.min, _day_before(mention.value))
    if _beside(text, mention, language, SINCE.get(language, ())):
        return Period(mention.value, date.max)
    return Period(mention.value, mention.last)


def _day_before(day: date) -> date:
    """The calendar begins with 1 January of the year 1."""
    return day if day == date.min else day - timedelta(1)


def _beside(text: str, mention: DateMention, lang: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands right before the date, or behind it where its language has it there."""
    folded = text.lower() if len(text.lower()) == len(text) else text
    for word in words:
        begins, inflected = regex.escape(word.removesuffix("…")), word.endswith("…")
        is_spaced = _SPACED.match(word) is not None
        if not is_spaced:
            rest = f"(?![{CONTINUED[word]}])" if word in CONTINUED else ""
        else:
            rest = r"\p{L}*" if inflected else r"(?![\p{L}\p{M}])"
        if lang in BEHIND:
            found = regex.compile((ENDING if is_spaced else UNIT) + begins + rest).match(folded, mention.end)
        else:
            edge = r"(?<![\p{L}\p{M}])" if is_spaced else ""
            found = regex.search(edge + begins + rest + BETWEEN_THEM + "$", folded[: mention.start])
        if found:
            return True
    return False
