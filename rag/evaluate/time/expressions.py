"""Dates in text against marked ones."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rag.errors import RagError
from rag.evaluate.time.questions import iso
from rag.ingest.dates import find_dates


@dataclass(frozen=True, slots=True)
class Found:
    """How many dates are marked, how many are found, and how many of these are right: in the place, of the value and
    the granularity of a marked one."""

    marked: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 1.0


def measured(path: Path) -> Mapping[str, Found]:
    """By language, and under "all".

    Raises:
        RagError: the file cannot be read.
    """
    marked, found, right = Counter[str](), Counter[str](), Counter[str]()
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            mentions = find_dates(record["text"], record["lang"], date.fromisoformat(record["published"]))
            left = [(m.start, m.end, iso(m.value, m.granularity)) for m in mentions]
            found[record["lang"]] += len(left)
            for gold in record["mentions"]:
                marked[record["lang"]] += 1
                hit = next(
                    (m for m in left if m[0] < gold["end"] and gold["start"] < m[1] and m[2] == gold["value"]), None
                )
                if hit:
                    left.remove(hit)
                    right[record["lang"]] += 1
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RagError(
            f"Cannot use {path}: {error!r}. Give JSON Lines of text, lang, published and mentions."
        ) from error
    by_lang = {lang: Found(marked[lang], found[lang], right[lang]) for lang in sorted(marked | found)}
    return by_lang | {"all": Found(marked.total(), found.total(), right.total())}
