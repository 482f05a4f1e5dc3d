"""Indexing in a process of its own: it goes on whatever the sessions do, and the page answers meanwhile."""

from __future__ import annotations

import atexit
import json
import logging
import os
import re
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from rag.index.sync import SyncReport
from rag.types import Failure

_PROGRESS = re.compile(r"indexed (\d+)/(\d+) articles\s*")
_ERROR = "Error: "
_LINES = 50  # of what the process said last, for the log
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Job:
    """One run of the indexer as far as it has come. ``number`` counts runs; 0 is before the first."""

    number: int = 0
    options: tuple[str, ...] = ()
    """Of the command line."""
    running: bool = False
    started: float = 0.0
    """On the clock of ``time.monotonic``."""
    done: int = 0
    total: int | None = None
    """Articles to do; None until the plan is made."""
    report: SyncReport | None = None
    problem: str | None = None
    """Why it failed, fit for a person; the published index is as it was."""


class Indexer:
    """Runs at most one job; shared by all sessions of this process."""

    def __init__(self, command: Sequence[str] = (sys.executable, "-m", "rag", "index", "--json")):
        self._command = tuple(command)
        self._guard = threading.Lock()
        self._job = Job()
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.close)

    @property
    def job(self) -> Job:
        with self._guard:
            return self._job

    def start(self, *options: str) -> None:
        """Begin a run with further command-line ``options``; nothing happens while one is running."""
        with self._guard:
            if self._job.running:
                return
            self._job = Job(self._job.number + 1, options, running=True, started=monotonic())
            try:
                self._process = self._spawn(options)
            except OSError as error:
                self._job = replace(self._job, running=False, problem=f"Indexing could not be started: {error}.")
                return
            threading.Thread(target=self._follow, args=(self._process,), name="indexer", daemon=True).start()

    def close(self) -> None:
        """Stop a running job; the published index stays as it is."""
        process = self._process
        if process and process.poll() is None:
            process.terminate()

    def _spawn(self, options: Sequence[str]) -> subprocess.Popen[str]:
        paths = filter(None, (str(_ROOT), os.environ.get("PYTHONPATH")))
        return subprocess.Popen(
            [*self._command, *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        )

    def _follow(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout and process.stderr
        results: list[str] = []
        # A second thread, or a full pipe would stop the process.
        reading = threading.Thread(target=lambda out=process.stdout: results.extend(out), daemon=True)
        reading.start()
        said: deque[str] = deque(maxlen=_LINES)
        for line in process.stderr:
            if found := _PROGRESS.fullmatch(line):
                with self._guard:
                    self._job = replace(self._job, done=int(found[1]), total=int(found[2]))
            else:
                said.append(line)
        status = process.wait()
        reading.join()
        process.stdout.close()
        process.stderr.close()
        report, problem = outcome(status, results, said)
        if problem:
            logging.getLogger(__name__).error("Indexing failed (exit status %s):\n%s", status, "".join(said))
        with self._guard:
            self._job = replace(self._job, running=False, report=report, problem=problem)


def outcome(status: int, results: Sequence[str], said: Sequence[str]) -> tuple[SyncReport | None, str | None]:
    """What a finished process means: its report, or a message for people (never a traceback).

    Args:
        status: exit status.
        results: lines of standard output.
        said: last lines of standard error.
    """
    if status == 0:
        for line in reversed(results):
            try:
                return read_report(line), None
            except (ValueError, KeyError, TypeError):
                continue
    spoken = [line.rstrip() for line in said]
    starts = [i for i, line in enumerate(spoken) if line.startswith(_ERROR)]
    if status == 1 and starts:
        return None, "\n".join(spoken[starts[-1] :]).removeprefix(_ERROR)
    return None, (
        f"Indexing stopped before it was done (exit status {status}). The index is as it was before. "
        "Try again; if it happens again, run `python -m rag index` in a terminal to see why."
    )


def read_report(line: str) -> SyncReport:
    """The report in a line of ``index --json``. Raises ValueError, KeyError or TypeError if it is none."""
    fields = json.loads(line)
    return SyncReport(
        added=int(fields["added"]),
        changed=int(fields["changed"]),
        deleted=int(fields["deleted"]),
        unchanged=int(fields["unchanged"]),
        failed=tuple(Failure(str(failure["path"]), str(failure["error"])) for failure in fields["failed"]),
        passages=int(fields["passages"]),
        seconds=float(fields["seconds"]),
    )
