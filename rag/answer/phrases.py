"""Words of a question that say which of several times is asked for, language by language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date

import regex

from rag.ingest.dates import find_dates
from rag.ingest.language import primary

Phrases = Mapping[str, tuple[str, ...]]
"""Primary language tag -> beginnings of words, or words within text that is written without spaces."""
UNSPACED = frozenset({"zh", "ja", "th"})
WORD_ENDS = r"(?![\p{L}\p{M}])"


def says(words: Phrases, question: str, lang: str, whole: bool = False) -> bool:
    """Whether a question has one of the ``words`` of its language, not as a part of a date; ``whole``: not as the
    beginning of another word, either."""
    language = shared(lang)
    text = unicodedata.normalize("NFC", question)
    rest = rf"(?:ly)?{WORD_ENDS}" if language == "en" else ""  # it has "lasted"
    if whole and language not in UNSPACED:
        rest = WORD_ENDS
    found = [match.span() for match in regex.finditer(pattern(words, language) + rest, text, flags=regex.IGNORECASE)]
    return bool(found) and any(not is_date(span, text, lang) for span in found)


def pattern(words: Phrases, language: str, before: str = "") -> str:
    """A pattern for the ``words`` of a language, with what may stand ``before``."""
    known = sorted((unicodedata.normalize("NFC", word) for word in words.get(language, ())), key=len, reverse=True)
    begins = "" if language in UNSPACED else r"(?<![\p{L}\p{M}])"
    return f"{begins}{before}(?:{'|'.join(map(regex.escape, known))})" if known else "(?!)"


def is_date(span: tuple[int, int], text: str, lang: str) -> bool:
    """Whether the word is part of a date: "last year", "l'année dernière", "last Friday"."""
    dates = find_dates(text, lang, date(2000, 1, 1))  # whichever day they are told from
    last = span[1] + 2 * (text[slice(*span)].casefold() == "last")
    return any(span[0] < mention.end and mention.start < last for mention in dates)


def shared(lang: str) -> str:
    """The primary tag under which the words for ``lang`` stand: Norwegian's two forms share theirs."""
    language = primary(lang)
    return "no" if language == "nn" else language
