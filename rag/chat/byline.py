"""Where an article comes from, in words: outlet, date, language, author, address."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Protocol
from urllib.parse import urlsplit

from rag.chat.markup import Html, element, joined


class Described(Protocol):
    """A citation, a hit or an article."""

    @property
    def source(self) -> str | None: ...
    @property
    def published(self) -> date | None: ...
    @property
    def lang(self) -> str: ...
    @property
    def inferred(self) -> frozenset[str]: ...


def byline(item: Described, author: str | None = None) -> Html:
    """Outlet · date (and whether it was inferred) · language · author, on one line."""
    parts = [element("span", item.source, class_="rj-outlet", dir="auto")] if item.source else []
    parts.append(_dated(item))
    parts.append(element("span", language_name(item.lang)))
    if author:
        parts.append(element("span", author, dir="auto"))
    separated = [part for piece in parts for part in (Html(' <span aria-hidden="true">·</span> '), piece)][1:]
    return element("div", *separated, class_="rj-byline")


def _dated(item: Described) -> Html:
    if item.published is None:
        return element("span", "undated", title="The article carries no publication date.")
    shown = element("time", day(item.published), datetime=item.published.isoformat())
    if "published" not in item.inferred:
        return shown
    mark = element("span", "inferred", class_="rj-inferred", title="The file does not state this date; inferred.")
    return joined(shown, " ", mark)


def year_inferred() -> Html:
    """Beside a date whose year the cited sentences leave to the reader."""
    return element("span", "year inferred", class_="rj-inferred", title="No sentence names the year; inferred.")


def day(value: date) -> str:
    """``19 Jun 2024``."""
    from babel.dates import format_date

    return format_date(value, "d MMM y", locale="en")


@lru_cache(maxsize=512)
def language_name(tag: str) -> str:
    """The English name of a BCP-47 language; the tag itself where there is none."""
    from babel import Locale, UnknownLocaleError

    if tag == "und":
        return "unknown language"
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


@lru_cache(maxsize=512)
def direction(tag: str) -> str:
    """``rtl`` for a language written from right to left, else ``auto``: the text itself decides."""
    from babel import Locale, UnknownLocaleError

    try:
        return "rtl" if Locale.parse(tag, sep="-").text_direction == "rtl" else "auto"
    except (UnknownLocaleError, ValueError):
        return "auto"


def web_address(url: str | None) -> str | None:
    """``url`` if it is an ordinary web address that a person may be offered, else None."""
    if not url or len(url) > 2000 or not url.isprintable() or any(char.isspace() or char in '"<>\\' for char in url):
        return None
    try:
        parts = urlsplit(url)
        safe = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    return url if safe else None
