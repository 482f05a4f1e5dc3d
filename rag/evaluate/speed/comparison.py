"""Ways of doing one thing, the baseline first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag.evaluate.speed.timing import Timing


@dataclass(frozen=True, slots=True)
class Comparison:
    """``timings`` by the name of each way; the first is the baseline, the second the product."""

    what: str
    timings: Mapping[str, Timing]
    memory_mb: float | None = None
    """What the product holds beyond what the baseline needs."""

    def ratio(self, way: str) -> float:
        """How many times as long as the baseline."""
        baseline = next(iter(self.timings.values()))
        return self.timings[way].median / max(baseline.median, 1e-9)
