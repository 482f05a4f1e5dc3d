"""The regular expressions that find the dates of one language, built from how CLDR writes them.

They run over text that :func:`rag.ingest.dating.names.fold` has been through. Group names: ``y`` year, ``m`` name of
the month, ``stem`` its beginning, ``d`` day; in numeric dates ``a``, ``b``, ``c`` are the parts as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rag.ingest.dating.names import CalendarNames, calendar_names, fold
from rag.ingest.dating.numerals import spelled_days

if TYPE_CHECKING:
    import regex

ERAS: Mapping[str, int] = {
    # Name of an era, and what is added to its years to give the Gregorian one. Babel carries the Gregorian eras only.
    **{"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911},
    "พ.ศ.": -543,
}
HAN_DIGITS = "〇一二三四五六七八九"
_UNINFLECTED = frozenset(
    {"en", "it", "es", "fr", "pt", "de", "nl", "id", "ms", "ro", "vi", "sv", "da", "nb", "no", "ca", "gl", "sw", "tl"}
)
"""Languages in which nothing is added to a month's name: "Marchand" is no case of March."""

_GAP = r"[ ]{0,3}\n?[ ]{0,3}"
LETTER = r"[\p{L}\p{M}]"
_CASED = r"[\p{Lu}\p{Ll}\p{Lt}]"
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_ORDINAL = rf"(?:\.?[ºª°]|\.|[-']?(?:(?!{_UNSPACED}){LETTER}){{1,3}}\.?(?!{LETTER}))?"
"""What makes a day's number an ordinal: "19th", "19.", "1er", "1º", "19-го", "১৯ই"."""
_NOT_INSIDE = rf"(?<![\d\p{{Lu}}\p{{Ll}}]|\d[.,:/]|{_CASED}[-–])"
"""Before a number: it is not the end of a longer one, nor of a name ("COVID-19")."""

_PARTS_OF_DAY: Mapping[str, str] = {
    # Folded: "sáng" is also "sang" (over to), "tối" "tới" (up to), "chiều" "chiếu" (show), "đêm" "đem" (bring).
    "vi": r"(?<!\p{L})(?:(?P<sure>(?:[Vv]ao|[Tt]u|[Tt]rong) )?(?P<word>[Ss]ang|[Cc]hieu|[Tt]oi|[Đđ]em)"
    r"|(?P<word>(?P<sure>[Rr]ang sang|[Tt]rua|[Kk]huya|[Hh]om))) $",
}
_IN_BRACKETS = r" \((?P<d>[0-3]?\d)\)"
_IN_SENTENCE = (
    "os?|as?|em|n[oa]s?|d[eoa]s?|aos?|pel[oa]s?|por|que|para|com|durante|apos|antes|ate|desde|quando|foi|foram"
)
_ORDINAL_DAYS = "|".join(
    rf"{day}(?! \(0?{number}\) (?!(?:{_IN_SENTENCE}) )\p{{L}})"
    for number, day in enumerate(("segunda", "terca", "quarta", "quinta", "sexta"), 2)
)
"""Not where the number is the ordinal's own, and what it counts right behind."""
_WEEKDAY_DAYS: Mapping[str, str] = {
    # Small letters only where a capital would be a name's ("Santo Domingo (16)").
    # "A segunda" is also the second, "na segunda (2) tentativa" with its own figure.
    "pt": r"(?<!\p{L})(?:(?:segunda|terca|quarta|quinta|sexta)-feira|sabado|domingo"
    rf"|(?<=\b(?i:[nd]?esta|[nd]?essa|na|da|de|proxima|ultima|passada|\) a) )(?:{_ORDINAL_DAYS}))"
    rf"(?:{_IN_BRACKETS}|(?<=feira|sabado|domingo), (?P<d>[0-3]?\d)(?=, \p{{L}}))",
    "es": rf"(?<!\p{{L}})(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo){_IN_BRACKETS}",
    # Small "minggu" is a week.
    "id": rf"(?<!\p{{L}})(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)"
    rf"(?: (?:dini hari|pagi|siang|sore|petang|malam))?{_IN_BRACKETS}",
}
"""In folded text. A number is a day only beside its weekday, and only of the weekday that it falls on."""


