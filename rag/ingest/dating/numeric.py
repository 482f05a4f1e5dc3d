"""Dates in figures, and years that stand alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rag.ingest.dating.names import key
from rag.ingest.dating.patterns import HAN_DIGITS, DatePatterns
from rag.ingest.dating.weekdays import is_form, weekday_beside
from rag.ingest.dating.written import WrittenDate, gregorian_year, number

if TYPE_CHECKING:
    import regex

_FUTURE = 30
"""Years ahead that news speaks of without saying that they are years."""


def numeric_dates(text: str, patterns: DatePatterns) -> Iterator[WrittenDate]:
    """ "19/6/2024", "2024-06-19", "06/2024"; ``text`` is folded.

    Where day and month could be swapped, the text's own clear dates decide, then the order of the language.
    """
    order = patterns.names.order
    matches = [m for m in patterns.numeric.finditer(text) if m["s"].strip() == m["s2"].strip()]
    month_first = _text_order(matches)
    if month_first is None:
        month_first = order.find("m") < order.find("d")
    for match in matches:
        start, end = match.span()
        a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
        widths = len(match["a"]), len(match["b"]), len(match["c"])
        if widths[0] == 4 and widths[2] <= 2:
            item = WrittenDate(start, end, gregorian_year(match["a"]), b, c)
        elif widths[2] == 4 and widths[0] <= 2:
            month, day = (a, b) if _first_is_month(a, b, month_first) else (b, a)
            item = WrittenDate(start, end, gregorian_year(match["c"]), month, day, ambiguous=a <= 12 and b <= 12)
        elif widths == (2, 2, 2) and match["s"].strip() != "-" and len(order) == 3:
            fields = dict(zip(order, (a, b, c), strict=True))
            item = WrittenDate(start, end, 2000 + fields["y"], fields["m"], fields["d"])
        else:
            continue
        if item.year is not None and item.year >= 1500 and item.exists:
            yield item
    for match in patterns.month_year.finditer(text):
        start, end = match.span()
        item = WrittenDate(start, end, gregorian_year(match["y"]), int(match["b"]))
        if item.year is not None and item.year >= 1900 and item.exists:
            yield item


def _text_order(matches: list[regex.Match[str]]) -> bool | None:
    """Whether the month comes first in the dates of the text that can be read in one way only."""
    pairs = [(int(m["a"]), int(m["b"])) for m in matches if len(m["c"]) == 4]
    clear = {b > 12 for a, b in pairs if (a > 12) != (b > 12)}
    return clear.pop() if len(clear) == 1 else None


def _first_is_month(a: int, b: int, usual: bool) -> bool:
    return b > 12 if (a > 12) != (b > 12) else usual


def short_dates(text: str, patterns: DatePatterns) -> Iterator[WrittenDate]:
    """ "19/6" in brackets, beside a weekday, or after the language's word for "day" or a part of it; "(19)" behind its
    weekday. ``text`` is folded.
    """
    order = patterns.names.order
    for match in patterns.day_month.finditer(text):
        a, b, stroke = int(match["a"]), int(match["b"]), match["s"].strip()
        month, day = (a, b) if _first_is_month(a, b, order.find("m") < order.find("d")) else (b, a)
        start, end = match.span()
        item = WrittenDate(start, end, None, month, day)
        if not item.exists:
            continue
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        bracketed = around in ("()", "[]") and (stroke == "/" or (stroke == "." and match["dot"]))
        before = key(text[max(0, match.start() - 12) : match.start()])
        called = stroke != "." and before.split(" ")[-1] in patterns.names.day_words and len(before) > 2
        called = called or _in_part_of_day(match, text, patterns)
        if bracketed or called or (stroke != "-" and weekday_beside(text, item, patterns) is not None):
            if stroke == "." and not bracketed and not _beside_weekday(match, text, patterns):
                continue  # "1.5 percent on Thursday", "Rabu pukul 07.15"
            yield item
    for match in patterns.weekday_day.finditer(text) if patterns.weekday_day else ():
        if 1 <= int(match["d"]) <= 31:
            yield WrittenDate(match.start("d"), match.end("d"), None, None, int(match["d"]))


def _in_part_of_day(match: regex.Match[str], text: str, patterns: DatePatterns) -> bool:
    """Whether a part of the day stands before figures: "sáng 17/6".

    Without their marks some of these words also mean "up to" or "bring", before a fraction, or a score: there a word
    must stand before them, or they begin a sentence with it that a comma ends.
    """
    if not patterns.part_of_day or match["s"].strip() == ".":
        return False
    part = patterns.part_of_day.search(text, max(0, match.start() - 24), match.start())
    if part is None:
        return False
    a, b = int(match["a"]), int(match["b"])
    fraction = a < b or match["s"].strip() == "-" or (a, b) == (24, 7)
    begins = part["word"][0].isupper() and text[match.end() : match.end() + 1] == ","
    return not fraction or part["sure"] is not None or begins


_NOTHING = re.compile(r"[\s,(]*(?:de[mn]\s)?")


def _beside_weekday(match: regex.Match[str], text: str, patterns: DatePatterns) -> bool:
    """Whether nothing stands between figures with a full stop and the weekday: "Mittwoch, dem 19.6."."""
    start, end = match.span()
    found = patterns.weekday.finditer(text, max(0, start - 24), end + 24)
    near = [m.span() for m in found if is_form(m, text, patterns.lang, beside=True)]
    return any(
        (b <= start and _NOTHING.fullmatch(text, b, start)) or (end <= a and _NOTHING.fullmatch(text, end, a))
        for a, b in near
    )


_LONE_DAY = {
    "ja": re.compile(r"(?<![\d/.~〜-])(?<!\d月)(?P<d>[0-3]?\d)日(?!間|目|分|後|前|ぶり|以内|連続|\d+[回便本個])"),
    "zh": re.compile(
        r"(?<![\d/.~〜-])(?<![\d一二三四五六七八九十]月)(?P<d>[0-3]?\d|[一二三四五六七八九十廿]{1,3})[日号號](?!间|間|后|後|前|内|內|线|線|楼|樓|\d+[次回])"
    ),
    "ko": re.compile(r"(?<![\d/.~〜-])(?<!\d월)(?P<d>[0-3]?\d)일(?!간|째|후|전| *동안| *만에| *뒤| *이내|\d+[회번])"),
}
"""A day alone, as news in these languages writes days of the current month; what follows would make it a duration."""
_BEFORE_DAY = "在于於至到从從自和与與及或本天间間时時是午晚晨早一二三四五六日期示"
"""What stands before a day in Chinese numerals, where another character makes of it a number of something."""


def lone_days(text: str, lang: str) -> Iterator[WrittenDate]:
    """ "26日", "4일": days without a month; ``text`` is folded."""
    pattern = _LONE_DAY.get({"yue": "zh"}.get(lang, lang))
    for match in pattern.finditer(text) if pattern else ():
        day = number(match["d"])
        before = text[: match.start()].rstrip()[-1:]
        if 1 <= day <= 31 and not _is_series(match, before):
            yield WrittenDate(*match.span(), None, None, day)


def _is_series(match: regex.Match[str], before: str) -> bool:
    """Whether "十三号" is the thirteenth of its kind ("神舟十三号"), by the character before it."""
    in_words = match["d"][0] in HAN_DIGITS + "十廿" and match[0][-1] in "号號"
    return in_words and "\u3400" <= before <= "\u9fff" and before not in _BEFORE_DAY


def lone_years(text: str, patterns: DatePatterns, today: date) -> Iterator[WrittenDate]:
    """Numbers of four digits that are years: called so, in brackets, or likely and not a quantity of something."""
    words = patterns.names.year_words
    for match in patterns.year.finditer(text):
        start, end = match.span()
        year = gregorian_year(match["y"])
        if year is None:
            continue
        after, before = text[end : end + 24], text[max(0, start - 24) : start]
        called = not match["y"].isascii() or _called_year(before, after, words)
        bracketed = before[-1:] in ("(", "[") and after[:1] in (")", "]")
        if _decade(year, after) or (_glued(before, after) and not called):
            continue
        if called or bracketed:
            likely = year < today.year + 100
        else:
            likely = 1900 <= year <= today.year + _FUTURE and year % 100 != 0 and match["y"] == str(year)
        if likely and not _quantity(before, after, patterns):
            yield WrittenDate(start, end, year)


def _decade(year: int, after: str) -> bool:
    """ "1990-х", "1960-an": years ending in 0 with an ending are the ten of them."""
    return year % 10 == 0 and after[:1] in ("-", "'") and after[1:2].isalpha()


def _called_year(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether a word for "year" stands beside the number."""
    following = key(after[:12])
    leading = before.casefold().rstrip(" ")
    for word in words:
        if following.startswith(word) and not _continues(word, following):
            return True
        if len(word) > 1 and leading.endswith(word):
            caseless = word.lower() == word.upper()  # such scripts join words, by writing or by prefixes
            if caseless or not leading[: -len(word)][-1:].isalpha():
                return True
    return False


