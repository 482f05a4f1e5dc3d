"""Short answers in the words of the question's language: numbers, and countries and cities as CLDR calls them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import regex

from rag.answer.numbers import in_figures
from rag.answer.time import in_own_digits, locale_of
from rag.index.spelling import unaccented
from rag.ingest.language import primary
from rag.retrieve.places import ALSO_PEOPLE, place_names, places

_NUMBER = regex.compile(r"(?P<value>\d[\d.,'’٫٬\u00a0\u202f ]*?)(?P<percent>\s?[%٪％])?")
_PERCENT = regex.compile(r"(?:\s?[%٪％])?$")
_SPACE = regex.compile(r"\s")
_NO_AMOUNT = regex.compile(r"0\d+|(?:[01]?\d|2[0-3])[.,][0-5]\d|\d+[.,]\d?0|.*[.,]")
"""Serial numbers, times of day, prices and versions: whatever must keep its figures."""
_UNINFLECTED = frozenset({"en", "es", "fr", "id", "it", "ja", "ms", "nl", "pt", "sw", "th", "vi", "zh"})
"""Languages in which names of places have one form: French "Guyane" is none of "Guyana"."""
_GROUPED = regex.compile(r"[^\d]\d{3}(?!\d)")


def worded(text: str, written_in: str, lang: str) -> str:
    """``text`` of an article in the language ``written_in`` as ``lang`` has it: "23.000" of Indonesian is "23,000" in
    English, 평양 "Pyongyang (평양)". Itself where it is neither a number nor a place that CLDR names."""
    meant = meaning(text, written_in)
    if isinstance(meant, Decimal):
        return _number(text, meant, lang)
    named = place_names(lang).get(meant, ()) if meant in place_names(written_in) else ()
    if not named or primary(lang) == primary(written_in) or any(name.casefold() == text.casefold() for name in named):
        return text
    return f"{named[0]} ({text})"


@lru_cache(maxsize=4096)
def meaning(text: str, lang: str) -> Decimal | str:
    """What a short answer means: a number's value, CLDR's identifier of a place that is nobody's name
    ("Jordan"), else its letters in lower case.

    Two that mean the same say the same, whatever their languages.
    """
    if number := _NUMBER.fullmatch(text):
        value = _value(number["value"], lang, is_amount=bool(number["percent"]))
        return text.casefold() if value is None else value
    whole = [place for start, end, place in places(text, lang) if (start, end) == (0, len(text))]
    return whole[0] if whole and _is_name_of(whole[0], text, lang) else text.casefold()


def _is_name_of(place: str, text: str, lang: str) -> bool:
    """Whether ``text``, a form of one of a place's names, means the place."""
    if place in ALSO_PEOPLE:
        return False
    names = {unaccented(name.casefold()) for name in place_names(lang).get(place, ())}
    return primary(lang) not in _UNINFLECTED or unaccented(text.casefold()) in names


def _value(written: str, lang: str, is_amount: bool) -> Decimal | None:
    """The value of figures as ``lang`` writes them; None where they may be no amount, or are none of that language."""
    from babel.numbers import NumberFormatError, parse_decimal

    figures = _SPACE.sub("", in_figures(written))
    if not is_amount and _NO_AMOUNT.fullmatch(figures):
        return None
    try:
        return parse_decimal(figures, locale=locale_of(lang), strict=True, numbering_system="latn")
    except (NumberFormatError, ValueError):
        return None


def _number(text: str, value: Decimal, lang: str) -> str:
    from babel.numbers import format_decimal

    locale, figures = locale_of(lang), in_figures(text)
    grouped = _GROUPED.search(figures) is not None  # a year has no groups
    written = format_decimal(
        value, locale=locale, decimal_quantization=False, group_separator=grouped, numbering_system="latn"
    )
    return in_own_digits(written, locale) + _PERCENT.search(text)[0]
