"""How far an evaluation is, on stderr: a bar on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from time import monotonic

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and how many there are to do."""

_EVERY = 5.0  # seconds


@contextlib.contextmanager
def shown() -> Iterator[Progress]:
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def update(what: str, done: int, total: int) -> None:
            if what not in tasks:
                for task in tasks.values():
                    bar.remove_task(task)
                tasks.clear()
                tasks[what] = bar.add_task(what)
            bar.update(tasks[what], completed=done, total=total)

        yield update


def _lines() -> Progress:
    last = monotonic()

    def line(what: str, done: int, total: int) -> None:
        nonlocal last
        if done == total or monotonic() - last >= _EVERY:
            print(f"{what} {done}/{total}", file=sys.stderr, flush=True)
            last = monotonic()

    return line
