"""Names across scripts: what a question names, and every way in which the archive's own words write it.

Encoders are weak on names, and names are what news is about. The spellings of a name are looked up in the index: words
that romanise alike or share their consonants (:mod:`rag.index.spelling`), and CLDR's names of countries and cities
(:mod:`rag.retrieve.places`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from rag.index.spelling import (
    ABJAD,
    PROCLITICS,
    STEM,
    UNSPACED,
    WORD,
    is_small,
    normalised,
    pairs_of,
    romanised,
    same_name,
    script,
    shared,
    skeletons,
    surely,
    transcribed,
    words_of,
)
from rag.index.words import Way, WordIndex
from rag.ingest.dates import find_dates
from rag.retrieve.known_names import KnownName, known_names
from rag.retrieve.places import inflected, place_names, places
from rag.retrieve.scripts import written_in
from rag.types import Hit

if TYPE_CHECKING:
    import numpy as np

NOUNS_IN_CAPITALS = frozenset({"de", "lb", "nds", "gsw"})
"""Languages that write every noun with a capital."""
BEGINS = regex.compile(r"(?:^|[.?!…。？！])[^\p{L}\p{N}]*$")
"""What stands before a word that begins a sentence."""
_RUN = regex.compile(r"\p{Han}{2,}")
_COMMON = 0.25  # share of passages that have it: more, and it is hardly a name


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a question, the ways in which the archive writes it, and its weight, above 0: its rarity there."""

    written: str
    ways: tuple[Way, ...] = ()
    weight: float = 1.0

    def stands_in(self, tokens: frozenset[str]) -> bool:
        """Whether a text of these tokens (:func:`tokens_of`) has the name, in whatever spelling."""
        return any(all(not part.isdisjoint(tokens) for part in way) for way in self.ways)

    def spelled_in(self, text: str, tokens: frozenset[str]) -> str | None:
        """How ``text``, of these tokens, spells the name in another script than the question, where it does."""
        own, letters = script(self.written), romanised(self.written)
        for way in self.ways:
            found = [
                sorted(part & tokens, key=lambda t: (-shared(letters, romanised(t)), text.find(t))) for part in way
            ]
            if all(found):
                spelled = _run([words[0] for words in found])
                if len(spelled) > 1 and script(spelled) != own and spelled in text:
                    return spelled
        return None


@lru_cache(maxsize=256)
def tokens_of(text: str) -> frozenset[str]:
    return frozenset((*words_of(text), *pairs_of(text)))


def named(names: Sequence[Name], text: str) -> float:
    """Share of ``names``, by weight, that ``text`` has; 1 where the question names nothing."""
    total = sum(name.weight for name in names)
    if not total:
        return 1.0
    tokens = tokens_of(text)
    return sum(name.weight for name in names if name.stands_in(tokens)) / total


def respelled(question: str, names: Sequence[Name], text: str) -> str:
    """The question with the names that ``text`` spells in another script as that does: "Когда Putin …" of English."""
    asked, text = normalised(question), normalised(text)
    for name in names:
        if name.written not in text and (spelled := name.spelled_in(text, tokens_of(text))):
            edges = ("", "") if UNSPACED.match(name.written) else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
            asked = regex.sub(regex.escape(name.written).join(edges), lambda _, spelled=spelled: spelled, asked)
    return asked


def asked_of(question: str, names: Sequence[Name], hits: Sequence[Hit]) -> list[str]:
    """The question as it is put to each hit, with the names as its passage or title spells them: a small reader hardly
    knows Путин for Putin."""
    return [respelled(question, names, f"{hit.title}\n{hit.passage.text}") for hit in hits]


def _run(tokens: Sequence[str]) -> str:
    """The stretch of text that neighbouring tokens come from: words, or pairs of characters that overlap."""
    if not UNSPACED.match(tokens[0]):
        return " ".join(tokens)
    return tokens[0] + "".join(token[len(token) > 1 :] for token in tokens[1:])


