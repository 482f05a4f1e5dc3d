"""Whether a question asks for the last of several times: "when did … last …", "terakhir", "в последний раз".

Several articles may then each tell of one time, all of them true; the latest is the answer. Which is last is no
matter of reading: the question is read without that word, for any such time, and the times are compared. A language
that is missing here gets the best supported one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date

import regex

from rag.ingest.dates import find_dates

Phrases = Mapping[str, tuple[str, ...]]
"""Primary language tag -> beginnings of words, or words within text that is written without spaces."""

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
# What makes something else of it.
_NOT_LATEST: Phrases = {
    "en": ("before last", "last name", "how long", "last week"),
    "de": ("letzte woche", "letzter woche", "letzten woche"),
    "fr": ("semaine dernière",),
    "es": ("última semana",),
    "pt": ("última semana",),
    "it": ("ultima settimana",),
    "nl": ("laatste week",),
    "ru": ("последней недел", "последнюю недел"),
}
_UNSPACED = frozenset({"zh", "ja", "th"})
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
    if any(phrase in text for phrase in _NOT_LATEST.get(_primary(lang), ())):
        return False
    return says(_LATEST, question, lang)


def says(words: Phrases, question: str, lang: str, whole: bool = False) -> bool:
    """Whether a question has one of the ``words`` of its language, not as a part of a date; ``whole``: not as the
    beginning of another word, either."""
    primary = _primary(lang)
    text = unicodedata.normalize("NFC", question)
    rest = r"(?:ly)?(?![\p{L}\p{M}])" if primary == "en" else ""  # it has "lasted"
    if whole and primary not in _UNSPACED:
        rest = r"(?![\p{L}\p{M}])"
    found = [match.span() for match in regex.finditer(_word(words, primary) + rest, text, flags=regex.IGNORECASE)]
    return bool(found) and any(not _is_date(span, text, lang) for span in found)


def without_latest(question: str, lang: str) -> str:
    """The question for any of the times that it asks for the last of; itself where it does not.

    "When did Putin last visit Pyongyang?" -> "When did Putin visit Pyongyang?"
    """
    if not asks_for_latest(question, lang):
        return question
    primary = _primary(lang)
    rest = "" if primary in _UNSPACED or primary == "ko" else r"(?![\p{L}\p{M}])"
    inflected = _AFTER.get(primary, "" if primary in _UNSPACED else r"\p{L}*")
    pattern = _word(_LATEST, primary, _BEFORE.get(primary, "")) + inflected + rest
    text = unicodedata.normalize("NFC", question)

    def left(match: regex.Match[str]) -> str:
        return match.group() if _is_date(match.span(), text, lang) else " "

    shorter = " ".join(regex.sub(pattern, left, text, flags=regex.IGNORECASE).split())
    shorter = regex.sub(r"\s+([?？!.。,،؟])", r"\1", shorter)
    return shorter if regex.search(r"\p{L}.*\p{L}", shorter) else question


def _word(words: Phrases, primary: str, before: str = "") -> str:
    """A pattern for the ``words`` of a language, with what may stand ``before``."""
    known = sorted((unicodedata.normalize("NFC", word) for word in words.get(primary, ())), key=len, reverse=True)
    begins = "" if primary in _UNSPACED else r"(?<![\p{L}\p{M}])"
    return f"{begins}{before}(?:{'|'.join(map(regex.escape, known))})" if known else "(?!)"


def _is_date(span: tuple[int, int], text: str, lang: str) -> bool:
    """Whether the word is part of a date: "last year", "l'année dernière", "last Friday"."""
    dates = find_dates(text, lang, date(2000, 1, 1))  # whichever day they are told from
    last = span[1] + 2 * (text[slice(*span)].casefold() == "last")
    return any(span[0] < mention.end and mention.start < last for mention in dates)


def _primary(lang: str) -> str:
    return {"no": "nb", "nn": "nb", "fil": "tl"}.get(lang.split("-")[0], lang.split("-")[0])
