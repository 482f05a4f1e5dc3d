"""One module a format: ``read(data, limits) -> Draft``, raising :class:`~rag.errors.ArticleError`.

A format's library is imported only when an article of that format is read.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from rag.ingest.draft import Draft
from rag.ingest.limits import Limits

MODULES = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""Which module reads which file-name ending (in lower case)."""

NAMES = ".txt, .md, .html, .pdf, .docx, .jsonl"
"""The formats, as people are told them."""

FOREIGN = frozenset(
    [
        ".doc",
        ".docm",
        ".dot",
        ".rtf",
        ".odt",
        ".ott",
        ".pages",
        ".epub",
        ".mobi",
        ".azw3",
        ".fb2",
        ".djvu",
        ".ps",
        ".tex",
        ".rst",
        ".adoc",
        ".asciidoc",
        ".org",
        ".wiki",
        ".mht",
        ".mhtml",
        ".eml",
        ".msg",
        ".mbox",
        ".json",
        ".xml",
        ".rss",
        ".atom",
        ".csv",
        ".tsv",
        ".xls",
        ".xlsx",
        ".ods",
        ".ppt",
        ".pptx",
        ".odp",
        ".key",
        ".zip",
        ".gz",
        ".tar",
        ".7z",
        ".rar",
        ".warc",
    ]
)
"""Endings of files that may well hold articles, but in a format that is not read: worth a word, not silence."""


def reader(suffix: str) -> Callable[[bytes, Limits], Draft]:
    """The ``read`` function for files that end in ``suffix``, a key of :data:`MODULES`."""
    return import_module(f"{__name__}.{MODULES[suffix]}").read
