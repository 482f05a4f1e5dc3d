"""What an article says about itself: YAML front matter, and the same fields under the names that feeds give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from rag.errors import ArticleError
from rag.ingest.dating.written import OTHER_YEARS, day_of_other
from rag.ingest.language import primary
from rag.ingest.prose import one_line

_FENCE = re.compile(r"\A(?:\ufeff)?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST = 64 * 1024
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?!\d)")

# First name wins. Compared without case, "-" and "_".
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": ("published", "date", "publishedat", "datepublished", "publicationdate", "publishdate", "pubdate"),
    "source": ("source", "outlet", "publisher", "publication", "sitename", "site"),
    "url": ("url", "link", "canonicalurl", "permalink"),
    "lang": ("lang", "language", "locale"),
    "author": ("author", "authors", "byline", "creator"),
}


@dataclass(frozen=True, slots=True)
class Fields:
    """The optional fields of an article, as stated."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    lang: str | None = None
    author: str | None = None


def parse_front_matter(text: str) -> tuple[Fields, str]:
    """The fields of the front matter of ``text``, and the rest of the text.

    A text that starts with a ``---`` rule but has no YAML mapping after it is all body. Raises
    :class:`ArticleError` for YAML that is broken or uses aliases, and for a date that is none.
    """
    match = _FENCE.match(text)
    if not match:
        return Fields(), text
    block = match[1]
    if not re.search(r"^[^\s#][^\n:]*:(?:\s|$)", block, re.MULTILINE):
        return Fields(), text
    if len(block) > _LONGEST:
        raise ArticleError(
            "its front matter is longer than 64 KB: shorten it to title, published, source, url, lang, author"
        )
    mapping = _mapping(block)
    return (Fields(), text) if mapping is None else (stated_fields(mapping), text[match.end() :])


def _mapping(block: str) -> Mapping[str, object] | None:
    import yaml

    class Loader(yaml.BaseLoader):  # strings only: dates are judged here, and "no" stays Norwegian
        def compose_node(self, parent, index):
            if self.check_event(yaml.AliasEvent):
                raise ArticleError(
                    "its front matter uses YAML aliases (*name), which are refused: write the values out"
                )
            return super().compose_node(parent, index)

    try:
        loaded = yaml.load(block, Loader)  # a BaseLoader: builds no Python objects
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        problem = one_line(error.problem or "cannot be read", 120)
        raise ArticleError(f"its front matter is broken YAML{line} ({problem}): put quotes around the value") from None
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise ArticleError(f"its front matter is broken YAML ({one_line(str(error), 120)}): correct it") from None
    return loaded if isinstance(loaded, dict) else None


def stated_fields(mapping: Mapping[str, object]) -> Fields:
    """The fields that ``mapping`` states, under any of their usual names.

    Raises :class:`ArticleError` for a date that cannot be understood.
    """
    by_name: dict[str, object] = {}
    for key, value in mapping.items():
        by_name.setdefault(re.sub(r"[-_\s]", "", str(key)).lower(), value)

    def first(field: str) -> tuple[str, str | None]:
        for name in _NAMES[field]:
            value = _as_text(by_name.get(name))
            if value:
                return name, value
        return field, None

    return Fields(
        title=first("title")[1],
        published=stated_date(*first("published")),
        source=first("source")[1],
        url=web_address(first("url")[1]),
        lang=language_tag(first("lang")[1]),
        author=first("author")[1],
    )


def _as_text(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "title", "url", "@id") if isinstance(value.get(key), str)), None)
    if isinstance(value, list | tuple):
        value = ", ".join(filter(None, (_as_text(item) for item in value[:20] if not isinstance(item, list))))
    if value is None or isinstance(value, bool):
        return None
    text = one_line(str(value), 1000)
    return None if text in ("", "~") or text.lower() == "null" else text


def stated_date(name: str, value: str | None) -> date | None:
    """The day that ``value`` writes: ISO 8601, also in a Buddhist or solar Hijri year (2567-06-19, 1403/03/30), RFC
    2822, or seconds (ten digits) or milliseconds since 1970.

    A date with a time zone keeps its own day. Raises :class:`ArticleError`, naming the field, for anything else.
    """
    if not value:
        return None
    day = read_date(value)
    if day is None:
        raise ArticleError(
            f'"{name}: {one_line(value, 60)}" is not a date: write an existing day as YYYY-MM-DD, or leave the line out'
        )
    return day


def read_date(value: str) -> date | None:
    """Like :func:`stated_date`, but None for what is no date."""
    value = value.strip()
    if (written := _YEAR_FIRST.match(value)) and (year := int(written[1])) in OTHER_YEARS:
        return day_of_other(year, int(written[2]), int(written[3]))
    if re.fullmatch(r"[1-9]\d{9}(?:\d{3})?", value, re.ASCII):
        return datetime.fromtimestamp(int(value[:10]), UTC).date()
    if re.fullmatch(r"\d{4}(?:-\d\d-\d\d|\d{4})(?!\d).*", value, re.ASCII | re.DOTALL):
        try:
            return datetime.fromisoformat(value).date()
        except ValueError:
            try:  # a time written in a way that ISO 8601 does not know; the day is what counts
                return date.fromisoformat(value[:10])
            except ValueError:
                return None
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def web_address(value: str | None) -> str | None:
    """``value`` if it is an http or https address, else None: an article's link is shown to people to click on."""
    return value if value and re.fullmatch(r"https?://[^\s<>\"]+", value, re.IGNORECASE) else None


def language_tag(value: str | None) -> str | None:
    """``value`` as a BCP-47 tag in its usual case (``zh-Hant-TW``), or None if it has not the form of one."""
    if not value or not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value):
        return None
    first, *rest = value.replace("_", "-").split("-")
    if first.lower() in ("und", "mul", "zxx", "mis"):
        return None
    subtags = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower() for part in rest]
    return "-".join([primary(first), *subtags])
