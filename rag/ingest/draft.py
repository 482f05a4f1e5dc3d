"""What a format module hands over: what the file states, before anything is inferred."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file states it. ``None`` means that the file is silent about it."""

    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    lang: str | None = None
    author: str | None = None
    title_hint: str | None = None
    """A headline that only its look gives away."""
    lang_hint: str | None = None
    """A language that the file names but that templates and word processors set without looking at the text."""
    published_hint: date | None = None
    """A date that stands in the page's markup without being called the date of publication."""
