"""The indexer: one real process at a time, followed to its end, whatever that is."""

import sys
import time
from collections.abc import Callable

import pytest

from rag.chat.indexer import Indexer, Job, outcome, read_report

REPORT = (
    '{"added": 2, "changed": 0, "deleted": 1, "unchanged": 3, "failed": [{"path": "x.pdf", "error": "damaged"}], '
    '"passages": 9, "seconds": 1.5}'
)


def script(code: str) -> Indexer:
    return Indexer((sys.executable, "-c", "import sys, time\n" + code))


def until(indexer: Indexer, holds: Callable[[Job], object], seconds: float = 20) -> Job:
    end = time.monotonic() + seconds
    while not holds(indexer.job):
        assert time.monotonic() < end, indexer.job
        time.sleep(0.02)
    return indexer.job


def test_progress_is_seen_while_it_runs_and_the_report_afterwards():
    indexer = script(
        "for n in (0, 3, 5):\n"
        "    print(f'indexed {n}/5 articles', file=sys.stderr, flush=True); time.sleep(0.4)\n"
        f"print({REPORT!r})"
    )
    indexer.start()
    assert indexer.job.running and indexer.job.total is None
    until(indexer, lambda job: (job.done, job.total) == (3, 5) and job.running)
    job = until(indexer, lambda job: not job.running)
    assert job.problem is None and job.report is not None
    assert (job.report.added, job.report.deleted, job.report.unchanged) == (2, 1, 3)
    assert [(failure.path, failure.error) for failure in job.report.failed] == [("x.pdf", "damaged")]


def test_a_second_start_does_nothing_while_one_is_running():
    indexer = script(f"time.sleep(0.5); print({REPORT!r})")
    indexer.start()
    indexer.start("--rebuild")
    assert indexer.job.number == 1
    until(indexer, lambda job: not job.running)
    indexer.start()
    assert indexer.job.number == 2 and indexer.job.report is None
    until(indexer, lambda job: not job.running)


def test_options_reach_the_command():
    indexer = script(f"sys.exit(0 if sys.argv[1:] == ['--rebuild'] and not print({REPORT!r}) else 3)")
    indexer.start("--rebuild")
    job = until(indexer, lambda job: not job.running)
    assert job.report and job.options == ("--rebuild",)


def test_much_output_blocks_nothing():
    indexer = script(
        "print('x' * 300_000); print('y' * 300_000, file=sys.stderr)\n"
        "for n in range(2000): print(f'indexed {n}/2000 articles', file=sys.stderr)\n"
        f"print({REPORT!r})"
    )
    indexer.start()
    assert until(indexer, lambda job: not job.running).report


def test_the_command_lines_error_is_shown_without_its_prefix():
    indexer = script(
        "print('Error: The index is being written by process 7. Wait, then try again.', file=sys.stderr); sys.exit(1)"
    )
    indexer.start()
    job = until(indexer, lambda job: not job.running)
    assert job.problem == "The index is being written by process 7. Wait, then try again." and job.report is None


@pytest.mark.parametrize("code", ["raise ValueError('secret path')", "import os; os.kill(os.getpid(), 9)", "pass"])
def test_a_crash_is_told_in_words_not_in_a_traceback(code):
    indexer = script(code)
    indexer.start()
    problem = until(indexer, lambda job: not job.running).problem
    assert problem and "The index is as it was before" in problem
    assert "Traceback" not in problem and "secret" not in problem


def test_a_command_that_is_not_there_is_told():
    indexer = Indexer(("/nowhere/python",))
    indexer.start()
    assert not indexer.job.running and "could not be started" in (indexer.job.problem or "")


def test_close_stops_the_process():
    indexer = script("time.sleep(60)")
    indexer.start()
    started = time.monotonic()
    indexer.close()
    until(indexer, lambda job: not job.running)
    assert time.monotonic() - started < 10


def test_only_a_report_is_a_report():
    assert read_report(REPORT).passages == 9
    assert outcome(0, ["noise\n", REPORT + "\n", "[1]\n"], [])[0] is not None
    assert outcome(0, ["{}\n", "null\n"], [])[1] is not None
    assert outcome(1, [], ["Error: a\n", "note\n", "Error: b.\n", "  more\n"]) == (None, "b.\n  more")


def test_the_real_command_indexes(settings, monkeypatch, write):
    monkeypatch.setenv("RAG_CORPUS_DIR", str(settings.corpus_dir / "missing"))
    monkeypatch.setenv("RAG_INDEX_DIR", str(settings.index_dir))
    monkeypatch.setenv("RAG_MODELS_DIR", str(settings.models_dir))
    indexer = Indexer()
    indexer.start()
    problem = until(indexer, lambda job: not job.running, 120).problem
    assert problem and "missing does not exist" in problem
