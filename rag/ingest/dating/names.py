"""How each language writes dates: month and weekday names, the words between the parts, and their order.

All of it is read from the Unicode CLDR tables that Babel carries, every territory's variant of a language included
(Arabic has three sets of month names).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rag.ingest.dating import cldr
from rag.ingest.dating.lexicon import lexicon

_SPACES = dict.fromkeys(map(ord, "\u200e\u200f\u061c\ufeff\u202f\u2009\u2007\u00a0\u3000\t"), " ")
_ALIKE = {ord("’"): "'", ord("ʼ"): "'", ord("׳"): "'", ord("ı"): "i", ord("ی"): "ي", ord("ک"): "ك", ord("‑"): "-"}
_ALIKE |= {ord("／"): "/", ord("．"): ".", ord("－"): "-", ord("，"): ",", ord("（"): "(", ord("）"): ")"}


class _Folding(dict[int, str]):
    """One character for one character, so that offsets stay: decimal digits of any script to ASCII, precomposed
    letters of alphabets to their base letter, marks of direction and odd spaces to a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = char
        if char.isdecimal():
            folded = str(unicodedata.decimal(char))
        elif code < 0x0700 or 0x1E00 <= code < 0x2000:  # where NFD parts letter and accent (Hangul would fall apart)
            base = unicodedata.normalize("NFD", char)[0]
            folded = base if base.isalpha() else char
        self[code] = folded
        return folded


_FOLDING = _Folding(_SPACES | _ALIKE)


def fold(text: str) -> str:
    """``text`` with like characters made the same, of the same length. Case is kept."""
    return text.translate(_FOLDING)


def key(name: str) -> str:
    """The form in which names are looked up: folded, without case, without leading zeros or doubled spaces."""
    return re.sub(r"\b0+(?=\d)", "", " ".join(fold(name).casefold().split())).rstrip(".")


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """What one language's dates are made of. Names are in the form of :func:`key`; weekdays count from Monday = 0."""

    months: Mapping[str, int]
    capitalised: frozenset[str]
    """Month names that are written with a capital ("May", not the verb "may")."""
    abbreviated: frozenset[str]
    """Month names that are only abbreviations ("set", in Italian, is September and also a set of tennis)."""
    month_stems: Mapping[str, int]
    """What the case forms of a month share, for languages that decline it."""
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    joins: frozenset[str]
    """What CLDR writes between day, month and year: "de", "г.", "年", "일"."""
    day_ends: frozenset[str]
    """What follows a day's number: "日", "일", "d."."""
    month_prefixes: frozenset[str]
    """What is written onto the beginning of a month's name (Hebrew "in")."""
    month_suffixes: frozenset[str]
    """What is written onto its end (Basque "ren")."""
    year_words: frozenset[str]
    eras: frozenset[str]
    """Names of the Gregorian era, which some languages write before the year."""
    day_words: frozenset[str]
    units: frozenset[str]
    """First words after a number that make it a quantity: units, currencies, "million"."""
    conjunctions: frozenset[str]
    order: str
    """Order of the parts of a numeric date: "dmy", "mdy", "ymd" ..."""
    month_before_day: bool
    comma_before_month: bool
    """Whether a comma may stand between day and month ("28, జనవరి")."""
    year_first: bool


