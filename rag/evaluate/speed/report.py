"""A benchmark as a table for people and as JSON for programs."""

from __future__ import annotations

from typing import IO, Any

from rag.evaluate.speed.benchmark import Speed
from rag.evaluate.tables import console, table


def as_json(speed: Speed) -> dict[str, Any]:
    """One object. ``ms`` is the median, ``p95`` what 19 of 20 runs keep within, ``ratio`` to the first of ``ways``."""
    return {
        "passages": speed.benchmark.passages,
        "languages": dict(speed.languages),
        "seed": speed.benchmark.seed,
        "model": speed.model,
        "cores": speed.cores,
        "load": [round(load, 2) for load in speed.load],
        "comparisons": [
            {
                "what": one.what,
                "memory_mb": None if one.memory_mb is None else round(one.memory_mb, 1),
                "ways": [
                    {
                        "way": way,
                        "runs": len(timing.milliseconds),
                        "ms": round(timing.median, 2),
                        "p95": round(timing.p95, 2),
                        "ratio": round(one.ratio(way), 3),
                    }
                    for way, timing in one.timings.items()
                ],
            }
            for one in speed.comparisons
        ],
    }


def show(speed: Speed, stream: IO[str]) -> None:
    out = console(stream)
    out.print(
        f"{speed.benchmark.passages} passages in {len(speed.languages)} languages, seed {speed.benchmark.seed}, "
        f"{speed.model}; {speed.cores} cores, load {speed.load[0]:.1f} before, {speed.load[1]:.1f} after"
    )
    compared = table("what", "way", "runs", "p50 ms", "p95 ms", "a second", "× baseline", "memory", texts=2)
    for one in speed.comparisons:
        product = list(one.timings)[1]
        for number, (way, timing) in enumerate(one.timings.items(), 1):
            compared.add_row(
                one.what if number == 1 else "",
                f"{way} (baseline)" if number == 1 else way,
                str(len(timing.milliseconds)),
                f"{timing.median:.1f}",
                f"{timing.p95:.1f}",
                f"{1000 / max(timing.median, 1e-9):.1f}",
                f"{one.ratio(way):.2f}",
                f"+{one.memory_mb:.0f} MB" if way == product and one.memory_mb is not None else "",
                end_section=number == len(one.timings),
            )
    out.print(compared)
