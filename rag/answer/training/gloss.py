"""Questions glossed word by word into other languages: the reader meets questions and passages in different ones.

Code-switched training data aligns languages for which no parallel questions exist (Qin et al. 2020, "CoSDA-ML",
arXiv 2006.06402). The dictionaries are FreeDict's English-X, as Debian installs them (``dict-freedict-eng-*``): a
``.dict.dz`` of entries and an ``.index`` of their places. Languages meet in English: an Indonesian word becomes the
English word that it translates, then a Hindi one.
"""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_NAME = "freedict-eng-{}.index"
_DIGITS = {char: i for i, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}
# FreeDict names languages by ISO 639-3.
LANGS = {"ara": "ar", "deu": "de", "fra": "fr", "hin": "hi", "ind": "id", "jpn": "ja", "rus": "ru", "spa": "es"}
LANGS |= {"tur": "tr", "por": "pt", "ita": "it", "pol": "pl", "ell": "el", "fin": "fi", "swh": "sw", "hun": "hu"}
_UNSPACED = {"ja"}
_WORD = re.compile(r"[^\W\d_]+")
_ASIDES = re.compile(r"\([^)]*\)|<[^>]*>|\[[^]]*\]|^\s*\d+\.\s*|\s\d+\.\s*$|[~]")
_LONGEST = 24  # characters of a translation that is a word, not an explanation
_MEANINGS = 2  # of a word: the usual ones
_SENSE = re.compile(r"^\s*\d+\.\s")
_STAYS = 0.12  # of the words stay as they are: people mix languages, and dictionaries have holes
# Words are looked up as they are, then without these beginnings and endings.
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_CLITICS = ("kah", "nya", "lah", "kan", "i")
_PREFIXES = ("meng", "mem", "men", "me", "di", "ber", "ter")


@dataclass(frozen=True)
class Dictionary:
    """From English to one language: lower-case headword -> its usual translations."""

    lang: str
    entries: Mapping[str, tuple[str, ...]]

    @cached_property
    def reverse(self) -> dict[str, str]:
        """Word of the language -> an English headword: the shortest, as that is seldom a compound."""
        found: dict[str, str] = {}
        for word in sorted(self.entries, key=lambda word: (len(word), word)):
            for translation in self.entries[word]:
                found.setdefault(translation.casefold(), word)
        return found

    def english(self, word: str) -> str | None:
        """The English headword that ``word`` translates, in whatever form Indonesian gives it."""
        forms = [word]
        if self.lang == "id":
            forms += [word.removesuffix(ending) for ending in _CLITICS]
            forms += [form.removeprefix(prefix) for form in forms for prefix in _PREFIXES if form.startswith(prefix)]
        return next((self.reverse[form] for form in forms if form in self.reverse), None)

    @cached_property
    def longest_match(self) -> re.Pattern[str]:
        """Words in running text without spaces, longest first."""
        words = sorted(filter(_is_content, self.reverse), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)))


def _is_content(word: str) -> bool:
    """Not a particle or an ending: those are in hiragana."""
    return len(word) > 3 or (len(word) > 1 and not all("\u3040" <= char <= "\u309f" for char in word))


def load(folder: Path) -> dict[str, Dictionary]:
    """The dictionaries that are installed in ``folder``, by language; none is no error."""
    found = {}
    for code, lang in sorted(LANGS.items()):
        if (folder / _NAME.format(code)).exists():
            found[lang] = Dictionary(lang, _entries(folder, code))
    return found


def _entries(folder: Path, code: str) -> dict[str, tuple[str, ...]]:
    index = folder / _NAME.format(code)
    with gzip.open(index.with_suffix(".dict.dz")) as file:
        data = file.read()
    entries: dict[str, list[str]] = {}
    for line in index.read_text(encoding="utf-8").splitlines():
        word, offset, size = line.split("\t")[:3]
        word = word.casefold()
        if not all(map(_WORD.fullmatch, word.split(" "))) or word.count(" ") > 1:
            continue
        known = entries.setdefault(word, [])
        start = _number(offset)
        body = data[start : start + _number(size)].decode("utf-8", "replace").split("\n")[1:]
        known += [text for text in _translations(body) if text not in known and len(known) < _MEANINGS]
    return {word: tuple(translations) for word, translations in entries.items() if translations}


def _translations(body: list[str]) -> list[str]:
    """The first equivalent of each sense of an entry, without grammar and asides."""
    lines = [line for line in body if line.strip()]
    found = []
    for line in lines[:1] + [line for line in lines[1:] if _SENSE.match(line)]:
        first = re.split(r"[,;/|.]\s", _ASIDES.sub(" ", line) + " ")[0]
        text = " ".join(first.split()).strip(" .,;:!?\"'-")
        if text and len(text) <= _LONGEST and text.count(" ") < 3:
            found.append(text)
    return found[:_MEANINGS]


def _number(text: str) -> int:
    value = 0
    for char in text:
        value = value * 64 + _DIGITS[char]
    return value


def sometimes_glossed(
    question: str, lang: str, dictionaries: Mapping[str, Dictionary], share: float, rng: random.Random
) -> tuple[str, str]:
    """In ``share`` of the cases the question in any other language that it can be glossed into; and its language."""
    if not dictionaries or not (lang == "en" or lang in dictionaries) or rng.random() >= share:
        return question, lang
    target = rng.choice([target for target in ("en", *dictionaries) if target != lang])
    return gloss(question, lang, target, dictionaries, rng), target


def gloss(question: str, lang: str, target: str, dictionaries: Mapping[str, Dictionary], rng: random.Random) -> str:
    """``question`` of ``lang`` with the words that the dictionaries know in ``target``; names and numbers stay."""
    pieces, position = [], 0
    for start, end, written in gloss_words(question, lang, target, dictionaries, rng):
        pieces += [question[position:start], written]
        position = end
    return " ".join("".join([*pieces, question[position:]]).split())


def gloss_words(
    text: str, lang: str, target: str, dictionaries: Mapping[str, Dictionary], rng: random.Random
) -> list[tuple[int, int, str]]:
    """The words of ``text`` to replace, in order, and with what."""
    found = []
    unspaced = lang in _UNSPACED
    for match in (dictionaries[lang].longest_match if unspaced else _WORD).finditer(text):
        word = match.group()
        named = word[0].isupper() and match.start() > 0
        if named or rng.random() < _STAYS:
            continue
        english = word.casefold() if lang == "en" else dictionaries[lang].english(word.casefold())
        if english is None:
            continue
        written = english
        if target != "en":
            entries = dictionaries[target].entries
            parts = [english] if english in entries else english.split()
            written = " ".join(rng.choice(_looked_up(part, entries) or (part,)) for part in parts)
        if written != word.casefold():
            found.append((*match.span(), f" {written} " if unspaced else written))
    return found


def _looked_up(word: str, entries: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if word in entries:
        return entries[word]
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and stem in entries:
            return entries[stem]
    return ()