@cache
def calendar_names(lang: str) -> CalendarNames:
    """The names for a BCP-47 tag. An unknown language has those of English and day before month."""
    tables = cldr.language_tables(lang)
    if not any(table.get("months") for table in tables):
        tables = cldr.language_tables("en")
    months: dict[str, int] = {}
    short_months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    short_weekdays: dict[str, set[int]] = {}
    capital: set[str] = set()
    small: set[str] = set()
    joins: set[str] = set()
    orders: set[str] = set()
    day_ends: set[str] = set()
    year_ends: set[str] = set()
    prefixes: set[str] = set()
    suffixes: set[str] = set()
    comma = False
    for table in tables:
        for widths, target in ((("wide",), months), (("abbreviated",), short_months)):
            for number, name in cldr.names(table, "months", _CONTEXTS, widths):
                if _is_word(key(name)):
                    target.setdefault(key(name), number)
                    (capital if name[0].isupper() else small).add(key(name))
        for number, name in cldr.names(table, "days", _CONTEXTS, ("wide",)):
            weekdays.setdefault(key(name), number)
            for period in filter(str.isalpha, cldr.day_periods(table)):  # written in one: "Samstagabend"
                weekdays |= {
                    key(name + link + period): number for link in _LINKS if name[-1].lower() != name[-1].upper()
                }
        for number, name in cldr.names(table, "days", _CONTEXTS, ("abbreviated", "short", "narrow")):
            short_weekdays.setdefault(key(name), set()).add(number)
        for pattern in cldr.date_patterns(table):
            marked = _mark(pattern)
            joins |= _literals(marked)
            comma = comma or bool(re.search(rf"{_DAY}[,،] ?{_MONTH}", marked))
            suffixes.update(re.findall(rf"{_MONTH}([^\W\d_]+)", marked))
            if any(char.isalpha() for char in marked.translate(_NUMERIC)) or "MMM" in pattern or "LLL" in pattern:
                orders.add(_order(marked))  # figures alone have another order in some languages
            day_ends.update(re.findall(rf"{_DAY}[ .]?([^\W\d_]+\.?|\([^\W\d_]+\))", marked))
            year_ends.update(re.findall(rf"{_YEAR}[ .]?([^\W\d_]+)", marked))
            prefixes.update(re.findall(rf"(?<![^\W\d_])([^\W\d_]+){_MONTH}", marked))
    dotless = [(number, name.translate(_NUKTA)) for name, number in months.items()]
    for number, name in (*_spellings(lang), *dotless):
        if key(name) not in months and key(name) not in short_months and key(name) not in weekdays:
            months[key(name)] = number
            (capital if name[0].isupper() else small).add(key(name))
    year_words = _words(tables, "duration-year") | {key(word) for word in year_ends}
    return CalendarNames(
        months=short_months | months,
        capitalised=frozenset(capital - small),
        abbreviated=frozenset(short_months.keys() - months.keys()),
        month_stems=_stems(months),
        weekdays=weekdays,
        short_weekdays={n: min(days) for n, days in short_weekdays.items() if len(days) == 1 and n not in weekdays},
        joins=frozenset(joins),
        day_ends=frozenset(map(fold, day_ends)),
        month_prefixes=frozenset(map(fold, prefixes)),
        month_suffixes=frozenset(map(fold, suffixes)),
        year_words=year_words,
        eras=frozenset(key(name) for table in tables for name in cldr.era_names(table)),
        day_words=_words(tables, "duration-day"),
        units=_quantity_words(tables) - year_words,
        conjunctions=frozenset(word for table in tables for p in cldr.conjunctions(table) for word in around(p)),
        order=_numeric_order(lang),
        month_before_day=any(o.index("m") < o.index("d") for o in orders if "m" in o and "d" in o),
        comma_before_month=comma,
        # Where CLDR has no pattern of its own for month and year, its root's "y MMMM" holds.
        year_first=any(o.startswith("ym") for o in orders) or not any(map(cldr.has_month_pattern, tables)),
    )


_CONTEXTS = ("format", "stand-alone")
_LINKS = ("", "s")
"""What stands between the parts of a compound."""
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_VIETNAMESE = ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai")
_SPELLED = 4
"""Letters of a month's name, at least, to be taken from elsewhere than CLDR: no abbreviation."""
_NUKTA = dict.fromkeys((0x093C, 0x09BC, 0x0A3C))
"""A dot below letters of Indian scripts that many leave out."""


