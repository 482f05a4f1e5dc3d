"""What lies in the folder now, for an article that was indexed before."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from rag.ingest.folder import lines_of
from rag.ingest.formats import MODULES
from rag.ingest.limits import Limits
from rag.types import Source

_ANY = 2**20  # MB


def current_sha256(root: Path, article_id: str) -> str | None:
    """SHA-256 of the bytes that hold the article now (as :class:`rag.types.Source` has it), None where it is gone."""
    root = root.resolve()
    try:
        path = _file_of(root, article_id)
        if not path.resolve().is_relative_to(root):
            return None
        status = path.stat()
        return _digests(root, path, status.st_mtime_ns, status.st_size).get(article_id)
    except (OSError, ValueError):
        return None


def is_current(root: Path | None, article_id: str, sha256: str) -> bool:
    """Whether the folder still has the article as it was indexed; False without a folder to look into."""
    return root is not None and current_sha256(root, article_id) == sha256


def _file_of(root: Path, article_id: str) -> Path:
    """The file that holds an article: its own, or one of JSON Lines (``FILE#ID``; either may have a "#" in it)."""
    whole = root / article_id
    if whole.is_file():
        return whole
    marks = [place for place, char in enumerate(article_id) if char == "#"]
    files = [root / article_id[:mark] for mark in marks]
    return next((file for file in files if _is_of_lines(file) and file.is_file()), whole)


def _is_of_lines(path: Path) -> bool:
    return MODULES.get(path.suffix.lower()) == "jsonl"


@lru_cache(maxsize=1024)
def _digests(root: Path, path: Path, _mtime: int, _size: int) -> dict[str, str]:
    """Of every article in one file. Time and size are part of the key: a file that changes is read again."""
    if not _is_of_lines(path):
        with path.open("rb") as file:
            return {path.relative_to(root).as_posix(): hashlib.file_digest(file, "sha256").hexdigest()}
    found = lines_of(path, path.relative_to(root).as_posix(), Limits(file_mb=_ANY))  # it was read before
    return {source.article_id: source.sha256 for source in found if isinstance(source, Source)}
