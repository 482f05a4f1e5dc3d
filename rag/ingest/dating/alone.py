"""Weekdays and months that are named without a date: "on Wednesday", "in January"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii

from rag.ingest.dating import cldr
from rag.ingest.dating.name_forms import MONTH_FORMS
from rag.ingest.dating.names import calendar_names, fold, key
from rag.ingest.dating.patterns import LETTER, DatePatterns, forms
from rag.ingest.dating.weekdays import is_form, of_stem

if TYPE_CHECKING:
    import regex

UNSPACED = frozenset({"zh", "yue", "ja", "th", "lo", "km", "my"})
"""Languages that put no spaces between words."""
_FULL = 4
"""Letters of a month's name that is no other word in some language ("mai", "mar")."""
_FULL_UNSPACED = 6
"""The same where nothing sets it apart from other words."""
_CAPITALISED = frozenset({"id", "ms", "tr"})
"""Languages in which a weekday without its capital is another word ("minggu", week; "pazar", market)."""
_BEGINS = re.compile(r"(?:^|[\n.!?:“\"(\-–—])\s*$")
_QUOTED = frozenset('«“„"‘‹「『《')
_WORD_BEFORE = re.compile(r"[^\W\d_]+ $")
_WORD_BEHIND = re.compile(r" [^\W\d_]")
_DAY_BEHIND = re.compile(r" g[uü]n")
_LAST_BEFORE = re.compile(r"(?<![^\W\d_])(?<![dt][ae]n )ge[cç]en $", re.IGNORECASE)
"""Not "önünden geçen", what passes by."""
_VI_BEFORE = re.compile(r"(?<![^\W\d_])(?:[Ss]ang|[Tt]rua|[Cc]hieu|[Tt]oi) $")
_VI_BEHIND = re.compile(r" (?:toi|vua qua|tuan (?:nay|sau|truoc|toi))(?![^\W\d_])")
_VI_ORDINAL = re.compile(r"(?<![^\W\d_])(?:lan|dot|ngay|nguoi|ky|van|tran|tap|con|hang|ban|vong) $", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def weekdays_alone(text: str, lang: str, patterns: DatePatterns) -> Iterator[tuple[int, int, int]]:
    """Start, end and number (Monday = 0) of the weekdays that are written out."""
    names = patterns.names
    found = [
        (*match.span("w"), names.weekdays.get(key(match["w"])))
        if match["w"]
        else (*match.span(), of_stem(match["stem"], patterns))
        for match in patterns.weekday.finditer(text)
        if (match["w"] or match["stem"]) and is_form(match, text, lang)
    ]
    if lang in UNSPACED:  # where two characters are no abbreviation: "周三"
        for name, number in names.short_weekdays.items():
            if _HAN.fullmatch(name):
                found += [(m.start(), m.end(), number) for m in re.finditer(name, text)]
    for start, end, day in sorted(found, key=lambda item: item[:2]):
        if day is not None and _is_weekday(text, start, end, lang):
            yield start, end, day


def _is_weekday(text: str, start: int, end: int, lang: str) -> bool:
    """Whether the word is not another one that is written alike, nor part of a name ("Black Friday")."""
    word = text[start:end]
    capital = word[0].isupper()
    if lang == "vi":  # "thứ tư" is also "the fourth"
        before = text[max(0, start - 8) : start]
        beside = _VI_BEFORE.search(before) or _VI_BEHIND.match(text, end)
        said_so = beside is not None and not _VI_ORDINAL.search(before)
        return word.split()[-1][0].isupper() or word.casefold().startswith("chu") or said_so
    said = capital or _DAY_BEHIND.match(text, end) or _LAST_BEFORE.search(text[max(0, start - 12) : start])
    if text[start - 1 : start] in _QUOTED or (lang in _CAPITALISED and not said):
        return False
    if not capital or _begins(text, start):
        return True
    return lang == "de" or not (_weekdays_are_small(lang) or _follows_name(text, start))


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at ``start``."""
    return _BEGINS.search(text[max(0, start - 4) : start]) is not None


def _follows_name(text: str, start: int) -> bool:
    """Whether the word before is written with a capital that no beginning of a sentence gives it."""
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and before[0][0].isupper() and not _begins(text, start - len(before[0]))


@cache
def _weekdays_are_small(lang: str) -> bool:
    names = [
        name
        for table in cldr.language_tables(lang)[:1]
        for _, name in cldr.names(table, "days", ("format",), ("wide",))
    ]
    return bool(names) and all(name[0].islower() for name in names)


def months_alone(text: str, lang: str, patterns: DatePatterns) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of the months that stand without day and year."""
    found = list(_months_named(text, lang, patterns))
    yield from found
    for start, end, number in _months_formed(text, lang.split("-")[0]):
        if all(end <= other or other_end <= start for other, other_end, _ in found):
            yield start, end, number


def _months_formed(text: str, lang: str) -> Iterator[tuple[int, int, int]]:
    """Those in the forms of :data:`MONTH_FORMS`."""
    for match in _month_forms(lang).finditer(text) if lang in MONTH_FORMS else ():
        if not match[0][0].isupper() or _is_month(text, match.start(), match.end(), small=False):
            yield *match.span(), int((match.lastgroup or "")[1:])


@cache
def _month_forms(lang: str) -> regex.Pattern[str]:
    import regex

    before, names, behind = MONTH_FORMS[lang]
    names_ = "|".join(rf"(?P<m{number}>{name})" for number, name in names.items())
    # Not "17 Νοέμβρη", "17η Νοέμβρη".
    begins = rf"(?<!{LETTER}|\d|\d[.]? |\d{LETTER}{{1,3}} )"
    pattern = rf"{begins}{before}(?:{names_}){behind}(?!{LETTER}| '?\d)"
    return regex.compile(fold(unicodedata.normalize("NFC", pattern)))


def _months_named(text: str, lang: str, patterns: DatePatterns) -> Iterator[tuple[int, int, int]]:
    """Those whose name is CLDR's."""
    for match in _lone_month(lang).finditer(text):
        groups = match.groupdict()
        name = key(groups["m"] or groups["glued"] or "")
        number = patterns.names.months.get(name) or patterns.names.month_stems.get(key(groups["stem"] or ""))
        capital = match[0][0].isupper()
        if not number or (capital and groups["stem"]) or (not capital and name in patterns.names.capitalised):
            continue
        if name.upper() == name and anyascii(name).startswith("marc"):  # where nothing has a capital, also one on foot
            continue
        if not capital or _is_month(text, match.start(), match.end(), name not in patterns.names.capitalised):
            yield *match.span(), number


def _is_month(text: str, start: int, end: int, small: bool) -> bool:
    """Whether a month's name with a capital is not somebody's ("Abril Campos", "August Schmidt")."""
    behind = _WORD_BEHIND.match(text, end)
    if (behind and behind[0][-1].isupper()) or text[start - 1 : start] in _QUOTED:
        return False
    return _begins(text, start) or not (small or _follows_name(text, start))


@cache
def _lone_month(lang: str) -> regex.Pattern[str]:
    import regex

    names = calendar_names(lang)
    wide = [name for name in names.months if name not in names.abbreviated]
    unspaced = lang.split("-")[0] in UNSPACED
    spaced = [name for name in wide if regex.fullmatch(rf"{LETTER}{{{_FULL_UNSPACED if unspaced else _FULL},}}", name)]
    glued = [name for name in wide if regex.fullmatch(r"\d+[月월]", name)]
    stems = [stem for stem in names.month_stems if len(stem) >= _FULL]
    begins, ends = ("", r"(?!\s?\d|\s?[-–]|ถึง)") if unspaced else (rf"(?<!{LETTER})", rf"(?!{LETTER})")
    parts = (
        rf"(?P<m>{'|'.join(forms(spaced)) or '(?!)'}){ends}",
        rf"(?P<stem>{'|'.join(forms(stems)) or '(?!)'}){LETTER}{{1,3}}(?!{LETTER})",
    )
    alone = rf"(?P<glued>{'|'.join(forms(glued)) or '(?!)'})(?!\s?\d|[日号號])"
    return regex.compile(rf"(?<!\d[.,]?)(?:{begins}(?:{'|'.join(parts)})|{alone})", regex.IGNORECASE)
