"""BM25 over the encoder's own subwords: the lexical half of the usual hybrid search, for any language and script."""

from __future__ import annotations

from dataclasses import replace

from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.retrieve.retriever import Found
from rag.types import Filters, Hit, Passage


class LexicalRetriever:
    """BM25 as Lucene has it (k1 1.5, b 0.75; `bm25s`). It keeps all passages in memory and knows no filters."""

    def __init__(self, store: Store, encoder: Encoder):
        import bm25s

        self._encoder, self._hits = encoder, _passages(store)
        self._bm25 = bm25s.BM25()
        tokens = self._tokens([f"{hit.title}\n{hit.passage.text}" for hit in self._hits])
        self._bm25.index(tokens, show_progress=False)

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        scores = self._bm25.get_scores(self._tokens([question])[0])
        best = sorted(zip(scores.tolist(), self._hits, strict=True), key=lambda pair: (-pair[0], pair[1].passage.id))
        hits = [replace(hit, rank=rank, score=score) for rank, (score, hit) in enumerate(best[:k], 1) if score > 0]
        return Found(tuple(hits))

    def _tokens(self, texts: list[str]) -> list[list[str]]:
        lowered = [text.lower() for text in texts]
        encoded = self._encoder.model.tokenizer(lowered, add_special_tokens=False, truncation=False, verbose=False)
        return [[str(number) for number in ids] for ids in encoded["input_ids"]]


def _passages(store: Store) -> list[Hit]:
    held = store.vectorstore().get(include=["documents", "metadatas"])
    return [
        Hit(0, 0.0, Passage(known["article_id"], known["start"], known["end"], text), known["title"], known["lang"])
        for text, known in zip(held["documents"], held["metadatas"], strict=True)
    ]
