"""What the systems found: rankings of articles, to be measured and to be written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.evaluate import trec
from rag.evaluate.figures import Outcome
from rag.evaluate.layouts import Asked
from rag.evaluate.measures import measured


@dataclass(frozen=True, slots=True)
class Ranking:
    """The articles found for one question, best first, and how long that took."""

    asked: Asked
    article_ids: tuple[str, ...]
    milliseconds: float


@dataclass(frozen=True, slots=True)
class SystemRun:
    """What one system found in the archives of one draw."""

    system: str
    draw: int
    rankings: tuple[Ranking, ...]


def joined(runs: Sequence[SystemRun]) -> list[SystemRun]:
    """One run a system and draw, in the order in which they first come."""
    together: dict[tuple[str, int], tuple[Ranking, ...]] = {}
    for run in runs:
        key = (run.system, run.draw)
        together[key] = together.get(key, ()) + run.rankings
    return [SystemRun(system, draw, rankings) for (system, draw), rankings in together.items()]


def outcomes(run: SystemRun) -> list[Outcome]:
    """What the measures say of each question of a run."""
    values = measured(_qrels(run), {one.asked.question.id: one.article_ids for one in run.rankings})
    return [
        Outcome(
            run.system,
            run.draw,
            one.asked.pair,
            one.asked.is_same,
            values[one.asked.question.id],
            one.milliseconds,
        )
        for one in run.rankings
    ]


def write(folder: Path, runs: Sequence[SystemRun]) -> None:
    """``SYSTEM.DRAW.run`` of each, and ``DRAW.qrels``, as TREC has them."""
    for run in runs:
        trec.write_run(
            folder / f"{run.system}.{run.draw}.run",
            {one.asked.question.id: one.article_ids for one in run.rankings},
            run.system,
        )
        trec.write_qrels(folder / f"{run.draw}.qrels", _qrels(run))


def _qrels(run: SystemRun) -> Mapping[str, Mapping[str, int]]:
    return {one.asked.question.id: one.asked.relevant for one in run.rankings}
