"""A date as it is written, before a missing year is chosen; and the numbers that dates are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rag.ingest.dating.patterns import ERAS, HAN_DIGITS

_HAN = {digit: str(value) for value, digit in enumerate(HAN_DIGITS)} | {"零": "0"}
_BUDDHIST = range(2400, 2701)
"""Four-digit years that are of the Buddhist era: no article reports on that Gregorian age."""

SOLAR_YEARS = range(1200, 1421)
"""Those of the solar Hijri calendar that are of 1821 to 2042; of the lunar one, the present is later."""
OTHER_YEARS = frozenset({*SOLAR_YEARS, *_BUDDHIST})
"""Years that no article means in the Gregorian calendar."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    ambiguous: bool = False
    """Day and month could be the other way round."""

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; 29 February does without a year."""
        return calendar_day(self.year or 2000, self.month or 1, self.day or 1) is not None


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def solar_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of one of the solar Hijri calendar, None where that has none."""
    from persiantools.jdatetime import JalaliDate

    try:
        found: date = JalaliDate(year, month, day).to_gregorian()
    except ValueError:
        return None
    return found if year in SOLAR_YEARS else None


def day_of_other(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of one whose year is of :data:`OTHER_YEARS`, None where its calendar has none."""
    if year in SOLAR_YEARS:
        return solar_day(year, month, day)
    return calendar_day(year + ERAS["พ.ศ."], month, day)


def distance(day: date, reference: date) -> timedelta:
    """How far a day is from publication: one that is to come lies twice as far, as news tells what has happened."""
    return reference - day if day <= reference else 2 * (day - reference)


def number(digits: str) -> int:
    """The value of folded ASCII digits, or of Han numerals below 100 or written digit by digit."""
    if digits.isdigit() and digits.isascii():
        return int(digits)
    digits = digits.replace("廿", "二十")
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return 10 * int(_HAN.get(tens, "1")) + int(_HAN.get(ones, "0"))
    return int("".join(_HAN[digit] for digit in digits))


def buddhist_year(short: int) -> int:
    """The Gregorian year of the last two digits of one of the Buddhist era, as they are written in this century."""
    return 2500 + short + ERAS["พ.ศ."]


def gregorian_year(written: str) -> int | None:
    """The Gregorian year of a number that may follow the name of an era, None where no article can mean it."""
    match = re.fullmatch(rf"({'|'.join(map(re.escape, ERAS))})?\s*(.+)", written, re.DOTALL)
    if match is None:
        return None
    year = 1 if match[2] == "元" else number(match[2])
    if match[1]:
        year += ERAS[match[1]]
    elif year in _BUDDHIST:
        year += ERAS["พ.ศ."]
    return year if 1000 <= year < 2200 else None
