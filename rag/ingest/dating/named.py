"""Dates that name their month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rag.ingest.dating.names import key
from rag.ingest.dating.numerals import spelled_days, spelled_year
from rag.ingest.dating.patterns import DatePatterns
from rag.ingest.dating.weekdays import weekday_beside
from rag.ingest.dating.written import WrittenDate, buddhist_year, gregorian_year, number

if TYPE_CHECKING:
    import regex


def named_dates(text: str, patterns: DatePatterns, reference: date | None = None) -> Iterator[WrittenDate]:
    """Days and months with their name, with a year or without; ``text`` is folded, and was written at ``reference``."""
    for pattern in (patterns.number_first, patterns.name_first):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = _month(groups, patterns)
            year = gregorian_year(groups["y"]) if groups["y"] else None
            if month is None or (groups["y"] and year is None):
                continue
            item = WrittenDate(match.start(), match.end(), year, month, number(groups["d"]) if groups["d"] else None)
            if item.exists and (_alone if year is None else _dated)(match, item, text, patterns):
                yield item if year is not None or not item.day else _with_short_year(item, match, text, reference)
    yield from _in_words(text, patterns)


_NEVER_ALONE = frozenset({"hi"})
"""Languages in which a day in words needs its year: "दो जून की रोटी" is two meals."""


def _in_words(text: str, patterns: DatePatterns) -> Iterator[WrittenDate]:
    """Days that are written in words, with a year in words, in figures, or with none."""
    for match in patterns.words_first.finditer(text) if patterns.words_first else ():
        month, day, end = _month(match.groupdict(), patterns), spelled_days(patterns.lang)[key(match["d"])], match.end()
        year = gregorian_year(match["y"]) if match["y"] else None
        link = patterns.year_link.match(text, end)
        if not match["y"] and link and (spelled := spelled_year(text, link.end(), patterns.lang)):
            year, end = spelled
        item = WrittenDate(match.start(), end, year, month, day)
        alone = patterns.lang not in _NEVER_ALONE and _alone(match, item, text, patterns)
        if month and item.exists and (year or alone):
            yield item


def _month(groups: dict[str, str | None], patterns: DatePatterns) -> int | None:
    if groups["m"]:
        words = groups["m"].split()
        if words[0].casefold() == "thang" and words[-1][0].islower():
            return None  # "3 tháng tù" is no third of April ("tháng Tư"), nor "3 tháng sau" one of June
        return patterns.names.months.get(key(groups["m"]))
    return patterns.names.month_stems.get(key(groups.get("stem") or ""))


_COUNTED = (
    r"คน|ราย|ศพ|ชีวิต|ปี|เดือน|วัน(?!ที่|นี้|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|สัปดาห์|ชั่วโมง|ชม|นาที|วินาที|บาท|สตางค์|ดอลลาร์|ยูโร|หยวน|ล้าน|แสน|หมื่น|พัน|ร้อย|แห่ง|คัน|ตัว|หลัง|ครั้ง|รอบ|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|ประเทศ|ทีม|คู่"
    r"|ลำ|เครื่อง|ชุด|องศา|จุด|ข้อ|ฉบับ|แปลง|ไร่|ต้น|ชิ้น|เล่ม|ใบ|นัด|ประตู|คะแนน|เสียง|โรง|ห้อง|ครัวเรือน|ครอบครัว|เขต|กลุ่ม|รายการ|โครงการ|บริษัท|กิโล|กก|กม|เมตร|เซนติ|ตัน|ลิตร|เปอร์เซ็นต์|รูป"
    r"|องค์|เม็ด|ขวด|ลูก|ดวง|คดี|เรื่อง|สาย|แผ่น|ถุง|กล่อง|กระบอก|หน่วย|เท่า|มัด|ก้อน|แท่ง|ซอง|ตู้|ที่นั่ง|ตำแหน่ง|พรรค|สถานี|เที่ยว|จาน|ท่าน|บท|หน้า|ชนิด|ประเภท|อัน|ผู้โดยสาร|นาย"
)  # fmt: skip
"""What a number before it counts, in Thai: "17 มิ.ย. 68 คน" is no year."""
_SHORT_YEAR = re.compile(
    r" ?(?P<y>[4-7]\d)"
    r"(?=(?P<to> ?(?:[–—-]|ถึง) ?[0-3]?\d ?(?:[ก-ฮ]{1,2}\.[ก-ฮ]{1,2}\.|[ก-ฮเ-ไ][ก-๎]{1,8}?(?:คม|ยน|พันธ์)))?)"
    rf"(?(to)|(?!\d| ?[.,:/–—-] ?\d| ?[%/]| ?(?:{_COUNTED})))"
)
"""A Buddhist year of which only the last two digits are written: "17 มิ.ย. 68", "17 มิ.ย. 68-17 ก.ค. 68"."""
_YEAR_ENDS = re.compile(
    r"\s*(?:$|\n|[.,;:!?…(){}\[\]\"'“”‘’«»–—-]|\d{1,2}[.:]\d\d(?!\d))"
    r"|\s?(?:เวลา|ที่|น\.|ถึง|วันนี้|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เมื่อ|โดย|ว่า|ซึ่ง"
    r"|ณ |ให้|ได้|และ|นี้|เป็น|จาก|ใน|จะ|ขณะ|ระบุ|ก่อน|ตาม|กรณี|พบ|มี|ทั้ง|นาง|พล\.|[พรสจดน]\.[ตทอสจ]\.)"
)
"""What stands behind such a year, where a number of something would have its noun."""
_PEOPLE = re.compile(r" ?(?:นัก(?:เรียน|โทษ|ศึกษา)|แรงงาน|ลูกเรือ|เหยื่อ|ผู้(?:ป่วย|เสียชีวิต|บาดเจ็บ|ต้อง|อพยพ|ลี้ภัย|ชุมนุม|ติดเชื้อ))")
"""Nouns that headlines count with no word between."""


def _with_short_year(item: WrittenDate, match: regex.Match[str], text: str, reference: date | None) -> WrittenDate:
    """The day with the short year right behind its Thai month, where there is one.

    It is none for sure unless what follows says so, or it is nearly that of ``reference`` and nobody is counted.
    """
    short = _SHORT_YEAR.match(text, item.end) if "\u0e00" <= (match["m"] or "")[:1] <= "\u0e7f" else None
    if short is None or match.end("m") < match.start("d"):
        return item
    year = buddhist_year(int(short["y"]))
    near = reference is not None and abs(year - reference.year) <= 1 and not _PEOPLE.match(text, short.end())
    if not near and not _YEAR_ENDS.match(text, short.end()):
        return item
    dated = replace(item, end=short.end(), year=year)
    return dated if dated.exists else item


def _dated(match: regex.Match[str], item: WrittenDate, text: str, patterns: DatePatterns) -> bool:
    """Whether this can be a date with its year: "2024 June" only where a language writes so."""
    year_leads = item.day is None and match.start("y") < match.start("m")
    return not year_leads or patterns.names.year_first


def _alone(match: regex.Match[str], item: WrittenDate, text: str, patterns: DatePatterns) -> bool:
    """Whether this can be a date without its year."""
    names, name = patterns.names, match["m"]
    if item.day is None or (match.start("m") < match.start("d") and not names.month_before_day):
        return False
    if name.lower() == name.upper():  # a script without capitals
        return True
    if key(name) in names.capitalised:
        return not name[0].islower()  # "of the 19 may have", "5 march on"
    if key(name) in names.abbreviated:
        return match[0].endswith(".") or weekday_beside(text, item, patterns) is not None  # "won 3 set"
    return True
