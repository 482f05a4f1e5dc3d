"""Citations made false on purpose, in the ways in which systems get them wrong, to see whether the product notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import regex

from rag.answer.citations import checked
from rag.types import Article, Citation

_WORD = regex.compile(r"[\p{L}\p{M}]{3,}")
_NAME = regex.compile(r"(?<=\p{L}[\p{L}\p{M},]* )\p{Lu}[\p{L}\p{M}]{2,}")  # not where a sentence begins
_DIGIT = regex.compile(r"\p{Nd}")
_FARTHEST = 20  # characters


@dataclass(frozen=True, slots=True)
class Statement:
    """What an answer claims, in the language of the answer, and one citation for it."""

    claim: str
    lang: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Caught:
    """How many citations of a kind were tried, and how many of them the check refused."""

    tried: int
    refused: int


Corruption = Callable[[Statement, Statement, Random], Statement | None]
"""Of a statement and another answer's: the first made false; None where it cannot be in this way."""


def caught(statements: Sequence[Statement], articles: Mapping[str, Article], seed: int = 0) -> dict[str, Caught]:
    """What the product's check refuses: of the statements as they are (``untouched``), and corrupted in each way.

    ``articles``: by id, all that are cited. The same seed gives the same corruptions, whatever else is corrupted.
    """
    tried: dict[str, list[Statement]] = {"untouched": list(statements)}
    for name, corrupt in CORRUPTIONS.items():
        random = Random(f"{seed}/{name}")
        made = (corrupt(one, other, random) for one, other in _paired(statements, random))
        tried[name] = [one for one in made if one is not None]
    return {name: Caught(len(some), sum(not _holds(one, articles) for one in some)) for name, some in tried.items()}


def _paired(statements: Sequence[Statement], random: Random) -> list[tuple[Statement, Statement]]:
    """Each with one about another article, where there is any."""
    pairs = []
    for one in statements:
        others = [other for other in statements if other.citation.article_id != one.citation.article_id]
        if others:
            pairs.append((one, random.choice(others)))
    return pairs


def _holds(one: Statement, articles: Mapping[str, Article]) -> bool:
    article = articles.get(one.citation.article_id)
    return article is not None and checked(one.claim, one.lang, one.citation, article)


def _swapped(one: Statement, other: Statement, random: Random) -> Statement | None:
    return _quoting(one, other.citation.quote)


def _number(one: Statement, other: Statement, random: Random) -> Statement | None:
    return _quoting(one, _other_digit(one.citation.quote, random))


def _name(one: Statement, other: Statement, random: Random) -> Statement | None:
    return _quoting(one, _replaced(_NAME, one.citation.quote, other.citation.quote, random))


def _word(one: Statement, other: Statement, random: Random) -> Statement | None:
    return _quoting(one, _replaced(_WORD, one.citation.quote, other.citation.quote, random))


def _shifted(one: Statement, other: Statement, random: Random) -> Statement | None:
    by = random.choice([distance for distance in range(-_FARTHEST, _FARTHEST + 1) if distance])
    citation = one.citation
    return replace(one, citation=replace(citation, start=citation.start + by, end=citation.end + by))


def _misattributed(one: Statement, other: Statement, random: Random) -> Statement | None:
    return replace(one, citation=replace(one.citation, article_id=other.citation.article_id))


def _borrowed(one: Statement, other: Statement, random: Random) -> Statement | None:
    """Another answer's citation, true in itself; not one that happens to say the same."""
    if one.claim.casefold() in other.citation.quote.casefold() or one.claim == other.claim:
        return None
    return replace(one, citation=replace(other.citation, n=one.citation.n))


def _claimed_number(one: Statement, other: Statement, random: Random) -> Statement | None:
    return _claiming(one, _other_digit(one.claim, random))


def _claimed_other(one: Statement, other: Statement, random: Random) -> Statement | None:
    return _claiming(replace(one, lang=other.lang), other.claim)


CORRUPTIONS: Mapping[str, Corruption] = {
    "quote of another answer": _swapped,
    "number in quote": _number,
    "name in quote": _name,
    "word in quote": _word,
    "offsets shifted": _shifted,
    "another article": _misattributed,
    "citation of another answer": _borrowed,
    "number or date in claim": _claimed_number,
    "claim of another answer": _claimed_other,
}


def _quoting(one: Statement, quote: str | None) -> Statement | None:
    if quote is None or quote == one.citation.quote:
        return None
    return replace(one, citation=replace(one.citation, quote=quote))


def _claiming(one: Statement, claim: str | None) -> Statement | None:
    """None where the quote has the new claim, too."""
    if claim is None or claim.casefold() in one.citation.quote.casefold():
        return None
    return replace(one, claim=claim)


def _other_digit(text: str, random: Random) -> str | None:
    """One digit changed to another of its script."""
    places = [match.start() for match in _DIGIT.finditer(text)]
    if not places:
        return None
    at = random.choice(places)
    zero = ord(text[at]) - int(text[at])
    digit = random.choice([value for value in range(1, 10) if value != int(text[at])])
    return text[:at] + chr(zero + digit) + text[at + 1 :]


def _replaced(what: regex.Pattern[str], text: str, source: str, random: Random) -> str | None:
    """One match exchanged for one of another text."""
    places, words = list(what.finditer(text)), sorted(set(what.findall(source)))
    if not places or not words:
        return None
    match = random.choice(places)
    return text[: match.start()] + random.choice(words) + text[match.end() :]