@dataclass(frozen=True, slots=True)
class DatePatterns:
    lang: str
    """The primary language."""
    names: CalendarNames
    number_first: regex.Pattern[str]
    """"19 June 2024", "2024年6月19日", "2024. június 19.": begins with a number and names the month."""
    name_first: regex.Pattern[str]
    """"June 19, 2024", "June 2024"."""
    words_first: regex.Pattern[str] | None
    """"второго марта 1931 года": the day is a word, then comes the month's name."""
    year_link: regex.Pattern[str]
    """What stands between a month and its year."""
    numeric: regex.Pattern[str]
    """"19/6/2024", "2024-06-19"."""
    month_year: regex.Pattern[str]
    """"6/2024"."""
    day_month: regex.Pattern[str]
    """"19/6": a date only where something beside it says so."""
    year: regex.Pattern[str]
    weekday: regex.Pattern[str]
    part_of_day: regex.Pattern[str] | None
    """A part of the day right before a day in figures, ``sure`` where the word can mean nothing else."""
    weekday_day: regex.Pattern[str] | None
    """"segunda (16)": a day ``d`` of no named month, beside its weekday."""


@cache
def date_patterns(lang: str) -> DatePatterns:
    """Compiled once per language (some 50 ms). ``lang`` is BCP-47; an unknown one is read as English."""
    import regex

    names = calendar_names(lang)
    # English says "19th of June", Arabic "19 من"; CLDR has no pattern for that.
    joins = _any({*names.joins, "of", "من"})
    near = rf"{_GAP}(?:{joins}[.]?{_GAP}{'|[,،]' + _GAP if names.comma_before_month else ''})?"
    between = rf"{_GAP}(?:[.,،、]?{_GAP}{joins}[.]?{_GAP}|[.,،、·]{_GAP})?"
    eras = _any(ERAS)
    # Of two days ("19-20 June", "June 19-20") the first is the one that is read.
    range_ = rf"{_GAP}[-–—~〜]{_GAP}[0-3]?\d(?!\d)"
    day = rf"(?:(?P<d>[0-3]?\d)(?!\d)(?:{range_})?|(?P<d>[{HAN_DIGITS}十廿]{{1,3}})(?=[日號号]))"
    no_more = rf"(?!-?{_CASED}|[-:/]?\d|[.,]\d)"
    ordinal_end = rf"\.?[ºª°]|[-']?{_CASED}{{1,3}}(?!{_CASED})|\.(?=,)"
    day_end = rf"(?:{_GAP}{_any(names.day_ends)}|{ordinal_end})?{no_more}"
    year = rf"(?P<y>(?:{eras}{_GAP}(?:元|\d{{1,4}})|[12]\d{{3}})(?!\d|[.,:]\d)"
    year += rf"|(?:[{HAN_DIGITS}]{{4}}|{eras}(?!〇)[{HAN_DIGITS}]{{0,2}}(?:十[{HAN_DIGITS}]?|[{HAN_DIGITS}]))(?=年))"
    year_end = rf"(?:{_GAP}{_any(names.year_words)}(?!{_CASED})(?:(?<={_CASED})(?<!{_CASED}{{3}})\.)?)?"
    # Arabic news names a month twice, in two of its sets of names.
    inflects = lang.split("-")[0] not in _UNINFLECTED
    month = rf"{_months(names, inflects)}(?:{_GAP}[/(]{_GAP}(?:{_names(names.months)}){_GAP}\)?)?"
    # One short word may stand between a date and its year ("19 يونيو عام 2024") unless it adds another date ("and").
    word = rf"(?!(?:{_any(names.conjunctions)}) ){LETTER}{{1,5}}\.?"
    lead = rf"{_any(names.year_words)}|{_any(names.eras)}\.?"
    of_year = rf"[ ](?:des|im|del|do)[ ]{_any(names.year_words)}{LETTER}{{0,2}}"  # "des Jahres", "del año"
    link = rf"(?:{between}(?:(?:{lead}){_GAP})?|(?<!\.)(?:[,،]?[ ]{word}|{of_year})[ ])"
    after_year = rf"{year_end}[.,]?{between}"
    prefixes = [prefix for prefix in names.month_prefixes if not _unspaced(prefix)]
    name_start = rf"(?<!\d)(?:(?<!{LETTER})|(?<={_UNSPACED}))(?:{_any(prefixes)})?"
    return DatePatterns(
        lang=lang.split("-")[0],
        names=names,
        number_first=regex.compile(
            rf"(?=[\d{_first(HAN_DIGITS, ERAS)}十廿]){_NOT_INSIDE}"
            rf"(?:{day}{_ORDINAL}{near}{month}(?:{link}{year}{year_end})?"
            rf"|{year}{after_year}{month}(?:{between}{day}{day_end})?"
            rf"|{year}{after_year}{day}{_ORDINAL}{near}{month})",
            regex.IGNORECASE,
        ),
        name_first=regex.compile(
            rf"(?=[{_first(names.months, names.month_stems, prefixes)}]){name_start}"
            rf"(?:{month}{near}{day}{day_end}(?:{link}{year}{year_end})?"
            rf"|(?:{month}|{_stems(names)}){link}{year}{year_end})",
            regex.IGNORECASE,
        ),
        words_first=_words_first(lang.split("-")[0], rf"{month}(?!-)(?:{link}{year}{year_end})?", near),
        year_link=regex.compile(link, regex.IGNORECASE),
        numeric=regex.compile(
            r"(?<![\d\p{Lu}\p{Ll}]|\d ?[./-] ?)(?P<a>\d{1,4})(?P<s> ?[./-] ?)(?P<b>\d{1,2})(?P<s2> ?[./-] ?)"
            r"(?P<c>\d{1,4})(?!\d|[./-]\d)"
        ),
        month_year=regex.compile(r"(?<![\d\p{Lu}\p{Ll}]|\d ?[./-] ?)(?P<b>\d{1,2}) ?/ ?(?P<y>\d{4})(?!\d| ?[./-] ?\d)"),
        day_month=regex.compile(
            r"(?<![\d\p{Lu}\p{Ll}]|\d ?[.,:/-] ?)(?P<a>\d{1,2})(?P<s> ?[./-] ?)(?P<b>\d{1,2})(?P<dot>\.)?"
            r"(?!\d|\.?[ ]?[./,:-][ ]?\d| ?%)"
        ),
        year=regex.compile(
            rf"(?<![\d.,:/+#'\p{{Sc}}]|(?<!\d)\d{{1,3}}・|№ ?|\d[-–]|\d[ -]\d{{2,3}}[ -])"
            rf"(?P<y>{eras}{_GAP}(?:元|\d{{1,3}})(?=年)|{eras}{_GAP}\d{{4}}|\d{{4}}|[{HAN_DIGITS}]{{4}}(?=年))(?!\d)"
        ),
        weekday=_weekdays(names),
        part_of_day=_compiled(_PARTS_OF_DAY.get(lang.split("-")[0])),
        weekday_day=_compiled(_WEEKDAY_DAYS.get(lang.split("-")[0])),
    )


