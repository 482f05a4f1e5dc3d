"""The index as its readers see it: always the published state, followed as it moves."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from rag.errors import IndexDamaged, IndexError_, IndexMissing, RagError, SettingsError
from rag.index.damage import DATABASE, damage, damaged, is_of_chroma, telling_damage
from rag.index.fingerprint import LAYOUT, check, loads
from rag.index.generations import Generation, Generations
from rag.index.store import Store
from rag.index.words import WordIndex, Words

SERVER_PREFIX = "rujukan-"
WORDS = "words.db"
_MISSING = "Nothing has been indexed yet ({place}). Index a folder of articles with `python -m rag index`."


def open_embedded(path: Path, *, writing: bool = False) -> Store:
    """A store on a Chroma directory of its own client; its words lie beside it.

    Raises:
        IndexDamaged: the database is broken.
        IndexError_: it cannot be opened for another reason.
    """
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    try:
        client = chromadb.PersistentClient(str(path), settings=ChromaSettings(anonymized_telemetry=False))
    except BaseException as error:  # chromadb wraps SQLite's and the file system's errors in several of its own
        if not (isinstance(error, Exception) or is_of_chroma(error)):
            raise
        if found := damage(path):
            raise damaged(found) from error
        raise IndexError_(
            f"Cannot open the index in {path}: {error}. The folder must be writable; "
            "if it is, rebuild the index with `python -m rag index --rebuild`."
        ) from error
    return Store(client, lambda: WordIndex(path.with_name(WORDS), read_only=not writing))


def open_published(generation: Generation) -> Store:
    """A store on what was whole when it was published.

    Raises:
        IndexDamaged: its database is broken, empty or gone.
        IndexError_: it cannot be opened for another reason.
    """
    if not (generation.chroma / DATABASE).exists():  # Chroma would make an empty one
        raise damaged(f"{DATABASE} is gone")
    store = open_embedded(generation.chroma)
    try:
        with telling_damage(generation.chroma):
            if store.fingerprint is None:
                raise damaged(f"{DATABASE} is empty")
    except BaseException:
        store.close()
        raise
    return store


def open_server(url: str) -> Store:
    """A store on a Chroma server. It keeps no words: a reader attaches those of this machine.

    Raises:
        SettingsError: the address is not one.
        IndexError_: nobody answers there.
    """
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(
            f"RAG_CHROMA_URL is {url!r}. Give the address of a Chroma server, like http://127.0.0.1:8000."
        )
    try:
        client = chromadb.HttpClient(
            host=parts.hostname,
            port=parts.port or (443 if parts.scheme == "https" else 8000),
            ssl=parts.scheme == "https",
            settings=ChromaSettings(anonymized_telemetry=False),
        )
    except Exception as error:  # httpx's connection errors come wrapped in a ValueError
        raise IndexError_(
            f"No Chroma server answers at {url}: {str(error).splitlines()[0]}. "
            "Start it (`chroma run`), correct RAG_CHROMA_URL, or unset it to use the embedded index."
        ) from error
    return Store(client, _no_words, SERVER_PREFIX)


def _no_words() -> WordIndex:
    raise IndexError_("A Chroma server keeps no words. Open it through rag.index.library.Library.")


class Library:
    """Lends the store of the published state to readers, in any thread.

    Embedded: the pointer is read before each loan; when it has moved the new generation is opened, and the old one is
    closed as soon as its last reader is done. A server is asked for its revision instead, and
    this machine's words of its passages are brought up to it.
    """

    def __init__(
        self,
        index_dir: Path,
        chroma_url: str | None,
        wanted: dict[str, str | int],
        words_of: Callable[[Sequence[str]], Sequence[Words]],
    ):
        """``words_of`` gives what is looked up of each text; only a server's passages need it."""
        self._generations = Generations(index_dir)
        self._words_of = words_of
        self._url = chroma_url
        self._wanted = wanted
        self._guard = threading.Lock()
        self._current: _Loan | None = None

    @property
    def place(self) -> str:
        return self._url or str(self._generations.root)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Store]:
        """Raises:
        IndexMissing: nothing is published.
        IndexMismatch: it was built with other settings.
        IndexDamaged: its database is broken.
        """
        with self._guard:
            loan = self._follow()
            loan.readers += 1
        chroma = Generation(self._generations.root / loan.name).chroma
        try:
            with contextlib.nullcontext() if self._url else telling_damage(chroma):
                yield loan.store
        finally:
            with self._guard:
                loan.readers -= 1
                if loan is not self._current:
                    loan.close_if_idle()

    def version(self) -> str:
        """Changes whenever what is published does: a key for caches."""
        with self._guard:
            return self._follow().name

    def close(self) -> None:
        with self._guard:
            self._drop()

    def _drop(self) -> None:
        """Be done with the state that was read last; whoever still reads it closes it."""
        if self._current is not None:
            self._current.close_if_idle()
        self._current = None

    def _follow(self) -> _Loan:
        if self._url is not None:
            return self._follow_server(self._url)
        name = self._generations.current_name()
        if self._current is not None and self._current.name == name:
            return self._current
        self._drop()
        held = self._generations.hold()
        if held is None:
            raise IndexMissing(_MISSING.format(place=self.place))
        generation, lock = held
        try:
            store = open_published(generation)
        except BaseException:
            lock.close()
            raise
        self._current = self._checked(_Loan(store, generation.name, lock))
        return self._current

    def _follow_server(self, url: str) -> _Loan:
        """A new store for each revision: what a store remembers holds for one only."""
        try:
            if self._current is not None and (self._current.store.revision or "") == self._current.name:
                return self._current
            fresh = self._checked(_Loan(open_server(url), "", None))
            try:
                fresh.name = fresh.store.revision or ""
                fresh.store.attach(self._words_of_server(url, fresh))
            except BaseException:
                fresh.close_if_idle()
                raise
        except RagError:
            raise
        except Exception as error:  # connection errors come as httpx's, or wrapped by chromadb
            if isinstance(error, OSError | sqlite3.Error) and not isinstance(error, ConnectionError):
                raise IndexError_(
                    f"Cannot keep what is looked up of the server's passages in {self._generations.root}: {error}. "
                    "The folder must be writable and have room; what lies in it can be deleted."
                ) from error
            raise IndexError_(f"The Chroma server at {url} does not answer: {error}. Start it again.") from error
        self._drop()
        self._current = fresh
        return fresh

    def _words_of_server(self, url: str, loan: _Loan) -> WordIndex:
        """The words of a server's passages at its present revision; made anew where the file of them is damaged."""
        path = self._file_of_server(url, loan)
        try:
            return WordIndex(path, read_only=True)
        except IndexDamaged:
            path.unlink(missing_ok=True)
            return WordIndex(self._file_of_server(url, loan), read_only=True)

    def _file_of_server(self, url: str, loan: _Loan) -> Path:
        """A file of this machine that never changes.

        It is made from the one before, beside it, and appears whole or not at all; a second process that makes it at
        the same time makes the same.
        """
        folder = self._generations.root / f"server-{_digest(url)}"
        folder.mkdir(parents=True, exist_ok=True)
        begins = f"{LAYOUT}-{loan.store.identity}-"
        path = folder / f"{begins}{_digest(loan.name)}.db"
        if not path.exists():
            earlier = max(folder.glob(f"{begins}*.db"), key=lambda file: file.stat().st_mtime, default=None)
            with tempfile.TemporaryDirectory(prefix=".draft-", dir=folder) as place:
                draft = Path(place) / WORDS
                if earlier:
                    shutil.copyfile(earlier, draft)
                words = WordIndex(draft)
                try:
                    loan.store.catch_up(words, self._words_of)
                finally:
                    words.close()
                draft.replace(path)
            for old in folder.glob("*.db"):  # whoever has one open keeps it
                if old != path:
                    old.unlink(missing_ok=True)
        return path

    def _checked(self, loan: _Loan) -> _Loan:
        try:
            built = loan.store.fingerprint
            if built is None:
                raise IndexMissing(_MISSING.format(place=self.place))
            check(loads(built), self._wanted, self.place)
        except Exception:
            loan.close_if_idle()
            raise
        return loan


class _Loan:
    """An open store, how many are reading it, and the lock that keeps its directory."""

    def __init__(self, store: Store, name: str, lock: IO[str] | None):
        self.store, self.name, self._lock, self.readers = store, name, lock, 0

    def close_if_idle(self) -> None:
        if self.readers == 0:
            self.store.close()
            if self._lock:
                self._lock.close()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
