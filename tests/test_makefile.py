"""What `make` does when indexing fails: a question has nothing to stand on, the chat has more to offer."""

import subprocess
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent
PYTHON = """#!/bin/sh
echo "$@" >> {log}
case "$*" in *"rag index"*) echo "Error: told" >&2; exit {status};; esac
"""


@pytest.fixture
def make(tmp_path):
    """Run a target with a Python that only notes what it is asked to run, indexing with the given exit status."""

    def make(target, status):
        python, log = tmp_path / "python", tmp_path / "log"
        python.write_text(PYTHON.format(log=log, status=status))
        python.chmod(0o755)
        command = ["make", "--no-print-directory", "--assume-old=.venv/installed", target, f"BIN={tmp_path}"]
        done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
        return done, log.read_text().splitlines()

    return make


@pytest.mark.parametrize("status", [0, 1])
def test_the_chat_opens_whatever_became_of_indexing(make, status):
    done, ran = make("chat", status)
    assert done.returncode == 0
    assert ran == ["-m rag index", "-m streamlit run app.py"]
    assert "Error: told" in done.stderr
    assert ("opens all the same" in done.stderr) == bool(status)


def test_no_question_is_asked_of_an_index_that_could_not_be_made(make):
    done, ran = make("ask", 1)
    assert done.returncode != 0
    assert ran == ["-m rag index"]