def _continues(word: str, text: str) -> bool:
    """Whether ``word`` is only the beginning of a longer word of ``text``, in a script that has spaces.

    Up to two letters more are a case ending ("год|у"), if the word is long enough to be known by its beginning.
    """
    rest = re.match(r"[^\W\d_]*", text[len(word) :])
    more = rest[0] if rest else ""
    return more != "" and more.lower() != more.upper() and (len(word) < 3 or len(more) > 2)


def _glued(before: str, after: str) -> bool:
    """Whether the number is part of a name or longer figure: "A2024", "2024kg", "1990s", "2024.5"."""
    last, first, second = before[-1:], after[:1], after[1:2]
    cased = [char.isalpha() and char.lower() != char.upper() for char in (last, first)]
    if any(cased) or (first in tuple(".,:") and second.isdigit()) or first in ("%", "‰", "°", "+"):
        return True
    if first == "-" and second.isdigit():
        return not (after[1:5].isdigit() and not after[5:6].isdigit())  # "2019-2024" are two years
    return "\u3400" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7a3"


def _quantity(before: str, after: str, patterns: DatePatterns) -> bool:
    following = (key(after).partition(",")[0].split() or [""])[0]  # not "In 2020, thousands"
    dative = following[:-1] if patterns.lang == "de" and following.endswith("n") else ""  # "2019 Metern"
    if any(word in patterns.names.units for word in (following, dative) if word):
        return True
    symbol = after.lstrip()[:1]
    return symbol != "" and unicodedata.category(symbol) == "Sc"
