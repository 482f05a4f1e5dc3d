"""What languages call times, by the tables of ``dateparser`` (made from CLDR)."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any


def lexicon(lang: str) -> Mapping[str, Any]:
    """The table of a primary language tag; empty for a language that ``dateparser`` lacks."""
    try:
        return importlib.import_module(f"dateparser.data.date_translation_data.{lang}").info
    except ImportError:
        return {}
