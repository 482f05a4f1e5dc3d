"""Streets, squares and stadiums that are called after a day: "rue du 4-Septembre", "Jalan 17 Agustus"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from rag.ingest.dating.patterns import LETTER
from rag.ingest.dating.written import WrittenDate

if TYPE_CHECKING:
    import regex

_NEAR = 32
"""Characters that are looked at on either side."""
_BEFORE: Mapping[str, str] = {
    # What stands right before such a date; folded, whatever the case.
    "id": r"jalan|jln?\.?|gang|lapangan|stadion|universitas|taman|jembatan|masjid|kampus",
    "ms": r"jalan|jln?\.?|lebuh|lorong|dataran|stadium|taman|jambatan|masjid",
    "ru": r"улиц\w{1,3}|ул\.?|площад\w{1,3}|пл\.?|проспект\w{0,2}|пр\.|бульвар\w{0,2}|сквер\w{0,2}",
    "uk": r"вулиц\w{1,3}|вул\.?|площ\w{1,2}|пл\.?|проспект\w{0,2}|бульвар\w{0,2}|сквер\w{0,2}",
    "pl": r"ulic\w{1,2}|ul\.?|plac\w{0,2}|pl\.?|alej\w{1,2}|al\.?|rond\w{1,2}|stadion\w{0,2}|most\w{0,2}",
    "es": r"(?:calle|avenida|avda?\.?|plaza|paseo|parque|puente|estadio|estacion|hospital|universidad)(?: del?)?",
    "pt": r"(?:rua|avenida|av\.?|praca|largo|ponte|parque|estadio|estacao|bairro|hospital|travessa)(?: d[eoa])?",
    "fr": r"(?:rue|avenue|av\.?|boulevard|bd\.?|place|square|quai|pont|impasse|parc|stade|station|esplanade|lycee) du",
    "it": r"(?:via|viale|piazza|piazzale|corso|largo|parco|stadio|v\.le|p\.zza)(?: del)?",
    "de": r"(?:strasse|straße|platz|platzes|allee|brucke|stadion|weg) des",
    "ar": r"شارع|ميدان|ساحة|جسر|كوبري|ملعب|استاد|حي|مدينة|جامعة|مستشفى|مدرسة|محور|نفق",
    "fa": r"خيابان|ميدان|بلوار|پل|ورزشگاه|بيمارستان",
    "th": r"ถนน|สะพาน|แยก|ซอย",
    "vi": r"đuong|(?<!thanh )pho|quang truong|cong vien|san van đong",
    "el": r"οδος|οδου|οδο|πλατεια|πλατειας|λεωφορος|λεωφορου",
}
_BEHIND: Mapping[str, str] = {
    # What stands right behind it; folded, with its capital.
    "en": r"(?:Avenue|Road|Square|Boulevard|Bridge|Stadium)(?!\w)",
    "tr": r"(?:Cadde|Sokak|Sokag|Bulvar|Meydan|Mahalle|Stadyum|Stadi|Park|Kopru|Universite|Lise|Ilkokul|Ortaokul)",
}
_CAPITALISED = frozenset({"ru", "uk", "pl", "es", "pt", "fr", "it"})
"""Languages that write a month with a small letter, but for such a name: "на площади 9 мая" is a day in a square."""
_YEARS = frozenset({"ru", "uk"})
"""Languages that call streets after a year; elsewhere it is that of a building ("el puente de 1998")."""


def is_named_after(item: WrittenDate, text: str, lang: str) -> bool:
    """Whether a day, or a year alone, is the name of a place in ``text``, which is folded."""
    if item.day is None and (item.month or lang not in _YEARS):
        return False
    if item.day and lang in _CAPITALISED and not any(char.isupper() for char in text[item.start : item.end]):
        return False
    before, behind = _patterns(lang)
    if before is not None and before.search(text[max(0, item.start - _NEAR) : item.start]):
        return True
    return behind is not None and item.day is not None and behind.match(text, item.end) is not None


@cache
def _patterns(lang: str) -> tuple[regex.Pattern[str] | None, regex.Pattern[str] | None]:
    import regex

    begins, ends = ("", " ?$") if lang == "th" else (rf"(?<!{LETTER})", " $")
    before, behind = _BEFORE.get(lang), _BEHIND.get(lang)
    return (
        regex.compile(rf"{begins}(?:{before}){ends}", regex.IGNORECASE) if before else None,
        regex.compile(rf" {behind}") if behind else None,
    )
