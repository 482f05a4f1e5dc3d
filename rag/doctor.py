"""A look at everything that can be wrong, each finding with what to do about it."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from rag.errors import ModelError, RagError
from rag.index import embedded
from rag.index.encoder import Encoder
from rag.index.fingerprint import fingerprint
from rag.index.library import Library
from rag.ingest.folder import scan
from rag.ingest.limits import Limits
from rag.settings import Settings

_PACKAGES = ("chromadb", "langchain-chroma", "sentence-transformers", "torch", "streamlit")


@dataclass(frozen=True, slots=True)
class Finding:
    subject: str
    good: bool
    detail: str


def examine(settings: Settings) -> Iterator[Finding]:
    """One finding a subject, as they are made; reads every file of the model and looks every vector up."""
    yield _look("software", _software)
    yield _look("articles", lambda: _articles(settings))
    yield _look("model", lambda: _model(settings))
    yield _look("index", lambda: _index(settings))


def _look(subject: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(subject, True, check())
    except RagError as error:
        return Finding(subject, False, str(error))


def _software() -> str:
    found = [f"Python {platform.python_version()}"]
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError as error:
            raise RagError(f"{package} is not installed. Install it: pip install -r requirements.txt") from error
    return ", ".join(found)


def _articles(settings: Settings) -> str:
    sources, failures = scan(settings.corpus_dir, Limits(file_mb=settings.file_mb))
    detail = f"{len(sources)} articles in {settings.corpus_dir}"
    return detail + (f", {len(failures)} files that cannot be read (see `python -m rag index`)" if failures else "")


def _model(settings: Settings) -> str:
    encoder = Encoder(settings)
    if settings.model == "embedded":
        folder = embedded.install(settings.models_dir)
        if damaged := embedded.damaged_files(folder):
            raise ModelError(f"{', '.join(damaged)} in {folder} changed since the model was made. Remove that folder.")
    (vector,) = encoder.embed_documents(["?"])
    return f"{encoder.name}, {len(vector)} dimensions, {encoder.model.dtype}"


def _index(settings: Settings) -> str:
    encoder = Encoder(settings)
    library = Library(settings.index_dir, settings.chroma_url, fingerprint(settings, encoder), encoder.words)
    try:
        with library.reading() as store:
            store.verify()
            return f"{len(store.articles())} articles, {store.passage_count()} passages, each found by its own vector"
    finally:
        library.close()
