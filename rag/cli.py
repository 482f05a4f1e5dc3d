"""The command line: parses, calls the assistant, prints. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from rag.errors import RagError
from rag.evaluate.cli import app as evaluate
from rag.options import (
    After,
    Batch,
    Before,
    HappenedAfter,
    HappenedBefore,
    In,
    Index,
    Json,
    Question,
    Source,
    day_of,
    filters_of,
    questions_of,
    tag_of,
)

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.render import Style
    from rag.settings import Settings

app = typer.Typer(
    help="Ask a folder of articles a question in any language; get a short answer with checked citations.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(evaluate, name="evaluate")


@app.command()
def ask(
    question: Question = None,
    json: Json = False,
    batch: Batch = None,
    lang: Annotated[str | None, typer.Option(help="Language of the answer (default: the question's).")] = None,
    today: Annotated[
        str | None, typer.Option(help='Day from which a question tells time ("last year"): YYYY-MM-DD.')
    ] = None,
    after: After = None,
    before: Before = None,
    happened_after: HappenedAfter = None,
    happened_before: HappenedBefore = None,
    languages: In = None,
    sources: Source = None,
    index: Index = None,
) -> None:
    """Answer a question from the articles, with citations, or say that they don't."""
    from rag import contract, render

    filters = filters_of(after, before, happened_after, happened_before, languages, sources)
    day, tag = day_of(today, "--today"), lang and tag_of(lang, "--lang")
    assistant, style = _assistant(index), _style(sys.stdout)
    for question_id, text in questions_of(question, batch):
        answer = assistant.ask(text, filters, tag, day)
        if json:
            print(contract.dumps(contract.answer_json(answer, question_id)), flush=True)
        else:
            if batch:
                print(style.dim(f"# {render.plain(text)}"))
            print(render.answer_text(answer, style), flush=True)


@app.command()
def timeline(
    subject: Annotated[str, typer.Argument(help="What happened when: names, a topic or a question, in any language.")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages are looked at.")] = 30,
    json: Json = False,
    lang: Annotated[str | None, typer.Option(help="Language of the dates (default: the subject's).")] = None,
    after: After = None,
    before: Before = None,
    happened_after: HappenedAfter = None,
    happened_before: HappenedBefore = None,
    languages: In = None,
    sources: Source = None,
    index: Index = None,
) -> None:
    """Tell the dated events of a subject, oldest first, each with citations."""
    from rag import contract, render

    tag = lang and tag_of(lang, "--lang")
    filters = filters_of(after, before, happened_after, happened_before, languages, sources)
    told = _assistant(index).timeline(subject, filters, k, tag)
    print(contract.dumps(contract.timeline_json(told)) if json else render.timeline_text(told, _style(sys.stdout)))


@app.command()
def search(
    question: Question = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 20,
    rerank: Annotated[
        bool, typer.Option(help="Read the first passages, and order them by whether they answer.")
    ] = True,
    json: Json = False,
    batch: Batch = None,
    after: After = None,
    before: Before = None,
    happened_after: HappenedAfter = None,
    happened_before: HappenedBefore = None,
    languages: In = None,
    sources: Source = None,
    index: Index = None,
) -> None:
    """Show the passages that fit a question best."""
    from rag import contract, render

    filters = filters_of(after, before, happened_after, happened_before, languages, sources)
    assistant = _assistant(index)
    for question_id, text in questions_of(question, batch):
        hits = assistant.search(text, k, filters, rerank)
        if json:
            print(contract.dumps(contract.hits_json(text, hits, question_id)), flush=True)
        else:
            print(render.hits_text(hits, _style(sys.stdout)), flush=True)


@app.command()
def index(
    folder: Annotated[Path | None, typer.Argument(help="Folder of articles (default: RAG_CORPUS_DIR).")] = None,
    index: Index = None,
    force: Annotated[bool, typer.Option("--force", help="Go on although many articles are gone.")] = False,
    at_most: Annotated[int | None, typer.Option(min=0, help="With --force: if no more than so many are gone.")] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Index everything anew.")] = False,
    json: Json = False,
) -> None:
    """Index what is new or changed in a folder, and drop what is gone."""
    from rag import contract, render
    from rag.progress import shown

    assistant = _assistant(index)
    with shown() as progress:
        report = assistant.sync(folder, force=force, at_most=at_most, rebuild=rebuild, progress=progress)
    print(contract.dumps(contract.report_json(report)) if json else render.report_text(report, _style(sys.stdout)))


@app.command("list")
def list_(json: Json = False, index: Index = None) -> None:
    """List the indexed articles."""
    from rag import contract, render

    articles = _assistant(index).archive().articles
    if json:
        for article in articles:
            print(contract.dumps(contract.indexed_json(article)))
    elif articles:
        print(render.list_text(articles, _style(sys.stdout)))


@app.command()
def show(
    article_id: Annotated[str, typer.Argument(help="Path of the article below its folder, as `list` prints it.")],
    json: Json = False,
    index: Index = None,
) -> None:
    """Show an article as indexed."""
    from rag import contract, render

    article = _assistant(index).article(article_id)
    print(contract.dumps(contract.article_json(article)) if json else render.article_text(article, _style(sys.stdout)))


@app.command()
def doctor(index: Index = None) -> None:
    """Check settings, models and every vector of the index, and say what to do."""
    from rag.doctor import examine

    style, healthy = _style(sys.stdout), True
    for finding in examine(_settings(index)):
        healthy &= finding.good
        mark = "ok  " if finding.good else style.error("FAIL")
        print(f"{mark} {finding.subject}: {finding.detail}", flush=True)
    if not healthy:
        raise typer.Exit(1)


def _settings(index: Path | None) -> Settings:
    from rag.settings import load

    return load(index_dir=index)


def _assistant(index: Path | None) -> Assistant:
    from rag.assistant import Assistant

    return Assistant(_settings(index))


def _style(stream: TextIO) -> Style:
    import os

    from rag.render import Style

    return Style(colours=stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb")


def main() -> None:
    """Exit status: 0 done (abstaining is done), 1 a RagError, 2 bad usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):  # whatever the terminal's locale says: answers come in every script
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        _run()
    except RagError as error:
        from rag.render import plain

        print(_style(sys.stderr).error("Error: ") + plain(str(error)), file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # whoever reads has seen enough
        _discard()
        sys.exit(0)


def _run() -> None:
    try:
        app(prog_name="python -m rag")
    except SystemExit as error:  # Typer ends every command in one, a closed pipe too, which it takes for a failure
        if isinstance(error.__context__, BrokenPipeError):
            raise error.__context__ from None
        sys.stdout.flush()  # what is short is written only now
        raise


def _discard() -> None:
    """Let go of what is still to be written: the interpreter would fail over it at its end."""
    import os

    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
