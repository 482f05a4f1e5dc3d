"""Dates in answers: in the words of a language, and found where an answer's span lies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rag.ingest.dating import cldr
from rag.types import DateMention, Granularity

if TYPE_CHECKING:
    from babel import Locale

_FALLBACK = "en_001"
_SKELETONS = {"month": "yMMMM", "year": "y"}
_NAMELESS = re.compile(r"\bM(?:0[1-9]|1[0-2])\b")  # CLDR's "M06" for a month without a name
FINENESS: Mapping[Granularity, int] = {"year": 1, "month": 2, "day": 3}
"""How many of year, month and day are told."""


def render_date(value: date, granularity: Granularity, lang: str) -> str:
    """``value`` in the words of a BCP-47 language and its usual digits: "19 Juni 2024", "июнь 2024 г.", "2024年".

    A language whose months CLDR does not name is answered in English, as is ``und``.
    """
    from babel.dates import format_date

    locale = locale_of(lang)
    if granularity == "day":
        pattern = locale.date_formats["long"].pattern
    else:
        pattern = locale.datetime_skeletons[_SKELETONS[granularity]].pattern
    if "LLLL" in pattern and "'LLLL" not in pattern:
        # Babel 2.18 may take a stand-alone name from another language, whichever was first asked for.
        name = _standalone_month(value.month, str(locale))
        pattern = pattern.replace("LLLL", "'" + name.replace("'", "''") + "'") if name else pattern.replace("L", "M")
    written = format_date(value, pattern, locale=locale)
    if _NAMELESS.search(written):
        return render_date(value, granularity, _FALLBACK)
    return in_own_digits(written, locale)


def mention_at(mentions: Sequence[DateMention], start: int, end: int) -> DateMention | None:
    """The date that belongs to an answer at ``start:end``, None where ``mentions`` is empty.

    ``mentions`` are those of the window that may date the answer (its sentence, its passage), with offsets of the same
    text as the span. Of those that overlap the span: the most specific (day, month, year), then the one that shares
    most with it. Where none does: the most specific, then the nearest. The first in the text breaks ties.
    """

    def rank(mention: DateMention) -> tuple[bool, int, int, int]:
        shared = min(mention.end, end) - max(mention.start, start)  # below zero: the distance
        return shared <= 0, -FINENESS[mention.granularity], -shared, mention.start

    return min(mentions, key=rank, default=None)


def coincide(one: DateMention, other: DateMention) -> bool:
    """Whether two dates are the same as far as both tell: 19 June 2024 and June 2024."""
    parts = min(FINENESS[one.granularity], FINENESS[other.granularity])
    return one.value.timetuple()[:parts] == other.value.timetuple()[:parts]


def locale_of(lang: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    tag = cldr.known_as(lang)
    primary = tag.split("_")[0]
    # A language without a territory is written as the world writes it, where CLDR says how ("en", "ar").
    for name in (tag, primary) if tag != primary else (f"{primary}_001", primary):
        if name != "und" and (cldr.locale_table(name) or name == tag):
            try:
                if _names_months(name):
                    return Locale.parse(name)
            except (UnknownLocaleError, ValueError):
                continue
    return Locale.parse(_FALLBACK)


def _names_months(locale: str) -> bool:
    """Whether CLDR names a locale's months. Asked for others, Babel 2.18 spoils the names of all (see ``cldr``)."""
    tables = filter(None, map(cldr.locale_table, cldr.lineage(locale)))
    return any(True for table in tables for _ in cldr.names(table, "months", ("format",), ("wide",)))


def _standalone_month(number: int, locale: str) -> str | None:
    for context in ("stand-alone", "format"):
        for name in cldr.lineage(locale):
            table = cldr.locale_table(name)
            found = dict(cldr.names(table, "months", (context,), ("wide",))) if table else {}
            if number in found:
                return found[number]
    return None


def in_own_digits(text: str, locale: Locale) -> str:
    """Babel writes dates in ASCII digits only."""
    zero = _ZEROS.get(locale.default_numbering_system)
    return text.translate({ord("0") + i: chr(ord(zero) + i) for i in range(10)}) if zero else text


_ZEROS = {
    # Numbering systems (UTS 35) that are the usual one of some language, by their digit zero.
    **{"adlm": "\U0001e950", "arab": "٠", "arabext": "۰", "beng": "০", "cakm": "\U00011136", "deva": "०"},
    **{
        "hmnp": "\U0001e140",
        "mtei": "\uabf0",
        "mymr": "၀",
        "nkoo": "߀",
        "olck": "᱐",
        "rohg": "\U00010d30",
        "tibt": "༠",
    },
}
