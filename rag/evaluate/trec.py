"""Runs and judgements as TREC writes them, for trec_eval and whatever else reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from rag.errors import RagError
from rag.evaluate.measures import Qrels, Run, scores


def write_run(path: Path, run: Run, system: str) -> None:
    """``question-id Q0 article-id rank score system``; the score only keeps the order."""
    _write(
        path,
        (
            f"{_token(question_id)} Q0 {_token(article_id)} {rank} {score:.6f} {_token(system)}"
            for question_id, ranking in run.items()
            for rank, (article_id, score) in enumerate(scores(ranking).items(), 1)
        ),
    )


def write_qrels(path: Path, qrels: Qrels) -> None:
    """``question-id 0 article-id grade``."""
    _write(
        path,
        (
            f"{_token(question_id)} 0 {_token(article_id)} {grade}"
            for question_id, grades in qrels.items()
            for article_id, grade in grades.items()
        ),
    )


def _write(path: Path, lines: Iterable[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise RagError(f"Cannot write {path}: {error.strerror}. Give --runs a folder that you own.") from error


def _token(text: str) -> str:
    """White space parts TREC's columns: it is written as in a URL, and so is the percent sign."""
    return re.sub(r"[\s%]", lambda match: quote(match[0]), text)
