"""The archives with questions that ``tests/data/archives`` holds."""

import hashlib
from pathlib import Path

import pytest

from rag.evaluate.data import read
from rag.ingest.limits import Limits
from rag.ingest.parser import parse
from rag.types import Source

ARCHIVES = Path(__file__).parents[1] / "data" / "archives"


def text_of(path: Path) -> str:
    source = Source(path.name, str(path), hashlib.sha256(path.read_bytes()).hexdigest())
    return " ".join(parse(source, Limits()).text.split())


@pytest.mark.parametrize("archive", sorted(ARCHIVES.iterdir()), ids=lambda path: path.name)
def test_every_question_names_articles_that_hold_its_answers(archive):
    files = [path for path in (archive / "corpus").rglob("*") if path.is_file()]
    texts = {path.relative_to(archive / "corpus").as_posix(): text_of(path) for path in files}
    told = read([archive / "questions.jsonl"], archive=True)
    assert told.questions
    assert told.unanswerable
    assert len({question.lang for question in told.questions}) >= 14
    for question in told.questions:
        said = "\n".join(texts[name] for name in question.relevant)
        assert question.answers
        assert all(" ".join(answer.split()) in said for answer in question.answers), question
