"""Retrieval by vectors, words and names, fair to every language of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.index.encoder import Encoder
from rag.index.store import LEAST_LENGTH, Store
from rag.ingest.language import primary
from rag.retrieve.copies import AGAIN, apart, collapsed, earlier, enough
from rag.retrieve.lexical import standardised
from rag.retrieve.names import Name, names_in
from rag.retrieve.retriever import Found
from rag.retrieve.scripts import written_in
from rag.types import Filters, Hit

_COMMON = 0.1
"""Share of the passages that have a subword: of more, it tells nothing."""
_MOST = 4000
"""Best passages that copies and articles are told apart of."""
_CLOSE = 400
"""Best passages whose sentences are looked at."""
_ROOM = 10
"""More hits than are wanted that are looked at, for copies among them."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence is worth, in cosine; one set for all languages. 0 leaves it out."""

    language: float = 1.0
    """How much of what is usual for a language is taken off; at 0 the encoder for questions has no say, either."""
    sentences: float = 0.6
    """What a passage's best sentence counts of what its vectors say, where it is nearer than the whole passage, which
    counts the rest."""
    words: float = 0.006
    """A standard deviation of BM25 beyond those that any question reaches in a language."""
    names: float = 0.1
    """All that the question names."""
    unread: float = 0.5
    """Share of a name's worth for passages of a language of another script in which it is found nowhere."""
    trained: bool = True
    """Whether the encoder for questions is asked, where there is one."""


class FairRetriever:
    """The passages that say most about the question, each measured against what is usual for its language.

    *Vectors.* Encoders place texts of one language near each other, whatever they say: a question is nearer to any
    passage of its own language than to the right one of another. So a passage ``p`` of a language ``L`` whose articles
    lie at ``m(L)`` on average is compared as ``p - m(L)`` (language means are subtracted from multilingual vectors by
    Libovický et al. 2020, arXiv:2004.05160): by its cosine to what an encoder makes of the question that is trained to
    find such passages (:mod:`rag.index.question_encoder`); or, for another model's vectors, to ``q - m(Q)`` for a
    question ``q`` of language ``Q``. All passages are measured: a graph of neighbours finds those near to a question,
    which are of its language.

    *Sentences.* A question is mostly answered by one sentence, and a passage about many things is near to none of them.
    Of the best passages the one sentence that is nearest to the question counts, too, compared in the same way.

    *Words.* BM25 compares within a language only (:func:`rag.retrieve.lexical.standardised`).

    *Names.* What the question names is looked up in every spelling (:mod:`rag.retrieve.names`); each name weighs by its
    rarity. A language of another script in which it is found nowhere may spell it in a way that is not recognised: its
    passages are neither those that have the name nor those that lack it.
    """

    def __init__(self, store: Store, encoder: Encoder, weights: Weights = Weights()):
        self._store, self._encoder, self._weights = store, encoder, weights

    def retrieve(self, question: str, lang: str, k: int, filters: Filters = Filters()) -> Found:
        words = self._store.words
        if not words.count:
            return Found(())
        names = names_in(question, lang, words) if self._weights.names else {}
        extra = self._worded(self._encoder.subwords([question])[0]) + self._named(names)
        subject = self._subject(question, lang)
        passing = self._store.passing(filters)
        scores = self._scores(subject, extra, passing, max(_CLOSE, k))
        # Equal passages come out a little unequal, as they are summed in another order.
        best = self._best(scores.round(6), passing)
        room, hits = k + _ROOM, list[Hit]()
        while True:  # where copies fill the room, there must be more of it
            seen = best[:room]
            seen = seen[: enough(words.vectors[seen].astype(np.float32), words.articles[1][seen], k)]
            found = self._store.hits([(words.ids[number], float(scores[number])) for number in seen.tolist()])
            own = {hit.passage.id: words.vectors[words.numbers[one]].astype(np.float32) for one, hit in found.items()}
            hits = collapsed(sorted(found.values(), key=lambda hit: (-hit.score, hit.passage.id)), own)
            if len(hits) >= k or room >= len(best):
                return Found(tuple(apart(hits)[:k]), tuple(names), _known(names))
            room *= 4

    def _subject(self, question: str, lang: str) -> np.ndarray:
        """What the question asks for, beyond what is usual for its language, at unit length."""
        if self._weights.trained and self._weights.language and self._encoder.questions:
            return self._encoder.questions.subject(question)
        vector = np.asarray(self._encoder.embed_query(question), np.float32)
        means = self._store.language_means(self._encoder.neutral)
        subject = vector - self._weights.language * means.get(primary(lang), means[""])
        return (subject / max(float(np.linalg.norm(subject)), LEAST_LENGTH)).astype(np.float32)

    def _scores(self, subject: np.ndarray, extra: np.ndarray, passing: np.ndarray, close: int) -> np.ndarray:
        """By passage number; ``close``: how many of the best passages are judged by their sentences, too."""
        neutral, weights = self._encoder.neutral, self._weights
        whole = self._store.subjects(neutral, weights.language) @ subject
        scores, found = whole + extra, np.flatnonzero(passing)
        if weights.sentences and len(found):
            if len(found) > close:
                found = found[np.argpartition(-scores[found], close)[:close]]
            owners, near = self._store.sentences(found, subject, neutral, weights.language)
            best = np.full(len(whole), -1.0, np.float32)
            np.maximum.at(best, owners, near)
            scores[found] += weights.sentences * np.maximum(best - whole, 0)[found]  # a title may say it, too
        return scores

    def _best(self, scores: np.ndarray, passing: np.ndarray) -> np.ndarray:
        """Numbers of the best passages, best first, each further one of an article a little lower."""
        words, found = self._store.words, np.flatnonzero(passing)
        if len(found) > _MOST:
            found = found[np.argpartition(-scores[found], _MOST)[:_MOST]]
        # Ties are broken by id, not by number: numbers tell how the archive came about.
        found = found[np.lexsort((words.order[found], -scores[found]))]
        lowered = scores[found] - AGAIN * earlier(words.articles[1][found])
        return found[np.lexsort((words.order[found], -lowered))]

    def _worded(self, subwords: Sequence[int]) -> np.ndarray:
        """By passage number, what its words are worth."""
        words = self._store.words
        if not self._weights.words:
            return np.zeros(len(words.langs), np.float32)
        numbers, scores = words.bm25(subwords, _COMMON)
        return self._weights.words * standardised(numbers, scores, *words.codes[1:])

    def _named(self, names: dict[Name, np.ndarray]) -> np.ndarray:
        """By passage number, what the names that it has are worth."""
        words = self._store.words
        tags, codes, counts = words.codes
        worth = np.zeros(len(words.langs), np.float32)
        total = sum(name.weight for name, rows in names.items() if len(rows)) or 1.0
        for name, rows in names.items():
            if not len(rows):
                continue
            share = self._weights.names * name.weight / total
            read = np.bincount(codes[rows], minlength=len(counts)) > 0
            read |= [written_in(tag, name.written) for tag in tags]
            worth += self._weights.unread * share * ~read[codes]
            worth[rows] += share
        return worth


def _known(names: dict[Name, np.ndarray]) -> float:
    """Share of the names, by weight, that any passage has."""
    total = sum(name.weight for name in names) or 1.0
    return sum(name.weight for name, rows in names.items() if len(rows)) / total
