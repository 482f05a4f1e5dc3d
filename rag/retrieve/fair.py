"""Retrieval by vectors, words and names, fair to every language of the archive."""

from __future__ import annotations

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

_POOL = 800
"""Nearest passages that are looked at, all languages together."""
_LEAST = 40
"""Nearest passages of each language that are looked at."""
_EXTRA = 100
"""Passages that are looked at for their words and names alone."""
_SLACK = 0.01
"""Neighbours are found approximately: by how much more one that was not found may be worth than one that was."""
_COMMON = 0.1
"""Share of the passages that have a subword: of more, it tells nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth, in cosine; one set for all languages. 0 leaves it out."""

    language: float = 1.0
    """How much of what is usual for a language is taken off."""
    words: float = 0.003
    """A standard deviation of BM25 beyond those that any question reaches in a language."""
    names: float = 0.03
    """All that the question names."""


@dataclass(frozen=True, slots=True)
class Place:
    """The question as if it were asked in a language, how long that vector is, and what it shares with any passage."""

    vector: np.ndarray
    length: float
    usual: float

    @classmethod
    def of(cls, vector: np.ndarray, mean: np.ndarray) -> Place:
        """``mean``: where the articles of the language lie."""
        return cls(vector, float(np.linalg.norm(vector)), float(vector @ mean))

    def worth(self, cosine: float) -> float:
        """Of a passage of this language with this cosine to the question."""
        return self.length * cosine - self.usual


class FairRetriever:
    """The passages that say most about the question, each measured against what is usual for its language.

    *Vectors.* Encoders place texts of one language near each other, whatever they say: a question is nearer to any
    passage of its own language than to the right one of another. So the question is asked from every language's place:
    for a language ``L`` whose articles lie at ``m(L)`` on average, the question of language ``Q`` becomes
    ``q + m(L) - m(Q)``, whose nearest passages are those of ``L``, and a passage ``p`` of ``L`` scores
    ``(q + m(L) - m(Q)) · (p - m(L))``. (Language means are subtracted from multilingual vectors by Libovický et al.
    2020, arXiv:2004.05160; the shift gives every language candidates of its own.)

    *Words.* BM25 compares within a language only (:func:`rag.retrieve.lexical.standardised`).

    *Names.* What the question names is looked up in every spelling (:mod:`rag.retrieve.names`); each name weighs by its
    rarity.
    """

    def __init__(self, store: Store, encoder: Encoder, weights: Weights = Weights()):
        self._store, self._encoder, self._weights = store, encoder, weights

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        words = self._store.words
        names = names_in(question, lang, words) if self._weights.names else {}
        extra = self._worded(question) + self._named(names)
        # As many again, for copies and for further passages of the same articles to make room.
        room = 2 * k + 10
        wanted = self._scored(self._places(question, lang), extra, k, room, filters)
        hits = self._store.hits(wanted)
        stored = self._store.vectors(list(hits))
        vectors = {hit.passage.id: stored[passage_id] for passage_id, hit in hits.items()}
        return Found(tuple(apart(collapsed(list(hits.values()), vectors))[:k]), tuple(names))

    def _places(self, question: str, lang: str) -> dict[str, Place]:
        """Of each language of the archive."""
        vector = np.asarray(self._encoder.embed_query(question), np.float32)
        found = self._store.language_means(self._encoder.neutral)
        means = {where: self._weights.language * mean for where, mean in found.items()}
        own = means.get(primary(lang), means[""])
        return {where: Place.of(vector + mean - own, mean) for where, mean in means.items() if where}

    def _scored(
        self, asked: dict[str, Place], extra: np.ndarray, k: int, room: int, filters: Filters
    ) -> list[tuple[str, float]]:
        """The best passages and their scores, ``room`` at most: of the nearest from each language's place, and of those
        with the most ``extra``."""
        words = self._store.words
        wanted = {primary(lang) for lang in filters.langs}
        places = {lang: place for lang, place in asked.items() if not wanted or lang in wanted}
        if not places:
            return []
        each = max(k, _LEAST, _POOL // len(places))
        near = self._store.nearest(np.stack([place.vector for place in places.values()]), each, filters)
        found = dict(zip(places, near, strict=True))
        scores = {
            passage_id: places[lang].worth(cosine) + float(extra[words.numbers[passage_id]])
            for lang, cosines in found.items()
            for passage_id, cosine in cosines.items()
            if words.lang_of.get(passage_id) == lang
        }
        # A passage that only another language's place has found is, from its own, about as far as the last that was
        # found there, or farther: most are too far.
        least = sorted(scores.values())[-room] if len(scores) >= room else -np.inf
        most = {lang: places[lang].worth(min(cosines.values(), default=1.0)) for lang, cosines in found.items()}
        others = set(self._best(extra, wanted, bool(filters)))
        for passage_id in (one for cosines in near for one in cosines if one not in scores):
            lang = words.lang_of.get(passage_id)  # none of one that a writer has only just put on a server
            if lang in most and most[lang] + _SLACK + float(extra[words.numbers[passage_id]]) >= least:
                others.add(passage_id)
        for passage_id, vector in self._store.vectors(sorted(others - scores.keys()), filters).items():
            if place := places.get(words.lang_of[passage_id]):
                dense = place.worth(float(place.vector @ vector) / place.length)
                scores[passage_id] = dense + float(extra[words.numbers[passage_id]])
        return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:room]

    def _best(self, extra: np.ndarray, langs: set[str], filtered: bool) -> list[str]:
        """Ids of the passages with the most ``extra``; more of them where a filter may leave few."""
        words = self._store.words
        found = np.flatnonzero(extra > 0)
        if langs:
            found = found[np.isin(words.langs[found], sorted(langs))]
        most = _EXTRA * (10 if filtered else 1)
        # Ties are broken by id, not by number: numbers tell how the archive came about.
        best = found[np.lexsort((words.order[found], -extra[found]))][:most]
        return [words.ids[number] for number in best.tolist()]

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
