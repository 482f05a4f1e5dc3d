"""Articles are parsed in child processes that may hang, crash or run out of memory without taking anything along."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

import rag
from rag.ingest.limits import Limits
from rag.ingest.prose import one_line
from rag.types import Article, Failure, Source

__all__ = ["Limits", "ParserPool"]

_START_SECONDS = 60.0
_AHEAD = 8
"""Articles parsed ahead of the consumer, per worker."""


class _Died(Exception):
    """The child is gone; ``cause`` is "time", "memory", "nesting" or "crash"."""

    def __init__(self, cause: str) -> None:
        self.cause = cause


class _Child:
    """One child process and the pipes to it. Not thread-safe: each belongs to one thread of the pool."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.jobs = 0
        home = str(Path(rag.__file__).parents[1])
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        # One thread a library: the pool has its own, and thread stacks count against the memory limit.
        threads = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "RAYON")}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "rag.ingest.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **threads, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "MALLOC_ARENA_MAX": "2"},
            start_new_session=True,  # Ctrl-C is for the parent to handle
        )
        self.buffer = bytearray()
        try:
            self._send(asdict(limits))
            self._line(_START_SECONDS)
        except _Died:
            self.kill()
            raise

    def parse(self, source: Source) -> dict[str, Any]:
        """The child's answer. Raises :class:`_Died`, and then the child is of no more use."""
        self.jobs += 1
        self._send(asdict(source))
        try:
            reply = json.loads(self._line(self.limits.seconds))
        except ValueError:  # only a child that something else has taken over writes what is no JSON
            raise _Died("crash") from None
        if "died" in reply:
            raise _Died(reply["died"])
        return reply

    def _send(self, value: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(value).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            raise _Died("crash") from None

    def _line(self, seconds: float) -> bytes:
        """The next line that the child writes, within ``seconds``."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while (end := self.buffer.find(b"\n", max(0, len(self.buffer) - (1 << 16) - 1))) < 0:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise _Died("time")
                block = os.read(self.process.stdout.fileno(), 1 << 16)
                if not block:
                    raise _Died("time" if self._ran_out_of_time() else "crash")
                self.buffer += block
        line = bytes(self.buffer[:end])
        del self.buffer[: end + 1]
        return line

    def _ran_out_of_time(self) -> bool:
        import signal

        return self.process.wait() == -getattr(signal, "SIGXCPU", 0)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # unsent bytes to a child that is gone
                    continue


class ParserPool:
    """``workers`` long-lived child processes that parse articles; one that fails is killed and replaced.

    A context manager: leaving it ends the children. Children start when the first article needs them.
    """

    def __init__(self, limits: Limits = Limits(), workers: int = 2) -> None:
        self.limits = limits
        self.workers = workers
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="parser")
        self._local = threading.local()
        self._children: set[_Child] = set()
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> ParserPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the children, also those in the middle of an article."""
        with self._lock:
            self._closed = True
            children = list(self._children)
        for child in children:
            child.process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for child in children:
            child.kill()

    def parse(self, sources: Iterable[Source], root: Path) -> Iterator[Article | Failure]:
        """Each source's article, or why there is none, in the order of ``sources``; a few are read ahead.

        ``root`` is the corpus folder; a file that a link has meanwhile moved out of it is not read.
        """
        inside = Path(root).resolve()
        waiting: deque[Future[Article | Failure]] = deque()
        try:
            for source in sources:
                waiting.append(self._threads.submit(self._parse, source, inside))
                if len(waiting) >= self.workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def _parse(self, source: Source, root: Path) -> Article | Failure:
        if not Path(source.path).resolve().is_relative_to(root):
            return Failure(
                source.article_id, "it leads out of the articles' folder: copy the file itself into the folder"
            )
        try:
            reply = self._reply(source)
        except _Died as death:
            return Failure(source.article_id, self._reason(death.cause))
        if "error" in reply:
            return Failure(source.article_id, one_line(reply["error"]))
        return from_plain(reply["article"])

    def _reply(self, source: Source) -> dict[str, Any]:
        child = self._child()
        try:
            return child.parse(source)
        except _Died as death:
            self._discard(child)
            if death.cause in ("time", "nesting") or child.jobs == 1 or self._closed:
                raise
        # The articles before it may have used up the memory: it gets one child of its own before it is blamed.
        child = self._child()
        try:
            return child.parse(source)
        except _Died:
            self._discard(child)
            raise

    def _child(self) -> _Child:
        child = getattr(self._local, "child", None)
        if child is None:
            with self._lock:
                if self._closed:
                    raise _Died("crash")
            child = _Child(self.limits)
            with self._lock:
                self._children.add(child)
                closed = self._closed
            self._local.child = child
            if closed:
                child.process.kill()
        return child

    def _discard(self, child: _Child) -> None:
        child.kill()
        self._local.child = None
        with self._lock:
            self._children.discard(child)

    def _reason(self, cause: str) -> str:
        remedy = "open it and save it again in a simpler form, or remove it"
        if cause == "time":
            return f"reading it took more than {self.limits.seconds:g} s, so it was given up: {remedy}"
        if cause == "memory":
            return f"reading it took more than {self.limits.memory_mb} MB of memory, so it was given up: {remedy}"
        if cause == "nesting":
            return f"its parts are nested too deeply, so it was given up: {remedy}"
        return f"it made its parser crash, or need more than {self.limits.memory_mb} MB of memory: {remedy}"


def from_plain(value: dict[str, Any]) -> Article:
    """The :class:`Article` that :func:`rag.ingest.worker.to_plain` wrote as JSON values."""
    day = date.fromisoformat(value["published"]) if value["published"] else None
    return Article(**{**value, "published": day, "inferred": frozenset(value["inferred"])})
