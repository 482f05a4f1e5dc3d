"""Whether a question asks for the last of several times: "when did … last …", "terakhir", "в последний раз".

Several articles may then each tell of one time, all of them true; the latest is the answer. Which is last is no
matter of reading: the question is read without that word, for any such time, and the times are compared. A language
that is missing here gets the best supported one.
"""

from __future__ import annotations

import unicodedata

import regex

from rag.answer.phrases import UNSPACED, WORD_ENDS, Phrases, is_date, pattern, says, shared

_LATEST: Phrases = {
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
    "ar": ("آخر مرة", "لآخر مرة", "آخر", "الأخير", "الأخيرة", "الاخيرة", "مؤخرا", "مؤخرًا", "مؤخراً", "أحدث"),
    "fa": ("آخرین", "اخیر"),
    "ur": ("آخری", "پچھلی بار"),
    "he": ("לאחרונה", "האחרון", "האחרונה"),
    "zh": ("上一次", "上次", "最后一次", "最後一次", "最近", "最新"),
    "ja": ("最後に", "最後の", "最近", "直近", "最新", "前回"),
    "ko": ("마지막", "최근", "가장 최근"),
    "th": ("ล่าสุด", "ครั้งสุดท้าย", "หลังสุด"),
    "hi": ("आख़िरी", "आखिरी", "अंतिम", "पिछली बार", "हाल में", "हाल ही में", "हाल का", "हाल के", "हाल की", "हालिया"),
    "bn": ("শেষবার", "সর্বশেষ", "শেষ কবে"),
    "ta": ("கடைசி", "சமீபத்தி"),
    "vi": ("lần cuối", "gần đây nhất", "mới nhất", "lần gần nhất"),
    "tr": ("son kez", "en son", "son defa", "son olarak"),
    "es": ("última", "último", "últimamente", "últimas", "últimos", "más reciente", "más recientes"),
    "pt": ("última", "último", "ultimamente", "últimas", "últimos", "mais recente", "mais recentes"),
    "fr": (
        "dernière",
        "dernières",
        "dernièrement",
        "dernier",
        "derniers",
        "plus récent",
        "plus récente",
        "plus récents",
        "plus récentes",
    ),
    "it": ("ultima", "ultimo", "ultimamente", "ultime", "ultimi", "più recente", "più recenti"),
    "ro": ("ultima", "ultimei", "ultimul", "ultimului", "ultimii", "ultimele", "cel mai recent", "cea mai recentă"),
    "de": ("zuletzt", "letzt", "jüngst"),
    "nl": ("laatst", "meest recent"),
    "sv": ("senast", "senaste", "sist", "sista"),
    "da": ("senest", "seneste", "sidst", "sidste"),
    "no": ("sist", "siste"),
    "fi": ("viimeksi", "viimeisi", "viimein"),
    "hu": ("utoljára", "legutóbb", "utolsó"),
    "el": ("τελευταί", "πιο πρόσφατ"),
    "sw": ("mwisho", "hivi karibuni"),
    "tl": ("huli", "pinakahuli"),
}
# Their words stand as a whole: longer ones mean something else ("ultimatum", "हालत").
_WHOLE = frozenset({"ar", "da", "es", "fr", "hi", "it", "no", "pt", "ro", "sv"})
# What makes something else of it.
_NOT_LATEST: Phrases = {
    "en": ("before last", "last name", "how long", "last week"),
    "de": ("letzte woche", "letzter woche", "letzten woche", "letztlich", "letztendlich"),
    "fr": ("semaine dernière",),
    "es": ("última semana",),
    "pt": ("última semana",),
    "it": ("ultima settimana",),
    "nl": ("laatste week",),
    "ru": ("последней недел", "последнюю недел"),
}
# What stands beside such a word and means nothing without it: "the ... time", "в ... раз", "... kali".
_BEFORE = {
    "en": "(?:for the |the |on the )?",
    "ru": "(?:в )?",
    "uk": "(?:в |у )?",
    "pl": "(?:po raz )?",
    "es": "(?:por |la |el |de )*",
    "pt": "(?:pela |a |o )*",
    "fr": "(?:pour |la |le )*",
    "it": "(?:per |l[’']|la |più )*",
    "de": "(?:zum |das )?",
    "nl": "(?:voor |het |de )*",
    "sv": "(?:för )?",
    "ro": "(?:pentru )?",
    "el": "(?:για |την |τη )*",
    "sw": "(?:kwa mara ya |mara ya )?",
    "ar": "ل?",
    "vi": "",
}
_AFTER = {
    "en": "(?:ly)?(?: time)?",
    "id": "(?: kali| kalinya)?",
    "ms": "(?: kali)?",
    "ru": r"\p{L}*(?: раз)?",
    "uk": r"\p{L}*(?: раз| разу)?",
    "hi": "(?: बार)?",
    "ur": "(?: بار)?",
    "fa": "(?: بار)?",
    "bn": "(?:বার)?",
    "ar": "(?: مرة| مرّة)?",
    "zh": "(?:一次)?",
    "ko": "(?:으로|에|의)?",
    "tr": "(?: kez| defa| olarak)?",
    "es": "(?: vez)?",
    "pt": "(?: vez)?",
    "fr": "(?: fois)?",
    "it": "(?: volta)?",
    "de": r"\p{L}*(?: Mal)?",
    "nl": r"\p{L}*(?: keer)?",
    "sv": "(?: gången)?",
    "ro": "(?: dată| oară)?",
    "el": r"\p{L}*(?: φορά)?",
}


def asks_for_latest(question: str, lang: str) -> bool:
    text = unicodedata.normalize("NFC", question).casefold()
    if any(phrase in text for phrase in _NOT_LATEST.get(shared(lang), ())):
        return False
    return says(_LATEST, question, lang, whole=shared(lang) in _WHOLE)


def without_latest(question: str, lang: str) -> str:
    """The question for any of the times that it asks for the last of; itself where it does not.

    "When did Putin last visit Pyongyang?" -> "When did Putin visit Pyongyang?"
    """
    if not asks_for_latest(question, lang):
        return question
    language = shared(lang)
    rest = "" if language in UNSPACED or language == "ko" else WORD_ENDS
    inflected = _AFTER.get(language, "" if language in UNSPACED else r"\p{L}*")
    word = pattern(_LATEST, language, _BEFORE.get(language, "")) + inflected + rest
    text = unicodedata.normalize("NFC", question)

    def left(match: regex.Match[str]) -> str:
        return match.group() if is_date(match.span(), text, lang) else " "

    shorter = " ".join(regex.sub(word, left, text, flags=regex.IGNORECASE).split())
    shorter = regex.sub(r"\s+([?？!.。,،؟])", r"\1", shorter)
    return shorter if regex.search(r"\p{L}.*\p{L}", shorter) else question
