"""Dates in text: which day, month or year each one means, in any language that CLDR covers.

The forms of a date are built from CLDR (:mod:`rag.ingest.dating.patterns`); what is judged here is which readings stand
and what year is meant where none is written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from rag.ingest.dating.named import named_dates
from rag.ingest.dating.named_after import is_named_after
from rag.ingest.dating.names import fold
from rag.ingest.dating.numeric import lone_days, lone_years, numeric_dates, short_dates
from rag.ingest.dating.patterns import HAN_DIGITS, DatePatterns, date_patterns
from rag.ingest.dating.relative import Told, relative_dates
from rag.ingest.dating.relative_words import LAST_ONE
from rag.ingest.dating.side_by_side import Read, side_by_side
from rag.ingest.dating.solar_hijri import counts_by_it, solar_dates, solar_days
from rag.ingest.dating.to_come import soonest
from rag.ingest.dating.weekdays import weekday_beside
from rag.ingest.dating.written import SOLAR_YEARS, WrittenDate, calendar_day
from rag.ingest.dating.year_choice import choose_month, choose_year, month_on
from rag.ingest.dating.year_named import year_named
from rag.ingest.language import primary
from rag.types import DateMention, Granularity

_BESIDE = 14
"""Characters between a day that is told and the date that says the same."""
_YEAR_FIRST = re.compile(r"\s?[の的]?|[,،、]?\s(?:[^\W\d_]{1,4}\s)?")
_YEAR_LAST = re.compile(r"\)?\s?(?:(?:of|of the|de|del|dell'|do|da|des|من|του) ?)?")
"""What stands between a year and the day that is of it, in either order."""
_HEAD_LAST = frozenset(
    {"zh", "yue", "ja", "ko", "tr", "az", "hi", "bn", "mr", "ne", "ur", "ta", "te", "kn", "ml", "hu"}
)
"""Languages that put before a word whatever qualifies it."""
_ENDS = re.compile(r"[.!?。！？\n]\s|[。！？\n]")
_BETWEEN = re.compile(r"[^.,;:!?()\n、。，；]{0,10}")
"""What stands between the ends of a range, or two dates of one year."""
_PAIR = re.compile(r" ?(?:[-–—~〜～至到和与與及、・]|から|と|や|부터|에서|과|와|및|·|, ?)+ ?")
"""The same and no more, where Chinese, Japanese and Korean leave the month out."""
_FROM = re.compile(r"\b(?:from|с|со|з|від|z|od|ab|von|vom|desde|de|del|du|dal|da|di|من|از|sejak|dari|từ|από)\b")
"""What stands before the earlier of two: "moved to December 5 from October 1"."""
_SOON, _NEWS = timedelta(days=15), timedelta(days=10)
_NEARBY = 300
"""Characters between two dates that are told together."""
_LONGEST = 20_000
"""Characters that are read as one."""
_ENGLISH = "en"
"""Read besides the text's own language where the whole date is written: datelines and quotations are often in it."""


def find_dates(text: str, lang: str, reference: date | None = None, *, today: date | None = None) -> list[DateMention]:
    """The dates that ``text`` writes, in order, without overlaps; ``text[m.start:m.end] == m.text``.

    ``lang`` is the text's BCP-47 language. Figures have the order of CLDR's short pattern: the world's (day first) for
    ``en``, the territory's for ``en-US``; a number above 12, the text's other dates and a weekday beside them decide
    before that.

    A day without a year is given one only for a reason (:func:`rag.ingest.dating.year_choice.choose_year`):
    ``reference``, the day of publication; the years that the text names; the weekday beside it. ``today`` limits the
    choice. A day without a month, as Chinese, Japanese and Korean news write it, is of the month of publication or of
    the month that the text speaks of. Where nothing tells, the day is left out. With a ``reference``, what is told from
    it is read, too ("yesterday", "last month", "on Wednesday": :mod:`rag.ingest.dating.relative`). Never raises.
    """
    return read_dates(text, lang, reference, today=today)[0]


