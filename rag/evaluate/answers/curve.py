"""Risk against coverage: how wrong the most confident answers are, whatever share of the questions they are given to.

El-Yaniv and Wiener 2010 (JMLR 11); the area under the curve (AURC) as Geifman, Uziel and El-Yaniv have it (2019,
arXiv:1805.08206): the mean of the risks at every coverage. Less is better.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Point:
    """If all questions are answered whose answer is at least so confident."""

    coverage: float
    """Share of the questions, above 0."""
    risk: float
    """Mean loss of their answers, from 0 to 1."""
    confidence: float
    answers: int
    """How many those are."""


def curve(answers: Iterable[tuple[float, float]]) -> list[Point]:
    """Of ``(confidence, loss)``, one a question: a point for each confidence, coverage rising.

    Answers of one confidence are given together: the order in which they come makes no difference.
    """
    ranked = sorted(answers, key=lambda answer: -answer[0])
    points, covered, lost = [], 0, 0.0
    for confidence, group in groupby(ranked, key=lambda answer: answer[0]):
        losses = [loss for _, loss in group]
        covered, lost = covered + len(losses), lost + sum(losses)
        points.append(Point(covered / len(ranked), lost / covered, confidence, covered))
    return points


def area(points: Sequence[Point]) -> float | None:
    """Answers of one confidence count as in any order, on average. None of no curve."""
    risks: list[float] = []
    covered, lost = 0, 0.0
    for point in points:
        each = (point.risk * point.answers - lost) / (point.answers - covered)
        risks += ((lost + each * more) / (covered + more) for more in range(1, point.answers - covered + 1))
        covered, lost = point.answers, point.risk * point.answers
    return fmean(risks) if risks else None


def at(points: Sequence[Point], coverages: Iterable[float]) -> list[Point]:
    """The first point of each coverage, or beyond it; each point once."""
    found = (next(point for point in points if point.coverage >= least - 1e-9) for least in coverages if points)
    return list(dict.fromkeys(found))
