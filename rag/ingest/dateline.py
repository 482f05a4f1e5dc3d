"""Datelines and by-lines: the dates with which a text says when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from rag.ingest.dates import weekday_at
from rag.ingest.prose import columns
from rag.types import DateMention

_HEAD_LINES = 6
_BYLINE = 120
"""Columns of a line that is no prose."""
_OTHER_WORDS = 8
"""Words that a by-line has besides its date: outlet, city, author."""
WRITTEN_WITHIN = timedelta(days=3)
"""Between a dateline and the day of publication, or what it reports and a dateline."""
_CLOCKED = 6
"""More of them, where a clock shows that it is one."""
_LETTER = r"(?:[^\W\d_]|(?=\W)[\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e30-\u0e3a\u0e47-\u0e4e])"
"""Also a vowel sign or another mark, which Python takes for no part of a word; no character in two ways, of which
there would be as many for a word as it has letters, doubled by each."""
_DATELINE = re.compile(
    r"(?P<before>[^.!?。！？।\n]{0,40}?)(?:\s[-–—]{1,3}\s|—|\s--|(?<=\))\s*\.?\s*[-–—:]|\.[-–—]|(?<=\.)[-–—]|/\S+/)\s*"
    r"|\s\S{1,20}\w[-–—]{1,2}\s+|[-–—](?=[\u0e00-\u0e7f])"
)
"""What ends a dateline: "(KCNA) --", "— TASS", "(EFE).-", "2025.-", "/Xinhua/"; Thai has no spaces there."""
_DATELINE_WORDS = 4
"""Words between, besides those in brackets: weekday, agency."""
_STOP = re.compile(rf"(?:\s*\([^()\n]{{1,60}}\))?(?:,\s*{_LETTER}+)?\s*[.।。]\s")
"""What ends a dateline as it ends a sentence: "MANAGUA, 9 de junio de 2025. ", with a weekday or an outlet before."""
_PLACE = re.compile(rf"{_LETTER}[,،、，]\s*$")
"""What stands before the date then, and before an agency in brackets."""
_COLON = re.compile(r"\s?[:：]\s")
"""What ends one, too, unless it is a heading of what is long past: "لاہور، 18 اپریل 2025: "."""
_BRACKETED = re.compile(r"[^.!?。！？।\n()（）\[\]【】［］]{0,20}[】\]］]|발\s[^\s()（）]{2,12}[)）】\]]")
"""What ends a dateline that is all in brackets: "【平壌6月17日共同】", "(평양 6월 17일발 조선중앙통신)"."""
_WIRED = re.compile(
    r"(?:\s?[（(][^（()）\n]{1,6}[)）])?[\s\d时時分:：上下午凌晨晚早]{0,9}(?:[专專急特]|综合|綜合)?[电電讯訊]"
    r"(?=[\s（()）\[\]【】：:，,“题題]|$)"
)
"""The Chinese word for a report by wire, right behind the date, and no part of a longer word ("电影", "讯问")."""
_WIRED_WORDS = 10
"""Words before it: agency, reporter, city."""
_AGENCY = re.compile(r"\s*[(（]([^()（）\n]{2,30})[)）]\s*[:।]?\s*(?=\S)")
"""An agency behind the date, with no dash, as India's are: "(PTI)", "(भाषा)"."""
_AGENCIES = frozenset(
    {"PTI", "ANI", "IANS", "UNI", "BSS", "UNB", "APP", "PPI", "RSS", "PNA", "GNA", "NAN", "AP", "AFP", "UPI", "EFE"}
    | {"ANSA", "AGI", "DPA", "APA", "KCNA", "TASS", "XINHUA", "BERNAMA", "ANTARA", "YNA", "ТАСС", "УНИАН"}
)
"""Those with capitals: other letters in brackets are a union's, a party's ("(EU)")."""
_TO = r"\s*[-–—－−~〜～至]+\s*"
_FORTNIGHT = timedelta(days=14)
_CASE_WORD = re.compile(r"(?:को|से|तक|का|की|के|में|पर)(?:\s|$)")
"""What makes Hindi prose of the date before it."""
_STOPPED_PLACE = re.compile(rf"\s*(?:{_LETTER}|-)+(?:\s(?:{_LETTER}|-)+){{0,2}}\.\s+")
_STOPPED_AGENCY = re.compile(r"\.?\s+(?P<name>[^\W\d_]+(?:\.[^\W\d_]+)?)(?:\s[-–—]+\s|\.\s)\s*")
"""Stops between place, date and agency: "Москва. 17 июня. INTERFAX.RU - "."""
_LEADING_AGENCY = re.compile(r"\s*[(（\[][^()（）\[\]\n]{2,30}[)）\]]\s*(?:[-–—]+\s*)?")
""""(ANSA) - " before the place."""
_NAME = rf"(?:{_LETTER}|[.'’ -])"
_PLACED = re.compile(
    rf"(?:{_LETTER}{_NAME}{{1,30}}(?:[,،、]{_NAME}{{2,20}})?(?:\s?[(（][^()（）\n]{{1,30}}[)）])?(?:\s[-–—]\s|[-–—―]{{2}}|—|[-–](?=[\u0e00-\u0e7f]))"
    rf"|[【［\[][^】］\]\n]{{1,20}}[】］\]]|[\u4e00-\u9fff]{{2,14}}(?:消息|[专專]?[电電讯訊])[\s，,：:])\s*"
)
"""A place, or an agency, with which a paragraph of news begins: "MANAUS (EFE) – ", "【東京】", "本社综合消息 "."""
_HOUR = r"\d{1,2}(?:[:.：]|\s?[hH時时시]\s?)\d{2}"
_CLOCK = re.compile(rf"{_HOUR}|\|")
_DASHED_CLOCK = re.compile(rf"[^.!?。！？।\n]{{0,20}}?[-–—]+\s*(?:{_LETTER}+:?\s+){{0,3}}{_HOUR}")
"""A clock behind the dash, as by-lines have it: "17 June 2025 - 14:30"."""


