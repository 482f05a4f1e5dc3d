"""Retrieval by the nearness of vectors and by names, fair to every language of the archive."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rag.index.encoder import Encoder
from rag.index.store import Store, primary
from rag.retrieve.names import Texts, names_in, prepared
from rag.retrieve.retriever import Found
from rag.types import Filters

_POOL = 500
_NAMED = 0.03
"""What naming all that the question names is worth, in cosine: the right passage of another language is often that much
behind. Any value from 0.02 to 0.04 did about equally well on the shipped archive's questions."""


class FairRetriever:
    """The passages nearest to the question, each measured against what is usual for its language.

    Encoders place texts of one language near each other, whatever they say: a question is nearer to any passage of its
    own language than to the right one of another. The score of a passage ``p`` of language ``L`` is therefore
    ``q · p - q · mean(L)``: its cosine to the query, less that of the mean article of its language. (Subtracting
    language means from multilingual vectors: Libovický et al. 2020, arXiv:2004.05160.) Names that the question and the
    passage (or its title) share in any script are added; each weighs by its rarity.
    """

    def __init__(self, store: Store, encoder: Encoder):
        self._store, self._encoder = store, encoder

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        vector = np.asarray(self._encoder.embed_query(question), np.float32)
        means = self._store.language_means(self._encoder.neutral)
        usual = {lang: float(vector @ mean) for lang, mean in means.items()}
        hits = self._store.search(vector.tolist(), max(k, _POOL), filters)
        texts = Texts([prepared(f"{hit.title}\n{hit.passage.text}", hit.lang) for hit in hits])
        names = names_in(question, lang, texts)
        total = sum(name.weight for name in names if texts.naming(name)) or 1.0
        shares = np.zeros(len(hits))
        for name in names:
            shares[list(texts.naming(name))] += name.weight / total
        fair = [
            replace(hit, score=hit.score - usual[primary(hit.lang)] + _NAMED * float(share))
            for hit, share in zip(hits, shares, strict=True)
        ]
        fair.sort(key=lambda hit: (-hit.score, hit.passage.id))
        ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(fair[:k], 1))
        return Found(ranked, names)
