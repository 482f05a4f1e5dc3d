"""How long things take, side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """Every run of one thing, in milliseconds."""

    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.milliseconds)

    @property
    def p95(self) -> float:
        """What 19 of 20 runs keep within; of a single run, that run."""
        if len(self.milliseconds) < 2:
            return self.milliseconds[0]
        return quantiles(self.milliseconds, n=20, method="inclusive")[-1]


def interleaved(
    things: Mapping[str, Callable[[T], object]], inputs: Sequence[T], progress: Callable[[int, int], None]
) -> dict[str, Timing]:
    """Do all things with each of ``inputs``, one thing after the other: what else the machine does slows them alike."""
    taken: dict[str, list[float]] = {name: [] for name in things}
    for done, one in enumerate(inputs, 1):
        for name, thing in things.items():
            started = perf_counter()
            thing(one)
            taken[name].append(1000 * (perf_counter() - started))
        progress(done, len(inputs))
    return {name: Timing(tuple(times)) for name, times in taken.items()}
