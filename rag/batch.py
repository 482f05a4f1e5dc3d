"""Questions from a JSON Lines file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from rag.answer.question import cleaned
from rag.errors import RagError


def questions(path: Path) -> Iterator[tuple[str | int | None, str]]:
    """``(id, question)`` of each line ``{"id", "question"}``, the id as it stands there; blank lines are passed over.

    Raises:
        RagError: the file cannot be read or a line is not of that form; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _question(line, f"{path}, line {number}")
    except OSError as error:
        raise RagError(f"Cannot read the questions in {path}: {error.strerror}. Give a JSON Lines file.") from error
    except UnicodeDecodeError as error:
        raise RagError(f"Cannot read the questions in {path}: it is not UTF-8. Save it again as UTF-8.") from error


def _question(line: str, place: str) -> tuple[str | int | None, str]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise RagError(
            f'{place}: this is not JSON ({error}). Write {{"id": "1", "question": "…"}} on each line.'
        ) from error
    if not isinstance(record, dict) or not isinstance(record.get("question"), str):
        raise RagError(f'{place}: there is no "question". Write {{"id": "1", "question": "…"}} on each line.')
    try:
        cleaned(record["question"])
    except RagError as error:
        raise RagError(f"{place}: {error}") from error
    own = record.get("id")
    if isinstance(own, bool) or not isinstance(own, str | int | None):
        raise RagError(f'{place}: its "id" is {json.dumps(own)}. Give a string or a whole number.')
    return own, record["question"]
