"""Files and folders -> one data set; how each is written is told from what is in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from rag.errors import RagError
from rag.evaluate.dataset import Dataset, merged
from rag.evaluate.files import FORMATS, read_text
from rag.evaluate.formats import beir, lines, squad

_ENDINGS = (".json", ".jsonl", ".json.gz", ".jsonl.gz")


def read(paths: Sequence[Path], archive: bool = False) -> Dataset:
    """The questions of ``paths``, and their passages unless they are about an ``archive``.

    A folder is a BEIR data set, or holds data files.

    Raises:
        RagError: something cannot be read, there is no question in it, or it is not about what is given.
    """
    folders = [path for path in paths if path.is_dir() and beir.is_beir(path)]
    kinds: dict[str, list[Path]] = {"squad": [], "contexts": [], "articles": []}
    for path in _files(path for path in paths if path not in folders):
        kinds[_kind(path)].append(path)
    wrong = [*folders, *kinds["squad"], *kinds["contexts"]] if archive else kinds["articles"]
    if wrong:
        raise RagError(
            f"{wrong[0]} has passages of its own. Leave --corpus out, or give questions with their articles."
            if archive
            else f"{wrong[0]} asks about articles. Say where they are with --corpus DIR."
        )
    dataset = merged(
        [
            squad.read(kinds["squad"]),
            *map(lines.with_contexts, kinds["contexts"]),
            *map(lines.with_articles, kinds["articles"]),
            *map(beir.read, folders),
        ]
    )
    if not dataset.questions:
        raise RagError(f"No question with an answer in {', '.join(map(str, paths))}. {FORMATS}")
    return dataset


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = sorted(file for file in path.glob("*") if file.name.endswith(_ENDINGS)) if path.is_dir() else [path]
        if not inside:
            raise RagError(f"The folder {path} holds no data set: no {', '.join(_ENDINGS)} files. {FORMATS}")
        found += inside
    return found


def _kind(path: Path) -> str:
    """From the first record: one of JSON Lines, or (JSON on several lines) SQuAD's, whose reader says what is wrong."""
    text = read_text(path).lstrip()
    if not text:
        raise RagError(f"Cannot read {path}: the file is empty. {FORMATS}")
    try:
        record = json.loads(text.partition("\n")[0])
    except ValueError:
        return "squad"
    if not isinstance(record, dict) or "data" in record:
        return "squad"
    for kind, name in (("contexts", "context"), ("articles", "articles")):
        if "question" in record and name in record:
            return kind
    raise RagError(f'Cannot read {path}: its first record has no "question" with a "context" or "articles". {FORMATS}')
