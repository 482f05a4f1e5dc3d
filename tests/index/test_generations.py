"""Generations: drafts, publishing, locks, sweeping."""

import shutil
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


def test_a_name_is_never_used_again(tmp_path):
    names = []
    for _ in range(3):
        first, second = publish(Generations(tmp_path / "index"), "1"), publish(Generations(tmp_path / "index"), "2")
        assert (first.name[:8], second.name[:8]) == ("g000001-", "g000002-")
        names += [first.name, second.name]
        shutil.rmtree(tmp_path / "index")
    assert len(set(names)) == 6


def test_a_name_of_an_earlier_version_is_counted_on(tmp_path):
    generations = Generations(tmp_path)
    publish(generations, "1").path.rename(tmp_path / "g000041")
    (tmp_path / "CURRENT").write_text("g000041")
    assert publish(generations, "2").name.startswith("g000042-")
    assert not (tmp_path / "g000041").exists()


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
