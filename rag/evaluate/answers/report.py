"""An evaluation of answers as tables for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, Any

from rag.evaluate.answers.corruption import Caught
from rag.evaluate.answers.curve import Point, at
from rag.evaluate.answers.figures import Figures
from rag.evaluate.tables import console, percent, table

if TYPE_CHECKING:
    from rich.table import Table

_TENTHS = tuple(tenth / 10 for tenth in range(1, 11))
_SHARES = {
    "answered": "answered",
    "exact": "EM",
    "f1": "F1",
    "f1_given": "F1 given",
    "citation_precision": "citations right",
    "cites_gold": "cites gold",
    "day": "date",
    "day_given": "date given",
    "abstention_precision": "abstain P",
    "abstention_recall": "abstain R",
}
"""Field of ``Figures`` -> heading."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was evaluated and how it went."""

    data: tuple[str, ...]
    layout: str
    seed: int
    limit: int | None
    removed: float
    threshold: float
    """Least confidence with which an answer is given."""
    model: str
    archives: int
    articles: int
    """Distinct ones."""
    splits: Mapping[str, Figures]
    langs: Mapping[str, Figures]
    """By the question's language."""
    curve: tuple[Point, ...]
    """Of all questions."""
    corruptions: Mapping[str, Caught]
    """``untouched``, then each kind; empty where none were made."""


def as_json(report: Report) -> dict[str, Any]:
    """One object; shares from 0 to 1, null where there is nothing to take one of."""
    known = ("data", "layout", "seed", "limit", "removed", "threshold", "model", "archives", "articles")
    return {
        **{name: getattr(report, name) for name in known},
        **{name: _rounded(asdict(found)) for name, found in report.splits.items()},
        "languages": {lang: _rounded(asdict(found)) for lang, found in report.langs.items()},
        "risk_coverage": [_rounded(asdict(point)) for point in at(report.curve, _TENTHS)],
        "citation_check": {name: asdict(found) for name, found in report.corruptions.items()},
    }


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in values.items()}


def show(report: Report, stream: IO[str]) -> None:
    """Figures by split and by language, risk by coverage, and what the check of citations noticed."""
    out = console(stream)
    drawn = f", {report.archives} archives" if report.archives > 1 else ""
    out.print(f"{report.layout}: {report.articles} articles{drawn}, seed {report.seed}, {report.model}")
    out.print(_figures("", report.splits))
    out.print("By the question's language")
    out.print(_figures("", report.langs))
    out.print(f"Loss of the most confident answers by coverage; they are given from confidence {report.threshold} on")
    out.print(_curve(report))
    if report.corruptions:
        out.print("Citations refused by the product's check")
        out.print(_check(report.corruptions))


def _figures(heading: str, groups: Mapping[str, Figures]) -> Table:
    shown = [name for name in _SHARES if any(getattr(found, name) is not None for found in groups.values())]
    made = table(heading, "questions", "answerable", *(_SHARES[name] for name in shown), "AURC", "ms", texts=1)
    for name, found in groups.items():
        shares = (percent(getattr(found, share)) for share in shown)
        counts = (str(found.questions), str(found.answerable))
        made.add_row(name, *counts, *shares, percent(found.aurc), f"{found.milliseconds:.0f}")
    return made


def _curve(report: Report) -> Table:
    points = at(report.curve, _TENTHS)
    made = table("coverage", *(percent(point.coverage) for point in points), texts=1)
    made.add_row("risk", *(percent(point.risk) for point in points))
    made.add_row("confidence", *(f"{point.confidence:.3f}" for point in points))
    return made


def _check(corruptions: Mapping[str, Caught]) -> Table:
    made = table("corruption", "tried", "refused", "%", texts=1)
    for name, found in corruptions.items():
        share = found.refused / found.tried if found.tried else None
        made.add_row(name, str(found.tried), str(found.refused), percent(share))
    return made
