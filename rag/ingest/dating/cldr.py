"""The Unicode CLDR tables that Babel carries, as they are: one table a locale, nothing inherited.

They are read past Babel's own loader on purpose. Babel 2.18 keeps a table that was loaded without its parents in the
cache of those with them, and writes a resolved alias of one locale into the root that all share, so that what a name is
depends on what was asked for first.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Table = Mapping[str, Any]


@cache
def language_tables(lang: str) -> tuple[Table, ...]:
    """The language's own table first, then those of its territories and scripts; () for an unknown language."""
    from babel import localedata

    language = known_as(lang).split("_")[0]
    # Some languages are empty but for the one that they inherit from ("nb" from "no").
    families = {name.split("_")[0] for name in lineage(language)}
    names = [name for name in localedata.locale_identifiers() if name.split("_")[0] in families]
    return tuple(_read(name) for name in sorted(names, key=lambda name: (name.count("_"), name)))


def known_as(lang: str) -> str:
    """The locale's name for a BCP-47 tag, its language as CLDR calls it: "fil_PH" for "tl-PH"."""
    from babel.core import get_global

    language, *rest = lang.replace("-", "_").split("_")
    language = language.lower()
    return "_".join((get_global("language_aliases").get(language, language), *rest))


@cache
def locale_table(name: str) -> Table | None:
    """The table of one locale ("en_001"), None where CLDR has none."""
    from babel import localedata

    return _read(name) if name in localedata.locale_identifiers() else None


def lineage(lang: str) -> Iterator[str]:
    """The names of a locale's table and of those that it inherits from ("en_GB", "en_001", "en")."""
    from babel.core import get_global

    name = lang.replace("-", "_")
    while name and name != "root":
        yield name
        name = get_global("parent_exceptions").get(name) or name.rpartition("_")[0]


def _read(name: str) -> Table:
    from babel import localedata

    with Path(localedata.resolve_locale_filename(name)).open("rb") as file:  # part of the installed package
        table: Table = pickle.load(file)
    return table


def names(table: Table, kind: str, contexts: tuple[str, ...], widths: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Number and name of the months (from 1) or ``days`` (Monday = 0) in these contexts and widths."""
    for context in contexts:
        for width in widths:
            found = _mapping(_mapping(table.get(kind)).get(context)).get(width)
            yield from _mapping(found).items()


def day_periods(table: Table) -> Iterator[str]:
    """Names of parts of the day ("Abend") as they stand alone, but for noon and midnight."""
    periods = _mapping(_mapping(_mapping(table.get("day_periods")).get("stand-alone")).get("wide"))
    yield from (name for period, name in periods.items() if period[-1].isdigit())


def era_names(table: Table) -> Iterator[str]:
    """Names of the present era of the Gregorian calendar."""
    for width in _mapping(table.get("eras")).values():
        name = _mapping(width).get(1)
        if isinstance(name, str):
            yield name


def date_patterns(table: Table) -> Iterator[str]:
    """Every pattern for a date that is made of year, month, day and weekday only."""
    for pattern in _mapping(table.get("date_formats")).values():
        if hasattr(pattern, "pattern"):
            yield pattern.pattern
    for skeleton, pattern in _mapping(table.get("datetime_skeletons")).items():
        if set(skeleton) <= set("GyMLdEc") and hasattr(pattern, "pattern"):
            yield pattern.pattern


def has_month_pattern(table: Table) -> bool:
    """Whether the table says how a month is written with its year."""
    return "yMMMM" in _mapping(table.get("datetime_skeletons"))


def short_date(table: Table) -> str | None:
    """The pattern of a numeric date."""
    pattern = _mapping(table.get("date_formats")).get("short")
    return getattr(pattern, "pattern", None)


def unit_patterns(table: Table, unit: str | None = None) -> Iterator[str]:
    """Patterns such as "{0} years" of one unit, or of all but years."""
    for name, widths in _mapping(table.get("unit_patterns")).items():
        if name == unit or (unit is None and name != "duration-year"):
            for width in ("long", "short", "narrow"):
                for form, pattern in _mapping(_mapping(widths).get(width)).items():
                    if form != "per" and isinstance(pattern, str):
                        yield pattern


def scale_words(table: Table) -> Iterator[str]:
    """Patterns such as "0 million"."""
    for width in ("long", "short"):
        for form in _mapping(_mapping(table.get("compact_decimal_formats")).get(width)).values():
            for pattern in _mapping(form).values():
                yield getattr(pattern, "pattern", "")


def currency_names(table: Table) -> Iterator[str]:
    for forms in _mapping(table.get("currency_names_plural")).values():
        yield from (name for name in _mapping(forms).values() if isinstance(name, str))
    yield from (name for name in _mapping(table.get("currency_names")).values() if isinstance(name, str))


def conjunctions(table: Table, kinds: tuple[str, ...] = ("standard", "or")) -> Iterator[str]:
    """Patterns such as "{0} and {1}", and "{0} or {1}"."""
    for kind in kinds:
        for part in ("end", "2"):
            pattern = _mapping(_mapping(table.get("list_patterns")).get(kind)).get(part)
            if isinstance(pattern, str):
                yield pattern


def _mapping(value: Any) -> Mapping[Any, Any]:
    """``value``, or nothing where CLDR has an alias or leaves a part out."""
    if isinstance(value, tuple):  # an alias with additions
        value = value[1]
    return value if isinstance(value, Mapping) else {}
