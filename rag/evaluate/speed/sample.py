"""What the languages of a small archive are like, and passages made up after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import regex

from rag.index.spelling import UNSPACED
from rag.index.store import Store
from rag.ingest.language import primary

_NEW = 0.1  # share of the words that are put together from two
_NOISE = 0.3  # length of a vector's noise, where what sets a passage apart from its language has 1
_SENTENCE = 15  # words
_PIECE = regex.compile(r"\S{1,3}")  # about a word, where a script sets none apart


@dataclass(frozen=True, slots=True)
class Sample:
    """A language: where its passages lie on average, their words, and how many words each has."""

    lang: str
    mean: np.ndarray
    words: tuple[str, ...]
    lengths: tuple[int, ...]
    gap: str
    """What stands between words."""

    @classmethod
    def of(cls, lang: str, texts: Sequence[str], vectors: np.ndarray) -> Sample:
        gap = "" if UNSPACED.search(texts[0]) else " "
        parts = [text.split() if gap else _PIECE.findall(text) for text in texts]
        words = tuple(word for part in parts for word in part)
        return cls(lang, vectors.mean(axis=0), words, tuple(map(len, parts)), gap)

    def text(self, rng: np.random.Generator) -> str:
        """As many words as some passage of the language has, in any order, as sentences."""
        count = int(rng.choice(self.lengths))
        drawn = [self.words[i] for i in rng.integers(len(self.words), size=2 * count)]
        new = rng.random(count) < _NEW
        words = [
            one[: (len(one) + 1) // 2] + other[len(other) // 2 :] if mixed else one
            for one, other, mixed in zip(drawn[:count], drawn[count:], new, strict=True)
        ]
        return " ".join(f"{self.gap.join(words[i : i + _SENTENCE])}." for i in range(0, count, _SENTENCE))


@dataclass(frozen=True, slots=True)
class Samples:
    """Languages, those with most passages first, and how passages differ from their means: ``[n, dimensions]``."""

    languages: tuple[Sample, ...]
    differences: np.ndarray

    @classmethod
    def of(cls, store: Store, languages: int) -> Samples:
        """The ``languages`` that have most passages in ``store``."""
        held: dict[str, Any] = store.vectorstore().get(include=["documents", "metadatas", "embeddings"])
        rows = sorted(
            zip(held["ids"], held["metadatas"], held["documents"], held["embeddings"], strict=True),
            key=lambda row: row[0],
        )
        by_lang: dict[str, list[tuple[str, np.ndarray]]] = {}
        for _, known, text, vector in rows:
            by_lang.setdefault(primary(known["lang"]), []).append((text, np.asarray(vector, np.float32)))
        chosen = sorted(by_lang, key=lambda lang: (-len(by_lang[lang]), lang))[:languages]
        samples, differences = [], []
        for lang in chosen:
            vectors = np.stack([vector for _, vector in by_lang[lang]])
            samples.append(Sample.of(lang, [text for text, _ in by_lang[lang]], vectors))
            differences.append(vectors - samples[-1].mean)
        return cls(tuple(samples), np.concatenate(differences))

    def vectors(self, sample: Sample, count: int, rng: np.random.Generator) -> np.ndarray:
        """Of the passages of one article of ``sample``, ``[count, dimensions]``, unit length."""
        drawn = self.differences[rng.integers(len(self.differences), size=count + 1)]
        apart = (drawn[0] + drawn[1:]) / np.sqrt(2)
        noise = rng.standard_normal(apart.shape, np.float32)
        lengths = np.linalg.norm(apart, axis=1, keepdims=True) / np.linalg.norm(noise, axis=1, keepdims=True)
        vectors = sample.mean + apart + _NOISE * lengths * noise
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
