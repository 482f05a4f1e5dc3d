"""Names of countries and cities in every language, from CLDR: Pyongyang, Пхеньян, 평양, 平壤."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rag.index.spelling import ABJAD, ENDING, UNSPACED, WORD, is_small, script, shared
from rag.ingest.dating.cldr import lineage, locale_table

ALSO_PEOPLE = frozenset(
    {"JO", "TD", "GE", "Australia/Adelaide", "Australia/Darwin", "Australia/Sydney", "America/Denver", "America/Regina"}
)
"""Places of CLDR after which people are called, or that are called after people."""


@dataclass(frozen=True, slots=True)
class _Names:
    """CLDR's names of places in a language, by what a question has where it may name one of them."""

    spaced: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]
    """Edge of the first word (:func:`_edge`) -> places, and the words of their names."""
    unspaced: Sequence[tuple[str, str]]
    """Places, and their names in scripts that set no words apart."""


def places(question: str, lang: str) -> list[tuple[int, int, str]]:
    """Where a question names places of CLDR: those spelled exactly so first, the longest of those that overlap."""
    words = [(*match.span(), match.group()) for match in WORD.finditer(question)]
    names, found = _names(lang), list[tuple[int, int, int, str]]()  # how far from the name, where, which place
    for place, name in names.unspaced:
        at = question.find(name)
        found += [(0, at, at + len(name), place)] if at >= 0 else []
    for i, (_, _, word) in enumerate(words):
        if not is_small(word[0]):
            for place, parts in names.spaced.get(_edge(word), ()):
                found += [(*run, place) for run in _run(words[i : i + len(parts)], parts)]
    kept: list[tuple[int, int, str]] = []
    for _, start, end, place in sorted(found, key=lambda item: (item[1] - item[2], item[0], item[1], item[3])):
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, place))
    return sorted(kept)


def _run(row: Sequence[tuple[int, int, str]], name: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """How many letters of the name the words of ``row`` lack or change, and where they stand; none if they are no form
    of it: "Австралии" is one of "Австрия", too, but lacks more of it than of "Австралия"."""
    written = tuple(word for _, _, word in row)
    if len(written) < len(name) or not all(map(inflected, name, written)):
        return []
    pairs = zip((part.casefold() for part in name), (word.casefold() for word in written), strict=True)
    changed = sum(0 if part == word else 1 + len(part) - shared(part, word) for part, word in pairs)
    return [(changed, row[0][0], row[-1][1])]


@cache
def _names(lang: str) -> _Names:
    spaced: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    unspaced = []
    for place, names in place_names(lang).items():
        for name in names:
            if UNSPACED.search(name):
                unspaced.append((place, name))
            elif parts := tuple(WORD.findall(name)):
                spaced.setdefault(_edge(parts[0]), []).append((place, parts))
    return _Names(spaced, unspaced)


def _edge(word: str) -> str:
    """The letter that all forms of a word (:func:`inflected`) share: its first, or its last where they begin apart."""
    folded = word.casefold()
    return folded[-1] if ABJAD.match(folded) else folded[0]


@lru_cache(maxsize=200_000)
def inflected(name: str, word: str) -> bool:
    """Whether ``word`` may be a form of ``name``: "Корее" of "Корея", "평양을" of "평양", not "Chita" of "China"."""
    name, word = name.casefold(), word.casefold()
    if name == word:
        return True
    if len(word) > len(name) + ENDING:
        return False
    if ABJAD.match(name):
        return word.endswith(name) and len(name) > 2
    if script(name) == "HANGUL":
        return word.startswith(name) and len(name) > 1
    stem = name[: len(name) - (2 if len(name) > 6 else 1 if len(name) > 4 else 0)]
    return word.startswith(stem) and len(name) > 3


@cache
def place_names(lang: str) -> Mapping[str, tuple[str, ...]]:
    """CLDR's identifier of a country or city -> its names in a language; the zone's own name where it has none."""
    names: dict[str, set[str]] = {}
    for locale in lineage(lang.replace("-", "_").split("_")[0]):
        table = locale_table(locale) or {}
        for code, name in table.get("territories", {}).items():
            if code.isalpha():
                names.setdefault(code, set()).add(str(name))
        for zone, written in table.get("time_zones", {}).items():
            city = written.get("city") if isinstance(written, Mapping) else None
            if city and zone in _zones():
                names.setdefault(zone, set()).add(str(city))
    for zone in _zones():
        names.setdefault(zone, {zone.rpartition("/")[2].replace("_", " ")})
    return {place: tuple(sorted(written)) for place, written in names.items()}


@cache
def _zones() -> frozenset[str]:
    """Time zones that are called after a city; English and its kin use the zone's own name for it."""
    zones = (locale_table("ru") or {}).get("time_zones", {})
    return frozenset(zone for zone in zones if "/" in zone and not zone.startswith("Etc/"))