def _spellings(lang: str) -> Iterator[tuple[int, str]]:
    """Months as they are also spelled ("सितम्बर" beside "सितंबर", "三月" beside "3月"), by ``dateparser``."""
    table = lexicon(lang.split("-")[0])
    if lang.split("-")[0] == "vi":
        yield from ((number, f"tháng {word}") for number, word in enumerate(_VIETNAMESE, 1))
    for number, month in enumerate(_MONTHS, 1):
        for name in table.get(month, ()):
            long = len(name) >= _SPELLED and name.lower() == name.upper()
            if (long or name.endswith("月")) and name.replace(" ", "")[0].isalpha():
                yield number, name


def _is_word(name: str) -> bool:
    return len(name) > 1 and any(char.isalpha() for char in name) and not re.fullmatch(r"m\d+", name)


def _stems(months: Mapping[str, int]) -> dict[str, int]:
    """What the forms of a month begin with, where a language has several."""
    stems: dict[str, int] = {}
    for number in range(1, 13):
        forms = [name for name, value in months.items() if value == number]
        stem = min(forms, key=len, default="")
        while not all(form.startswith(stem) for form in forms):
            stem = stem[:-1]
        if len(forms) > 1 and len(stem) > 1 and stem.isalpha():
            stems[stem] = 0 if stem in stems else number
    return {stem: number for stem, number in stems.items() if number}


_YEAR, _MONTH, _DAY, _OTHER = "\ue000\ue001\ue002\ue003"
_NUMERIC = dict.fromkeys(map(ord, (_YEAR, _MONTH, _DAY, _OTHER)))
_MARKS = {"y": _YEAR, "M": _MONTH, "L": _MONTH, "d": _DAY}
_FIELD = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*")


def _mark(pattern: str) -> str:
    """A CLDR pattern (UTS 35) with each field as one private character and its literals bare."""
    return _FIELD.sub(lambda m: _MARKS.get(m[2], _OTHER) if m[2] else (m[1] or "'"), pattern)


def _literals(marked: str) -> set[str]:
    """The words and strokes between the fields of a pattern."""
    literals = {fold(part).strip(" ,،.") for part in re.split(f"[{_YEAR}-{_OTHER}]", marked)}
    return {part for part in literals if part in ("-", "/") or any(map(str.isalpha, part))}


def _order(marked: str) -> str:
    """The order of a pattern's year, month and day: "ymd"."""
    return "".join(dict.fromkeys({_YEAR: "y", _MONTH: "m", _DAY: "d"}.get(char, "") for char in marked))


def _numeric_order(lang: str) -> str:
    """The order of a numeric date. A language without a territory is read as the world writes it, where CLDR says so:
    ``en`` is day first, ``en-US`` month first."""
    language, _, territory = lang.replace("-", "_").partition("_")
    for name in cldr.lineage(lang) if territory else (f"{language}_001", language):
        table = cldr.locale_table(name)
        short = cldr.short_date(table) if table else None
        if short:
            return _order(_mark(short))
    return "dmy"


def around(pattern: str) -> Iterable[str]:
    """What a pattern such as "{0} years" says beside its number."""
    return filter(None, (key(part).strip(" ,،、.") for part in re.split(r"\{\d\}|[0#,.¤'\s]*[0#][0#,.']*", pattern)))


def _words(tables: Iterable[cldr.Table], unit: str) -> frozenset[str]:
    return frozenset(word for table in tables for p in cldr.unit_patterns(table, unit) for word in around(p))


def _quantity_words(tables: Iterable[cldr.Table]) -> frozenset[str]:
    """First words of units and scales, and last words of currencies ("million", "km", "dollars")."""
    found: set[str] = set()
    for table in tables:
        for pattern in (*cldr.unit_patterns(table), *cldr.scale_words(table)):
            found.update(word.split()[0] for word in around(pattern))
        found.update(key(name).split()[-1] for name in cldr.currency_names(table) if name.strip())
    return frozenset(found - {"em"})  # which typographers measure in, and Portuguese says for "in"
