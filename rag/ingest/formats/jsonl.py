"""One article a line: a JSON object with the article's text and, optionally, what is known of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from rag.errors import ArticleError
from rag.ingest.draft import Draft
from rag.ingest.front_matter import stated_fields
from rag.ingest.limits import Limits
from rag.ingest.prose import clean, one_line, unwrapped

_TEXT = (
    "text",
    "body",
    "content",
    "article",
    "articlebody",
    "maintext",
    "fulltext",
    "contenttext",
    "description",
    "summary",
)


def record(line: bytes) -> dict[str, Any]:
    """The JSON object on ``line``. Raises :class:`ArticleError`."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"this line is not UTF-8 at byte {error.start}: save the file again as UTF-8") from None
    except json.JSONDecodeError as error:
        raise ArticleError(
            f"this line is not JSON (column {error.colno}: {error.msg}): write one complete JSON object a line"
        ) from None
    except (ValueError, RecursionError):
        raise ArticleError("this line is JSON nested too deeply or with numbers too long: simplify it") from None
    if not isinstance(value, dict):
        raise ArticleError('this line is not a JSON object: write {"title": …, "text": …}')
    return value


def record_id(record: dict[str, Any]) -> str | None:
    """The record's own id as a printable string, or None where it states none."""
    value = record.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return one_line(str(value), 200) or None


def read(data: bytes, limits: Limits) -> Draft:
    entry = record(data)
    by_name = {key.replace("_", "").replace("-", "").lower(): value for key, value in reversed(entry.items())}
    text = next((by_name[name] for name in _TEXT if isinstance(by_name.get(name), str) and by_name[name].strip()), None)
    if text is None:
        raise ArticleError('this line has no text: put the article into its "text" field')
    return Draft(text=unwrapped(clean(text)), **asdict(stated_fields(entry)))
