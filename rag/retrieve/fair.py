"""Retrieval by vectors, words and names, fair to every language of the archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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

_POOL = 800
"""Nearest passages that are looked at, all languages together."""
_LEAST = 40
"""Nearest passages of each language that are looked at."""
_EXTRA = 100
"""Passages that are looked at for their words and names alone."""
_SLACK = 0.04
"""Neighbours are found approximately: by how much more one that was not found may be worth than one that was."""
_SPREAD = 0.47
"""How far passages lie from where their language does: about as far in each of them."""
_ROOM = 2
"""Times as many passages as are wanted are measured exactly."""
_LEAST_LENGTH = 1e-9
_COMMON = 0.1
"""Share of the passages that have a subword: of more, it tells nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth, in cosine; one set for all languages. 0 leaves it out."""

    language: float = 1.0
    """How much of what is usual for a language is taken off."""
    words: float = 0.006
    """A standard deviation of BM25 beyond those that any question reaches in a language."""
    names: float = 0.12
    """All that the question names."""


@dataclass(frozen=True, slots=True)
class Place:
    """The question as if it were asked in a language whose articles lie at ``mean`` on average."""

    subject: np.ndarray
    """The question without what is usual for its own language."""
    mean: np.ndarray

    @property
    def vector(self) -> np.ndarray:
        """What is near to it is of the language."""
        return self.subject + self.mean

    def worth(self, passages: np.ndarray) -> np.ndarray:
        """Of passages ``[n, d]`` of the language: their cosines ``[n]`` to the question, all without what is usual."""
        own = passages - self.mean
        lengths = np.linalg.norm(self.subject) * np.linalg.norm(own, axis=1)
        return own @ self.subject / np.maximum(lengths, _LEAST_LENGTH)

    def about(self, cosines: np.ndarray) -> np.ndarray:
        """What passages of the language may be worth that have these cosines to :attr:`vector`."""
        near = float(np.linalg.norm(self.vector)) * cosines - float(self.vector @ self.mean)
        spread = _SPREAD if self.mean.any() else 1.0  # vectors are of unit length
        return near / max(float(np.linalg.norm(self.subject)) * spread, _LEAST_LENGTH)


class FairRetriever:
    """The passages that say most about the question, each measured against what is usual for its language.

    *Vectors.* Encoders place texts of one language near each other, whatever they say: a question is nearer to any
    passage of its own language than to the right one of another. So a passage ``p`` of a language ``L`` whose articles
    lie at ``m(L)`` on average scores by the cosine of ``q - m(Q)`` and ``p - m(L)`` to a question ``q`` of language
    ``Q`` (language means are subtracted from multilingual vectors by Libovický et al. 2020, arXiv:2004.05160). To find
    candidates in each language the question is asked from its place: as ``q - m(Q) + m(L)``, whose nearest passages are
    those of ``L``.

    *Words.* BM25 compares within a language only (:func:`rag.retrieve.lexical.standardised`).

    *Names.* What the question names is looked up in every spelling (:mod:`rag.retrieve.names`); each name weighs by its
    rarity.
    """

    def __init__(self, store: Store, encoder: Encoder, weights: Weights = Weights()):
        self._store, self._encoder, self._weights = store, encoder, weights

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        with ThreadPoolExecutor(1) as beside:  # the model and the index of vectors are not Python's: both go on at once
            lexical = beside.submit(self._lexical, question, lang)
            places = self._places(question, lang)
            near = self._near(places, k, filters)
            names, extra = lexical.result()
        # As many again, for copies and for further passages of the same articles to make room.
        room = 2 * k + 10
        vectors = self._store.vectors(self._candidates(places, near, extra, _ROOM * room, filters), filters)
        found = self._store.hits(self._scored(vectors, places, extra)[:room])
        own = {hit.passage.id: vectors[passage_id] for passage_id, hit in found.items()}
        return Found(tuple(apart(collapsed(list(found.values()), own))[:k]), tuple(names))

    def _lexical(self, question: str, lang: str) -> tuple[dict[Name, np.ndarray], np.ndarray]:
        """What the question names; and by passage number, what its words and names are worth."""
        names = names_in(question, lang, self._store.words) if self._weights.names else {}
        return names, self._worded(question) + self._named(names)

    def _places(self, question: str, lang: str) -> dict[str, Place]:
        """Of each language of the archive."""
        vector = np.asarray(self._encoder.embed_query(question), np.float32)
        found = self._store.language_means(self._encoder.neutral)
        means = {where: self._weights.language * mean for where, mean in found.items()}
        subject = vector - means.get(primary(lang), means[""])
        return {where: Place(subject, mean) for where, mean in means.items() if where}

    def _scored(
        self, vectors: Mapping[str, np.ndarray], places: Mapping[str, Place], extra: np.ndarray
    ) -> list[tuple[str, float]]:
        """Passages and what they are worth, best first."""
        words = self._store.words
        by_lang: dict[str, list[str]] = {}
        for passage_id in vectors:
            by_lang.setdefault(words.lang_of.get(passage_id, ""), []).append(passage_id)
        scores: dict[str, float] = {}
        for lang in by_lang.keys() & places.keys():  # one only just put on a server has none
            ids = by_lang[lang]
            worth = places[lang].worth(np.stack([vectors[passage_id] for passage_id in ids]))
            rare = extra[[words.numbers[passage_id] for passage_id in ids]]
            scores |= zip(ids, (worth + rare).tolist(), strict=True)
        return sorted(scores.items(), key=lambda item: (-item[1], item[0]))

    def _near(self, places: Mapping[str, Place], k: int, filters: Filters) -> dict[str, dict[str, float]]:
        """Of each language that may be found, the passages nearest from its place: id -> cosine."""
        wanted = {primary(lang) for lang in filters.langs}
        vectors = {lang: place.vector for lang, place in places.items() if not wanted or lang in wanted}
        if not vectors:
            return {}
        each = max(k, _LEAST, _POOL // len(vectors))
        return dict(zip(vectors, self._store.nearest(np.stack(list(vectors.values())), each, filters), strict=True))

    def _candidates(
        self,
        places: Mapping[str, Place],
        near: Mapping[str, Mapping[str, float]],
        extra: np.ndarray,
        room: int,
        filters: Filters,
    ) -> list[str]:
        """Ids of passages that may be among the best ``room``: near from their language's place, or with ``extra``."""
        if not near:
            return []
        words = self._store.words
        scores: dict[str, float] = {}
        farthest: dict[str, float] = {}
        for lang, cosines in near.items():
            about = places[lang].about(np.fromiter(cosines.values(), float, len(cosines)))
            farthest[lang] = float(about.min(initial=np.inf))
            for passage_id, score in zip(cosines, about.tolist(), strict=True):
                if words.lang_of.get(passage_id) == lang:
                    scores[passage_id] = score + float(extra[words.numbers[passage_id]])
        best = sorted(scores, key=lambda passage_id: (-scores[passage_id], passage_id))[:room]
        least = scores[best[-1]] if len(best) == room else -np.inf
        # A passage that only another language's place has found is, from its own, about as far as the last that was
        # found there, or farther: most are too far.
        others = set(self._best(extra, near.keys() if filters.langs else (), bool(filters)))
        for passage_id in {one for cosines in near.values() for one in cosines}.difference(scores):
            lang = words.lang_of.get(passage_id, "")  # none of one that a writer has only just put on a server
            if lang in near and farthest[lang] + _SLACK + float(extra[words.numbers[passage_id]]) >= least:
                others.add(passage_id)
        return sorted(others.union(best))

    def _best(self, extra: np.ndarray, langs: Collection[str], filtered: bool) -> list[str]:
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
