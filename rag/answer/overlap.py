"""How much of an answer is right: exact match and F1 of words, as SQuAD has them, for every script.

Rajpurkar et al. 2016 (arXiv:1606.05250), without the list of English articles; in scripts that are written without
spaces each character counts as a word, as MLQA and CMRC have it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")


def words(text: str) -> list[str]:
    """Words, or characters in scripts without spaces; vowel signs stay with their letters."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall("".join(char for char in text if unicodedata.category(char)[0] != "M"))


def f1(guess: str, answers: Sequence[str]) -> float:
    """Best overlap of words with any right answer."""
    best, guessed = 0.0, words(guess)
    for answer in map(words, answers):
        common = sum((Counter(guessed) & Counter(answer)).values())
        best = max(best, 2 * common / max(1, len(guessed) + len(answer)))
    return best


def exact(guess: str, answers: Sequence[str]) -> bool:
    return any(words(guess) == words(answer) for answer in answers)
