"""What passages are measured by: one SQLite file that lives and dies with the Chroma directory beside it.

It keeps a vector a passage, in half precision, to be read at once: a question is compared with all of them, exactly, in
less time than it takes to walk a graph of neighbours once for each language; and vectors of a passage's sentences, that
are looked up of the best passages. Of its lower-cased text it keeps the ids that the encoder's own tokenizer gives:
BM25 over these ``subwords`` needs no analyser per language. And its ``tokens``: the words, and pairs of characters
where a script sets no words apart, as numbers of a dictionary that finds a name in any spelling. Which passages have a
subword or a token is inverted as a whole when writing ends (:meth:`WordIndex.tidy`), to be read in one piece.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.index.bm25 import bm25
from rag.index.damage import damaged
from rag.index.postings import Posting, inverted
from rag.index.records import version
from rag.index.sentence_vectors import unpacked
from rag.index.spelling import (
    is_small,
    is_terse,
    pairs_of,
    romanised,
    script,
    skeletons,
    tells_enough,
    words_of,
)

if TYPE_CHECKING:
    import numpy as np

_SCHEMA = """
CREATE TABLE passage (number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, article TEXT NOT NULL, lang TEXT NOT NULL,
    vector BLOB NOT NULL, subwords BLOB NOT NULL, tokens BLOB NOT NULL);