def datelines(text: str, lang: str, published: date | None, mentions: Iterable[DateMention]) -> list[tuple[int, int]]:
    """Which of a text's dates are those of datelines and by-lines: start and end of each."""
    return [
        (mention.start, mention.end)
        for mention in mentions
        if mention.granularity == "day"
        and (published is None or abs(mention.value - published) <= WRITTEN_WITHIN)
        and is_stated(text, lang, mention, date.min)
    ]


def lead_of(text: str) -> tuple[int, int]:
    """Start and end of the first paragraph that is prose: news says there when it happened."""
    return next((span for span in _lines(text) if _is_prose(text[slice(*span)])), (0, len(text)))


def place_end(text: str, start: int, end: int) -> int | None:
    """Where the place ends, or the agency, with which a paragraph of news begins; None where it begins with neither."""
    place = _PLACED.match(text, start, end) if _is_prose(text[start:end]) else None
    return place.end() if place and not text[place.end() :][:1].islower() else None


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does: a heading or a by-line does not."""
    return line.rstrip()[-1:] in tuple(".!?。！？।")


def _is_prose(line: str) -> bool:
    return columns(line) > _BYLINE


def is_span(text: str, mention: DateMention, mentions: Iterable[DateMention]) -> bool:
    """Whether a date is one of two that say from when to when: "(17 June 1925 – 3 May 2001)"."""
    for other in mentions:
        first, last = sorted((mention, other), key=lambda m: m.start)
        if first is last or "\n" in (gap := text[first.end : last.start]):
            continue
        if re.fullmatch(_TO, gap) and first.value <= last.value:
            return True
        apart = abs(mention.value - other.value) > _FORTNIGHT  # or it is a by-line that was brought up to date
        bracket = max(text.rfind("(", 0, first.start), text.rfind("（", 0, first.start))
        if apart and bracket >= 0 and not re.search(r"[)）\n]", text[bracket : last.end]):
            return True
    return False


def is_stated(text: str, lang: str, mention: DateMention, latest: date) -> bool:
    """Whether a date is that of a dateline or a by-line. One that may be a heading's is not, if it lies before
    ``latest``, the latest time that the text tells of: ``date.min`` lets it pass, ``date.max`` does not."""
    lines = _lines(text)
    at = next((i for i, (start, end) in enumerate(lines) if start <= mention.start < end), None)
    if at is None or mention.end > lines[at][1]:
        return False
    start, end = lines[at]
    if at < _HEAD_LINES and mention.start - start <= _BYLINE // 2:
        dateline = _is_dateline(text, lang, mention, start, end)
        if dateline is not None:
            return dateline
        before = text[start : mention.start]
        if _COLON.match(text, mention.end) and _PLACE.search(before) and _starts_line(before):
            return mention.value >= latest
    if _is_prose(text[start:end]) or not (at < _HEAD_LINES or at == len(lines) - 1):
        return False
    rest = text[start : mention.start] + text[mention.end : end]
    clock = _CLOCK.search(rest) is not None
    if len(_words(rest)) > _OTHER_WORDS + (_CLOCKED if clock else 0):
        return False
    if not clock and is_sentence(text[start:end]):
        return False
    # A headline may name the day of something long past; a by-line is not older than what the article reports.
    sure = clock or not _words(rest) or weekday_at(text, lang, mention) is not None
    return sure or mention.value >= latest


def _is_dateline(text: str, lang: str, mention: DateMention, start: int, end: int) -> bool | None:
    """Whether the line begins with a dateline of this date; None where it can still be a by-line."""
    before, last = text[start : mention.start], mention.end
    if _WIRED.match(text, last, end):
        return _starts_line(before, _WIRED_WORDS)
    if _BRACKETED.match(text, last, end) and re.match(r"\s*[(（\[【［]", before):
        return _starts_line(before)
    # A date may have the full stop: "2025."
    stop = _STOP.match(text, last - 1, end) or _STOP.match(text, last, end)
    if stop and _PLACE.search(before):
        return _starts_line(before)
    if _names_agency(text, lang, mention, before, end) or _is_stopped(text, mention, before, end):
        return True
    dash = _DATELINE.match(text, last, end)
    if dash is None:
        return None
    if _starts_line(before):
        return None if _goes_on(text, mention, before, dash) else True
    return None if _DASHED_CLOCK.match(text, last, end) else False


def _goes_on(text: str, mention: DateMention, before: str, dash: re.Match[str]) -> bool:
    """Whether a date is part of a sentence that has a dash later: too many words between, or a small letter behind."""
    words = len(_words(re.sub(r"\([^()]*\)", "", dash["before"] or "")))
    ended = mention.text.endswith(".") and words > 0 and not _PLACE.search(before)
    return ended or words > _DATELINE_WORDS or text[dash.end() : dash.end() + 1].islower()


def _names_agency(text: str, lang: str, mention: DateMention, before: str, end: int) -> bool:
    """Whether a place stands before the date, and an agency in brackets behind it, then a sentence."""
    agency = _AGENCY.match(text, mention.end, end)
    if not agency or not _PLACE.search(before) or not _starts_line(before):
        return False
    if weekday_at(text, lang, mention) is not None:
        return False  # "17 June (Tuesday)"
    name, begins = agency[1], text[agency.end()]
    if name.lower() != name.upper():
        return _AGENCIES.issuperset(re.split(r"[\s/-]+", name.upper())) and not begins.islower()
    return re.fullmatch(r"[\u0900-\u0dff-]+", name) is not None and not _CASE_WORD.match(text, agency.end(), end)


def _is_stopped(text: str, mention: DateMention, before: str, end: int) -> bool:
    """Whether stops part place, date and an agency with capitals."""
    agency = _STOPPED_AGENCY.match(text, mention.end, end)
    if not agency or "." not in text[mention.end - 1 : mention.end + 1] or not _STOPPED_PLACE.fullmatch(before):
        return False
    return (
        before.lstrip()[:1].isupper()
        and sum(map(str.isupper, agency["name"])) >= 2
        and not text[agency.end() :][:1].islower()
    )


def _starts_line(before: str, most: int = 4) -> bool:
    """Whether what stands before a date can be the beginning of a dateline: a few words, no sentence."""
    agency = _LEADING_AGENCY.match(before)
    place = before[agency.end() :] if agency else before
    return len(_words(re.sub(r"\([^()]*\)", "", place))) <= most and not re.search(r"[.!?。！？।:]\s|\s[-–—]+\s", place)


def _words(text: str) -> Sequence[str]:
    """Words, or as many characters as a word has in scripts that put no spaces between words."""
    unspaced = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,5}|[\u3040-\u9fff]{1,2}"
    return re.findall(rf"{unspaced}|[^\W\d_]{_LETTER}*", text)


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each line that is not blank."""
    return tuple(match.span() for match in re.finditer(r"[^\n\r]*\S[^\n\r]*", text))
