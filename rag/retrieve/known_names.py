"""How people and cities are called elsewhere, where sound does not tell: 特朗普, 트럼프, Трамп; 北京, Пекин, Pekín.

Parts of names from Wikidata by way of `rigour` (:mod:`rag.retrieve.people_source` makes the file), and those of people
whom news is often about that are missing there, of our own (``newsmakers.txt``: a line a name, its spellings); and the
names of large cities from GeoNames (:mod:`rag.retrieve.cities_source`).
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

from rag.index.spelling import FOREIGN, STEM, UNSPACED, WORD, unaccented

FILE = Path(__file__).with_name("people.txt.xz")
CITIES = Path(__file__).with_name("cities.txt.xz")
_NEWSMAKERS = Path(__file__).with_name("newsmakers.txt")
SEPARATOR = ","
_ENDING = 3
"""Letters that a case or a particle adds, at most."""
_LONGEST = 16
_RUN = regex.compile(r"\p{Han}+|[\p{Thai}]+")
_SURE = 3
"""Chinese characters of a name that are hardly anything else."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name, or part of one, as it stands at ``text[start:end]``, and how it is spelled in any script."""

    start: int
    end: int
    spellings: frozenset[str]


def known_names(text: str) -> Iterator[KnownName]:
    """The names that a text (NFC) has, the longest where they overlap.

    Two Chinese characters are a name only if they are a newsmaker's, a large city's or spell foreign names: others are
    mostly words.
    """
    known = _known()
    for match in WORD.finditer(text):
        word = match.group()
        if not UNSPACED.match(word) and (spellings := _spelled(word, known)):
            yield KnownName(match.start(), match.end(), spellings)
    for run in _RUN.finditer(text):
        at = run.start()
        while at < run.end():
            longest = min(_LONGEST, run.end() - at)
            found = next((n for n in range(longest, 1, -1) if _is_name(text[at : at + n], known)), 0)
            if found:
                yield KnownName(at, at + found, _spellings(known[text[at : at + found]]))
            at += found or 1


def _is_name(run: str, known: Mapping[str, tuple[int, ...]]) -> bool:
    if run not in known:
        return False
    is_in_the_news = known[run][-1] >= len(_lines()) - len(_newsmakers())  # their lines are the last
    return len(run) >= _SURE or FOREIGN.issuperset(run) or is_in_the_news


def _spelled(word: str, known: Mapping[str, tuple[int, ...]]) -> frozenset[str]:
    """Spellings of a word or of what it is without an ending."""
    folded = _folded(word)
    shortest = 2 if "\uac00" <= word[0] <= "\ud7a3" else STEM
    for length in range(len(folded), max(shortest, len(folded) - _ENDING) - 1, -1):
        if numbers := known.get(folded[:length]):
            return _spellings(numbers)
    return frozenset()


def _spellings(numbers: tuple[int, ...]) -> frozenset[str]:
    return frozenset(word for number in numbers for word in _lines()[number].split(SEPARATOR))


def _folded(word: str) -> str:
    """In small letters, Latin ones without accents."""
    return unaccented(word.casefold())


@lru_cache(maxsize=1)
def _lines() -> tuple[str, ...]:
    return (*lzma.decompress(FILE.read_bytes()).decode().split("\n"), *_newsmakers())


@lru_cache(maxsize=1)
def _newsmakers() -> tuple[str, ...]:
    """Those of whom two Chinese characters say enough: people in the news, and cities."""
    cities = lzma.decompress(CITIES.read_bytes()).decode().split("\n")
    return (*_NEWSMAKERS.read_text(encoding="utf-8").splitlines(), *cities)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[int, ...]]:
    """Spelling -> the lines that have it."""
    known: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_lines()):
        for word in line.split(SEPARATOR):
            known[word] = (*known.get(word, ()), number)
    return known
