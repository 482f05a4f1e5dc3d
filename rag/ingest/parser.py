"""Source -> Article: reads one article, states what the file states, and infers the rest.

Runs in the child processes of :mod:`rag.ingest.pool`; it may be slow, or killed, on hostile input.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

from rag.errors import ArticleError
from rag.ingest import formats
from rag.ingest.draft import Draft
from rag.ingest.limits import Limits
from rag.ingest.prose import clean, folded, one_line
from rag.types import Article, Source

_LONGEST_TITLE = 160
_TITLE_LINES = 3
_DETECT_CHARS = 20_000
"""Enough to tell any language, and the day of any article; both slow down with length."""


def parse(source: Source, limits: Limits) -> Article:
    """The article that ``source`` points at.

    Raises :class:`ArticleError`, with a sentence that says what is wrong and what to do about it.
    """
    suffix = Path(source.path).suffix.lower()
    if suffix not in formats.MODULES:
        raise ArticleError(f"{suffix or 'no ending'} is not a format that is read: save it as one of {formats.NAMES}")
    data = _read(source, limits)
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise ArticleError("it changed while it was being read: index again")
    if not data.strip():
        raise ArticleError("the file is empty: remove it or write the article into it")
    draft = formats.reader(suffix)(data, limits)
    return _article(source, draft, limits)


def _read(source: Source, limits: Limits) -> bytes:
    path = Path(source.path)
    try:
        with path.open("rb") as file:
            if source.line is not None:
                file.seek(_line_starts(source.path, path.stat().st_mtime_ns)[source.line - 1])
                return file.readline(limits.file_bytes + 2).rstrip(b"\r\n")
            return file.read(limits.file_bytes + 1)
    except IndexError:
        raise ArticleError("it changed while it was being read: index again") from None
    except OSError as error:
        raise ArticleError(f"it cannot be read ({error.strerror}): check the file's permissions") from None


@lru_cache(maxsize=1)
def _line_starts(path: str, _mtime: int) -> list[int]:
    """Byte offset of each line, kept for the next article of the same file: a feed has thousands of lines."""
    starts = [0]
    with Path(path).open("rb") as file:
        while block := file.read(1 << 20):
            base = file.tell() - len(block)
            starts += [base + match.end() for match in re.finditer(b"\n", block)]
    return starts


def _article(source: Source, draft: Draft, limits: Limits) -> Article:
    from rag.ingest import language, published

    text = clean(draft.text)
    if not any(char.isalnum() for char in text):
        raise ArticleError("it holds no text: remove the file or write the article into it")
    if len(text) > limits.text_chars:
        raise ArticleError(
            f"its text has {len(text):,} characters, more than the {limits.text_chars:,} allowed:"
            " split it into several articles"
        )
    inferred = set()
    title = one_line(draft.title) if draft.title else ""
    if not folded(title):
        inferred.add("title")
        title = one_line(draft.title_hint or "") or _inferred_title(source, text)
    text = _without_title(text, title)
    lang = draft.lang
    if lang is None:
        inferred.add("lang")
        lang = _inferred_lang(f"{title}\n\n{text[:_DETECT_CHARS]}", draft.lang_hint, language.detect)
    day: date | None = draft.published
    if day is None:
        day = draft.published_hint or published.infer_published(_dated_part(text), lang)
        if day is not None:
            inferred.add("published")
    return Article(
        id=source.article_id,
        sha256=source.sha256,
        text=text,
        title=title,
        lang=lang,
        published=day,
        source=_or_none(draft.source),
        url=draft.url,
        author=_or_none(draft.author),
        inferred=frozenset(inferred),
    )


def _dated_part(text: str) -> str:
    """The head and the foot of ``text``, where articles carry their date. Books are not searched for one: that takes
    time with the square of their length."""
    return text if len(text) <= _DETECT_CHARS else f"{text[: _DETECT_CHARS * 3 // 4]}\n\n{text[-_DETECT_CHARS // 8 :]}"


def _or_none(value: str | None) -> str | None:
    return (one_line(value) or None) if value else None


def _inferred_title(source: Source, text: str) -> str:
    """The first line if it looks like a headline, else the file's name if it is made of words, else the first words."""
    first, _, rest = text.partition("\n")
    if rest.strip() and len(first) <= _LONGEST_TITLE and not re.search(r"[.。．।॥։።။។۔…:;,、،]\W*$", first):
        return first
    if source.line is None:
        stem = PurePosixPath(source.article_id).stem
        words = [word for word in re.split(r"[\W_]+", stem) if word]
        if sum(len(word) > 1 and not any(char.isdigit() for char in word) for word in words) >= 2:
            return one_line(" ".join(words), _LONGEST_TITLE)
    from rag.ingest.splitter import sentences

    start, end = sentences(first, "und")[0]
    return one_line(first[start:end], 100)


def _without_title(text: str, title: str) -> str:
    """``text`` without a line at its top that only repeats the title; a text that is nothing but its title stays.

    The name of the paper or a rubric may stand above the title.
    """
    lines = text.split("\n")
    full = [number for number, line in enumerate(lines) if line][:_TITLE_LINES]
    for number in full:
        if folded(lines[number]) == folded(title):
            rest = clean("\n".join(lines[:number] + lines[number + 1 :]))
            return rest if any(map(str.isalnum, rest)) else text
    return text


def _inferred_lang(text: str, hint: str | None, detect: Callable[[str], str]) -> str:
    """The detected language; the file's own hint where detection agrees with it or cannot tell."""
    detected = detect(text)
    if hint and detected in ("und", hint, hint.split("-")[0]):
        return hint
    return detected
