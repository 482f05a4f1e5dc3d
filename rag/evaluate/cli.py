"""``python -m rag evaluate``: parses, runs, prints."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from rag.evaluate.layouts import Layout

app = typer.Typer(help="Measure how good the parts are, on data with known answers.", no_args_is_help=True)
_OURS = Path(__file__).parents[2] / "tests" / "data"
"""What this repository asks about its own ``corpus/``."""

Data = Annotated[
    list[Path],
    typer.Argument(
        help="Files or folders: SQuAD JSON, JSON Lines with contexts, BEIR folders, or (with --corpus) JSON Lines "
        "with articles. Gzip or plain.",
        show_default=False,
    ),
]
ArchiveLayout = Annotated[
    Layout,
    typer.Option(
        help="mono: an archive a language. mixed: one archive, each passage in one of its languages at random. "
        "pooled: one archive of everything."
    ),
]
Draws = Annotated[int, typer.Option(min=1, max=100, help="Archives of the mixed layout.")]
Seed = Annotated[int, typer.Option(help="Of all that is random.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Questions of each language, at most; all passages stay.")]
Corpus = Annotated[
    Path | None, typer.Option(help="Folder of the articles that the questions are about.", show_default=False)
]
AskedIn = Annotated[str | None, typer.Option(help="Only questions in this language.", show_default=False)]
AnsweredIn = Annotated[str | None, typer.Option(help="Only passages in this language.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.command()
def retrieval(
    data: Data,
    layout: ArchiveLayout = Layout.MIXED,
    system: Annotated[
        list[str] | None, typer.Option(help="What to compare; may be repeated. Default: two baselines and the product.")
    ] = None,
    draws: Draws = 3,
    seed: Seed = 0,
    limit: Limit = None,
    corpus: Corpus = None,
    asked_in: AskedIn = None,
    answered_in: AnsweredIn = None,
    distractors: Annotated[
        list[Path] | None,
        typer.Option(help="File whose passages join the archive, though none answers; may be repeated."),
    ] = None,
    runs: Annotated[Path | None, typer.Option(help="Folder for TREC runs and qrels.", show_default=False)] = None,
    json: Json = False,
) -> None:
    """Find the passages that answer questions; the product beside baselines."""
    from rag.evaluate import report
    from rag.evaluate.progress import shown
    from rag.evaluate.retrieval import Experiment, evaluate
    from rag.settings import load

    experiment = Experiment(tuple(data), layout, tuple(system or ()), draws, seed, limit, corpus, runs)
    experiment = replace(experiment, asked_in=asked_in, answered_in=answered_in, distractors=tuple(distractors or ()))
    with shown() as progress:
        found = evaluate(experiment, load(), progress)
    _print(found, report, json)


@app.command()
def answers(
    data: Data,
    layout: ArchiveLayout = Layout.MIXED,
    draws: Draws = 1,
    seed: Seed = 0,
    limit: Limit = None,
    corpus: Corpus = None,
    asked_in: AskedIn = None,
    answered_in: AnsweredIn = None,
    removed: Annotated[
        float,
        typer.Option(
            min=0, max=0.9, help="Share of the questions whose passages are left out, in every language: unanswerable."
        ),
    ] = 0.0,
    corrupt: Annotated[
        int, typer.Option(min=0, help="Corrupt the citations of so many answers, and see which of them are refused.")
    ] = 0,
    json: Json = False,
) -> None:
    """Answer questions as `ask` does: how right the answers, how good the citations, how fit the abstentions."""
    from rag.evaluate.answers import report
    from rag.evaluate.answers.experiment import Experiment, evaluate
    from rag.evaluate.progress import shown
    from rag.settings import load

    experiment = Experiment(
        tuple(data), layout, draws, seed, limit, corpus, asked_in, answered_in, removed=removed, corrupt=corrupt
    )
    with shown() as progress:
        found = evaluate(experiment, load(), progress)
    _print(found, report, json)


@app.command("time")
def time_(
    questions: Annotated[
        list[Path] | None,
        typer.Argument(
            help="JSON Lines of questions: id, question, lang, kind, articles, date (or dates), stale, split. "
            "Without any: all that tests/data has about time.",
            show_default=False,
        ),
    ] = None,
    corpus: Annotated[Path, typer.Option(help="Folder of the articles that the questions are about.")] = Path("corpus"),
    expressions: Annotated[
        Path | None, typer.Option(help="JSON Lines of texts with their dates marked.", show_default=False)
    ] = None,
    published: Annotated[
        Path | None,
        typer.Option(
            help="JSON Lines of articles and the day of publication that their text shows.", show_default=False
        ),
    ] = None,
    distractors: Annotated[
        list[Path] | None, typer.Option(help="Data whose passages join the archive as newer articles.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many questions.")] = None,
    json: Json = False,
) -> None:
    """Ask when: how exact the dates, how stale the "last" ones; and the dates found in text."""
    from rag.evaluate.progress import shown
    from rag.evaluate.time import report
    from rag.evaluate.time.experiment import Experiment, evaluate
    from rag.settings import load

    if not questions:
        questions = [_OURS / "time_questions.jsonl"]
        expressions = expressions or _OURS / "time_expressions.jsonl"
        published = published or _OURS / "published.jsonl"
    experiment = Experiment(tuple(questions), corpus, expressions, published, tuple(distractors or ()), limit)
    with shown() as progress:
        found = evaluate(experiment, load(), progress)
    _print(found, report, json)


@app.command()
def speed(
    data: Annotated[
        list[Path], typer.Argument(help="JSON Lines of questions with articles of the corpus.", show_default=False)
    ],
    corpus: Annotated[Path, typer.Option(help="Folder of the articles that the questions are about.")],
    passages: Annotated[int, typer.Option(min=1, help="Size of the archive that is made up from the corpus.")] = 50_000,
    languages: Annotated[int, typer.Option(min=1, help="Languages of its made-up passages, at most.")] = 20,
    questions: Annotated[int, typer.Option(min=1, help="Questions that are measured, at most.")] = 100,
    seed: Annotated[int, typer.Option(help="Of all that is random.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure how long indexing, reading, retrieval and answers take beside baselines, in one run."""
    from rag.evaluate.progress import shown
    from rag.evaluate.speed import report
    from rag.evaluate.speed.benchmark import Benchmark, measure
    from rag.settings import load

    with shown() as progress:
        found = measure(Benchmark(tuple(data), corpus, passages, languages, questions, seed), load(), progress)
    _print(found, report, json)


def _print(found: Any, report: ModuleType, json: bool) -> None:
    """What was measured, as the functions of its ``report`` have it."""
    from rag.contract import dumps

    if json:
        print(dumps(report.as_json(found)))
    else:
        report.show(found, sys.stdout)
