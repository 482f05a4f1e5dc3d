"""Whether a question asks for the first of several times: "when … for the first time", "впервые", "初めて".

Of the times that are about as well supported the earliest is then the answer. Unlike "last" (:mod:`rag.answer.recency`)
the word is left in the question: what was the first is mostly called so, and not told by its date. A language that is
missing here gets the best supported time.
"""

from __future__ import annotations

import unicodedata

import regex

from rag.answer.phrases import UNSPACED, WORD_ENDS, Phrases, says, shared

_FIRST: Phrases = {
    "en": ("first",),
    "id": ("pertama",),
    "ms": ("pertama",),
    "ru": ("впервые", "первый", "первая", "первое", "первого", "первой", "первую", "первые", "первом"),
    "uk": ("вперше", "перший", "перша", "перше", "першого", "першої", "першу"),
    "be": ("упершыню", "першы", "першая"),
    "bg": ("първи път", "първия", "първият", "първата"),
    "sr": ("први пут", "prvi put"),
    "hr": ("prvi put",),
    "bs": ("prvi put",),
    "pl": ("pierwszy", "pierwsza", "pierwsze", "pierwszego", "pierwszej", "pierwszą"),
    "cs": ("poprvé", "první"),
    "sk": ("prvýkrát", "prvý raz", "po prvý"),
    "ar": ("لأول مرة", "أول مرة", "للمرة الأولى", "أول"),
    "fa": ("نخستین", "اولین"),
    "ur": ("پہلی بار", "پہلی مرتبہ"),
    "he": ("לראשונה", "הראשון", "הראשונה"),
    "zh": ("第一次", "首次", "首度", "初次", "头一次", "頭一次"),
    "ja": ("初めて", "はじめて", "最初", "初の"),
    "ko": ("처음", "첫", "최초"),
    "th": ("ครั้งแรก",),
    "hi": ("पहली बार", "पहला", "पहली", "प्रथम"),
    "bn": ("প্রথম", "প্রথমবার"),
    "ta": ("முதல் முறை", "முதன்முத", "முதன்முறை"),
    "vi": ("lần đầu", "đầu tiên"),
    "tr": ("ilk", "İlk"),
    "es": ("primera vez", "primer", "primera", "primero"),
    "pt": ("primeira vez", "primeiro", "primeira"),
    "fr": ("première fois", "premier", "première"),
    "it": ("prima volta", "primo", "la prima"),
    "ro": ("prima dată", "prima oară", "primul"),
    "de": ("erstmals", "erste", "ersten", "erster", "erstes"),
    "nl": ("voor het eerst", "eerste"),
    "sv": ("första",),
    "da": ("første",),
    "no": ("første",),
    "fi": ("ensimmäinen", "ensimmäisen", "ensi kertaa", "ensi kerran"),
    "hu": ("először", "első"),
    "el": ("πρώτη", "πρώτο", "πρώτος"),
    "sw": ("mara ya kwanza",),
    "tl": ("unang",),
}
_INFLECTED = frozenset({"ko", "ta"})
"""Languages in which these are beginnings of words."""
# Offices, wars and the like that are called so; a space stands for a hyphen, too.
_CALLED: Phrases = {
    "en": ("first lady", "first minister", "first deputy", "first world war", "first name", "first class"),
    "id": ("perang dunia pertama",),
    "ru": (
        "первая леди", "первой леди", "первую леди", "первой мировой", "первая мировая", "первую мировую",
        "первый канал", "первого канала", "первый заместитель", "первый вице",
    ),
    "uk": ("перша світова", "першої світової", "перша леді", "першої леді"),
    "pl": ("pierwsza dama", "pierwszej damy", "pierwsza wojna światowa", "pierwszej wojny światowej"),
    "ar": ("أول أمس", "أول من أمس"),
    "he": ("מלחמת העולם הראשונה",),
    "zh": ("第一次世界大战", "第一次世界大戰"),
    "ja": ("当初の", "年初の", "月初の"),
    "hi": ("प्रथम विश्व युद्ध", "प्रथम महिला"),
    "bn": ("প্রথম আলো", "প্রথম বিশ্বযুদ্ধ"),
    "tr": ("ilk yardım",),
    "es": ("primer ministro", "primera ministra", "primera dama", "primera guerra mundial", "primera división"),
    "pt": ("primeiro ministro", "primeira ministra", "primeira dama", "primeira guerra mundial"),
    "fr": ("premier ministre", "première ministre", "première dame", "première guerre mondiale", "premier league"),
    "it": ("primo ministro", "prima ministra", "prima guerra mondiale", "primo cittadino"),
    "ro": ("primul ministru", "primul război"),
    "de": ("ersten weltkrieg", "erste weltkrieg", "ersten weltkriegs", "erste republik", "ersten republik"),
    "nl": ("eerste kamer", "eerste minister", "eerste wereldoorlog"),
    "sv": ("första världskriget",),
    "da": ("første verdenskrig",),
    "no": ("første verdenskrig",),
    "fi": ("ensimmäisen maailmansodan", "ensimmäinen maailmansota"),
}  # fmt: skip


def asks_for_first(question: str, lang: str) -> bool:
    language = shared(lang)
    text = unicodedata.normalize("NFC", question)
    for phrase in _CALLED.get(language, ()):
        called = regex.escape(unicodedata.normalize("NFC", phrase), literal_spaces=True).replace(" ", "[ -]")
        edge = "" if language in UNSPACED else WORD_ENDS
        text = regex.sub(called + edge, " ", text, flags=regex.IGNORECASE)
    return says(_FIRST, text, lang, whole=language not in _INFLECTED)
