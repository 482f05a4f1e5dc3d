"""What lies in the folder now, for an article that was indexed before."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from rag.ingest.folder import lines_of
from rag.ingest.limits import Limits
from rag.types import Source


def current_sha256(root: Path, article_id: str) -> str | None:
    """SHA-256 of the bytes that hold the article now (as :class:`rag.types.Source` has it), None where it is gone."""
    root = root.resolve()
    whole = root / article_id
    name, mark, _ = article_id.partition(".jsonl#")
    path = root / f"{name}.jsonl" if mark and not whole.is_file() else whole
    try:
        if not path.resolve().is_relative_to(root):
            return None
        status = path.stat()
        return _digests(root, path, status.st_mtime_ns, status.st_size).get(article_id)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=1024)
def _digests(root: Path, path: Path, _mtime: int, _size: int) -> dict[str, str]:
    """Of every article in one file. Time and size are part of the key: a file that changes is read again."""
    if path.suffix.lower() != ".jsonl":
        with path.open("rb") as file:
            return {path.relative_to(root).as_posix(): hashlib.file_digest(file, "sha256").hexdigest()}
    found = lines_of(path, path.relative_to(root).as_posix(), Limits())
    return {source.article_id: source.sha256 for source in found if isinstance(source, Source)}
