"""Words that make of a date the time before it, from it on, or up to another: one language after the other."""

from __future__ import annotations

from collections.abc import Mapping

# What stands before a date, or behind it (BEHIND), to mean the time before it, or from it on: words, or beginnings of
# words ("…").
BEFORE: Mapping[str, tuple[str, ...]] = {
    "en": ("before", "until", "prior to"), "id": ("sebelum", "hingga"), "ms": ("sebelum",), "ru": ("до", "ранее", "раньше"),
    "uk": ("до",), "es": ("antes de…",), "pt": ("antes d…",), "fr": ("avant",), "de": ("vor", "bis"), "it": ("prima d…",),
    "nl": ("voor",), "pl": ("przed",), "tr": ("önce…",), "ar": ("قبل",), "fa": ("پیش از", "قبل از"),
    "hi": ("से पहले", "पूर्व"), "bn": ("আগে",), "th": ("ก่อน",), "vi": ("trước",), "zh": ("之前", "以前", "前"),
    "ja": ("以前", "より前", "までに"), "ko": ("이전", "전에", "전까지"), "el": ("πριν από", "πριν"), "sw": ("kabla ya",),
}  # fmt: skip
SINCE: Mapping[str, tuple[str, ...]] = {
    "en": ("after", "since"), "id": ("setelah", "sesudah", "sejak"), "ms": ("selepas", "sejak"), "ru": ("после", "с"),
    "uk": ("після", "з"), "es": ("después de…", "desde"), "pt": ("depois d…", "desde"), "fr": ("après", "depuis"),
    "de": ("nach", "seit"), "it": ("dopo", "dal…"), "nl": ("na", "sinds"), "pl": ("po", "od"), "tr": ("sonra…", "beri"),
    "ar": ("بعد", "منذ"), "fa": ("پس از", "بعد از"), "hi": ("के बाद", "से"), "bn": ("পরে",), "th": ("หลัง", "ตั้งแต่"),
    "vi": ("sau", "từ"), "zh": ("之后", "以后", "以来", "之後", "以後", "以來"), "ja": ("以降", "以後", "以来", "より後"), "ko": ("이후", "후에"),
    "el": ("μετά", "από"), "sw": ("baada ya", "tangu"),
}  # fmt: skip
BEHIND = frozenset({"tr", "hi", "bn", "zh", "ja", "ko"})
BETWEEN_THEM = (
    r"(?:[\s'’\"“”«»]|\b(?:the|year|month|of|early|mid|around|about|circa|(?:mon|tues|wednes|thurs|fri|satur|sun)day|anfang|mitte|begin|"
    r"début|mi|awal|pertengahan|начала|середины|месяца|rokiem|tarehe|تاریخ|tahun|bulan|tanggal|hari|года?|году|рок[уи]?|el|la|los|le|les|l|il|lo|o|a|os|as|del?|do|da|"
    r"año|ano|année|an|anno|mes|mois|dem|den|der|das|die|jahre?s?|monat|het|jaar|rok|roku|năm|tháng|ngày|mwaka|mwezi|wa|"
    r"τ(?:ο|ον|ην|η|ις|α|ου|ης)|έτος|عام|العام|سنة|شهر|يوم|سال|ماه|روز)\b|-|หน้า|จาก|ต้น|[ปีเดือนวันที่พ.ศค]+)*"
)
"""What stands between such a word and the date, and nothing else: "since the year 2020", not "до США в 2020"."""
ENDING = r"\S{0,5}\s(?:(?:yıl|ay|tarih)\p{L}*\s|সাল\S*\s|এর\s)?"  # of a date, where spaces set words apart
UNIT = r"\s*[年月日년월일号號の]?[初초]?\s*"
CONTINUED: Mapping[str, str] = {
    "前": "往来來去总總首任夫妻后後夕进進所沿锋鋒景提述途期半几幾赴一二两兩三四五六七八九十百端门門南苏蘇主部美国國\\d",
    "이전": "한했된하되할",
}
"""What makes another word of one that no space ends: 前往 is to go, 前总统 a former president."""
TO = (
    r"\s*(?:[年년]|года?|год|y[ıi]l\w*)?\s*(?:[-–—~〜～]|(?:up |down )?to|until|through|and|hingga|sampai(?: dengan)?|dan|по|до|и|та|"
    r"hasta|al?|y|até|e|à|au|jusqu['’]à|et|bis(?: zum)?|und|fino al?|tot|en|do|i|'?[dt][ae]n|'?ile|ve|إلى|حتى|و|تا|"
    r"से(?: लेकर)?|और|থেকে|ও|ถึง|และ|đến|tới|và|至|到|和|与|から|と|부터|에서|과|와|έως|και|hadi|na)\s*"
    r"(?:tahun|năm|سال|عام|the|den|dem|le|el)?\s*"
)
"""What joins the ends of a range, and nothing else: "between March and June 2024", "2019～2021年"."""
