"""Markdown, with optional YAML front matter. The mark-up goes, so that a quote reads as prose."""

from __future__ import annotations

from dataclasses import asdict

from rag.ingest.draft import Draft
from rag.ingest.encoding import decode
from rag.ingest.formats.markup import plain_text, without_hidden
from rag.ingest.front_matter import parse_front_matter
from rag.ingest.limits import Limits
from rag.ingest.prose import clean


def read(data: bytes, limits: Limits) -> Draft:
    from lxml import html
    from markdown_it import MarkdownIt

    fields, body = parse_front_matter(decode(data))
    # Through HTML, as Markdown may contain it: one way to leave out what is hidden.
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(clean(body, indents=True))
    tree = without_hidden(html.fromstring(f"<div>{page}</div>"))
    stated = asdict(fields)
    first = next(tree.iterchildren("*"), None)
    if not stated["title"] and first is not None and first.tag == "h1":
        stated["title"] = plain_text(first).replace("\n", " ") or None
    return Draft(text=plain_text(tree), **stated)
