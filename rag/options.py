"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rag.types import Filters

Question = Annotated[str | None, typer.Argument(help="The question, in any language.")]
Index = Annotated[Path | None, typer.Option("--index", help="Folder of the index (RAG_INDEX_DIR).", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Batch = Annotated[
    Path | None, typer.Option("--batch", help='Answer the questions of a JSON Lines file: {"id", "question"}.')
]
After = Annotated[str | None, typer.Option(help="Only articles published on or after this day (YYYY-MM-DD).")]
Before = Annotated[str | None, typer.Option(help="Only articles published on or before this day (YYYY-MM-DD).")]
HappenedAfter = Annotated[
    str | None, typer.Option(help="Only passages that date an event on or after this day (YYYY-MM-DD).")
]
HappenedBefore = Annotated[
    str | None, typer.Option(help="Only passages that date an event on or before this day (YYYY-MM-DD).")
]
Source = Annotated[list[str] | None, typer.Option("--source", help="Only articles of this outlet; may be repeated.")]
In = Annotated[list[str] | None, typer.Option("--in", help="Only articles in this language; may be repeated.")]


def questions_of(question: str | None, batch: Path | None) -> Iterable[tuple[str | int | None, str]]:
    if question is not None and batch is None:
        return [(None, question)]
    if question is not None or batch is None:
        raise typer.BadParameter("Give either a QUESTION or --batch FILE.")
    from rag.batch import questions

    return list(questions(batch))  # a line that is wrong is told before anything is answered


def filters_of(
    after: str | None,
    before: str | None,
    happened_after: str | None,
    happened_before: str | None,
    languages: list[str] | None,
    sources: list[str] | None,
) -> Filters:
    from rag.types import Filters

    published = _days_of(after, before, "--after", "--before")
    happened = _days_of(happened_after, happened_before, "--happened-after", "--happened-before")
    return Filters(
        langs=tuple(tag_of(one, "--in") for one in languages or ()),
        after=published[0],
        before=published[1],
        sources=tuple(sources or ()),
        happened_after=happened[0],
        happened_before=happened[1],
    )


def _days_of(
    after: str | None, before: str | None, from_option: str, until_option: str
) -> tuple[date | None, date | None]:
    """The first and the last day that two options give."""
    first, last = day_of(after, from_option), day_of(before, until_option)
    if first and last and last < first:
        raise typer.BadParameter(f"{until_option} is a day before {from_option}. Give them the other way round.")
    return first, last


def tag_of(text: str, option: str) -> str:
    from rag.ingest.front_matter import language_tag

    if tag := language_tag(text):
        return tag
    raise typer.BadParameter(f"{option} is {text!r}. Give a language as a tag, for example id, en or zh-Hant.")


def day_of(text: str | None, option: str) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{option} is {text!r}. Give a day as YYYY-MM-DD, for example 2024-06-19.") from None
