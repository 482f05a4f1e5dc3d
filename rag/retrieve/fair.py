"""Retrieval by vectors, words and names, fair to every language of the archive."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from rag.index.encoder import Encoder
from rag.index.records import primary
from rag.index.store import Store
from rag.retrieve.copies import apart, collapsed
from rag.retrieve.lexical import standardised
from rag.retrieve.names import Name, names_in
from rag.retrieve.retriever import Found
from rag.types import Filters

_COMMON = 0.1
"""Share of the passages that have a subword: of more, it tells nothing."""
_LEAST_LENGTH = 1e-9


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth, in cosine; one set for all languages. 0 leaves it out."""

    language: float = 1.0
    """How much of what is usual for a language is taken off."""
    words: float = 0.006
    """A standard deviation of BM25 beyond those that any question reaches in a language."""
    names: float = 0.12
    """All that the question names."""


class FairRetriever:
    """The passages that say most about the question, each measured against what is usual for its language.

    *Vectors.* Encoders place texts of one language near each other, whatever they say: a question is nearer to any
    passage of its own language than to the right one of another. So a passage ``p`` of a language ``L`` whose articles
    lie at ``m(L)`` on average scores by the cosine of ``q - m(Q)`` and ``p - m(L)`` to a question ``q`` of language
    ``Q`` (language means are subtracted from multilingual vectors by Libovický et al. 2020, arXiv:2004.05160). All
    passages are measured: a graph of neighbours finds those near to a question, which are of its language.

    *Words.* BM25 compares within a language only (:func:`rag.retrieve.lexical.standardised`).

    *Names.* What the question names is looked up in every spelling (:mod:`rag.retrieve.names`); each name weighs by its
    rarity.
    """

    def __init__(self, store: Store, encoder: Encoder, weights: Weights = Weights()):
        self._store, self._encoder, self._weights = store, encoder, weights

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        words = self._store.words
        with ThreadPoolExecutor(1) as beside:  # the model's work is not Python's: both go on at once
            lexical = beside.submit(self._lexical, question, lang)
            subject = self._subject(question, lang)
            names, extra = lexical.result()
        share = self._weights.language
        scores = self._store.subjects(self._encoder.neutral, share) @ subject + extra
        # As many again, for copies and for further passages of the same articles to make room.
        best = self._best(scores, self._store.passing(filters), 2 * k + 10)
        found = self._store.hits([(words.ids[number], float(scores[number])) for number in best])
        own = {hit.passage.id: words.vectors[words.numbers[one]].astype(np.float32) for one, hit in found.items()}
        return Found(tuple(apart(collapsed(list(found.values()), own))[:k]), tuple(names))

    def _lexical(self, question: str, lang: str) -> tuple[dict[Name, np.ndarray], np.ndarray]:
        """What the question names; and by passage number, what its words and names are worth."""
        names = names_in(question, lang, self._store.words) if self._weights.names else {}
        return names, self._worded(question) + self._named(names)

    def _subject(self, question: str, lang: str) -> np.ndarray:
        """What the question says beyond what is usual for its language, at unit length."""
        vector = np.asarray(self._encoder.embed_query(question), np.float32)
        means = self._store.language_means(self._encoder.neutral)
        subject = vector - self._weights.language * means.get(primary(lang), means[""])
        return (subject / max(float(np.linalg.norm(subject)), _LEAST_LENGTH)).astype(np.float32)

    def _best(self, scores: np.ndarray, passing: np.ndarray, room: int) -> list[int]:
        """Numbers of the ``room`` best passages, best first."""
        found = np.flatnonzero(passing)
        if len(found) > room:
            least = np.partition(scores[found], -room)[-room]
            found = found[scores[found] >= least]
        # Ties are broken by id, not by number: numbers tell how the archive came about.
        return found[np.lexsort((self._store.words.order[found], -scores[found]))][:room].tolist()

    def _worded(self, question: str) -> np.ndarray:
        """By passage number, what its words are worth."""
        words = self._store.words
        if not self._weights.words:
            return np.zeros(len(words.langs), np.float32)
        numbers, scores = words.bm25(self._encoder.subwords([question])[0], _COMMON)
        return self._weights.words * standardised(numbers, scores, *words.codes)

    def _named(self, names: dict[Name, np.ndarray]) -> np.ndarray:
        """By passage number, what the names that it has are worth."""
        worth = np.zeros(len(self._store.words.langs), np.float32)
        total = sum(name.weight for name, rows in names.items() if len(rows)) or 1.0
        for name, rows in names.items():
            worth[rows] += self._weights.names * name.weight / total
        return worth
