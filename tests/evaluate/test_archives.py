"""The archives with questions that ``tests/data/archives`` holds."""

from pathlib import Path

import pytest

from rag.evaluate.data import read
from rag.ingest.folder import scan
from rag.ingest.limits import Limits
from rag.ingest.parser import parse

ARCHIVES = Path(__file__).parents[1] / "data" / "archives"


@pytest.mark.parametrize("archive", sorted(ARCHIVES.iterdir()), ids=lambda path: path.name)
def test_every_question_names_articles_that_hold_its_answers(archive):
    sources, failures = scan(archive / "corpus", Limits())
    assert not failures
    texts = {source.article_id: " ".join(parse(source, Limits()).text.split()) for source in sources}
    told = read([archive / "questions.jsonl"], archive=True)
    assert told.questions
    assert told.unanswerable
    assert len({question.lang for question in told.questions}) >= 14
    for question in told.questions:
        said = "\n".join(texts[name] for name in question.relevant)
        assert question.answers
        assert all(" ".join(answer.split()) in said for answer in question.answers), question
