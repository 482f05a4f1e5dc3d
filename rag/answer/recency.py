"""Whether a question asks for the last of several times: "when did … last …", "terakhir", "в последний раз".

Several articles may then each tell of one time, all of them true; the latest is the answer. A language that is missing
here gets the best supported one.
"""

from __future__ import annotations

import unicodedata

import regex

# Beginnings of words, or words within text that is written without spaces.
_LATEST = {
    "en": ("last", "latest", "most recent"),
    "id": ("terakhir", "terbaru", "paling akhir"),
    "ms": ("terakhir", "terkini"),
    "ru": ("последн", "недавн"),
    "uk": ("останн",),
    "be": ("апошн",),
    "bg": ("последн",),
    "sr": ("последњ", "poslednj"),
    "hr": ("posljednj", "zadnj"),
    "pl": ("ostatni", "ostatnio"),
    "cs": ("naposled", "posledn"),
    "sk": ("naposled", "posledn"),
    "ar": ("آخر مرة", "لآخر مرة", "آخر", "الأخير", "مؤخر", "أحدث"),
    "fa": ("آخرین", "اخیر"),
    "ur": ("آخری", "پچھلی بار"),
    "he": ("לאחרונה", "האחרון", "האחרונה"),
    "zh": ("上一次", "上次", "最后一次", "最後一次", "最近", "最新"),
    "ja": ("最後に", "最後の", "最近", "直近", "最新", "前回"),
    "ko": ("마지막", "최근", "가장 최근"),
    "th": ("ล่าสุด", "ครั้งสุดท้าย", "หลังสุด"),
    "hi": ("आख़िरी", "आखिरी", "अंतिम", "पिछली बार", "हाल"),
    "bn": ("শেষবার", "সর্বশেষ", "শেষ কবে"),
    "ta": ("கடைசி", "சமீபத்தி"),
    "vi": ("lần cuối", "gần đây nhất", "mới nhất", "lần gần nhất"),
    "tr": ("son kez", "en son", "son defa", "son olarak"),
    "es": ("última", "último", "más reciente"),
    "pt": ("última", "último", "mais recente"),
    "fr": ("dernière", "dernier", "plus récent"),
    "it": ("ultima", "ultimo", "più recent"),
    "ro": ("ultima", "cel mai recent"),
    "de": ("zuletzt", "letzt", "jüngst"),
    "nl": ("laatst", "meest recent"),
    "sv": ("senast", "sist"),
    "da": ("senest", "sidst"),
    "nb": ("sist",),
    "fi": ("viimeksi", "viimeisi", "viimein"),
    "hu": ("utoljára", "legutóbb", "utolsó"),
    "el": ("τελευταί", "πιο πρόσφατ"),
    "sw": ("mwisho", "hivi karibuni"),
    "tl": ("huli", "pinakahuli"),
}
# What makes of it the time before the last, or a span of time.
_NOT_LATEST = {"en": ("last year", "last month", "last week", "before last"), "de": ("letztes jahr", "letzten monat")}
_UNSPACED = frozenset({"zh", "ja", "th"})


def asks_for_latest(question: str, lang: str) -> bool:
    primary = {"no": "nb", "nn": "nb", "fil": "tl"}.get(lang.split("-")[0], lang.split("-")[0])
    text = unicodedata.normalize("NFC", question).casefold()
    if any(phrase in text for phrase in _NOT_LATEST.get(primary, ())):
        return False
    return any(_stands(unicodedata.normalize("NFC", word), text, primary) for word in _LATEST.get(primary, ()))


def _stands(word: str, text: str, lang: str) -> bool:
    begins = "" if lang in _UNSPACED else r"(?<![\p{L}\p{M}])"
    return regex.search(begins + regex.escape(word), text) is not None
