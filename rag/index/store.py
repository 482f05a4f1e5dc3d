"""The only user of Chroma: articles and passages of one index, embedded or on a server.

Two collections: ``passages`` (what is searched) and ``articles`` (one record an article: its whole text, what is known
of it, and the mean of its passages' vectors). An article's record is written after its passages and says how many
there are, so that what the index holds can always be told from the index itself.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.errors import IndexMissing
from rag.index import records
from rag.index.damage import damaged
from rag.index.entry import Entry
from rag.index.records import Indexed
from rag.index.words import WordIndex, Words
from rag.ingest.language import primary
from rag.types import Article, Filters, Hit, Passage

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api import ClientAPI
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

# Chroma refuses more records at once, and SQLite more values in one look-up.
_PAGE = 2000
_HNSW: Any = {"space": "cosine", "ef_construction": 200, "ef_search": 100, "max_neighbors": 32}
_UNFINISHED = "unfinished"
_SENTENCES = "sentences"
_SHRINKAGE = 5  # vectors
LEAST_LENGTH = 1e-9
_LEAST_SQUARE = 1e-9  # of the difference of two vectors, computed from products in float32: less is rounding
_PRECISION = 2e-3  # of a vector in half precision
_LOOKUP = 10  # neighbours among which a record must find itself; copies of the same text tie


class Store:
    """Reads and writes one index through a Chroma client, which it owns."""

    def __init__(self, client: ClientAPI, words: Callable[[], WordIndex], prefix: str = ""):
        self._client: Any = client  # its protocol leaves out close()
        self._open_words = words
        self.is_remote = bool(prefix)
        self._names = {kind: f"{prefix}{kind}" for kind in ("passages", "articles")}
        self._collections: dict[str, Any] = {}
        self._known: list[Indexed] | None = None
        self._means: dict[str, np.ndarray] | None = None
        self._subjects: dict[float, np.ndarray] = {}

    # -- opening ------------------------------------------------------------------------------------------------

    def create(self, fingerprint: str) -> None:
        """Make the collections, empty, whatever was there. ``fingerprint`` says what shapes the index."""
        existing = {collection.name for collection in self._client.list_collections()}
        for name in self._names.values():
            if name in existing:
                self._client.delete_collection(name)
            self._client.create_collection(
                name,
                metadata={"fingerprint": fingerprint},
                configuration={"hnsw": _HNSW},
                embedding_function=None,
            )
        self._collections.clear()

    @property
    def fingerprint(self) -> str | None:
        """As given to :meth:`create`; None where nothing has been created."""
        existing = {collection.name: collection for collection in self._client.list_collections()}
        if not set(self._names.values()) <= set(existing):
            return None
        return (existing[self._names["articles"]].metadata or {}).get("fingerprint")

    @cached_property
    def words(self) -> WordIndex:
        """What passages are measured by, opened when it is first wanted."""
        return self._open_words()

    def attach(self, words: WordIndex) -> None:
        """Use these words, which are closed with the store: a server keeps none."""
        self.__dict__["words"] = words

    @property
    def identity(self) -> str:
        """Another one after each :meth:`create`."""
        return str(self._collection("passages").id)

    def root(self) -> Path | None:
        """The folder that was indexed last: article ids are paths below it."""
        root = (self._collection("articles").metadata or {}).get("root")
        return Path(root) if root else None

    @property
    def revision(self) -> str | None:
        """Changes with every :meth:`stamp`; asks the database each time."""
        collection = self._client.get_collection(self._names["articles"], embedding_function=None)
        return (collection.metadata or {}).get("revision")

    def stamp(self, folder: Path, revision: str) -> None:
        """Remember which folder was indexed and give this state a name: the last thing that a writer does."""
        collection = self._collection("articles")
        collection.modify(metadata={**(collection.metadata or {}), "root": str(folder.resolve()), "revision": revision})
        self._forget()
        self._collections.clear()
        if not self.is_remote:
            self.words.tidy()

    def vectorstore(self, embeddings: Embeddings | None = None) -> Chroma:
        """The passages as a LangChain vector store."""
        from langchain_chroma import Chroma

        return Chroma(
            client=self._client,
            collection_name=self._names["passages"],
            embedding_function=embeddings,
            create_collection_if_not_exists=False,
        )

    def close(self) -> None:
        if (words := self.__dict__.pop("words", None)) is not None:
            words.close()
        self._client.close()

    def _collection(self, kind: str) -> Any:
        if kind not in self._collections:
            try:
                self._collections[kind] = self._client.get_collection(self._names[kind], embedding_function=None)
            except Exception as error:  # chromadb raises its own NotFoundError, a ValueError in older servers
                raise IndexMissing(
                    "Nothing has been indexed yet. Index a folder with `python -m rag index`."
                ) from error
        return self._collections[kind]

    # -- reading ------------------------------------------------------------------------------------------------

    def articles(self) -> list[Indexed]:
        """Everything indexed, ordered by id."""
        if self._known is None:
            found = [
                records.indexed(article_id, metadata)
                for page in self._pages("articles", ["metadatas"])
                for article_id, metadata in zip(page["ids"], page["metadatas"], strict=True)
            ]
            self._known = sorted(found, key=lambda article: article.id)
        return self._known

    def article(self, article_id: str) -> Article | None:
        """The article as indexed, with its text."""
        found = self._collection("articles").get(ids=[article_id], include=["metadatas", "documents"])
        if not found["ids"]:
            return None
        return records.article(article_id, found["metadatas"][0], found["documents"][0])

    def language_means(self, neutral: Sequence[float]) -> dict[str, np.ndarray]:
        """Where the articles of each language lie on average: primary language tag -> float32 vector; "" -> of all.

        ``neutral``: vector of a text of no subject (see :func:`drawn_means`).
        """
        import numpy as np

        if self._means is None:
            rows = [
                (article_id, primary(metadata["lang"]), vector)
                for page in self._pages("articles", ["metadatas", "embeddings"])
                for article_id, metadata, vector in zip(page["ids"], page["metadatas"], page["embeddings"], strict=True)
            ]
            rows.sort(key=lambda row: row[0])
            vectors = np.asarray([row[2] for row in rows], np.float32)
            languages = np.asarray([row[1] for row in rows])
            self._means = drawn_means(vectors, languages, np.asarray(neutral, np.float32))
        return self._means

    def searched(self, filters: Filters) -> list[Indexed]:
        """The articles of which the filters let any passage through."""
        import numpy as np

        passed = [article for article in self.articles() if records.passes(article, filters)]
        if not filters.dates_events:
            return passed
        names, which = self.words.articles
        left = {names[place] for place in np.unique(which[self.passing(filters)])}
        return [article for article in passed if article.id in left]

    def passage_count(self) -> int:
        return self._collection("passages").count()

    def search(self, vector: Sequence[float], k: int, filters: Filters = Filters()) -> list[Hit]:
        """The ``k`` passages nearest to ``vector`` by cosine, best first; ties by passage id."""
        found = self.vectorstore().similarity_search_by_vector_with_relevance_scores(
            list(vector), k=k, filter=records.where(filters)
        )
        ranked = sorted(
            ((1 - distance, document) for document, distance in found), key=lambda p: (-p[0], p[1].id or "")
        )
        return [
            records.hit(rank, score, document.page_content, document.metadata)
            for rank, (score, document) in enumerate(ranked, 1)
        ]

    def subjects(self, neutral: Sequence[float], share: float = 1.0) -> np.ndarray:
        """By passage number, what its vector says beyond what is usual for its language (``share`` of that), at unit
        length: float32 ``[n, d]``."""
        import numpy as np

        if share not in self._subjects:
            usual = self._usual(neutral, share)
            beyond = self.words.vectors.astype(np.float32) - usual[self.words.codes[1]]
            beyond /= np.maximum(np.linalg.norm(beyond, axis=1, keepdims=True), LEAST_LENGTH)
            self._subjects = {share: beyond}
        return self._subjects[share]

    def sentences(
        self, numbers: np.ndarray, subject: np.ndarray, neutral: Sequence[float], share: float = 1.0
    ) -> tuple[np.ndarray, np.ndarray]:
        """How near to ``subject``, of unit length, the sentences of the passages of these numbers are, each less what
        is usual for its language: the number of each one's passage, and its cosine, ``[m]`` both."""
        import numpy as np

        owners, vectors = self.words.sentences(numbers)
        usual, codes = self._usual(neutral, share), self.words.codes[1][owners]
        # Of a sentence v, of unit length, and what is usual, u: (v - u) @ subject / |v - u|, from products alone.
        products = vectors @ np.vstack([subject, usual]).T
        squares = 1 - 2 * products[np.arange(len(codes)), 1 + codes] + np.square(usual).sum(axis=1)[codes]
        beyond = products[:, 0] - (usual @ subject)[codes]
        return owners, beyond / np.sqrt(np.maximum(squares, _LEAST_SQUARE))

    def _usual(self, neutral: Sequence[float], share: float) -> np.ndarray:
        """``share`` of what is usual for each language, by the codes of :attr:`words`: float32 ``[languages, d]``."""
        import numpy as np

        means = self.language_means(neutral)
        return (share * np.stack([means.get(lang, means[""]) for lang in self.words.codes[0]])).astype(np.float32)

    def passing(self, filters: Filters) -> np.ndarray:
        """By passage number, whether there is such a passage, and the filters let it through."""
        import numpy as np

        there = self.words.langs != ""
        if not filters:
            return there
        if filters.dates_events:
            first, last = filters.happened_after or date.min, filters.happened_before or date.max
            there &= self.words.happened(first.toordinal(), last.toordinal())
        names, which = self.words.articles
        passed = {article.id for article in self.articles() if records.passes(article, filters)}
        return there & np.asarray([name in passed for name in names], bool)[which]

    def hits(self, scored: Sequence[tuple[str, float]]) -> dict[str, Hit]:
        """Hits of ``(passage id, score)`` by id, ranked in that order; ids that are not there are left out."""
        if not scored:
            return {}
        found = self._collection("passages").get(ids=[i for i, _ in scored], include=["documents", "metadatas"])
        known = {i: row for i, *row in zip(found["ids"], found["documents"], found["metadatas"], strict=True)}
        present = [(i, score) for i, score in scored if i in known]
        return {i: records.hit(rank, score, *known[i]) for rank, (i, score) in enumerate(present, 1)}

    # -- writing ------------------------------------------------------------------------------------------------

    def put(self, entries: Sequence[Entry], indexed_at: str) -> list[str]:
        """Add or replace articles; idempotent. Returns the ids of their passages in the store.

        The new passages come first, then the articles' records, then the old passages go: whoever reads a server in
        between sees whole articles. A server has no use for the words, and keeps the sentences' vectors with what it
        knows of a passage (see :meth:`catch_up`).
        """
        import numpy as np

        if not entries:
            return []
        self._forget()
        held = set(self._collection("articles").get(ids=[entry.article.id for entry in entries], include=[])["ids"])
        ids = [[records.passage_id(entry.article, passage) for passage in entry.passages] for entry in entries]
        rows = [
            (passage_id, vector, self._metadata(entry.article, passage, sentences, words), passage.text)
            for entry, own in zip(entries, ids, strict=True)
            for passage_id, passage, vector, sentences, words in zip(
                own, entry.passages, entry.vectors, entry.sentences, entry.words, strict=True
            )
        ]
        for first in range(0, len(rows), _PAGE):
            page = [list(column) for column in zip(*rows[first : first + _PAGE], strict=True)]
            self._collection("passages").upsert(
                ids=page[0], embeddings=np.stack(page[1]), metadatas=page[2], documents=page[3]
            )
        means = [entry.vectors.mean(axis=0) for entry in entries]
        self._collection("articles").upsert(
            ids=[entry.article.id for entry in entries],
            embeddings=[mean / max(float(np.linalg.norm(mean)), 1e-12) for mean in means],
            metadatas=[records.of_article(entry.article, len(entry.passages), indexed_at) for entry in entries],
            documents=[entry.article.text for entry in entries],
        )
        for entry, own in zip(entries, ids, strict=True):
            article = entry.article
            if not self.is_remote:
                rows_of_words = zip(own, entry.vectors, entry.sentences, entry.words, strict=True)
                self.words.put(article.id, primary(article.lang), rows_of_words)
            if article.id in held:
                known = self._collection("passages").get(where={"article_id": article.id}, include=[])["ids"]
                self._delete_passages(sorted(set(known) - set(own)))
        return [passage_id for own in ids for passage_id in own]

    def _metadata(self, article: Article, passage: Passage, sentences: bytes, words: Words) -> dict[str, Any]:
        known = records.of_passage(article, passage, words.events)
        return known | {_SENTENCES: b64encode(sentences).decode()} if self.is_remote else known

    def delete(self, article_ids: Iterable[str]) -> None:
        self._forget()
        for article_id in article_ids:
            self._collection("articles").delete(ids=[article_id])
            self._delete_passages(self._collection("passages").get(where={"article_id": article_id}, include=[])["ids"])
            if not self.is_remote:
                self.words.delete(article_id)

    def catch_up(self, words: WordIndex, words_of: Callable[[Sequence[str]], Sequence[Words]]) -> None:
        """Bring ``words``, a file of this machine, up to what the server holds, article by article."""
        wanted = {article.id: article for article in self.articles()}
        held = words.versions()
        for article_id in sorted(held.keys() - wanted.keys()):
            words.delete(article_id)
        for article in wanted.values():
            if held.get(article.id) == article.sha256[:8]:
                continue
            there = self._collection("passages").get(
                where={"article_id": article.id}, include=["documents", "embeddings", "metadatas"]
            )
            rows = [
                (passage_id, vector, _sentences(passage_id, metadata), records.events(metadata), text)
                for passage_id, vector, metadata, text in zip(
                    there["ids"], there["embeddings"], there["metadatas"], there["documents"], strict=True
                )
                if records.version(passage_id) == article.sha256[:8]
            ]
            found = words_of([f"{article.title}\n{text}" for *_, text in rows])
            passages = [
                (passage_id, vector, sentences, replace(own, events=events))
                for (passage_id, vector, sentences, events, _), own in zip(rows, found, strict=True)
            ]
            words.put(article.id, primary(article.lang), passages)
        words.tidy()

    def begin(self) -> None:
        """Say that a writer is at work on a server: what a crash leaves is then known to be unfinished."""
        collection = self._collection("articles")
        since = datetime.now(UTC).isoformat()
        collection.modify(metadata={**(collection.metadata or {}), "revision": f"{_UNFINISHED} since {since}"})
        self._collections.clear()

    @property
    def is_unfinished(self) -> bool:
        """Whether a writer began on a server and never came to :meth:`stamp`."""
        return (self.revision or "").startswith(_UNFINISHED)

    def purge(self) -> None:
        """Delete the passages of which no article's record knows: what a crash left on a server."""
        self._forget()
        known = {article.id: article.sha256[:8] for article in self.articles()}
        lost = [
            passage_id
            for page in self._pages("passages", [])
            for passage_id in page["ids"]
            if known.get(records.article_of(passage_id)) != records.version(passage_id)
        ]
        self._delete_passages(lost)

    def _forget(self) -> None:
        self._known = self._means = None
        self._subjects.clear()

    def _delete_passages(self, ids: Sequence[str]) -> None:
        for first in range(0, len(ids), _PAGE):
            self._collection("passages").delete(ids=list(ids[first : first + _PAGE]))

    # -- verification -------------------------------------------------------------------------------------------

    def verify(self, passage_ids: Sequence[str] | None = None) -> None:
        """Look passages up by their own vectors (all of them by default) and compare counts with the articles' records.

        Chroma's ``count()`` says nothing of its nearest-neighbour graph, from which vectors can be missing silently.

        Raises:
            IndexDamaged: something is not found.
        """
        passages, articles = self._collection("passages"), self.articles()
        promised, held = sum(article.passages for article in articles), passages.count()
        if promised != held:
            raise damaged(f"its articles have {promised} passages, it holds {held}")
        if not self.is_remote and self.words.count != held:
            raise damaged(f"it has vectors of {held} passages and words of {self.words.count}")
        for first in range(0, len(passage_ids), _PAGE // 10) if passage_ids is not None else [None]:
            wanted = None if first is None else list(passage_ids[first : first + _PAGE // 10])  # type: ignore[index]
            for page in (
                [passages.get(ids=wanted, include=["embeddings"])]
                if wanted
                else self._pages("passages", ["embeddings"])
            ):
                self._look_up(page["ids"], page["embeddings"])
                self._compare(page["ids"], page["embeddings"])
                if wanted and len(page["ids"]) != len(wanted):
                    raise damaged(f"{len(wanted) - len(page['ids'])} passages are missing")

    def _look_up(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        if not len(ids):
            return
        passages = self._collection("passages")
        near = passages.query(query_embeddings=vectors, n_results=_LOOKUP, include=[])["ids"]
        for passage_id, vector, neighbours in zip(ids, vectors, near, strict=True):
            if passage_id in neighbours:
                continue
            # More than ten copies of one text: ask again among the passages of its own article.
            where = {"article_id": records.article_of(passage_id)}
            own = passages.query(query_embeddings=[vector], n_results=_PAGE // 10, where=where, include=[])["ids"][0]
            if passage_id not in own:
                raise damaged(f"the passage {passage_id} is not found by its own vector")

    def _compare(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        """What questions are measured by is what Chroma has, but for its precision."""
        import numpy as np

        if self.is_remote or not len(ids):
            return
        numbers = [self.words.numbers.get(passage_id, 0) for passage_id in ids]
        near = np.isclose(self.words.vectors[numbers], vectors, atol=_PRECISION).all(axis=1)
        if not near.all():
            raise damaged(f"the passage {ids[int(near.argmin())]} has two vectors")

    def _pages(self, kind: str, include: list[str]) -> Iterator[dict[str, Any]]:
        collection, offset = self._collection(kind), 0
        while True:
            page = collection.get(include=include, limit=_PAGE, offset=offset)
            if not page["ids"]:
                return
            yield page
            offset += len(page["ids"])


def _sentences(passage_id: str, metadata: dict[str, Any]) -> bytes:
    if _SENTENCES not in metadata:
        raise damaged(f"the passage {passage_id} has no vectors of its sentences")
    return b64decode(metadata[_SENTENCES])


def drawn_means(vectors: np.ndarray, languages: np.ndarray, neutral: np.ndarray) -> dict[str, np.ndarray]:
    """The mean of ``vectors`` (``[n, d]``) of each of their ``languages`` (``[n]``), and under "" of all.

    The mean of few says more of their subjects than of their language: it is drawn towards the mean of all, and that
    towards ``neutral``, each as if there were five more of it.
    """
    import numpy as np

    def drawn(own: np.ndarray, prior: np.ndarray) -> np.ndarray:
        return (own.sum(axis=0) + _SHRINKAGE * prior) / (len(own) + _SHRINKAGE)

    overall = drawn(vectors, neutral) if len(vectors) else neutral
    means = {str(lang): drawn(vectors[languages == lang], overall) for lang in np.unique(languages)}
    return means | {"": overall}
