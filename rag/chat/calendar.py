"""A timeline as a chart: a row for each year that has events, its months across, a mark as long as each date is vague.

One scale for all time would press the days of a busy month into one point beside a single event decades before.
Everything foreign in it is a value of a tooltip, which shows text only.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rag.answer.time import FINENESS, render_date
from rag.answer.timeline import Event
from rag.chat.quote import excerpt
from rag.render import isolated

if TYPE_CHECKING:
    import altair as alt

PICKED = "picked"
"""The selection: a list of ``{"event": its index}``."""
_LEAP = 2000
"""On the days of a leap year all rows are laid out."""
_HALF = 4
"""Days by which a day is drawn longer on both sides: its mark must be hit with a finger."""
_THICK = {"day": 14, "month": 14, "year": 5}
"""Pixels."""
_OPAQUE = {"day": 1.0, "month": 0.6, "year": 0.35}
_EXCERPT = 140


def _day(month: int, day: int) -> int:
    """Days since the year began."""
    return date(_LEAP, month, day).timetuple().tm_yday - 1


_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_BEGINNINGS = [_day(month, 1) for month in range(1, 13)]


def marks(events: Sequence[Event], lang: str) -> list[dict[str, Any]]:
    """One a event, coarse ones first (they lie below): where it lies and what its tooltip says."""
    ends: dict[tuple[int, int], int] = {}  # of the last mark in each lane of each year
    made = []
    for index, event in enumerate(events):
        begin, end = _extent(event)
        lane = 0
        if event.granularity != "year":  # which lies below the others
            while ends.get((event.date.year, lane), begin) > begin:
                lane += 1
            ends[event.date.year, lane] = end
        made.append(
            {
                "event": index,
                "thick": _THICK[event.granularity],
                "opaque": _OPAQUE[event.granularity],
                "row": str(event.date.year) + (f" {lane}" if lane else ""),
                "begin": begin,
                "end": end,
                "when": isolated(render_date(event.date, event.granularity, lang)),
                "quote": isolated(excerpt(event.citations[0].quote, _EXCERPT)),
                "from": isolated(event.citations[0].source or event.citations[0].title),
            }
        )
    return sorted(made, key=lambda mark: FINENESS[events[mark["event"]].granularity])


def calendar_chart(events: Sequence[Event], lang: str) -> alt.Chart:
    """The chart, in the colours of the page's theme; its marks can be picked."""
    import altair as alt

    drawn = marks(events, lang)
    rows = sorted({mark["row"] for mark in drawn}, key=lambda row: [int(part) for part in row.split()])
    picked = alt.selection_point(name=PICKED, fields=["event"], toggle=False)
    months = alt.Axis(
        values=_BEGINNINGS,
        labelExpr=f"split('{_NAMES}', ' ')[indexof({_BEGINNINGS}, datum.value)]",
        labelAlign="left",
        title=None,
        orient="top",
        domain=False,
        ticks=False,
    )
    years = alt.Axis(labelExpr="split(datum.label, ' ')[1] ? '' : datum.label", title=None, domain=False, ticks=False)
    ends = alt.Scale(domain=[-_HALF, 366 + _HALF], nice=False)
    return (
        alt.Chart(alt.InlineData(values=drawn))
        .mark_bar(cornerRadius=5, cursor="pointer")
        .encode(
            x=alt.X("begin:Q", axis=months, scale=ends),
            x2="end:Q",
            y=alt.Y("row:N", axis=years, sort=rows),
            size=alt.Size("thick:Q", scale=None),
            opacity=alt.condition(picked, alt.Opacity("opaque:Q", scale=None), alt.value(0.15)),
            tooltip=[
                alt.Tooltip("when:N", title="When"),
                alt.Tooltip("quote:N", title="Quote"),
                alt.Tooltip("from:N", title="From"),
            ],
        )
        .add_params(picked)
        .properties(height=alt.Step(26 if len(rows) <= 12 else 20))
    )


def _extent(event: Event) -> tuple[int, int]:
    """Where its mark begins and ends, in days of a leap year."""
    month, day = event.date.month, event.date.day
    if event.granularity == "year":
        return 0, 366
    if event.granularity == "month":
        return _day(month, 1), _day(month, monthrange(_LEAP, month)[1]) + 1
    return _day(month, day) - _HALF, _day(month, day) + 1 + _HALF
