"""Whether a weekday or a month told alone is still to come on the day of publication.

It is where it is called the next one, or where the clause that it stands in speaks of the future: "will open in May".
What such a clause tells of a weekday besides is here, too: whether it is called the last one, or one that followed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rag.ingest.dating.alone import UNSPACED
from rag.ingest.dating.names import fold
from rag.ingest.dating.to_come_words import CLAUSE_END, FOLLOWING, NEXT, NOT_TO_COME, TO_COME

if TYPE_CHECKING:
    import regex

_REACH = 120
"""Characters on either side that are looked at for the clause's ends."""
_CALLED = 24
"""Characters before a date in which it is called the next one."""
_MARKS = r"[?!;:\n।|؛؟。；：？！()—–]|[.،](?!\d)|,(?!\d)| - "
"""Marks that end a clause in any language."""

_SIGNS = dict.fromkeys(map(ord, "<@#"), " ")


def soonest(text: str, start: int, end: int, lang: str, lone: Sequence[tuple[int, int]] = ()) -> int | None:
    """How much later than publication the day or month at ``start:end`` is at the least, None where it is past.

    1 where it is called the next one; 0, which may be the day or the month of publication itself, where its clause
    speaks of the future. ``lone``: where weekdays and months stand, in order.
    """
    signs = _signs(lang)
    if signs.next_before.search(text[max(0, start - _CALLED) : start]) or signs.next_behind.match(text, end):
        return 1
    if signs.future is None:
        return None
    clause = _clause(text, start, end, signs.clause_end, lone)
    return 0 if signs.future.search(clause) and not signs.unless.search(clause) else None


def is_last(text: str, start: int, end: int, lang: str) -> bool:
    """Whether the weekday at ``start:end`` is called the last one, or one of what had happened: "Sunday's shooting"."""
    signs = _signs(lang)
    return signs.past.search(_clause(text, start, end, signs.clause_end, ())) is not None


def is_following(text: str, start: int, end: int, lang: str) -> bool:
    """Whether the weekday at ``start:end`` is called the one that followed: "the following Monday"."""
    beside = f"{text[max(0, start - _CALLED) : start]}@{text[end : end + _CALLED]}"
    return _signs(lang).following.search(beside) is not None


@dataclass(frozen=True, slots=True)
class _Signs:
    next_before: regex.Pattern[str]
    next_behind: regex.Pattern[str]
    clause_end: regex.Pattern[str]
    future: regex.Pattern[str] | None
    """What a clause about the future has; None in a language of which nothing is known."""
    unless: regex.Pattern[str]
    past: regex.Pattern[str]
    following: regex.Pattern[str]


@cache
def _signs(lang: str) -> _Signs:
    import regex

    begins, ends = ("", "") if lang in UNSPACED else (r"(?<!\w)", r"(?!\w)")
    before, behind = NEXT.get(lang, ("", ""))
    called = rf"{begins if lang != 'ko' else ''}(?:{before or '(?!)'})\s?$"
    verbs, more, unless = TO_COME.get(lang, ("", "", ""))
    past = rf"(?i:{NOT_TO_COME.get(lang, '(?!)')})"
    # A verb that comes first in other languages stands behind a date with which a sentence begins: "In May he will".
    first = rf"{begins}(?:{verbs}){ends}"
    future = "|".join([rf"{first}.*@|^<\W*(?:\p{{L}}{{1,8}}\s?)?@.*{first}"] * bool(verbs) + [more] * bool(more))
    words = CLAUSE_END.get(lang)
    return _Signs(
        next_before=regex.compile(fold(called), regex.IGNORECASE),
        next_behind=regex.compile(fold(rf"\s?(?:{behind or '(?!)'}){ends}"), regex.IGNORECASE),
        clause_end=regex.compile(fold(rf"(?P<mark>{_MARKS})" + (rf"|{begins}(?:{words}){ends}" if words else ""))),
        future=regex.compile(fold(future)) if future else None,
        unless=regex.compile(fold(f"{past}|{unless or '(?!)'}")),
        past=regex.compile(fold(past)),
        following=regex.compile(fold(FOLLOWING.get(lang, "(?!)")), regex.IGNORECASE),
    )


def _clause(text: str, start: int, end: int, clause_end: regex.Pattern[str], lone: Sequence[tuple[int, int]]) -> str:
    """The clause around ``start:end``, which is written "@" in it and other dates "#"; "<" where a sentence begins."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    begins = first == 0
    for match in clause_end.finditer(text, first, start):
        first, begins = match.end(), match["mark"] is not None
    leads = begins and len(text[first:start].split()) <= 1
    behind = end + (leads and text.startswith(",", end))  # "On Monday, ..."
    if stop := clause_end.search(text, behind, last):
        last = stop.start()
    clause, at = "<" * begins, first
    for begin, finish in sorted({(start, end), *lone[bisect_left(lone, (first, 0)) : bisect_left(lone, (last, 0))]}):
        if at <= begin and finish <= last:
            clause += text[at:begin].translate(_SIGNS) + ("@" if begin == start else "#")
            at = finish
    return (clause + text[at:last].translate(_SIGNS)).rstrip()
