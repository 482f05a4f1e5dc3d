"""What was measured of each question -> what is reported of each system."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from rag.evaluate.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question put by one system to one archive."""

    system: str
    draw: int
    pair: str
    is_same: bool
    values: Mapping[str, float]
    """Of each measure."""
    milliseconds: float
    """To retrieve, the question's vector given."""


@dataclass(frozen=True, slots=True)
class Figures:
    """``questions`` and ``means`` are averages over draws; ``milliseconds`` is the median of all."""

    questions: float
    means: Mapping[str, float]
    milliseconds: float


def figures(outcomes: Iterable[Outcome]) -> dict[str, dict[str, Figures]]:
    """System -> split -> figures. Splits: ``all``; ``same`` and ``cross``; each language pair (``en>de``), in order."""
    groups: dict[str, dict[str, list[Outcome]]] = {}
    for outcome in outcomes:
        splits = groups.setdefault(outcome.system, {"all": [], "same": [], "cross": []})
        for split in ("all", "same" if outcome.is_same else "cross", outcome.pair):
            splits.setdefault(split, []).append(outcome)
    return {
        system: {split: _averaged(splits[split]) for split in _ordered(splits) if splits[split]}
        for system, splits in groups.items()
    }


def _ordered(splits: Mapping[str, Sequence[Outcome]]) -> list[str]:
    return sorted(splits, key=lambda split: (">" in split, ("all", "same", "cross", split).index(split), split))


def _averaged(outcomes: Sequence[Outcome]) -> Figures:
    draws: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        draws.setdefault(outcome.draw, []).append(outcome)
    return Figures(
        questions=fmean(map(len, draws.values())),
        means={name: fmean(fmean(one.values[name] for one in draw) for draw in draws.values()) for name in MEASURES},
        milliseconds=median(outcome.milliseconds for outcome in outcomes),
    )
