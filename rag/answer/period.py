"""The time that a question names for what it asks about: "in June 2025", "before 2024", "since last year".

A date in a question mostly says when the event that is asked for was; sometimes it belongs to a name ("the 2020 Games",
which were held in 2021). So it speaks for dates within it, and rules none out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta

import regex

from rag.ingest.dates import find_dates
from rag.types import DateMention, Filters

# What stands before a date, or behind it (_BEHIND), to mean the time before it, or from it on: words, or beginnings of
# words ("…").
_BEFORE: Mapping[str, tuple[str, ...]] = {
    "en": ("before", "until", "prior to"), "id": ("sebelum", "hingga"), "ms": ("sebelum",), "ru": ("до", "ранее", "раньше"),
    "uk": ("до",), "es": ("antes de…",), "pt": ("antes d…",), "fr": ("avant",), "de": ("vor", "bis"), "it": ("prima d…",),
    "nl": ("voor",), "pl": ("przed",), "tr": ("önce…",), "ar": ("قبل",), "fa": ("پیش از", "قبل از"),
    "hi": ("से पहले", "पूर्व"), "bn": ("আগে",), "th": ("ก่อน",), "vi": ("trước",), "zh": ("之前", "以前", "前"),
    "ja": ("以前", "より前", "までに"), "ko": ("이전", "전에", "전까지"), "el": ("πριν από", "πριν"), "sw": ("kabla ya",),
}  # fmt: skip
_SINCE: Mapping[str, tuple[str, ...]] = {
    "en": ("after", "since"), "id": ("setelah", "sesudah", "sejak"), "ms": ("selepas", "sejak"), "ru": ("после", "с"),
    "uk": ("після", "з"), "es": ("después de…", "desde"), "pt": ("depois d…", "desde"), "fr": ("après", "depuis"),
    "de": ("nach", "seit"), "it": ("dopo", "dal…"), "nl": ("na", "sinds"), "pl": ("po", "od"), "tr": ("sonra…", "beri"),
    "ar": ("بعد", "منذ"), "fa": ("پس از", "بعد از"), "hi": ("के बाद", "से"), "bn": ("পরে",), "th": ("หลัง", "ตั้งแต่"),
    "vi": ("sau", "từ"), "zh": ("之后", "以后", "以来", "之後", "以後", "以來"), "ja": ("以降", "以後", "以来", "より後"), "ko": ("이후", "후에"),
    "el": ("μετά", "από"), "sw": ("baada ya", "tangu"),
}  # fmt: skip
_BEHIND = frozenset({"tr", "hi", "bn", "zh", "ja", "ko"})
_SPACED = regex.compile(r"[\p{Lu}\p{Ll}\p{Arabic}\p{Devanagari}\p{Bengali}]")
"""What begins a word that spaces set apart."""
_BETWEEN_THEM = (
    r"(?:[\s'’\"“”«»]|\b(?:the|year|month|of|early|mid|around|about|circa|(?:mon|tues|wednes|thurs|fri|satur|sun)day|anfang|mitte|begin|"
    r"début|mi|awal|pertengahan|начала|середины|месяца|rokiem|tarehe|تاریخ|tahun|bulan|tanggal|hari|года?|году|рок[уи]?|el|la|los|le|les|l|il|lo|o|a|os|as|del?|do|da|"
    r"año|ano|année|an|anno|mes|mois|dem|den|der|das|die|jahre?s?|monat|het|jaar|rok|roku|năm|tháng|ngày|mwaka|mwezi|wa|"
    r"τ(?:ο|ον|ην|η|ις|α|ου|ης)|έτος|عام|العام|سنة|شهر|يوم|سال|ماه|روز)\b|-|หน้า|จาก|ต้น|[ปีเดือนวันที่พ.ศค]+)*"
)
"""What stands between such a word and the date, and nothing else: "since the year 2020", not "до США в 2020"."""
_ENDING = r"\S{0,5}\s(?:(?:yıl|ay|tarih)\p{L}*\s|সাল\S*\s|এর\s)?"  # of a date, where spaces set words apart
_UNIT = r"\s*[年月日년월일号號の]?[初초]?\s*"
_CONTINUED: Mapping[str, str] = {
    "前": "往来來去总總首任夫妻后後夕进進所沿锋鋒景提述途期半几幾赴一二两兩三四五六七八九十百端门門南苏蘇主部美国國\\d",
    "이전": "한했된하되할",
}
"""What makes another word of one that no space ends: 前往 is to go, 前总统 a former president."""


_TO = (
    r"\s*(?:[年년]|года?|год|y[ıi]l\w*)?\s*(?:[-–—~〜～]|(?:up |down )?to|until|through|and|hingga|sampai(?: dengan)?|dan|по|до|и|та|"
    r"hasta|al?|y|até|e|à|au|jusqu['’]à|et|bis(?: zum)?|und|fino al?|tot|en|do|i|'?[dt][ae]n|'?ile|ve|إلى|حتى|و|تا|"
    r"से(?: लेकर)?|और|থেকে|ও|ถึง|และ|đến|tới|và|至|到|和|与|から|と|부터|에서|과|와|έως|και|hadi|na)\s*"
    r"(?:tahun|năm|سال|عام|the|den|dem|le|el)?\s*"
)
"""What joins the ends of a range, and nothing else: "between March and June 2024", "2019～2021年"."""
_BETWEEN = regex.compile(_TO, regex.IGNORECASE)
_FROM = regex.compile(rf"(?<!\p{{N}})(?P<year>\p{{N}}{{1,4}}){_TO}$", regex.IGNORECASE)
"""A number that begins a range of which only the end is read as a date."""
_TILL = regex.compile(rf"{_TO}\p{{N}}", regex.IGNORECASE)


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
    mention, primary = mentions[0], lang.split("-")[0]
    if begins := _FROM.search(text[: mention.start]):
        year = int(begins["year"])
        is_year = mention.granularity == "year" and MINYEAR <= year <= mention.value.year
        return Period(date(year, 1, 1), mention.last) if is_year and len(begins["year"]) == 4 else None
    if _TILL.match(text, mention.end):
        return None
    if _beside(text, mention, primary, _BEFORE.get(primary, ())):
        return Period(date.min, _day_before(mention.value))
    if _beside(text, mention, primary, _SINCE.get(primary, ())):
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
            rest = f"(?![{_CONTINUED[word]}])" if word in _CONTINUED else ""
        else:
            rest = r"\p{L}*" if inflected else r"(?![\p{L}\p{M}])"
        if lang in _BEHIND:
            found = regex.compile((_ENDING if is_spaced else _UNIT) + begins + rest).match(folded, mention.end)
        else:
            edge = r"(?<![\p{L}\p{M}])" if is_spaced else ""
            found = regex.search(edge + begins + rest + _BETWEEN_THEM + "$", folded[: mention.start])
        if found:
            return True
    return False
