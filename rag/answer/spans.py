"""From the reader's logits to stretches of the passage: candidates, and edges that a person would choose."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

LONGEST = 48  # tokens of an answer
_WEIGHED = 40  # candidates of a window that share its probability
_KEPT = frozenset("%‰٪％#＃@＠*&＆§")  # punctuation by Unicode's book, but part of what it stands next to
_QUOTES = frozenset("\"'＂＇")  # open and close with the same sign
_PAIRS = dict(zip("([{（［｛「『《〈【〔“‘«‹„‚", ")]}）］｝」』》〉】〕”’»›“‘", strict=True))
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` (inclusive) of a window's passage, and the probability that the answer is there,
    given that the window holds one: its own, and that of candidates that mostly coincide with it."""

    first: int
    last: int
    probability: float


def candidates(start: Tensor, end: Tensor, temperature: float = 1.0, most: int = 5) -> list[Candidate]:
    """The best spans that do not overlap, best first, from the ``[n]`` logits of the passage's tokens."""
    import torch

    count = len(start)
    longest = min(LONGEST, count)
    ends = torch.nn.functional.pad(end, (0, longest - 1), value=-torch.inf).unfold(0, longest, 1)
    shares = ((start[:, None] + ends) / temperature).flatten().softmax(0)
    weights, places = shares.topk(min(_WEIGHED, len(shares)))
    found = [
        (place // longest, place // longest + place % longest, weight)
        for place, weight in zip(places.tolist(), weights.tolist(), strict=True)
        if weight > 0
    ]
    chosen: list[Candidate] = []
    for first, last, _ in found:
        if len(chosen) == most:
            break
        if all(last < other.first or first > other.last for other in chosen):
            share = sum(weight for a, b, weight in found if _overlap(first, last, a, b) >= 0.5)
            chosen.append(Candidate(first, last, min(1.0, share)))
    return chosen


def _overlap(first: int, last: int, other_first: int, other_last: int) -> float:
    """Intersection over union of two inclusive ranges."""
    common = min(last, other_last) - max(first, other_first) + 1
    return max(0, common) / (last - first + other_last - other_first + 2 - common)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """``start``, ``end`` moved so that the span cuts no character or number and has no dangling punctuation.

    Tokens may split a letter from its vowel sign (Thai, Devanagari) or a number in two; brackets and quotation marks
    stay when their partner is inside, a last full stop when the word has another (``U.S.``). Empty where
    nothing is left.
    """
    while start > 0 and start < end and _joins(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and start < end and _joins(text[end - 1], text[end]):
        end += 1
    while start < end and _dangles_first(text, start, end):
        start += 1
    while start < end and _dangles_last(text, start, end):
        end -= 1
    return start, end


def _joins(left: str, right: str) -> bool:
    """Whether no answer may begin or end between the two characters."""
    kinds = unicodedata.category(left), unicodedata.category(right)
    return (kinds[1][0] == "M" and not left.isspace()) or kinds == ("Nd", "Nd") or left == "\u200d" or right == "\u200d"


def _dangles_first(text: str, start: int, end: int) -> bool:
    char, rest = text[start], text[start + 1 : end]
    if not _is_edge(char) or char in _KEPT:
        return False
    if char in "-−+" and rest[:1].isdecimal():
        return False
    if char in _QUOTES:
        return rest.count(char) % 2 == 0
    return char not in _PAIRS or rest.count(_PAIRS[char]) <= rest.count(char)


def _dangles_last(text: str, start: int, end: int) -> bool:
    char, rest = text[end - 1], text[start : end - 1]
    if not _is_edge(char) or char in _KEPT:
        return False
    if char in _QUOTES:
        return rest.count(char) % 2 == 0
    if char == ".":
        word = rest.split()[-1:]
        return not (word and "." in word[0].strip("."))
    if char in _OPENERS:
        return rest.count(_OPENERS[char]) <= rest.count(char)
    return True


def _is_edge(char: str) -> bool:
    return char.isspace() or unicodedata.category(char)[0] in "PCZ"
