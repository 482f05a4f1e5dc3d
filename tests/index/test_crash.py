"""kill -9 at random moments of an indexing run: the published index answers throughout, and the re-run is whole."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from rag.index.fingerprint import fingerprint
from rag.index.library import Library
from rag.index.sync import sync

# One process that indexes again and again would hide what a new one finds: each run is a process of its own, forked
# from one that has the model loaded, as loading it ten times would only test patience.
_RUNNER = """
import contextlib, os, sys
from rag.settings import load
from rag.index.encoder import Encoder
from rag.index.sync import sync
settings = load()
encoder = Encoder(settings)
encoder.encode(["warm"], "passage")
print("ready", flush=True)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        import torch
        torch.set_num_threads(1)
        try:
            sync(settings.corpus_dir, settings, encoder)
            os._exit(0)
        except BaseException:
            import traceback
            traceback.print_exc()
            os._exit(3)
    with contextlib.suppress(PermissionError):
        os.setpgid(child, child)
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""


@pytest.mark.slow
def test_killed_runs_never_hurt_the_published_index(settings, encoder, write, command_line):
    for number in range(60):
        write(f"old/{number}.txt", f"Old article {number}\n\n" + f"It says that {number} ships left. " * 12)
    sync(settings.corpus_dir, settings, encoder)
    library = Library(settings.index_dir, None, fingerprint(settings, encoder), encoder.words)
    version, held = library.version(), 60

    def come(when):
        for number in range(60):
            write(f"new/{number}.txt", f"New article {number}\n\n" + f"It says that {number} trains came {when}. " * 12)

    come("by night")
    (settings.corpus_dir / "old/7.txt").unlink()
    write("old/8.txt", "Old article 8\n\nIt was rewritten.")

    runner = subprocess.Popen(
        [sys.executable, "-c", _RUNNER],
        env=command_line.environment | {"PYTHONPATH": "."},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    chance, killed = random.Random(20240619), 0
    query = encoder.embed_query("How many ships left?")
    with runner:
        assert runner.stdout.readline() == "ready\n"

        def run(seconds):
            """Start a run, kill it after ``seconds`` (None: let it end); how long it took and how it ended."""
            started = time.monotonic()
            runner.stdin.write("run\n")
            runner.stdin.flush()
            child = int(runner.stdout.readline())
            if seconds is not None:
                while time.monotonic() - started < seconds:
                    with library.reading() as store:
                        assert len(store.search(query, 5)) == 5
                with contextlib.suppress(ProcessLookupError):  # it may have ended, or not yet begun a group of its own
                    os.killpg(child, signal.SIGKILL)
            return time.monotonic() - started, int(runner.stdout.readline())

        # How long a whole run takes, measured on a copy that nobody reads.
        whole = time.monotonic()
        copy = settings.model_copy(update={"index_dir": settings.index_dir.with_name("timing")})
        sync(settings.corpus_dir, copy, encoder)
        whole = time.monotonic() - whole
        for attempt in range(10):
            _, status = run(chance.uniform(0.05, whole))
            killed += status == -signal.SIGKILL
            assert status in (0, -signal.SIGKILL)
            with library.reading() as store:
                store.verify()
                if library.version() == version:
                    assert len(store.articles()) == held
            if status == 0:  # there must be something to do, and to be killed at
                version, held = library.version(), 119
                come(f"at last, in the year {attempt}")
        assert killed >= 5, "hardly any run was caught alive"
        assert run(None)[1] == 0

    clean = settings.model_copy(update={"index_dir": settings.index_dir.with_name("clean")})
    sync(settings.corpus_dir, clean, encoder)
    other = Library(clean.index_dir, None, fingerprint(clean, encoder), encoder.words)
    with library.reading() as store, other.reading() as expected:
        store.verify()
        assert store.passage_count() == expected.passage_count()
        known = [replace(article, indexed_at="") for article in store.articles()]
        assert known == [replace(article, indexed_at="") for article in expected.articles()]
        assert len(known) == 119
        assert [hit.passage for hit in store.search(query, 5)] == [hit.passage for hit in expected.search(query, 5)]
    assert [path.name for path in settings.index_dir.glob(".draft-*")] == []
    library.close()
    other.close()
