"""Names across scripts: what a question names, found in passages of any language.

Encoders are weak on names, and names are what news is about. Three bridges lead from one spelling to another:

- **Romanisation** (`anyascii`): Путин, 푸틴, पुतिन and Putin become the same letters. Words match by a common beginning,
  so that case endings count: "Путина", "Putin's", "푸틴이".
- **Consonants**: scripts differ most in how they write vowels (Arabic and Hebrew hardly do), so words of two scripts
  are also compared by their consonants, those of one kind as one (Soundex, Russell 1918, over romanised letters).
- **CLDR's names** of countries and of the cities that time zones are called after: Pyongyang, Пхеньян, 평양, 平壤.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

import regex
from anyascii import anyascii

from rag.ingest.dates import find_dates
from rag.ingest.dating.cldr import lineage, locale_table

_WORD = regex.compile(r"[\p{Katakana}ー]{2,}|[\p{L}\p{M}--[\p{Han}\p{Katakana}\p{Hiragana}ー]]+", regex.V1)
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_ABJAD = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
_KATAKANA = regex.compile(r"\p{Katakana}")
# What Arabic and Hebrew write in one with a word, romanised.
_ARTICLES = ("wal", "bal", "lil", "al", "w", "b", "l", "h")
_NOUNS_IN_CAPITALS = frozenset({"de", "lb", "nds", "gsw"})
_COMMON = 0.25  # share of passages that have it: more, and it is hardly a name
_ENDING = 4  # letters that a case or a particle adds, at most
_STEM = 4  # letters that two forms of a name share, at least
_CONSONANTS = 3  # that two spellings share, at least
# Romanised consonants by kind: what languages confuse when they borrow a name.
_KINDS = {
    **dict.fromkeys("bpfv", "P"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("szcjx", "S"),
    **dict.fromkeys("kgq", "K"),
    **dict.fromkeys("lr", "R"),
    **dict.fromkeys("mn", "N"),
}


@lru_cache(maxsize=100_000)
def romanised(word: str) -> str:
    """Lower-case ASCII letters of a word, doubled ones once."""
    letters = regex.sub(r"[^a-z]", "", anyascii(unicodedata.normalize("NFC", word)).casefold())
    return regex.sub(r"(.)\1", r"\1", letters)


@lru_cache(maxsize=100_000)
def skeletons(word: str) -> frozenset[str]:
    """The kinds of the consonants of a word as written, in every way that it may be cut and read."""
    letters = romanised(word)
    forms = {letters}
    if _ABJAD.match(word):
        forms |= {letters.removeprefix(article) for article in _ARTICLES if len(letters) - len(article) > 2}
    if _KATAKANA.match(word):
        forms.add(letters.replace("ch", "t").replace("ts", "t"))
    found = (regex.sub(r"(.)\1+", r"\1", "".join(_KINDS.get(letter, "") for letter in form)) for form in forms)
    return frozenset(skeleton for skeleton in found if len(skeleton) >= _CONSONANTS)


def _terse(word: str) -> bool:
    """Whether its script writes so few of a name's sounds that three consonants must do."""
    return bool(_ABJAD.match(word) or _KATAKANA.match(word))


def same_name(one: str, other: str) -> bool:
    """Whether two romanised words are one name, but for a case ending."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _STEM or len(long) - len(short) > _ENDING:
        return False
    common = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return common >= max(_STEM, len(short) - 1)


def _surely(word: str, other: str) -> bool:
    """Whether words that may be the same name share enough of it that it is hardly by chance."""
    one, two = romanised(word), romanised(other)
    shared = skeletons(word) & skeletons(other)
    if any(len(skeleton) > _CONSONANTS for skeleton in shared) or (shared and (_terse(word) or _terse(other))):
        return True
    return one == two or (same_name(one, two) and min(len(one), len(two)) > _STEM)


def script(word: str) -> str:
    """The first word of Unicode's name of its first letter: LATIN, CYRILLIC, HANGUL …"""
    return unicodedata.name(word[0], "").partition(" ")[0]


@dataclass(frozen=True, slots=True)
class Text:
    """A text made ready for looking names up in it."""

    lang: str
    folded: str
    words: tuple[str, ...]
    """As written, each once; only those that scripts set apart."""


@lru_cache(maxsize=20_000)
def prepared(text: str, lang: str) -> Text:
    text = unicodedata.normalize("NFC", text)
    return Text(lang, text.casefold(), tuple(dict.fromkeys(_WORD.findall(text))))


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a question. ``place``: CLDR's identifier, where it is a place; ``weight`` is above 0."""

    written: str
    place: str | None = None
    weight: float = 1.0


