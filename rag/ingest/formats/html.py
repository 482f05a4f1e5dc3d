"""Web pages: the article without the page around it (trafilatura), and what meta tags and JSON-LD say of it."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from datetime import date
from typing import Any

from rag.errors import ArticleError
from rag.ingest.draft import Draft
from rag.ingest.encoding import decode
from rag.ingest.formats.markup import plain_text, without_hidden
from rag.ingest.front_matter import language_tag, read_date, web_address
from rag.ingest.limits import Limits

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:-]{2,40})", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)
_AROUND = "//nav|//footer|//aside|//form|//body/header"


def read(data: bytes, limits: Limits) -> Draft:
    from lxml import etree, html

    charset = _CHARSET.search(data[:4096])
    page = decode(data, charset[1].decode("ascii") if charset else None).replace("\x00", "")
    page = re.sub(r"\A\s*<\?xml[^>]*\?>", "", page)  # lxml refuses a declared encoding in what is already text
    try:
        tree = html.document_fromstring(
            page, parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError):
        raise ArticleError("it holds no HTML: check that the page was saved whole") from None
    stated = _stated(tree)
    return Draft(text=_body(without_hidden(tree)), **stated)


def _body(tree: Any) -> str:
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    # Below this many characters the library takes all the text of the page in one lump; news in brief is short.
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    options: dict[str, Any] = {
        "include_comments": False,
        "with_metadata": False,
        "fast": True,
        "favor_recall": True,
        "config": config,
    }
    found: Any
    try:
        found = bare_extraction(deepcopy(tree), **options)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError):
        found = None  # odd trees trip it up; the plain walk below reads any
    text = plain_text(found.body) if found is not None and found.body is not None else ""
    if any(map(str.isalnum, text)):
        return text
    for element in tree.xpath(_AROUND):
        if element.getparent() is not None:
            element.drop_tree()
    return plain_text(tree.find("body") if tree.find("body") is not None else tree)


def _stated(tree: Any) -> dict[str, Any]:
    from trafilatura.metadata import extract_metadata

    stated: dict[str, Any] = {}
    try:
        found = extract_metadata(deepcopy(tree), date_config={"extensive_search": False, "original_date": True})
    except (ValueError, TypeError, AttributeError, KeyError, IndexError):
        found = None
    if found is not None:
        author = found.author if found.author and not found.author.startswith("http") else None
        stated.update(title=found.title, author=author, source=found.sitename, url=web_address(found.url))
    day = _published(tree)
    hint = None if day else _marked_time(tree)
    stated.update(
        published=day, published_hint=hint, lang_hint=language_tag(tree.get("lang") or _meta(tree).get("language"))
    )
    return stated


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        found.setdefault(name.lower(), (meta.get("content") or "").strip())
    return found


def _published(tree: Any) -> date | None:
    """The date of publication that the page states for machines."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                day = _in_json(json.loads(script.text), 0)
            except (ValueError, RecursionError):
                continue
            if day:
                return day
    meta = _meta(tree)
    for name in _PUBLISHED:
        if day := read_date(meta.get(name, "")):
            return day
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished":
            return read_date(time.get("datetime") or "")
    return None


def _in_json(value: Any, depth: int) -> date | None:
    if depth > 6:
        return None
    if isinstance(value, dict):
        day = value.get("datePublished")
        if isinstance(day, str) and (found := read_date(day)):
            return found
        value = list(value.values())
    if isinstance(value, list):
        return next((day for item in value if (day := _in_json(item, depth + 1))), None)
    return None


def _marked_time(tree: Any) -> date | None:
    """The first date marked up as a time in the page itself: mostly that of publication, but nothing says so."""
    for time in tree.xpath("//time[@datetime][not(ancestor::nav or ancestor::aside or ancestor::footer)]"):
        return read_date(time.get("datetime"))
    return None
