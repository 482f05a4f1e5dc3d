"""What tests share: the real model, small corpora on disk, and the command line as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rag.index.encoder import Encoder
from rag.settings import Settings, load

HOME = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def models_dir() -> Path:
    """Where the embedded model is converted to, once for all tests and for the product itself."""
    return load().models_dir


@pytest.fixture(scope="session")
def encoder(models_dir: Path) -> Encoder:
    return Encoder(Settings(models_dir=models_dir))


@pytest.fixture
def settings(tmp_path: Path, models_dir: Path) -> Settings:
    """An index and a corpus of this test's own."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    return Settings(corpus_dir=corpus, index_dir=tmp_path / "index", models_dir=models_dir)


@dataclass(frozen=True)
class CommandLine:
    """Runs ``python -m rag`` in a process of its own."""

    environment: dict[str, str]

    def start(self, *arguments: str, **popen: Any) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "rag", *arguments],
            cwd=HOME,
            env=self.environment,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **popen,
        )

    def __call__(self, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments)
        out, err = process.communicate(timeout=300)
        assert process.returncode == status, f"exit {process.returncode}\n{out}\n{err}"
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def json(self, *arguments: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(*arguments, "--json").stdout.splitlines()]


@pytest.fixture
def command_line(settings: Settings) -> Callable[..., Any]:
    """The command line on this test's corpus and index."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("RAG_")}
    own |= {
        "RAG_CORPUS_DIR": str(settings.corpus_dir),
        "RAG_INDEX_DIR": str(settings.index_dir),
        "RAG_MODELS_DIR": str(settings.models_dir),
    }
    return CommandLine(own)


@pytest.fixture
def write(settings: Settings) -> Callable[..., Path]:
    """Write an article into this test's corpus."""

    def write(name: str, text: str) -> Path:
        path = settings.corpus_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
