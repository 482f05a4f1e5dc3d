"""Archives to be asked, each with an index of its own, one after the other; all texts are embedded before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from rag.errors import RagError
from rag.evaluate.archive import contexts, indexed, indexed_folder, passages_of
from rag.evaluate.dataset import Question
from rag.evaluate.layouts import Archive, asked
from rag.evaluate.progress import Progress
from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.settings import Settings


def opened(
    archives: Sequence[Archive], encoder: Encoder, settings: Settings, progress: Progress
) -> Iterator[tuple[Archive, Store]]:
    """Archives of passages that data sets bring."""
    articles = {article.id: article for archive in archives for article in archive.articles}
    passages = passages_of(articles.values(), encoder, settings, progress)
    _embed(contexts(articles.values(), passages), "passage", encoder, progress)
    _embed([one.question.text for archive in archives for one in archive.asked], "query", encoder, progress)
    for archive in archives:
        with indexed(archive.articles, passages, encoder, settings, progress) as store:
            yield archive, store


def opened_folder(
    folder: Path,
    questions: Sequence[Question],
    encoder: Encoder,
    settings: Settings,
    progress: Progress,
    *,
    without: Collection[str] = (),
    unanswered: bool = False,
) -> Iterator[tuple[Archive, Store]]:
    """The one archive of a folder of articles, less those of ids ``without``.

    With ``unanswered`` it is asked what nothing in it answers, too.

    Raises:
        CorpusError: the folder is missing or has no articles.
        RagError: a question is about an article that is not there.
    """
    with indexed_folder(folder, settings, progress, without) as (store, failures):
        langs = {article.id: article.lang for article in store.articles()}
        for question in questions:
            if lost := sorted(question.relevant.keys() - langs.keys() - set(without)):
                why = next((f" ({failure.error})" for failure in failures if failure.path == lost[0]), "")
                raise RagError(
                    f"The question {question.id} is about {lost[0]!r}, which is not in {folder}{why}. "
                    "Correct the question's articles, or give the folder that it was written for."
                )
        held = {article_id: [(article_id, lang)] for article_id, lang in langs.items()}
        found = asked(questions, held, unanswered)
        _embed([one.question.text for one in found], "query", encoder, progress)
        yield Archive(folder.name, 1, (), found), store


def _embed(texts: Sequence[str], prompt: str, encoder: Encoder, progress: Progress) -> None:
    distinct, what = list(dict.fromkeys(texts)), {"query": "embedding questions", "passage": "embedding passages"}
    encoder.encode(distinct, prompt, lambda done: progress(what[prompt], done, len(distinct)))
