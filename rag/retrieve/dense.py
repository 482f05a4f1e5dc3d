"""Retrieval by the nearness of vectors, fair to every language of the archive."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rag.index.encoder import Encoder
from rag.index.store import Store, primary
from rag.types import Filters, Hit

_POOL = 500


class DenseRetriever:
    """The passages nearest to the query, each measured against what is usual for its language.

    Encoders place texts of one language near each other, whatever they say: a question is nearer to any passage of its
    own language than to the right one of another. The score of a passage ``p`` of language ``L`` is therefore
    ``q · p - q · mean(L)``: its cosine to the query, less that of the mean article of its language. (Subtracting
    language means from multilingual vectors: Libovický et al. 2020, arXiv:2004.05160.)
    """

    def __init__(self, store: Store, encoder: Encoder):
        self._store, self._encoder = store, encoder

    def retrieve(self, query: str, k: int, filters: Filters = Filters()) -> list[Hit]:
        vector = np.asarray(self._encoder.embed_query(query), np.float32)
        usual = {lang: float(vector @ mean) for lang, mean in self._store.language_means().items()}
        hits = self._store.search(vector.tolist(), max(k, _POOL), filters)
        fair = [replace(hit, score=hit.score - usual[primary(hit.lang)]) for hit in hits]
        fair.sort(key=lambda hit: (-hit.score, hit.passage.id))
        return [replace(hit, rank=rank) for rank, hit in enumerate(fair[:k], 1)]