def names_in(question: str, lang: str, words: WordIndex) -> dict[Name, np.ndarray]:
    """The people, places and organisations that a question of ``lang`` names, and the passages that have each.

    Places are those of CLDR. In scripts with capitals a name is a word that begins with one and never stands in the
    archive without it; elsewhere, and at the beginning of a question, it is one that the archive writes so, though not
    in many passages. What is written in another script than the question is a name, too: "ispace" in Russian.
    """
    question = normalised(question)
    found: dict[str, tuple[str, tuple[Way, ...]]] = {}
    taken = [(mention.start, mention.end) for mention in find_dates(question, lang)]
    for start, end, place in places(question, lang):
        found.setdefault(place, (question[start:end], _ways_of_place(question[start:end], place, words)))
        taken.append((start, end))
    called = {known.start: known for known in known_names(question)}
    main = _main_script(question)
    for match in WORD.finditer(question):
        start, end = match.span()
        word = match.group()
        is_foreign = _is_foreign(word, lang, main)
        if (is_small(word[0]) and not is_foreign) or any(start < b and a < end for a, b in taken):
            continue
        same = _same(word, words)
        abroad = _ways_abroad(called.pop(start, None), words)
        is_known = bool(abroad) and not words.uncapitalised(romanised(word))
        begins = bool(BEGINS.search(question[:start]))
        is_known |= is_foreign and bool(same) and _is_rare(same, words)
        if is_known or _is_name(word, same, begins, lang, words):
            found.setdefault(romanised(word), (word, (*(((same,),) if same else ()), *abroad)))
    for start, end in transcribed(question):
        if not any(start < b and a < end for a, b in taken) and (same := _same(question[start:end], words)):
            abroad = _ways_abroad(called.pop(start, None), words)
            found.setdefault(question[start:end], (question[start:end], ((same,), *abroad)))
    for run in (run for run in _RUN.findall(question) if _is_foreign(run, lang, main)):
        found.setdefault(run, (run, (tuple(frozenset({pair}) for pair in pairs_of(run)),)))
    for known in called.values():
        written = question[known.start : known.end]
        if UNSPACED.match(written) and not any(known.start < b and a < known.end for a, b in taken):
            found.setdefault(written, (written, _ways_abroad(known, words)))
    rows = {Name(written, ways): words.passages(ways) for written, ways in found.values()}
    return {_weighed(name, len(numbers), words): numbers for name, numbers in rows.items()}


def _main_script(text: str) -> str:
    """The script of most letters."""
    counted = Counter(script(char) for char in text if char.isalpha())
    return max(counted, key=counted.__getitem__, default="")


def _is_foreign(word: str, lang: str, main: str) -> bool:
    """Whether a word is in another script than the language and most of the question."""
    return script(word) != main and not written_in(lang, word)


def _is_name(word: str, same: frozenset[str], first: bool, lang: str, words: WordIndex) -> bool:
    """``same``: the archive's words that may be the same name; ``first``: it begins a sentence."""
    letters = romanised(word)
    if is_small(word[0]) or len(letters) < 2 or words.uncapitalised(letters):
        return False
    if word[0].isupper() and not first and lang.split("-")[0] not in NOUNS_IN_CAPITALS:
        return True
    if len(letters) < STEM:
        return False
    names = frozenset(
        other
        for other in same
        if other[0].isupper() and surely(word, other) and not words.uncapitalised(romanised(other))
    )
    return bool(names) and _is_rare(names, words)


def _is_rare(names: frozenset[str], words: WordIndex) -> bool:
    return len(words.passages([(names,)])) < _COMMON * words.count


def _same(word: str, words: WordIndex) -> frozenset[str]:
    """The archive's words that may be the same name."""
    letters = romanised(word)
    spelled = words.spelled(letters[:STEM]) if len(letters) >= STEM else words.written(letters)
    found = {other for other_letters, other in spelled if same_name(letters, other_letters)} if letters else set()
    for skeleton in skeletons(word):
        found.update(words.sounding(skeleton, word))
    return frozenset(found)


def _ways_abroad(known: KnownName | None, words: WordIndex) -> tuple[Way, ...]:
    """The ways in which the archive writes somebody's name, in scripts where sound does not tell."""
    spellings = sorted(known.spellings if known else ())
    spaced = [spelling for spelling in spellings if not UNSPACED.match(spelling)]
    single = {
        word
        for word in words.beginning(spaced)
        if any(
            word.casefold().startswith(spelling) and same_name(romanised(spelling), romanised(word))
            for spelling in spaced
        )
    }
    unspaced = (tuple(frozenset({pair}) for pair in pairs_of(one)) for one in spellings if one not in spaced)
    ways = [way for way in unspaced if len(words.passages([way]))]
    return (*([(frozenset(single),)] if single else []), *ways)


def _ways_of_place(written: str, place: str, words: WordIndex) -> tuple[Way, ...]:
    """The place as the question has it, and by its names in the archive's languages."""
    names = {name for lang in words.languages for name in place_names(lang).get(place, ())}
    ways = [tuple(_same(word, words) for word in words_of(written))] if words_of(written) else []
    for name in sorted(names | {written}):
        if UNSPACED.search(name):
            ways.append(tuple(frozenset({pair}) for pair in pairs_of(name)))
        else:
            ways.append(tuple(_forms(word, words) for word in WORD.findall(name) or [name]))
    found = dict.fromkeys(way for way in ways if way and all(way))
    single = frozenset().union(*(way[0] for way in found if len(way) == 1))
    return (*([(single,)] if single else []), *(way for way in found if len(way) > 1))


def _forms(word: str, words: WordIndex) -> frozenset[str]:
    """The archive's words that may be forms of a word of a place's name."""
    folded = word.casefold()
    start = folded[: max(1, len(folded) - 2)] if len(folded) > STEM else folded
    joined = PROCLITICS if ABJAD.match(word) else ()  # what belongs before it is written in one with it
    near = words.beginning((start, *(before + folded for before in joined)))
    return frozenset(other for other in near if inflected(word, other))


def _weighed(name: Name, passages: int, words: WordIndex) -> Name:
    return Name(name.written, name.ways, math.log((words.count + 2) / (passages + 1)))
