"""``python -m rag evaluate``: parses, runs, prints."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from rag.evaluate.layouts import Layout

app = typer.Typer(help="Measure how good the parts are, on data with known answers.", no_args_is_help=True)


@app.command()
def retrieval(
    data: Annotated[
        list[Path],
        typer.Argument(
            help="Files or folders: SQuAD JSON, JSON Lines with contexts, BEIR folders, or (with --corpus) JSON Lines "
            "with articles. Gzip or plain.",
            show_default=False,
        ),
    ],
    layout: Annotated[
        Layout,
        typer.Option(
            help="mono: an archive a language. mixed: one archive, each passage in one of its languages at random. "
            "pooled: one archive of everything."
        ),
    ] = Layout.MIXED,
    system: Annotated[
        list[str] | None, typer.Option(help="What to compare; may be repeated. Default: two baselines and the product.")
    ] = None,
    draws: Annotated[int, typer.Option(min=1, max=100, help="Archives of the mixed layout.")] = 3,
    seed: Annotated[int, typer.Option(help="Of all that is random.")] = 0,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Questions of each language, at most; all passages stay.")
    ] = None,
    corpus: Annotated[
        Path | None, typer.Option(help="Folder of the articles that the questions are about.", show_default=False)
    ] = None,
    asked_in: Annotated[str | None, typer.Option(help="Only questions in this language.", show_default=False)] = None,
    answered_in: Annotated[str | None, typer.Option(help="Only passages in this language.", show_default=False)] = None,
    distractors: Annotated[
        list[Path] | None,
        typer.Option(help="File whose passages join the archive, though none answers; may be repeated."),
    ] = None,
    runs: Annotated[Path | None, typer.Option(help="Folder for TREC runs and qrels.", show_default=False)] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Find the passages that answer questions; the product beside baselines."""
    from rag.evaluate import report
    from rag.evaluate.progress import shown
    from rag.evaluate.retrieval import Experiment, evaluate
    from rag.render import dumps
    from rag.settings import load

    experiment = Experiment(tuple(data), layout, tuple(system or ()), draws, seed, limit, corpus, runs)
    experiment = replace(experiment, asked_in=asked_in, answered_in=answered_in, distractors=tuple(distractors or ()))
    with shown() as progress:
        found = evaluate(experiment, load(), progress)
    if json:
        print(dumps(report.as_json(found)))
    else:
        report.show(found, sys.stdout)


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
    from rag.render import dumps
    from rag.settings import load

    with shown() as progress:
        found = measure(Benchmark(tuple(data), corpus, passages, languages, questions, seed), load(), progress)
    if json:
        print(dumps(report.as_json(found)))
    else:
        report.show(found, sys.stdout)
