"""Whether a question asks for the first of several times: "when … for the first time", "впервые", "初めて".

Of the times that are about as well supported the earliest is then the answer. Unlike "last" (:mod:`rag.answer.recency`)
the word is left in the question: what was the first is mostly called so, and not told by its date. A language that is
missing here gets the best supported time.
"""

from __future__ import annotations

from rag.answer.recency import Phrases, says

_FIRST: Phrases = {
    "en": ("first",),
    "id": ("pertama",),
    "ms": ("pertama",),
    "ru": ("впервые", "перв"),
    "uk": ("вперше", "перш"),
    "be": ("упершыню", "перш"),
    "bg": ("първ",),
    "sr": ("први пут", "prvi put"),
    "hr": ("prvi put",),
    "pl": ("pierwsz",),
    "cs": ("poprvé", "první"),
    "sk": ("prvýkrát", "po prvý"),
    "ar": ("لأول مرة", "أول مرة", "للمرة الأولى", "أول", "الأول", "الأولى"),
    "fa": ("نخستین", "اولین"),
    "ur": ("پہلی بار", "پہلی مرتبہ"),
    "he": ("לראשונה", "הראשון", "הראשונה"),
    "zh": ("第一次", "首次", "首度"),
    "ja": ("初めて", "はじめて", "最初", "初の"),
    "ko": ("처음", "첫", "최초"),
    "th": ("ครั้งแรก",),
    "hi": ("पहली बार", "पहला", "पहली", "प्रथम"),
    "bn": ("প্রথম",),
    "ta": ("முதல் முறை", "முதன்முத", "முதன்முறை"),
    "vi": ("lần đầu", "đầu tiên"),
    "tr": ("ilk",),
    "es": ("primer",),
    "pt": ("primeir",),
    "fr": ("premier", "première"),
    "it": ("prima volta", "primo", "la prima"),
    "ro": ("prima", "primul"),
    "de": ("zum ersten", "erstmals", "erste"),
    "nl": ("voor het eerst", "eerste"),
    "sv": ("första",),
    "da": ("første",),
    "nb": ("første",),
    "fi": ("ensimmäi", "ensi kerran"),
    "hu": ("először", "első"),
    "el": ("πρώτη", "πρώτο", "πρώτος"),
    "sw": ("mara ya kwanza",),
    "tl": ("unang",),
}
# Offices, wars and the like that are called so.
_NOT_FIRST: Phrases = {
    "en": ("first lady", "first minister", "first world war", "first name", "first class"),
    "ru": ("первая леди", "первой леди", "первой мировой", "первая мировая"),
    "es": ("primer ministro", "primera ministra", "primera dama", "primera guerra mundial"),
    "pt": ("primeiro-ministro", "primeira-ministra", "primeira-dama", "primeira guerra mundial"),
    "fr": ("premier ministre", "première ministre", "première dame", "première guerre mondiale"),
    "it": ("primo ministro", "prima guerra mondiale"),
    "de": ("ersten weltkrieg", "erste weltkrieg"),
    "ar": ("السيدة الأولى", "الحرب العالمية الأولى"),
    "tr": ("ilk yardım",),
}


def asks_for_first(question: str, lang: str) -> bool:
    return says(_FIRST, _NOT_FIRST, question, lang)