_WORD_DAYS: Mapping[str, tuple[str, str | None]] = {
    # What must stand (or not) before such a day, and what between it and its month (elsewhere as for one in figures).
    "ar": (
        r"(?<!(?:الاسبوع|النصف|الثلث|الربع|العقد|الشهر|الجزء|اليوم|الطور|الدور|المركز|الفصل|الفوج"
        r"|الموسم|القسم|المستوى) )",
        r" من (?:شهر )?",
    ),
    "en": ("", " of "),
    "es": ("", " de "),
    "pt": ("", " de "),
    "th": (r"(?<=ที่ ?)", None),
    "fa": (r"(?<!(?:هفته|نيمه|دهه|دور|مرحله|نوبت) )", None),
}
"""Folded. In Arabic and Persian, the first of a month is also its first week or half."""


def _words_first(lang: str, month: str, near: str) -> regex.Pattern[str] | None:
    import regex

    days = spelled_days(lang)
    if not days:
        return None
    before, between = _WORD_DAYS.get(lang, ("", None))
    begins = before if lang == "th" else rf"(?<!{LETTER}|-){before}"
    words = "|".join(word.replace(r"\-", "[- ]") for word in forms(days))
    # A quick look at the first letter saves the long one at most places.
    first = regex.escape("".join(sorted({word[0] for word in days})))
    pattern = rf"(?=[{first}]){begins}(?P<d>{words})(?!{LETTER}){between or near}{month}"
    return regex.compile(pattern, regex.IGNORECASE)


