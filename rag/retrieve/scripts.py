"""Which script a language is written in (CLDR's likely subtags)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_OF_SEVERAL = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Hani", "Hira", "Kana"), "Kore": ("Hang",)}


def written_in(lang: str, word: str) -> bool:
    """Whether a language (BCP-47) is written in the script of a word's first letter; yes where CLDR does not know."""
    pattern = _letters(lang.split("-")[0])
    return pattern is None or pattern.match(word) is not None


@cache
def _letters(lang: str) -> regex.Pattern[str] | None:
    import regex
    from babel.core import get_global

    likely = get_global("likely_subtags").get(lang, "").split("_") if lang != "und" else []
    if len(likely) < 2:
        return None
    names = _OF_SEVERAL.get(likely[1], (likely[1],))
    try:
        return regex.compile("|".join(rf"\p{{Script={name}}}" for name in names))
    except regex.error:  # a script that Unicode has no letters of
        return None
