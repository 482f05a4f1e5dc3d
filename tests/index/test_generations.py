"""Generations: drafts, publishing, locks, sweeping."""

import subprocess
import sys

import pytest

from rag.errors import IndexLocked
from rag.index.generations import Generations


def publish(generations, content):
    with generations.writing("test"), generations.draft(fresh=False) as draft:
        (draft.chroma / "data").write_text(content)
        return generations.publish(draft)


def test_readers_see_only_what_is_published(tmp_path):
    generations = Generations(tmp_path)
    assert generations.hold() is None
    with generations.writing("test"), generations.draft(fresh=True) as draft:
        (draft.chroma / "data").write_text("1")
        assert generations.hold() is None
        generations.publish(draft)
    generation, lock = generations.hold()
    with lock:
        assert (generation.chroma / "data").read_text() == "1"


def test_the_next_draft_is_a_copy(tmp_path):
    generations = Generations(tmp_path)
    first = publish(generations, "1")
    with generations.writing("test"), generations.draft(fresh=False) as draft:
        assert (draft.chroma / "data").read_text() == "1"
        (draft.chroma / "data").write_text("2")
        assert (first.chroma / "data").read_text() == "1"


def test_an_abandoned_draft_leaves_nothing(tmp_path):
    generations = Generations(tmp_path)
    publish(generations, "1")
    with pytest.raises(RuntimeError), generations.writing("test"), generations.draft(fresh=False):
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [generations.current_name()]


def test_an_old_generation_stays_while_it_is_read(tmp_path):
    generations = Generations(tmp_path)
    first = publish(generations, "1")
    _, lock = generations.hold()
    with lock:
        publish(generations, "2")
        assert (first.chroma / "data").read_text() == "1"
    publish(generations, "3")
    assert not first.path.exists()


def test_a_second_writer_is_told_who_the_first_is(tmp_path):
    generations = Generations(tmp_path)
    other = Generations(tmp_path).writing("other")
    with generations.writing("this command"), pytest.raises(IndexLocked, match="this command"), other:
        pass
    with generations.writing("afterwards"):
        pass


def test_a_killed_writer_leaves_no_lock(tmp_path):
    code = (
        "import os, signal; from pathlib import Path; from rag.index.generations import Generations\n"
        f"generations = Generations(Path({str(tmp_path)!r}))\n"
        "with generations.writing('doomed'), generations.draft(fresh=True) as draft:\n"
        "    (draft.chroma / 'half').write_text('x'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    generations = Generations(tmp_path)
    assert generations.hold() is None
    publish(generations, "1")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == [generations.current_name()]
