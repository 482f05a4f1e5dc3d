"""Directories of an embedded index: built apart, published by moving a pointer, kept while somebody reads them.

::

    index/
      CURRENT              the name of the published generation, replaced atomically
      writer.lock          held by the one writer; writer.json says who that is
      g000007-3f9a41c2/    a published generation: never changed again; its name is never used again, even if the
                           folder is removed and made anew
        readers.lock       shared lock of every reader
        chroma/            articles and passages
        words.db           what passages are measured by: their vectors and words
      .draft-…/            being built; what a crash leaves is swept away by the next writer

All locks are the operating system's and end with their process, however it ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import portalocker

from rag.errors import IndexError_, IndexLocked

_CURRENT = "CURRENT"
_DRAFT = ".draft-"
_NUMBER = re.compile(r"g(\d+)")


@dataclass(frozen=True)
class Generation:
    """A directory with a Chroma database in it."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def chroma(self) -> Path:
        return self.path / "chroma"


class Generations:
    """The generations below one index directory."""

    def __init__(self, root: Path):
        self.root = root

    def current_name(self) -> str | None:
        """One small read: what a reader checks before every question."""
        try:
            return (self.root / _CURRENT).read_text().strip() or None
        except (FileNotFoundError, NotADirectoryError):
            return None

    def hold(self) -> tuple[Generation, IO[str]] | None:
        """The published generation and a shared lock on it, to be closed by the caller; None before the first."""
        while name := self.current_name():
            generation = Generation(self.root / name)
            try:
                lock = (generation.path / "readers.lock").open("a")
            except FileNotFoundError:
                if name == self.current_name():
                    return None  # the pointer outlived its directory: somebody deleted it by hand
                continue
            except OSError as error:
                raise IndexError_(
                    f"Cannot open the index in {generation.path}: {error.strerror}. The folder must be writable."
                ) from error
            portalocker.lock(lock, portalocker.LockFlags.SHARED)
            # Still the published one, now that it is locked: nobody sweeps it any more.
            if name == self.current_name() and generation.chroma.is_dir():
                return generation, lock
            lock.close()
            if name == self.current_name():
                return None
        return None

    @contextlib.contextmanager
    def writing(self, command: str) -> Iterator[None]:
        """Be the one writer.

        Raises:
            IndexLocked: another process is; the message says which and since when.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = (self.root / "writer.lock").open("a")
        except OSError as error:
            raise IndexError_(
                f"Cannot write to the index folder {self.root}: {error.strerror}. "
                "Set RAG_INDEX_DIR to a folder that you own."
            ) from error
        with lock:
            try:
                portalocker.lock(lock, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            except portalocker.LockException as error:
                raise IndexLocked(f"{self._writer()} Wait until it is done, then try again.") from error
            who = {"pid": os.getpid(), "since": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"), "command": command}
            _write_atomically(self.root / "writer.json", json.dumps(who))
            try:
                self._sweep()
                yield
            finally:
                (self.root / "writer.json").unlink(missing_ok=True)

    def _writer(self) -> str:
        try:
            who = json.loads((self.root / "writer.json").read_text())
            return f"The index is being written by process {who['pid']} (`{who['command']}`) since {who['since']}."
        except (OSError, ValueError, KeyError):
            return "The index is being written by another process."

    @contextlib.contextmanager
    def draft(self, fresh: bool) -> Iterator[Generation]:
        """A directory to build the next generation in: a copy of the published one, or empty if ``fresh``.

        Removed again unless published. Only for the one writer.
        """
        path = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=self.root))
        generation = Generation(path)
        try:
            current = self.current_name()
            if current and not fresh:
                shutil.copytree(self.root / current, path, dirs_exist_ok=True)
            else:
                generation.chroma.mkdir()
            (path / "readers.lock").touch()
            yield generation
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def publish(self, draft: Generation) -> Generation:
        """Give the draft its name and move the pointer: the one moment at which readers see anything new."""
        target = self.root / self._next_name()
        for file in draft.path.rglob("*"):
            if file.is_file():
                _sync(file)
        draft.path.rename(target)
        target.chmod(0o755)
        _sync(self.root)
        _write_atomically(self.root / _CURRENT, target.name)
        _sync(self.root)
        self._sweep()
        return Generation(target)

    def _next_name(self) -> str:
        """One that was never used, even where the numbers begin again: readers and Chroma know a state by its name."""
        numbers = [int(found[1]) for path in self.root.glob("g[0-9]*") if (found := _NUMBER.match(path.name))]
        return f"g{max(numbers, default=0) + 1:06d}-{secrets.token_hex(4)}"

    def _sweep(self) -> None:
        """Remove what crashes left and old generations that nobody reads."""
        current = self.current_name()
        for path in self.root.glob(f"{_DRAFT}*"):
            shutil.rmtree(path, ignore_errors=True)
        for path in self.root.glob("g[0-9]*"):
            if path.name != current and _is_free(path):
                shutil.rmtree(path, ignore_errors=True)


def _is_free(path: Path) -> bool:
    try:
        with (path / "readers.lock").open("a") as lock:
            portalocker.lock(lock, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            return True
    except portalocker.LockException:
        return False
    except FileNotFoundError:
        return True


def _write_atomically(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
