"""What is compared, by name: baselines first, the product last. A variant is one more line in ``SYSTEMS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec

from rag.answer.judging import JudgingRetriever
from rag.answer.reader import Reader
from rag.errors import RagError
from rag.evaluate.lexical import LexicalRetriever
from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.retrieve.fair import FairRetriever, Weights
from rag.retrieve.retriever import Found, Retriever
from rag.types import Filters, Hit

Factory = Callable[[Store, Encoder], Retriever]

_POOL = 100  # hits of each ranking that are fused
_RRF = 60


class DenseRetriever:
    """The passages nearest to the question by cosine, as the encoder has them."""

    def __init__(self, store: Store, encoder: Encoder):
        self._store, self._encoder = store, encoder

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        return Found(tuple(self._store.search(self._encoder.embed_query(question), k, filters)))


class FusedRetriever:
    """Reciprocal rank fusion of rankings (Cormack, Clarke and Büttcher, SIGIR 2009).

    A passage that two rankings have at all (at rank 60 each) stands above one that is first in only one of them: where
    words are matched within a language, passages of the question's own language win.
    """

    def __init__(self, *retrievers: Retriever):
        self._retrievers = retrievers

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        scores: dict[str, float] = {}
        hits: dict[str, Hit] = {}
        for retriever in self._retrievers:
            for hit in retriever.retrieve(question, lang, max(k, _POOL), filters).hits:
                scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1 / (_RRF + hit.rank)
                hits[hit.passage.id] = hit
        best = sorted(scores, key=lambda passage_id: (-scores[passage_id], passage_id))[:k]
        return Found(tuple(replace(hits[one], rank=rank, score=scores[one]) for rank, one in enumerate(best, 1)))


SYSTEMS: Mapping[str, Factory] = {
    "as-is": DenseRetriever,
    "bm25": LexicalRetriever,
    "rank-fusion": lambda store, encoder: FusedRetriever(
        DenseRetriever(store, encoder), LexicalRetriever(store, encoder)
    ),
    "rujukan": FairRetriever,
    "reranked": lambda store, encoder: JudgingRetriever(store, encoder, Reader.load(encoder.base)),
    # The product with one part left out.
    "no-language": lambda store, encoder: FairRetriever(store, encoder, Weights(language=0)),
    "no-training": lambda store, encoder: FairRetriever(store, encoder, Weights(trained=False)),
    "no-sentences": lambda store, encoder: FairRetriever(store, encoder, Weights(sentences=0)),
    "no-words": lambda store, encoder: FairRetriever(store, encoder, Weights(words=0)),
    "no-names": lambda store, encoder: FairRetriever(store, encoder, Weights(names=0)),
}
_LIBRARIES = {"bm25": "bm25s", "rank-fusion": "bm25s"}
"""What a system needs that the product does not."""
DEFAULT = ("as-is", "rank-fusion", "rujukan")


def chosen(names: Sequence[str]) -> dict[str, Factory]:
    """The systems of these names (the default ones if none), in the order of ``SYSTEMS``.

    Raises:
        RagError: there is no system of a name, or what it needs is not installed.
    """
    for name in names or DEFAULT:
        if name not in SYSTEMS:
            raise RagError(f"There is no system {name!r}. Choose from {', '.join(SYSTEMS)}.")
        library = _LIBRARIES.get(name)
        if library and find_spec(library) is None:
            raise RagError(
                f"The system {name} needs {library}, which is not installed. "
                "Run `pip install -r requirements-dev.txt`, or name other systems with --system."
            )
    return {name: factory for name, factory in SYSTEMS.items() if name in (names or DEFAULT)}
