"""Imports point one way, and importing costs nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent
# From left to right; a stage imports from itself and from what stands before it.
ORDER = [
    ("types", "errors"),
    ("settings",),
    ("ingest",),
    ("index",),
    ("retrieve",),
    ("answer",),
    ("assistant",),
    ("render", "contract", "progress", "batch", "doctor"),
    ("evaluate",),
    ("options", "chat"),
    ("cli",),
    ("__main__",),
]
LEVEL = {name: level for level, names in enumerate(ORDER) for name in names}
MODULES = sorted((HOME / "rag").rglob("*.py"))
HEAVY = {"torch", "transformers", "sentence_transformers", "chromadb", "streamlit", "trafilatura", "pandas", "sklearn"}


def stage(path: Path) -> str:
    return path.relative_to(HOME / "rag").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_imports_point_left(path):
    if path == HOME / "rag" / "__init__.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module == "rag":
            names = [f"rag.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "rag" and len(parts) > 1:
                assert LEVEL[parts[1]] <= LEVEL[stage(path)], f"{path.name} imports {name}"


@pytest.mark.parametrize("package, users", [("chromadb", {"index"}), ("streamlit", {"chat"})])
def test_one_place_uses_a_library(package, users):
    found = {
        stage(path)
        for path in MODULES
        if f"import {package}" in path.read_text() or f"from {package}" in path.read_text()
    }
    assert found <= users


def test_only_settings_read_the_environment():
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert "RAG_" not in text or "os.environ[" not in text, path


@pytest.mark.parametrize(
    "module", ["rag.cli", "rag.assistant", "rag.answer.extractive", "rag.render", "rag.index.sync"]
)
def test_importing_loads_nothing_heavy(module):
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
    assert done.stderr == ""