def read_dates(
    text: str, lang: str, reference: date | None = None, *, today: date | None = None
) -> tuple[list[DateMention], list[tuple[int, int]]]:
    """What :func:`find_dates` finds, and where dates stand, also those of which nothing tells the year."""
    read = [
        (first + start, first + end, value, granularity, inferred)
        for first, last in _stretches(text)
        for start, end, value, granularity, inferred in _read(text[first:last], lang, reference, today or date.today())
    ]
    mentions = [
        DateMention(start, end, text[start:end], value, granularity, inferred)
        for start, end, value, granularity, inferred in read
        if value is not None
    ]
    return mentions, [(start, end) for start, end, *_ in read]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Of a book, parts that end with a paragraph: what dates say of each other takes time with the square of it."""
    first = 0
    while len(text) - first > _LONGEST:
        last = text.rfind("\n", first + _LONGEST // 2, first + _LONGEST) + 1 or first + _LONGEST
        yield first, last
        first = last
    yield first, len(text)


_Before = tuple[WrittenDate, date | None] | None
"""The date that is written before another one, and what it means."""


def _read(text: str, lang: str, reference: date | None, today: date) -> list[Read]:
    if reference is None and not any(char.isdecimal() or char in HAN_DIGITS for char in text):
        return []
    composed, offset = _composed(text)
    plain = fold(composed)
    patterns = date_patterns(lang)
    told = _apart(_told(plain, lang, patterns, reference)) if reference is not None else []
    alone = [  # "3일" is a day, but not in "3일 전"
        item for item in lone_days(plain, lang.split("-")[0]) if not any(_holds(other, item) for other in told)
    ]
    written = _apart([*_written(plain, patterns, reference, today), *_whole(plain), *alone])
    years = {item.year for item in written if item.year is not None}
    found: list[Read] = []
    for place, item in enumerate(written):
        weekday = weekday_beside(plain, item, patterns) if item.day else None
        before = (written[place - 1], found[-1][2]) if place else None
        value: date | None
        if is_named_after(item, plain, patterns.lang):
            value = None
        elif item.day and not item.month:
            spoken_of = next((value for *_, value, kind, _ in reversed(found) if value and kind != "year"), None)
            value = (
                _in_month_beside(item, told, plain, lang, reference)
                or _in_month_of_pair(item, before, plain)
                or choose_month(item.day, weekday, reference, spoken_of)
            )
        elif item.year is None and (named := year_named(plain, item.start, item.end, lang, written)) is not None:
            value = calendar_day(named, item.month or 1, item.day or 1)
        else:
            beside = _in_year_beside(item, weekday, told, plain, lang) or _in_year_of_range(
                place, written, weekday, plain
            )
            value = beside or _value(item, weekday, reference, years, today, _spoken_of(item, written, plain))
            if item.year is None and weekday is None and reference and value:
                soon = _soon_after(place, written, value, reference)
                if not beside and not soon:
                    value = _announced(item, value, reference, plain, lang)
                value = _to_come_with(item, before, soon or value, reference, plain)
        granularity: Granularity = "day" if item.day else "month" if item.month else "year"
        found.append(Read(offset(item.start), offset(item.end), value, granularity, item.year is None))
    values = [value for _, _, value, *_ in found]
    for other in told:
        if other.value is not None and not any(map(partial(_clash, plain, other), written, values)):
            value = _in_year_told(other, told, written, plain, lang)
            if value is None:
                continue
            found.append(Read(offset(other.start), offset(other.end), value, other.granularity, True))
    return side_by_side(sorted(found, key=lambda item: item[:2]), text)


def _in_year_beside(item: WrittenDate, weekday: int | None, told: Sequence[Told], plain: str, lang: str) -> date | None:
    """The day without a year that stands right beside one: "8 August last year", "昨年8月8日"."""
    year = None if item.year is not None or not item.day else _year_beside(item, told, plain, lang)
    value = calendar_day(year, item.month or 1, item.day or 1) if year else None
    return value if value and weekday in (None, value.weekday()) else None


def _in_year_told(
    item: Told, told: Sequence[Told], written: Sequence[WrittenDate], plain: str, lang: str
) -> date | None:
    """The month that is named in the year that is told right beside it: "in August last year"."""
    if not item.named or item.value is None:
        return item.value
    year = year_named(plain, item.start, item.end, lang, written)
    if year is None:
        year = _year_beside(item, told, plain, lang)
    if year is None:
        year = _year_of_range(item.start, item.end, item.value.month, None, written, plain)
    return calendar_day(year, item.value.month, 1) if year else item.value


def _in_month_beside(
    item: WrittenDate, told: Sequence[Told], plain: str, lang: str, reference: date | None
) -> date | None:
    """A day alone of the month that is told right before it ("先月30日"), or the last such day ("지난 20일")."""
    for other in told:
        beside = other.end <= item.start and plain[other.end : item.start] in ("", " ", "の")
        if beside and other.granularity == "month" and other.value:
            return calendar_day(other.value.year, other.value.month, item.day or 1)
    last_one = LAST_ONE.get(lang.split("-")[0])
    if not last_one or not reference or not re.search(last_one, plain[max(0, item.start - 6) : item.start]):
        return None
    days = (calendar_day(*month_on(reference, -back), item.day or 1) for back in range(3))
    return next((day for day in days if day and day < reference), None)


def _in_month_of_pair(item: WrittenDate, before: _Before, plain: str) -> date | None:
    """A day alone of the month of the one that it makes a pair or a range with: "4月20日至23日"."""
    other, value = before or (None, None)
    if not other or not value or not other.day or not _PAIR.fullmatch(plain, other.end, item.start):
        return None
    return calendar_day(value.year, value.month, item.day or 1) if (item.day or 0) > value.day else None


def _to_come_with(item: WrittenDate, before: _Before, value: date, reference: date, plain: str) -> date:
    """``value``, or as much later as it must be to follow what it ends: "from 3 October to 15 January"."""
    other, begins = before or (None, None)
    if not other or not begins or not (other.month or other.day) or not value < reference < begins:
        return value
    gap = _BETWEEN.fullmatch(plain, other.end, item.start)
    if gap is None or _FROM.search(gap[0]):
        return value
    return calendar_day(value.year + 1, value.month, value.day) or value


def _announced(item: WrittenDate, value: date, reference: date, plain: str, lang: str) -> date:
    """``value``, or the same day a year later where that is said to be still to come: "will open on 3 May". What is
    told of a day just past was planned, or the article is older than it says."""
    is_past = reference - value > _NEWS and soonest(plain, item.start, item.end, primary(lang)) is not None
    return (is_past and calendar_day(value.year + 1, value.month, value.day)) or value


def _in_year_of_range(place: int, written: Sequence[WrittenDate], weekday: int | None, plain: str) -> date | None:
    """The day without a year beside one that has it: "from 28 February to 3 March 2024", "2022年2月28日至3月3日"."""
    item = written[place]
    if item.year is not None or not item.month or not item.day:
        return None
    year = _year_of_range(item.start, item.end, item.month, item.day, written, plain)
    value = calendar_day(year, item.month, item.day) if year else None
    return value if value and weekday in (None, value.weekday()) else None


def _year_of_range(
    start: int, end: int, month: int, day: int | None, written: Sequence[WrittenDate], plain: str
) -> int | None:
    """The year of the date that a range or a pair ends or begins with, for the one at ``start:end`` that has none."""
    own = (month, day or 0)
    for other in written:
        if other.year is None or not other.month or (other.day is None) != (day is None):
            continue
        whose = (other.month, other.day or 0)
        if end <= other.start and _BETWEEN.fullmatch(plain, end, other.start):
            return other.year - (own > whose)
        if other.end <= start and _BETWEEN.fullmatch(plain, other.end, start):
            return other.year + (own < whose)
    return None


def _soon_after(place: int, written: Sequence[WrittenDate], value: date, reference: date) -> date | None:
    """The day without a year that soon follows one of a past year: "launched on 16 July 1969. It landed on 20 July"."""
    if timedelta(0) <= reference - value <= _NEWS:
        return None  # it is news
    item = written[place]
    before = [other for other in written[:place] if other.day and item.start - other.end <= _NEARBY]
    if not before or before[-1].year is None or not item.month or not item.day:
        return None
    earlier = calendar_day(before[-1].year, before[-1].month or 1, before[-1].day or 1)
    same = calendar_day(before[-1].year, item.month, item.day)
    return same if earlier and same and timedelta(0) <= same - earlier <= _SOON else None


def _year_beside(item: WrittenDate | Told, told: Sequence[Told], plain: str, lang: str) -> int | None:
    """The year that is told right before a date, or behind it where the language puts there what qualifies a word."""
    for other in told:
        if other.value is None or other.granularity != "year":
            continue
        before = other.end <= item.start and _YEAR_FIRST.fullmatch(plain, other.end, item.start)
        behind = item.end <= other.start and _YEAR_LAST.fullmatch(plain, item.end, other.start)
        if before or (behind and lang.split("-")[0] not in _HEAD_LAST and plain[other.end : other.end + 2] != "'s"):
            return other.value.year
    return None


def _holds(told: Told, item: WrittenDate) -> bool:
    return told.start <= item.start and item.end <= told.end and item.end - item.start < told.end - told.start


def _clash(plain: str, told: Told, item: WrittenDate, value: date | None) -> bool:
    """Whether a date is written in the same place, or beside a day that is told and is of its weekday."""
    if told.start < item.end and item.start < told.end:
        return True
    gap = plain[told.end : item.start] if told.end <= item.start else plain[item.end : told.start]
    if told.granularity != "day" or not item.day or len(gap) > _BESIDE or _ENDS.search(gap):
        return False
    return value is None or told.value is None or value.weekday() == told.value.weekday()


def weekday_at(text: str, lang: str, mention: DateMention) -> int | None:
    """The weekday that is written beside a date of ``text``, Monday = 0; None where none is."""
    parts = text[max(0, mention.start - 64) : mention.start], mention.text, text[mention.end : mention.end + 64]
    before, here, after = (fold(unicodedata.normalize("NFC", part)) for part in parts)
    item = WrittenDate(len(before), len(before) + len(here), None)
    return weekday_beside(before + here + after, item, date_patterns(lang))


def _told(plain: str, lang: str, patterns: DatePatterns, reference: date) -> Iterator[Told]:
    yield from relative_dates(plain, lang, patterns, reference)
    if counts_by_it(lang):
        yield from solar_days(plain, patterns, reference)


def _written(plain: str, patterns: DatePatterns, reference: date | None, today: date) -> Iterable[WrittenDate]:
    yield from named_dates(plain, patterns, reference)
    yield from numeric_dates(plain, patterns)
    yield from short_dates(plain, patterns)
    years = lone_years(plain, patterns, today)
    if counts_by_it(patterns.lang):
        yield from solar_dates(plain)
        years = (item for item in years if item.year not in SOLAR_YEARS)
    yield from years


def _whole(plain: str) -> Iterable[WrittenDate]:
    return (item for item in named_dates(plain, date_patterns(_ENGLISH)) if item.year and item.day)


def _spoken_of(item: WrittenDate, written: Sequence[WrittenDate], plain: str) -> date | None:
    """The year that was last named before ``item`` in its paragraph, with its month if that was."""
    begins = plain.rfind("\n\n", 0, item.start)
    before = [other for other in written if begins < other.start < item.start and other.year is not None]
    return calendar_day(before[-1].year or 1, before[-1].month or 1, 1) if before else None


def _value(
    item: WrittenDate,
    weekday: int | None,
    reference: date | None,
    years: set[int],
    today: date,
    spoken_of: date | None,
) -> date | None:
    if item.year is None:
        assert item.month is not None and item.day is not None
        return choose_year(item.month, item.day, weekday, reference, years, today, spoken_of)
    value = calendar_day(item.year, item.month or 1, item.day or 1)
    if item.ambiguous and weekday is not None and item.month and item.day:
        swapped = calendar_day(item.year, item.day, item.month)
        if swapped and value and value.weekday() != weekday == swapped.weekday():
            return swapped
    return value


_Stretch = TypeVar("_Stretch", WrittenDate, Told)


def _apart(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[_Stretch] = []
    # Of equally long ones, "周三" of "本周三" says more than "本周".
    for item in sorted(stretches, key=lambda i: (i.start - i.end, getattr(i, "value", i) is None, i.start)):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def _composed(text: str) -> tuple[str, Callable[[int], int]]:
    """``text`` with letters and accents in one character (NFC), and where an offset of it is in ``text``."""
    if unicodedata.is_normalized("NFC", text):
        return text, lambda offset: offset
    parts: list[str] = []
    starts = [0]  # of each cluster: in the composed text ...
    origins = [0]  # ... and in ``text``
    begin = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not _joins(text[index]):
            parts.append(unicodedata.normalize("NFC", text[begin:index]))
            starts.append(starts[-1] + len(parts[-1]))
            origins.append(index)
            begin = index

    def origin(offset: int) -> int:
        at = bisect_right(starts, offset) - 1
        # Within a cluster (a mark that no letter takes in) both texts have the same marks from its end.
        return origins[at] if starts[at] == offset else max(origins[at], origins[at + 1] - (starts[at + 1] - offset))

    return "".join(parts), origin


def _joins(char: str) -> bool:
    """Whether composition may join it to what stands before it: a mark, or a vowel or final of a Hangul syllable."""
    return unicodedata.category(char).startswith("M") or "\u1160" <= char <= "\u11ff"
