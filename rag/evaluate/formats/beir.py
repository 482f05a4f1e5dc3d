"""A folder as BEIR has it (Thakur et al. 2021, arXiv:2104.08663), with judgements of its own form or TREC's.

::

    corpus.jsonl     {"_id", "title", "text", "lang"}    title and lang may be missing
    queries.jsonl    {"_id", "text", "lang"}             lang may be missing
    qrels/*.tsv      query-id <tab> corpus-id <tab> grade, after a line of headings
    qrels.txt        TREC's: query-id iteration corpus-id grade

Any of them may be gzip (with ``.gz`` after its name).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rag.errors import RagError
from rag.evaluate.dataset import Dataset, Question, version
from rag.evaluate.files import field, read_text, records
from rag.ingest.language import detect


def is_beir(folder: Path) -> bool:
    return _found(folder, "corpus.jsonl") is not None


def read(folder: Path) -> Dataset:
    """The corpus, and the questions that something in it answers.

    Raises:
        RagError: a file is missing, or a line of one cannot be used.
    """
    name = folder.resolve().name
    versions = []
    for place, record in records(_file(folder, "corpus.jsonl")):
        title, text = str(record.get("title") or ""), str(record.get("text") or "")
        if not text.strip():
            title, text = "", field(record, "title", place)
        versions.append(version(f"{name}/{field(record, '_id', place)}", text, record.get("lang"), title))
    articles = {version.key for version in versions}
    texts = {f"{name}/{field(r, '_id', p)}": (field(r, "text", p), r.get("lang")) for p, r in _queries(folder)}
    relevant: dict[str, dict[str, int]] = {}
    for place, query, document, grade in _judgements(folder):
        query, document = f"{name}/{query}", f"{name}/{document}"
        if query not in texts or document not in articles:
            what = f"query {query!r}" if query not in texts else f"document {document!r}"
            raise RagError(f"{place}: the data set has no {what}. Add it, or take the line out.")
        if grade > 0:
            relevant.setdefault(query, {})[document] = grade
    questions = [
        Question(own, own, lang or detect(text), text, relevant[own])
        for own, (text, lang) in texts.items()
        if own in relevant
    ]
    return Dataset(tuple(versions), tuple(questions))


def _queries(folder: Path) -> Iterator[tuple[str, dict]]:
    return records(_file(folder, "queries.jsonl"))


def _judgements(folder: Path) -> Iterator[tuple[str, str, str, int]]:
    """Place, query id, document id and grade of every line."""
    for path in _qrels(folder):
        trec = path.name.startswith("qrels.txt")
        for number, line in enumerate(read_text(path).splitlines(), 1):
            columns = line.split() if trec else line.rstrip().split("\t")
            if not line.strip() or (number == 1 and not trec and not _is_grade(columns[-1])):
                continue
            place = f"{path}, line {number}"
            if len(columns) != (4 if trec else 3) or not _is_grade(columns[-1]):
                form = "query-id iteration corpus-id grade" if trec else "query-id, corpus-id and grade between tabs"
                raise RagError(f"{place}: this is no judgement. Write {form}.")
            yield place, columns[0], columns[-2], int(columns[-1])


def _is_grade(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


def _qrels(folder: Path) -> list[Path]:
    found = sorted(path for path in (folder / "qrels").glob("*") if path.name.endswith((".tsv", ".tsv.gz")))
    trec = _found(folder, "qrels.txt")
    if trec:
        found.append(trec)
    if not found:
        raise RagError(
            f"The folder {folder} has no judgements. Add qrels/test.tsv (BEIR's form) or qrels.txt (TREC's)."
        )
    return found


def _found(folder: Path, name: str) -> Path | None:
    return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)


def _file(folder: Path, name: str) -> Path:
    path = _found(folder, name)
    if path is None:
        raise RagError(f"The folder {folder} has no {name}. A BEIR folder has corpus.jsonl, queries.jsonl and qrels.")
    return path
