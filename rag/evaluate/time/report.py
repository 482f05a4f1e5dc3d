"""What was measured of time, as tables for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import IO, Any, get_args

from rag.evaluate.tables import console, percent, table
from rag.evaluate.time.experiment import Result
from rag.evaluate.time.questions import Outcome, Verdict

_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def groups(verdicts: Sequence[Verdict]) -> Mapping[str, Sequence[Verdict]]:
    """By kind of question, by part of the set, and all of them."""
    made: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        made.setdefault(verdict.question.kind, []).append(verdict)
    for verdict in verdicts:
        if verdict.question.split:
            made.setdefault(f"part {verdict.question.split}", []).append(verdict)
    return dict(sorted(made.items())) | {"all": list(verdicts)}


def figures(verdicts: Sequence[Verdict]) -> dict[str, float | int | None]:
    """Shares from 0 to 1: ``exact`` and ``cited`` of the answerable, ``stale`` of those, ``refused`` of the others."""
    outcomes = Counter(verdict.outcome for verdict in verdicts)
    answerable = sum(outcomes[kind] for kind in ("exact", "stale", "wrong", "abstained"))
    others = outcomes["refused"] + outcomes["invented"]
    differing = [verdict for verdict in verdicts if verdict.question.dates]
    return {
        "questions": len(verdicts),
        "exact": outcomes["exact"] / answerable if answerable else None,
        "stale": outcomes["stale"] / answerable if answerable else None,
        "wrong": outcomes["wrong"] / answerable if answerable else None,
        "abstained": outcomes["abstained"] / answerable if answerable else None,
        "cited": sum(v.cites for v in verdicts) / answerable if answerable else None,
        "refused": outcomes["refused"] / others if others else None,
        "complete": sum(v.complete for v in differing) / len(differing) if differing else None,
    }


def as_json(result: Result) -> dict[str, Any]:
    return {
        "questions": {name: figures(verdicts) for name, verdicts in groups(result.verdicts).items()},
        "outcomes": {verdict.question.id: verdict.outcome for verdict in result.verdicts},
        "expressions": {
            lang: {"marked": f.marked, "precision": round(f.precision, 4), "recall": round(f.recall, 4)}
            for lang, f in result.expressions.items()
        },
        "published": None
        if result.dating is None
        else {
            "shown": result.dating.shown,
            "right": result.dating.right,
            "hidden": result.dating.hidden,
            "claimed": result.dating.claimed,
        },
        "changed_by_newer_articles": result.changed,
    }


def show(result: Result, stream: IO[str]) -> None:
    out = console(stream)
    columns = ("exact", "stale", "wrong", "abstained", "cited", "refused", "complete")
    asked = table("questions about time", "questions", *columns, texts=1)
    for name, verdicts in groups(result.verdicts).items():
        found = figures(verdicts)
        asked.add_row(name, str(found["questions"]), *(percent(found[column]) for column in columns))
    out.print(asked)
    if result.expressions:
        marked = table("dates in text", "marked", "precision", "recall", texts=1)
        for lang, f in result.expressions.items():
            marked.add_row(lang, str(f.marked), percent(f.precision), percent(f.recall))
        out.print(marked)
    if result.dating:
        right, claimed = result.dating.right, result.dating.claimed
        out.print(f"publication dates: {right} of {result.dating.shown} right where the text shows one,")
        out.print(f"  {claimed} of {result.dating.hidden} claimed where it does not")
    if result.changed is not None:
        out.print(f"answers to questions for the last time that newer articles change: {result.changed}")
