"""Numbers in words: those that people count with, days of a month, years. ``num2words`` gives most of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rag.ingest.dating.names import key

_LONGEST = 100  # numbers that are read in words
_DAYS = range(1, 32)
_YEARS = range(1900, 2100)
_ERA = {"th": 543}
"""What the years of a language are ahead of the Gregorian ones."""
_MORE: Mapping[str, Mapping[str, int]] = {
    # Forms that ``num2words`` does not give.
    "en": {"a": 1, "an": 1},
    "id": {"se": 1},
    "es": {"un": 1},
    "de": {"einem": 1, "einer": 1},
    "it": {"un": 1},
    "ar": {"ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثماني": 8, "تسع": 9, "عشر": 10},
    "hi": {
        **{"एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "पांच": 5, "छह": 6, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10},
        **{"ग्यारह": 11, "बारह": 12, "तेरह": 13, "चौदह": 14, "पंद्रह": 15, "पन्द्रह": 15, "सोलह": 16, "सत्रह": 17},
        **{"अठारह": 18, "उन्नीस": 19, "बीस": 20, "इक्कीस": 21, "बाईस": 22, "तेईस": 23, "चौबीस": 24, "पच्चीस": 25},
        **{"छब्बीस": 26, "सत्ताईस": 27, "अट्ठाईस": 28, "उनतीस": 29, "तीस": 30, "इकतीस": 31, "चालीस": 40, "पचास": 50},
    },
    "ko": {
        **{"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9},
        **{"열": 10, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50},
    },
    "zh": {"两": 2, "兩": 2},
    "pt": {"duas": 2, "uma": 1},
    "fr": {"une": 1},
    "ru": {"две": 2},
    "uk": {"дві": 2},
    "ro": {"doua": 2, "o": 1},
    "el": {
        **{"μια": 1, "εναν": 1, "ενα": 1, "δυο": 2, "τρεις": 3, "τρια": 3, "τεσσερις": 4, "τεσσερα": 4, "πεντε": 5},
        **{"εξι": 6, "επτα": 7, "εφτα": 7, "οκτω": 8, "οχτω": 8, "εννεα": 9, "εννια": 9, "δεκα": 10, "εντεκα": 11},
        **{"δωδεκα": 12, "δεκατρια": 13, "δεκατεσσερα": 14, "δεκαπεντε": 15, "δεκαεξι": 16, "δεκαεπτα": 17},
        **{"δεκαοκτω": 18, "δεκαεννεα": 19, "εικοσι": 20, "τριαντα": 30, "σαραντα": 40, "πενηντα": 50},
    },
}
_GREEK_TENS = {"εικοσι": 20, "τριαντα": 30}
_LIKE = {"ms": "id"}
"""Languages that count as another does."""
_FIRST = {
    **{"fr": "premier", "es": "primero", "pt": "primeiro", "it": "primo", "el": "πρώτη"},
    **{"id": "satu", "ms": "satu"},
}
"""The first of a month, in languages that count the days from the second on."""
_COUNT_DAYS = frozenset(_FIRST) | {"tr", "th", "hi"}
_ARABIC_DAYS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
_ARABIC_TENS = ("الحادي", *_ARABIC_DAYS[1:9])
_ORDINAL_ENDINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    # Of the last word, and what days have instead; "" where it is as it is.
    "en": {"": ("",)},
    "de": {"": ("n", "r")},
    "nl": {"": ("",)},
    "sv": {"": ("",)},
    "da": {"": ("",)},
    "no": {"": ("",)},
    "fa": {"": ("",)},
    "ru": {"ый": ("ого", "ое"), "ой": ("ого", "ое"), "ий": ("ьего", "ье")},
    "uk": {"ий": ("ого", "е"), "ій": ("ього", "є")},
    "pl": {"gi": ("giego",), "ci": ("ciego",), "y": ("ego",)},
}


@cache
def numbers(lang: str) -> dict[str, int]:
    """The numbers up to a hundred in words, in the form of :func:`~rag.ingest.dating.names.key`; none for a language
    that is not known. ``lang`` is a primary language."""
    from num2words import num2words

    lang = _LIKE.get(lang, lang)
    found = {}
    try:
        found = {key(num2words(number, lang=lang)): number for number in range(1, _LONGEST + 1)}
    except NotImplementedError:
        if lang == "zh":
            found = {num2words(number, lang="ja"): number for number in range(1, _LONGEST + 1)}
    if lang == "tr":
        found |= {key(_turkish(number)): number for number in range(11, _LONGEST)}
    found |= {key(word): number for word, number in _MORE.get(lang, {}).items()}
    if lang == "el":
        found |= {f"{tens} {word}": n + m for tens, n in _GREEK_TENS.items() for word, m in found.items() if m < 10}
    return found


@cache
def spelled_days(lang: str) -> dict[str, int]:
    """The days of a month in words: "второго", "الثاني والعشرين", "vingt-deux"."""
    if lang == "ar":
        teens = [f"{word} عشر" for word in _ARABIC_TENS]
        twenties = [f"{word} والعشرين" for word in _ARABIC_TENS]
        days = [*_ARABIC_DAYS, *teens, "العشرين", *twenties, "الثلاثين", "الحادي والثلاثين"]
        return {key(word): day for day, word in enumerate(days, 1)}
    if lang in _COUNT_DAYS:
        counted = {word: number for word, number in numbers(lang).items() if 1 < number <= _DAYS[-1]}
        return counted | ({key(_FIRST[lang]): 1} if lang in _FIRST else {})
    return {key(word): day for day in _DAYS for word in _ordinals(day, lang)} if lang in _ORDINAL_ENDINGS else {}


def spelled_year(text: str, start: int, lang: str) -> tuple[int, int] | None:
    """The year that stands in words at ``start`` of ``text``, which is folded, and where it ends; None if none does."""
    ahead = text[start : start + _longest_year(lang)].casefold().replace("-", " ")
    for word, year in _years(lang):
        if ahead.startswith(word) and not ahead[len(word) : len(word) + 1].isalpha():
            return year, start + len(word)
    return None


@cache
def _years(lang: str) -> list[tuple[str, int]]:
    """Years in words, longest first."""
    found = {key(word).replace("-", " "): year for year in _YEARS for word in _year_words(year, lang)}
    return sorted(found.items(), key=lambda item: -len(item[0]))


def _longest_year(lang: str) -> int:
    years = _years(lang)
    return len(years[0][0]) + 1 if years else 0


def _year_words(year: int, lang: str) -> list[str]:
    from num2words import num2words

    lang = _LIKE.get(lang, lang)
    year += _ERA.get(lang, 0)
    if lang == "tr":
        century = "bin dokuz yüz" if year < 2000 else "iki bin"
        return [f"{century} {_turkish(year % 100)}".strip()]
    if lang == "ru":
        return [num2words(year, lang="ru", to="ordinal", case="g")]
    if lang in ("en", "de"):
        return [num2words(year, lang=lang, to="year"), num2words(year, lang=lang)]
    if lang == "hi":
        words = [word for word, number in numbers("hi").items() if year == 2000 + number]
        return [f"दो {thousand} {word}" for thousand in ("हज़ार", "हजार") for word in words]
    if lang not in _COUNT_DAYS - {"el"}:
        return []
    return [num2words(year, lang=lang)]


def _ordinals(day: int, lang: str) -> list[str]:
    from num2words import num2words

    written = num2words(day, lang=lang, to="ordinal")
    for ending, others in _ORDINAL_ENDINGS[lang].items():
        if written.endswith(ending):
            stem = written.removesuffix(ending)
            if lang == "pl":  # which inflects both words
                stem = stem.replace("ty ", "tego ")
            return [stem + other for other in others]
    return []


def _turkish(number: int) -> str:
    """Below a hundred, in two words, which ``num2words`` writes in one."""
    from num2words import num2words

    tens, ones = number // 10 * 10, number % 10
    return " ".join(num2words(part, lang="tr") for part in (tens, ones) if part)