CREATE INDEX passage_article ON passage (article);
CREATE TABLE sentences (number INTEGER PRIMARY KEY, vectors BLOB NOT NULL);
CREATE TABLE event (number INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE INDEX event_number ON event (number);
CREATE TABLE word (number INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL, folded TEXT NOT NULL, letters TEXT);
CREATE INDEX word_folded ON word (folded);
CREATE INDEX word_letters ON word (letters);
CREATE TABLE skeleton (skeleton TEXT, script TEXT, terse INTEGER, word INTEGER,
    PRIMARY KEY (skeleton, script, word)) WITHOUT ROWID;
CREATE TABLE subword (number INTEGER PRIMARY KEY, count INTEGER NOT NULL, passages BLOB NOT NULL, times BLOB NOT NULL);
CREATE TABLE token (number INTEGER PRIMARY KEY, passages BLOB NOT NULL);
"""
_NUMBER, _TIMES = "<i4", "<u2"
_REMEMBERED = (
    "ids", "numbers", "langs", "articles", "vectors", "order", "codes", "events", "languages", "count", "_sizes",
)  # fmt: skip
_RAREST = 40  # subwords of a question that are looked up
_COUNTED = "SELECT number, count FROM json_each(?) AS wanted CROSS JOIN subword ON number = wanted.value"
_OCCURRING = "SELECT number, passages, times FROM json_each(?) AS wanted CROSS JOIN subword ON number = wanted.value"
_WRITTEN = """
SELECT passages FROM json_each(?) AS wanted CROSS JOIN word ON word.text = wanted.value
CROSS JOIN token ON token.number = word.number
"""
_BEGINNING = """
SELECT DISTINCT text FROM json_each(?) AS start
CROSS JOIN word ON folded >= start.value AND folded < start.value || char(1114111)
"""
_SOUNDING = """
SELECT text FROM skeleton JOIN word ON word.number = skeleton.word WHERE skeleton = ? AND script <> ? AND (terse OR ?)
"""
_SENTENCES = "SELECT number, vectors FROM json_each(?) AS wanted CROSS JOIN sentences ON number = wanted.value"

Way = tuple[frozenset[str], ...]
"""A way of writing a name: of each set one token must stand in a text."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked up of one passage, its title included."""

    subwords: tuple[int, ...]
    tokens: tuple[str, ...]
    events: tuple[tuple[int, int], ...] = ()
    """Of each event that it dates the first and the last day, as ordinals (``date.toordinal``)."""


def words_in(text: str, subwords: Sequence[int]) -> Words:
    return Words(tuple(subwords), (*words_of(text), *pairs_of(text)))


class WordIndex:
    """Safe to share between threads. Opened for reading, the file is taken to never change."""

    def __init__(self, path: Path, *, read_only: bool = False):
        self._guard = threading.RLock()
        self._numbers: dict[str, int] = {}
        if read_only and not path.exists():
            raise damaged(f"it has no {path.name}")
        mode = "ro&immutable=1" if read_only else "rwc"
        self._db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, check_same_thread=False)
        try:
            is_made = bool(self._fetch("SELECT 1 FROM sqlite_master WHERE name = 'passage'"))
            if not read_only:
                # A draft is written to disk as a whole before it is published.
                self._db.executescript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")
                if not is_made:
                    self._db.executescript(f"BEGIN; {_SCHEMA} COMMIT;")
            elif not is_made:
                raise sqlite3.DatabaseError("it holds no passages")
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise damaged(f"{path.name}: {error}") from error

    def close(self) -> None:
        with self._guard, closing(self._db):
            self._db.commit()

    # -- writing ------------------------------------------------------------------------------------------------

    def put(self, article: str, lang: str, passages: Iterable[tuple[str, np.ndarray, bytes, Words]]) -> None:
        """Add or replace an article's passages ``(id, vector, packed vectors of its sentences, words)``; ``lang`` is
        their primary language tag. Their words are found after :meth:`tidy`."""
        with self._guard:
            self.delete(article)
            for passage_id, vector, sentences, words in passages:
                number = self._holes.pop() if self._holes else None  # None: one more than the highest
                terms = (_packed(words.subwords), _packed(self._numbered(words.tokens)))
                row = (number, passage_id, article, lang, vector.astype("<f2").tobytes(), *terms)
                cursor = self._db.execute("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                self._db.execute("INSERT INTO sentences VALUES (?, ?)", (cursor.lastrowid, sentences))
                self._db.executemany(
                    "INSERT INTO event VALUES (?, ?, ?)", [(cursor.lastrowid, *days) for days in words.events]
                )

    def delete(self, article: str) -> None:
        with self._guard:
            self._forget()
            free = self._holes
            for (number,) in self._fetch("SELECT number FROM passage WHERE article = ?", article):
                for table in ("passage", "sentences", "event"):
                    self._db.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
                free.append(number)

    @cached_property
    def _holes(self) -> list[int]:
        """Numbers that were given and are free again: whatever goes by number is as long as the highest."""
        taken = {number for (number,) in self._fetch("SELECT number FROM passage")}
        return sorted(set(range(1, max(taken, default=0))) - taken, reverse=True)

    def tidy(self) -> None:
        """End writing: what words and names are looked up in is as of now.

        Words that no passage has any more are forgotten: what can be found depends on the passages alone.
        """
        with self._guard:
            for table in ("subword", "token"):
                self._db.execute(f"DELETE FROM {table}")
            self._db.executemany(
                "INSERT INTO subword VALUES (?, ?, ?, ?)",
                (
                    (one.term, len(one.numbers), _packed(one.numbers), _packed(one.times, _TIMES))
                    for one in self._postings("subwords")
                ),
            )
            self._db.executemany(
                "INSERT INTO token VALUES (?, ?)",
                ((one.term, _packed(one.numbers)) for one in self._postings("tokens")),
            )
            self._db.execute("DELETE FROM word WHERE number NOT IN (SELECT number FROM token)")
            self._db.execute("DELETE FROM skeleton WHERE word NOT IN (SELECT number FROM word)")
            self._numbers.clear()
            self._db.commit()

    def _postings(self, column: str) -> Iterator[Posting]:
        import numpy as np

        rows = self._fetch(f"SELECT number, {column} FROM passage")
        sizes = [len(packed) // np.dtype(_NUMBER).itemsize for _, packed in rows]
        owners = np.repeat(np.asarray([number for number, _ in rows], _NUMBER), sizes)
        return inverted(owners, np.frombuffer(b"".join(packed for _, packed in rows), _NUMBER))

    def _numbered(self, tokens: Iterable[str]) -> list[int]:
        numbers = []
        for token in tokens:
            number = self._numbers.get(token)
            if number is None:
                known = self._fetch("SELECT number FROM word WHERE text = ?", token)
                number = known[0][0] if known else self._learned(token)
                self._numbers[token] = number
            numbers.append(number)
        return numbers

    def _learned(self, token: str) -> int:
        cursor = self._db.execute(
            "INSERT INTO word (text, folded, letters) VALUES (?, ?, ?)", (token, token.casefold(), romanised(token))
        )
        number = int(cursor.lastrowid or 0)
        written = (script(token), is_terse(token))
        self._db.executemany(
            "INSERT INTO skeleton VALUES (?, ?, ?, ?)", [(skeleton, *written, number) for skeleton in skeletons(token)]
        )
        return number

    def _forget(self) -> None:
        for name in _REMEMBERED:
            self.__dict__.pop(name, None)

    # -- reading ------------------------------------------------------------------------------------------------

    @cached_property
    def ids(self) -> dict[int, str]:
        """Number of a passage -> its id."""
        return dict(self._fetch("SELECT number, id FROM passage"))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Id of a passage -> its number."""
        return {passage_id: number for number, passage_id in self.ids.items()}

    @cached_property
    def langs(self) -> np.ndarray:
        """Primary language tag of each passage, by number; empty where there is no such number."""
        import numpy as np

        rows = self._fetch("SELECT number, lang FROM passage")
        langs = np.full(max((number for number, _ in rows), default=0) + 1, "", dtype="U8")
        for number, lang in rows:
            langs[number] = lang
        return langs

    @cached_property
    def articles(self) -> tuple[list[str], np.ndarray]:
        """The articles' ids, sorted; and by passage number, which of them it is of."""
        import numpy as np

        rows = self._fetch("SELECT number, article FROM passage")
        names = sorted({article for _, article in rows})
        places = {article: place for place, article in enumerate(names)}
        which = np.zeros(len(self.langs), np.int64)
        for number, article in rows:
            which[number] = places[article]
        return names, which

    @cached_property
    def vectors(self) -> np.ndarray:
        """By passage number, its vector: float16 ``[n, d]``, zeros where there is no such number."""
        import numpy as np

        rows = self._fetch("SELECT number, vector FROM passage")
        size = len(rows[0][1]) // 2 if rows else 0
        vectors = np.zeros((len(self.langs), size), np.float16)
        packed = np.frombuffer(b"".join(vector for _, vector in rows), "<f2")
        vectors[[number for number, _ in rows]] = packed.reshape(-1, size) if rows else 0
        return vectors

    def sentences(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The vectors of the sentences of the passages of these numbers: the number of each one's passage, int64
        ``[m]``, and float32 ``[m, d]``, of unit length."""
        import numpy as np

        dimensions = self.vectors.shape[1]
        rows = self._fetch(_SENTENCES, json.dumps(numbers.tolist()))
        counts = [len(packed) // dimensions for _, packed in rows]
        owners = np.repeat(np.asarray([number for number, _ in rows], np.int64), counts)
        return owners, unpacked(b"".join(packed for _, packed in rows), dimensions)

    @cached_property
    def order(self) -> np.ndarray:
        """By passage number, where its id stands when all are sorted."""
        import numpy as np

        order = np.zeros(len(self.langs), np.int64)
        order[[self.numbers[passage_id] for passage_id in sorted(self.numbers)]] = np.arange(len(self.numbers))
        return order

    @cached_property
    def codes(self) -> tuple[list[str], np.ndarray, np.ndarray]:
        """The languages; by passage number, which of them it is in; and how many passages each has ("" has none)."""
        import numpy as np

        known, codes = np.unique(self.langs, return_inverse=True)
        counts = np.bincount(codes, minlength=len(known)).astype(np.float64)
        return known.tolist(), codes, np.where(known == "", 0.0, counts)

    @cached_property
    def events(self) -> np.ndarray:
        """The events that passages date: number of the passage, first and last day as ordinals, int64 ``[m, 3]``."""
        import numpy as np

        return np.asarray(self._fetch("SELECT number, first, last FROM event"), np.int64).reshape(-1, 3)

    def happened(self, first: int, last: int) -> np.ndarray:
        """By passage number, whether it dates an event that lies, in part at least, between two days (ordinals)."""
        import numpy as np

        there = np.zeros(len(self.langs), bool)
        there[self.events[(self.events[:, 1] <= last) & (self.events[:, 2] >= first), 0]] = True
        return there

    @cached_property
    def languages(self) -> dict[str, int]:
        """Passages of each language."""
        return dict(self._fetch("SELECT lang, count(*) FROM passage GROUP BY lang ORDER BY lang"))

    @cached_property
    def count(self) -> int:
        """Passages in all."""
        return sum(self.languages.values())

    def versions(self) -> dict[str, str]:
        """Article -> the beginning of its hash, as its passages' ids have it."""
        rows = self._fetch("SELECT article, min(id) FROM passage GROUP BY article")
        return {article: version(passage_id) for article, passage_id in rows}

    def bm25(self, subwords: Iterable[int], common: float) -> tuple[np.ndarray, np.ndarray]:
        """Numbers of the passages that have any of the ``subwords``, sorted, and their BM25 scores, float32.

        Subwords of more than ``common`` of all passages are left out: they tell little and cost most.
        """
        import numpy as np

        most = max(1.0, common * self.count)
        known = {number: count for number, count in self._fetch(_COUNTED, _listed(subwords)) if count <= most}
        rare = sorted(known, key=lambda number: (known[number], number))[:_RAREST]
        postings = (
            Posting(number, np.frombuffer(passages, _NUMBER), np.frombuffer(times, _TIMES))
            for number, passages, times in self._fetch(_OCCURRING, _listed(rare))
        )
        return bm25(postings, self._sizes, self.count)

    def passages(self, ways: Iterable[Way]) -> np.ndarray:
        """Numbers of the passages that are written in any of these ways, sorted."""
        import numpy as np

        found = np.zeros(len(self.langs), bool)
        for way in ways:
            written = np.ones(len(found), bool)
            for tokens in way:
                written &= self._having(tokens)
                if not written.any():
                    break
            if way:
                found |= written
        return np.flatnonzero(found)

    def _having(self, tokens: frozenset[str]) -> np.ndarray:
        """By passage number, whether it has any of the tokens."""
        import numpy as np

        having = np.zeros(len(self.langs), bool)
        found = b"".join(passages for (passages,) in self._fetch(_WRITTEN, _listed(tokens)))
        having[np.frombuffer(found, _NUMBER)] = True
        return having

    def beginning(self, starts: Iterable[str]) -> list[str]:
        """The words whose case-folded form begins with any of ``starts``."""
        return [text for (text,) in self._fetch(_BEGINNING, _listed(starts))]

    def spelled(self, letters: str) -> list[tuple[str, str]]:
        """``(romanised, word)`` of the words whose romanisation begins with ``letters``."""
        return self._fetch("SELECT letters, text FROM word WHERE letters >= ? AND letters < ?", letters, letters + "~")

    def written(self, letters: str) -> list[tuple[str, str]]:
        """``(romanised, word)`` of the words of just this romanisation."""
        return self._fetch("SELECT letters, text FROM word WHERE letters = ?", letters)

    def uncapitalised(self, letters: str) -> bool:
        """Whether a word of just this romanisation stands somewhere without a capital, though its script has them."""
        return any(is_small(word[0]) for _, word in self.written(letters))

    def sounding(self, skeleton: str, like: str) -> list[str]:
        """The words of other scripts that have these consonants of the word ``like`` and may be the same name."""
        return [text for (text,) in self._fetch(_SOUNDING, skeleton, script(like), tells_enough(skeleton, like))]

    @cached_property
    def _sizes(self) -> np.ndarray:
        """By passage number, how many subwords it has."""
        import numpy as np

        sizes = np.zeros(len(self.langs), np.int64)
        for number, size in self._fetch("SELECT number, length(subwords) FROM passage"):
            sizes[number] = size // np.dtype(_NUMBER).itemsize
        return sizes

    def _fetch(self, query: str, *values: Any) -> list[Any]:
        with self._guard:
            return self._db.execute(query, values).fetchall()


def _packed(numbers: np.ndarray | Sequence[int], dtype: str = _NUMBER) -> bytes:
    import numpy as np

    return np.asarray(numbers).astype(dtype).tobytes()


def _listed(values: Iterable[int] | Iterable[str]) -> str:
    """For SQLite's ``json_each``, each once."""
    return json.dumps(sorted(set(values)))
