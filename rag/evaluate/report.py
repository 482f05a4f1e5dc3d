"""An evaluation as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from rag.evaluate.figures import Figures
from rag.evaluate.measures import MEASURES
from rag.evaluate.tables import console, percent, table

if TYPE_CHECKING:
    from rich.table import Table

_SPLITS = ("all", "same", "cross")


@dataclass(frozen=True, slots=True)
class Report:
    """What was evaluated and how it went."""

    data: tuple[str, ...]
    layout: str
    seed: int
    limit: int | None
    model: str
    archives: int
    articles: int
    """Distinct ones."""
    systems: Mapping[str, Mapping[str, Figures]]
    """System -> split -> figures; systems as they are to be shown."""


def as_json(report: Report) -> dict[str, Any]:
    """One object; measures from 0 to 1, ``questions`` on average over draws, ``ms`` the median for a question."""
    return {
        "data": list(report.data),
        "layout": report.layout,
        "seed": report.seed,
        "limit": report.limit,
        "model": report.model,
        "archives": report.archives,
        "articles": report.articles,
        "systems": {
            system: {
                **{split: _figures_json(found) for split, found in splits.items() if split in _SPLITS},
                "pairs": {split: _figures_json(found) for split, found in splits.items() if split not in _SPLITS},
            }
            for system, splits in report.systems.items()
        },
    }


def _figures_json(found: Figures) -> dict[str, Any]:
    means = {name: round(value, 4) for name, value in found.means.items()}
    return {"questions": round(found.questions, 1), **means, "ms": round(found.milliseconds, 2)}


def show(report: Report, stream: IO[str]) -> None:
    """Systems side by side, then R@1 of each by the languages of questions and passages."""
    out = console(stream)
    drawn = f", {report.archives} archives" if report.archives > 1 else ""
    out.print(f"{report.layout}: {report.articles} passages{drawn}, seed {report.seed}, {report.model}")
    out.print(_comparison(report))
    for system in report.systems:
        out.print(f"R@1 of {system} by language: questions down, passages across")
        out.print(_matrix(report.systems[system]))


def _comparison(report: Report) -> Table:
    made = table("split", "system", "questions", *MEASURES, "ms", texts=2)
    for split in _SPLITS:
        rows = [(system, splits[split]) for system, splits in report.systems.items() if split in splits]
        for number, (system, found) in enumerate(rows, 1):
            means = [percent(found.means[name]) for name in MEASURES]
            row = [split, system, f"{found.questions:.0f}", *means, f"{found.milliseconds:.1f}"]
            made.add_row(*row, end_section=number == len(rows))
    return made


def _matrix(splits: Mapping[str, Figures]) -> Table:
    pairs = {tuple(split.split(">")): found for split, found in splits.items() if ">" in split}
    asked, found_in = (sorted({pair[side] for pair in pairs}) for side in (0, 1))
    made = table("", *found_in, texts=1)
    for own in asked:
        cells = (pairs.get((own, other)) for other in found_in)
        made.add_row(own, *(percent(cell.means["R@1"] if cell else None) for cell in cells))
    return made
