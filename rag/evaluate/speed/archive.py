"""A large archive made up from a small one, without network and without embedding anything.

Speed depends on how many passages there are, how their vectors lie, and how many words and names there are to look up;
not on what they say. So a made-up passage has

- a vector that lies where those of its language do: their mean, moved the way in which two real passages (of any
  language) differ from the means of theirs, one for its article and one for itself, and some noise; of unit length;
- five sentences, that lie where it does;
- words of real passages of its language, in any order. One in ten is the beginning of one word with the end of another:
  a larger archive has more different words.

Articles have about eight passages each, and files, so that what they say can be cited; the shares of languages are
Zipf's (1, 1/2, 1/3 …). The real articles stay among them. All goes through :meth:`rag.index.store.Store.put` into a
generation that is published as the product does; only that its vectors are not looked up before. Nothing is kept.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import numpy as np

from rag.assistant import Assistant
from rag.errors import RagError
from rag.evaluate.progress import Progress
from rag.evaluate.speed.sample import Sample, Samples
from rag.index.encoder import Encoder
from rag.index.entry import Entry
from rag.index.generations import Generations
from rag.index.library import open_embedded
from rag.index.sentence_vectors import packed
from rag.index.store import Store
from rag.types import Article, Passage

_SHORTEST, _LONGEST = 4, 12  # passages of an article
_FIRST_DAY, _DAYS = date(2015, 1, 1), 3650
_SENTENCES = 5  # of a passage
_BATCH = 512  # passages put at once
_FOLDER = "made-up"

_Made = tuple[Article, list[Passage], np.ndarray]
"""An article, its passages and a vector of each."""


def enlarge(assistant: Assistant, folder: Path, passages: int, languages: int, seed: int, progress: Progress) -> None:
    """Make up articles in ``folder``, that of ``assistant``, until there are ``passages``; the new have ``languages``.

    Raises:
        RagError: it has more already.
    """
    with assistant.library.reading() as store:
        samples, held = Samples.of(store, languages), store.passage_count()
    if held > passages:
        raise RagError(f"The articles have {held} passages. Give at least as many with --passages.")
    generations = Generations(assistant.settings.index_dir)
    with generations.writing("python -m rag evaluate speed"), generations.draft(False) as draft:
        with contextlib.closing(open_embedded(draft.chroma, writing=True)) as store:
            waiting: list[_Made] = []
            for made in _articles(samples, passages - held, seed):
                _write(folder, made[0])
                waiting.append(made)
                held += len(made[1])
                if sum(len(own) for _, own, _ in waiting) >= _BATCH or held == passages:
                    _put(store, waiting, assistant.encoder)
                    waiting = []
                    progress("making up passages", held, passages)
            store.stamp(folder, datetime.now(UTC).isoformat())
        generations.publish(draft)


def _articles(samples: Samples, passages: int, seed: int) -> Iterator[_Made]:
    """Articles that have ``passages`` together; the next is always of the language that lacks most of its share."""
    rng = np.random.default_rng(seed)
    shares = 1 / np.arange(1, len(samples.languages) + 1)
    lacking = passages * shares / shares.sum()
    number = 0
    while passages > 0:
        which = int(lacking.argmax())
        sample, count = samples.languages[which], min(passages, int(rng.integers(_SHORTEST, _LONGEST + 1)))
        article, own = _article(sample, number, count, rng)
        yield article, own, samples.vectors(sample, count, rng)
        lacking[which] -= count
        passages -= count
        number += 1


def _article(sample: Sample, number: int, count: int, rng: np.random.Generator) -> tuple[Article, list[Passage]]:
    texts = [sample.text(rng) for _ in range(count)]
    text = "\n\n".join(texts)
    article_id = f"{_FOLDER}/{sample.lang}/{number:06}.txt"
    published = _FIRST_DAY + timedelta(days=int(rng.integers(_DAYS)))
    title = texts[0][:60]
    article = Article(article_id, sha256(text.encode()).hexdigest(), text, title, sample.lang, published)
    passages, start = [], 0
    for own in texts:
        passages.append(Passage(article_id, start, start + len(own), own))
        start += len(own) + 2
    return article, passages


def _write(folder: Path, article: Article) -> None:
    path = folder / article.id
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(article.text.encode())


def _put(store: Store, made: Sequence[_Made], encoder: Encoder) -> None:
    entries = [
        Entry(
            article,
            own,
            vectors,
            [packed(np.repeat(vector[None], _SENTENCES, axis=0)) for vector in vectors],
            encoder.words([f"{article.title}\n{passage.text}" for passage in own]),
        )
        for article, own, vectors in made
    ]
    store.put(entries, datetime.now(UTC).isoformat(timespec="seconds"))