class Texts:
    """Texts with an index of their words."""

    def __init__(self, texts: Sequence[Text]):
        self.texts = texts
        self._stems: dict[str, set[tuple[str, str]]] = {}
        self._skeletons: dict[str, set[str]] = {}
        self._having: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in text.words:
                self._having.setdefault(word, []).append(number)
        for word in self._having:
            letters = romanised(word)
            self._stems.setdefault(letters[:_STEM], set()).add((letters, word))
            for skeleton in skeletons(word):
                self._skeletons.setdefault(skeleton, set()).add(word)

    @cached_property
    def uncapitalised(self) -> frozenset[str]:
        """Romanised words that stand somewhere without a capital, though the script has them: no names."""
        return frozenset(romanised(word) for word in self._having if word[0].islower())

    def naming(self, name: Name) -> frozenset[int]:
        """The numbers of the texts that have the name, in whatever spelling."""
        found = set(self._spelled(name.written))
        if name.place:
            for lang in {text.lang for text in self.texts}:
                names = place_names(lang).get(name.place, ())
                found |= {n for n, text in enumerate(self.texts) if text.lang == lang and _stands(names, text)}
        return frozenset(found)

    def capitalised(self, word: str) -> frozenset[int]:
        """The numbers of the texts that surely have the word as a name: with a capital, as it never stands without."""
        names = (
            other
            for other in self._same(word)
            if other[0].isupper() and romanised(other) not in self.uncapitalised and _surely(word, other)
        )
        return frozenset(number for other in names for number in self._having[other])

    def _spelled(self, written: str) -> Iterable[int]:
        words = _WORD.findall(written) or [written]
        rows = [{number for same in self._same(word) for number in self._having[same]} for word in words]
        return set.intersection(*rows)

    def _same(self, word: str) -> set[str]:
        letters = romanised(word)
        found = {other for spelled, other in self._stems.get(letters[:_STEM], ()) if same_name(letters, spelled)}
        for skeleton in skeletons(word):
            enough = len(skeleton) > _CONSONANTS or _terse(word)
            others = (other for other in self._skeletons.get(skeleton, ()) if script(other) != script(word))
            found |= {other for other in others if enough or _terse(other)}
        return found


def names_in(question: str, lang: str, texts: Texts) -> tuple[Name, ...]:
    """The people, places and organisations that a question of ``lang`` names, weighed by their rarity in ``texts``.

    Places are those of CLDR. In scripts with capitals a name is a word that begins with one and never stands in
    ``texts`` without it; elsewhere, and at the beginning of a question, it is one that texts write so, and not many.
    """
    question = unicodedata.normalize("NFC", question)
    found: dict[str, Name] = {}
    taken = [(mention.start, mention.end) for mention in find_dates(question, lang)]
    for start, end, place in _places(question, lang):
        found.setdefault(place, Name(question[start:end], place))
        taken.append((start, end))
    for match in _WORD.finditer(question):
        start, end = match.span()
        if not any(start < b and a < end for a, b in taken) and _is_name(match.group(), start == 0, lang, texts):
            found.setdefault(romanised(match.group()), Name(match.group()))
    return tuple(_weighed(name, texts) for name in found.values())


def _is_name(word: str, first: bool, lang: str, texts: Texts) -> bool:
    if word[0].islower() or romanised(word) in texts.uncapitalised or len(romanised(word)) < 2:
        return False
    primary = lang.split("-")[0]
    if word[0].isupper() and not first and primary not in _NOUNS_IN_CAPITALS:
        return True
    foreign = texts.capitalised(word)
    return len(romanised(word)) > 3 and 0 < len(foreign) < _COMMON * len(texts.texts)


def _weighed(name: Name, texts: Texts) -> Name:
    return replace(name, weight=math.log((len(texts.texts) + 2) / (len(texts.naming(name)) + 1)))


def _places(question: str, lang: str) -> list[tuple[int, int, str]]:
    """Where a question names places of CLDR: those spelled exactly so first, the longest of those that overlap."""
    words = [(*match.span(), match.group()) for match in _WORD.finditer(question)]
    found = []
    for place, names in place_names(lang).items():
        for name in names:
            if _UNSPACED.search(name):
                at = question.find(name)
                found += [(True, at, at + len(name), place)] if at >= 0 else []
            else:
                found += [(*run, place) for run in _runs(words, _WORD.findall(name))]
    kept: list[tuple[int, int, str]] = []
    for _, start, end, place in sorted(found, key=lambda item: (item[1] - item[2], not item[0], item[1], item[3])):
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, place))
    return sorted(kept)


def _runs(words: Sequence[tuple[int, int, str]], name: Sequence[str]) -> list[tuple[bool, int, int]]:
    """Where the words of ``name`` stand in a row (first: whether just so), with a capital if the script has them."""
    runs = []
    for i in range(len(words) - len(name) + 1) if name else ():
        row = words[i : i + len(name)]
        written = [word for _, _, word in row]
        if not written[0][0].islower() and all(map(_inflected, name, written)):
            runs.append((list(name) == written, row[0][0], row[-1][1]))
    return runs


def _stands(names: Iterable[str], text: Text) -> bool:
    """Whether a place's name stands in the text: as it is, or each of its words but for the ending."""
    for name in names:
        if _UNSPACED.search(name):
            if name.casefold() in text.folded:
                return True
        elif all(any(_inflected(word, other) for other in text.words) for word in _WORD.findall(name) or [name]):
            return True
    return False


@lru_cache(maxsize=200_000)
def _inflected(name: str, word: str) -> bool:
    """Whether ``word`` may be a form of ``name``: "Корее" of "Корея", "평양을" of "평양", not "Chita" of "China"."""
    name, word = name.casefold(), word.casefold()
    if name == word:
        return True
    if len(word) > len(name) + _ENDING:
        return False
    if _ABJAD.match(name):
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