def _compiled(pattern: str | None) -> regex.Pattern[str] | None:
    import regex

    return regex.compile(pattern) if pattern else None


def _first(*groups: Iterable[str]) -> str:
    """The characters that words begin with, for a set: a quick look that saves the long one at most places."""
    import regex

    first = {name[0] for group in groups for name in group}
    if not first:
        return r"^\s\S"  # CLDR names no month of this language: no character begins one
    # A month's name that is a number ("6月") may be written with a zero.
    return regex.escape("".join(sorted(first | ({"0"} if any(char.isdigit() for char in first) else set()))))


def _months(names: CalendarNames, inflects: bool) -> str:
    """Names with what a case may add to them: "Haziran'da", "kesäkuuta", "június|ban"."""
    spaced = [name for name in names.months if not _unspaced(name)]
    long = [name for name in spaced if len(name) >= 5 and name[-1].isalpha() and name not in names.abbreviated]
    # A word of five letters and more hardly begins another one; "mai" begins "maison".
    inflected = rf"(?P<m>{_names(long)})[\p{{Ll}}\p{{Lo}}\p{{M}}]{{1,3}}(?!{LETTER})" if inflects else "(?!)"
    ending = rf"{_any(names.month_suffixes)}?(?!{LETTER})(?:\.?['-]{LETTER}{{1,6}}(?!{LETTER}))?\.?"
    plain = rf"(?P<m>{_names(spaced)}){ending}"
    glued = rf"(?P<m>{_names([name for name in names.months if _unspaced(name)])})\.?"
    return rf"(?:{plain}|{inflected}|{glued})"


def _stems(names: CalendarNames) -> str:
    """A month's beginning with at most as many letters again ("ма|е", but not "ма|ртини")."""
    by_room: dict[int, list[str]] = {}
    for stem in names.month_stems:
        by_room.setdefault(1 if len(stem) == 2 else min(4, len(stem)), []).append(stem)
    parts = (rf"(?P<stem>{_names(stems)}){LETTER}{{0,{room}}}(?!{LETTER})" for room, stems in by_room.items())
    return "|".join(parts) or "(?!)"


def _weekdays(names: CalendarNames) -> regex.Pattern[str]:
    import regex

    wide = [name for name in names.weekdays if not _unspaced(name)]
    stems = [name[:-1] for name in wide if len(name) >= 5]
    glued = [name for name in names.weekdays if _unspaced(name)]
    short = [name for name in names.short_weekdays if len(name) > 1]
    single = [name for name in names.short_weekdays if len(name) == 1]
    return regex.compile(
        rf"(?<!{LETTER})(?P<w>{_names(wide)})[\p{{Ll}}\p{{Lo}}\p{{M}}]{{0,3}}(?!{LETTER})"
        rf"|(?<!{LETTER})(?P<stem>{_names(stems)}){LETTER}{{0,2}}(?!{LETTER})"
        rf"|(?P<w>{_names(glued)})"
        rf"|(?:(?<!{LETTER})|(?<={_UNSPACED}))(?P<short>{_names(short)})(?!{LETTER})\.?"
        rf"|\((?P<short>{_names(single)})\)",
        regex.IGNORECASE,
    )


def _unspaced(name: str) -> bool:
    import regex

    return regex.search(_UNSPACED, name) is not None


def _escape(name: str) -> str:
    """A name in which spaces may be left out or doubled, and a number may begin with a zero."""
    import regex

    pattern = r" ?".join(map(regex.escape, name.split(" ")))
    return regex.sub(r"(?<!\d)\d+(?!\d)", r"(?<!\\d)0?\g<0>(?!\\d)", pattern)


def _names(names: Iterable[str]) -> str:
    return "|".join(map(_escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)"


def forms(words: Iterable[str]) -> list[str]:
    """Patterns of words as they are, longest first."""
    return [r"\s".join(map(re.escape, fold(word).split())) for word in sorted(words, key=lambda w: (-len(w), w))]


def _any(words: Iterable[str]) -> str:
    return f"(?:{_names(words)})"
