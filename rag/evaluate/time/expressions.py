"""Dates in text against marked ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rag.errors import RagError
from rag.evaluate.dates import iso
from rag.evaluate.files import field, records
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
    for place, record in records(path):
        text, lang = field(record, "text", place), field(record, "lang", place)
        try:
            published = date.fromisoformat(field(record, "published", place))
            golds = [(gold["start"], gold["end"], gold["value"]) for gold in record["mentions"]]
        except (ValueError, KeyError, TypeError) as error:
            raise RagError(
                f'{place}: {error!r}. Give "published" as YYYY-MM-DD and "mentions" with start, end and value.'
            ) from error
        mentions = find_dates(text, lang, published)
        left = [(m.start, m.end, iso(m.value, m.granularity)) for m in mentions]
        found[lang] += len(left)
        for start, end, value in golds:
            marked[lang] += 1
            hit = next((m for m in left if m[0] < end and start < m[1] and m[2] == value), None)
            if hit:
                left.remove(hit)
                right[lang] += 1
    by_lang = {lang: Found(marked[lang], found[lang], right[lang]) for lang in sorted(marked | found)}
    return by_lang | {"all": Found(marked.total(), found.total(), right.total())}
