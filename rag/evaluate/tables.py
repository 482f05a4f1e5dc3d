"""Tables of figures, on a terminal and in a file."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def console(stream: IO[str]) -> Console:
    from rich.console import Console

    found = Console(file=stream, highlight=False, markup=False)
    if not found.is_terminal:
        found.width = 1000  # a file takes any width: nothing is cut
    return found


def table(*headings: str, texts: int) -> Table:
    """Of columns, the first ``texts`` of which are text and the others numbers."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, heading in enumerate(headings):
        made.add_column(heading, justify="left" if number < texts else "right", no_wrap=True)
    return made


def percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"
