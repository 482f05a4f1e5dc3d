"""An archive in a folder of its own, indexed as the product does, for as long as it is asked."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rag.assistant import Assistant
from rag.evaluate.progress import Progress
from rag.index.encoder import Encoder
from rag.index.entry import encoded, entries
from rag.index.fingerprint import dumps, fingerprint
from rag.index.generations import Generation, Generations
from rag.index.library import open_embedded
from rag.index.store import Store
from rag.ingest.splitter import split
from rag.settings import Settings
from rag.types import Article, Failure, Passage

Passages = Mapping[str, Sequence[Passage]]
"""Article id -> its passages."""
_BATCH = 64  # articles
_PREFIX = "rujukan-evaluate-"
_INDEXED_AT = "1970-01-01T00:00:00+00:00"  # of no interest here, and the same in every run


def passages_of(articles: Iterable[Article], encoder: Encoder, settings: Settings, progress: Progress) -> Passages:
    """The passages of each article, once."""
    distinct = {article.id: article for article in articles}
    found = {}
    for done, article in enumerate(distinct.values(), 1):
        found[article.id] = split(article, encoder.count_tokens, settings.passage_tokens)
        progress("splitting passages", done, len(distinct))
    return found


def contexts(articles: Iterable[Article], passages: Passages) -> list[str]:
    """What the encoder is given of these articles, in order."""
    return [text for article in articles for text in encoded(article, passages[article.id])]


@contextlib.contextmanager
def indexed(
    articles: Sequence[Article], passages: Passages, encoder: Encoder, settings: Settings, progress: Progress
) -> Iterator[Store]:
    """A new index of ``articles``, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
        place = Path(folder) / "chroma"
        with contextlib.closing(open_embedded(place, writing=True)) as store:
            store.create(dumps(fingerprint(settings, encoder)))
            for first in range(0, len(articles), _BATCH):
                some = [(article, passages[article.id]) for article in articles[first : first + _BATCH]]
                store.put(entries([(article, own) for article, own in some if own], encoder), _INDEXED_AT)
                progress("indexing", first + len(some), len(articles))
            store.stamp(Path(folder), _INDEXED_AT)
        with contextlib.closing(open_embedded(place)) as store:
            yield store


@contextlib.contextmanager
def indexed_folder(
    folder: Path, settings: Settings, progress: Progress, without: Collection[str] = ()
) -> Iterator[tuple[Store, tuple[Failure, ...]]]:
    """A new index of the articles below ``folder`` and what of it could not be read; the index is gone afterwards.

    ``without``: ids of articles that are left out.

    Raises:
        CorpusError: the folder is missing or has no articles.
    """
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as place:
        assistant = Assistant(settings.model_copy(update={"index_dir": Path(place), "chroma_url": None}))
        done = assistant.sync(folder, progress=lambda done, total: progress("indexing", done, total))
        if without:
            _leave_out(without, Path(place))
        with contextlib.closing(assistant.library) as library, library.reading() as store:
            yield store, done.failed


def _leave_out(article_ids: Collection[str], index_dir: Path) -> None:
    """Delete articles from an index that nobody else reads."""
    published = Generation(index_dir / str(Generations(index_dir).current_name()))
    with contextlib.closing(open_embedded(published.chroma, writing=True)) as store:
        store.delete(sorted(article_ids))
        store.words.tidy()
