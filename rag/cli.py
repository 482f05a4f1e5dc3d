"""The command line: parses, calls the assistant, prints. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from rag.errors import RagError
from rag.evaluate.cli import app as evaluate

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.render import Style
    from rag.settings import Settings
    from rag.types import Filters

app = typer.Typer(
    help="Ask a folder of articles a question in any language; get a short answer with checked citations.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(evaluate, name="evaluate")

Question = Annotated[str | None, typer.Argument(help="The question, in any language.")]
Index = Annotated[Path | None, typer.Option("--index", help="Folder of the index (RAG_INDEX_DIR).", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Batch = Annotated[
    Path | None, typer.Option("--batch", help='Answer the questions of a JSON Lines file: {"id", "question"}.')
]
After = Annotated[str | None, typer.Option(help="Only articles published on or after this day (YYYY-MM-DD).")]
Before = Annotated[str | None, typer.Option(help="Only articles published on or before this day (YYYY-MM-DD).")]
Source = Annotated[list[str] | None, typer.Option("--source", help="Only articles of this outlet; may be repeated.")]
In = Annotated[list[str] | None, typer.Option("--in", help="Only articles in this language; may be repeated.")]


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
    languages: In = None,
    sources: Source = None,
    index: Index = None,
) -> None:
    """Answer a question from the articles, with citations, or say that they don't."""
    from rag import render

    filters = _filters(after, before, languages, sources)
    day = _day(today, "--today")
    assistant, style = _assistant(index), _style(sys.stdout)
    for question_id, text in _questions(question, batch):
        answer = assistant.ask(text, filters, lang, day)
        if json:
            print(render.dumps(render.answer_json(answer, question_id)), flush=True)
        else:
            if batch:
                print(style.dim(f"# {text}"))
            print(render.answer_text(answer, style), flush=True)


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
    languages: In = None,
    sources: Source = None,
    index: Index = None,
) -> None:
    """Show the passages that fit a question best."""
    from rag import render

    filters = _filters(after, before, languages, sources)
    assistant = _assistant(index)
    for question_id, text in _questions(question, batch):
        hits = assistant.search(text, k, filters, rerank)
        if json:
            print(render.dumps(render.hits_json(text, hits, question_id)), flush=True)
        else:
            print(render.hits_text(hits, _style(sys.stdout)), flush=True)


@app.command()
def index(
    folder: Annotated[Path | None, typer.Argument(help="Folder of articles (default: RAG_CORPUS_DIR).")] = None,
    index: Index = None,
    force: Annotated[bool, typer.Option("--force", help="Go on although many articles are gone.")] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Index everything anew.")] = False,
    json: Json = False,
) -> None:
    """Index what is new or changed in a folder, and drop what is gone."""
    from rag import render
    from rag.progress import shown

    assistant = _assistant(index)
    with shown() as progress:
        report = assistant.sync(folder, force=force, rebuild=rebuild, progress=progress)
    print(render.dumps(render.report_json(report)) if json else render.report_text(report, _style(sys.stdout)))


@app.command("list")
def list_(json: Json = False, index: Index = None) -> None:
    """List the indexed articles."""
    from rag import render

    articles = _assistant(index).archive().articles
    if json:
        for article in articles:
            print(render.dumps(render.indexed_json(article)))
    elif articles:
        print(render.list_text(articles, _style(sys.stdout)))


@app.command()
def show(
    article_id: Annotated[str, typer.Argument(help="Path of the article below its folder, as `list` prints it.")],
    json: Json = False,
    index: Index = None,
) -> None:
    """Show an article as indexed."""
    from rag import render

    article = _assistant(index).article(article_id)
    print(render.dumps(render.article_json(article)) if json else render.article_text(article, _style(sys.stdout)))


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


def _questions(question: str | None, batch: Path | None) -> Iterable[tuple[str | None, str]]:
    if question is not None and batch is None:
        return [(None, question)]
    if question is not None or batch is None:
        raise typer.BadParameter("Give either a QUESTION or --batch FILE.")
    from rag.batch import questions

    return questions(batch)


def _filters(after: str | None, before: str | None, languages: list[str] | None, sources: list[str] | None) -> Filters:
    from rag.types import Filters

    return Filters(tuple(languages or ()), _day(after, "--after"), _day(before, "--before"), tuple(sources or ()))


def _day(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{option} is {text!r}. Give a day as YYYY-MM-DD, for example 2024-06-19.") from None


def _style(stream: TextIO) -> Style:
    import os

    from rag.render import Style

    return Style(colours=stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb")


def main() -> None:
    """Exit status: 0 done (abstaining is done), 1 a RagError, 2 bad usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):  # whatever the terminal's locale says: answers come in every script
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app(prog_name="python -m rag")
    except RagError as error:
        from rag.render import plain

        print(_style(sys.stderr).error("Error: ") + plain(str(error)), file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
