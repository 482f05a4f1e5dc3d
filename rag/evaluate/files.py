"""Files of a data set, plain or gzip, as text and as JSON; what is wrong with one is said in words."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rag.errors import RagError

FORMATS = (
    "Give SQuAD JSON, JSON Lines of questions with their contexts, a BEIR folder (corpus.jsonl, queries.jsonl, qrels), "
    "or JSON Lines of questions with their articles and --corpus DIR."
)


def read_text(path: Path) -> str:
    """The whole file.

    Raises:
        RagError: it is missing, damaged or not UTF-8.
    """
    try:
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        return data.decode("utf-8-sig")
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise RagError(f"Cannot unpack {path}: {error}. Get the file again.") from error
    except OSError as error:
        raise RagError(f"Cannot read {path}: {error.strerror}. {FORMATS}") from error
    except UnicodeDecodeError as error:
        raise RagError(f"Cannot read {path}: it is not UTF-8. Save it again as UTF-8.") from error


def records(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a JSON Lines file, each after its place ("FILE, line N").

    Raises:
        RagError: a line is not a JSON object.
    """
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            place = f"{path}, line {number}"
            try:
                record = json.loads(line)
            except ValueError as error:
                raise RagError(f"{place}: this is not JSON ({error}). Write one JSON object a line.") from error
            if not isinstance(record, dict):
                raise RagError(f"{place}: this is not a JSON object. Write one JSON object a line.")
            yield place, record


def field(record: dict[str, Any], name: str, place: str) -> str:
    """A text that a record must have; a number is taken as text.

    Raises:
        RagError: it is missing, empty or something else.
    """
    value = record.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise RagError(f'{place}: there is no "{name}". Add it, or take the record out.')
    return value


def texts(answers: Iterable[Any]) -> tuple[str, ...]:
    """The words of answers, strings or ``{"text"}``, in their order and each once; those without any are left out."""
    found = (answer.get("text") if isinstance(answer, dict) else answer for answer in answers)
    return tuple(dict.fromkeys(text for text in found if isinstance(text, str) and text.strip()))


def bare_name(path: Path) -> str:
    """The file's name without what says how it is written: ``xquad.en`` of ``xquad.en.json.gz``."""
    return path.resolve().name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json")
