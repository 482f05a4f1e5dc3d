"""What shapes an index: two indexes with the same fingerprint hold the same passages and comparable vectors."""

from __future__ import annotations

import json

from rag.errors import IndexMismatch
from rag.index.encoder import Encoder
from rag.settings import Settings

# Raise when passages, their context or what is stored with them change: older indexes are then rebuilt.
LAYOUT = 12


def fingerprint(settings: Settings, encoder: Encoder) -> dict[str, str | int]:
    """Flat and ordered, so that it can be stored, compared and named key by key in a message."""
    return {
        "layout": LAYOUT,
        "model": encoder.name,
        "query_prompt": "model's own" if settings.query_prompt is None else settings.query_prompt,
        "passage_prompt": "model's own" if settings.passage_prompt is None else settings.passage_prompt,
        "passage_tokens": settings.passage_tokens,
    }


def is_of_older_version(built: dict[str, str | int], wanted: dict[str, str | int]) -> bool:
    """Whether nothing but the layout differs, which is an older one: no setting was changed, an older version of
    Rujukan built the index."""
    return int(built.get("layout", LAYOUT)) < LAYOUT and built | {"layout": LAYOUT} == wanted


def check(built: dict[str, str | int], wanted: dict[str, str | int], place: str) -> None:
    """Raises:
    IndexMismatch: naming what differs first and the command that repairs it.
    """
    if is_of_older_version(built, wanted):
        raise IndexMismatch(
            f"The index {place} was built by an older version of Rujukan. "
            "Rebuild it with `python -m rag index --rebuild`; the articles are not touched."
        )
    for key in wanted:
        if built.get(key) != wanted[key]:
            raise IndexMismatch(
                f"The index {place} was built with {key} = {built.get(key)!r}, the settings say {wanted[key]!r}. "
                "Rebuild it with `python -m rag index --rebuild`, or set the old value again."
            )


def dumps(value: dict[str, str | int]) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def loads(text: str | None) -> dict[str, str | int]:
    return json.loads(text) if text else {}
