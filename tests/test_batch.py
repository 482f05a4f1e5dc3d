"""Questions from a file: ids come back as they are, and a wrong line is named."""

import pytest

from rag.batch import questions
from rag.errors import RagError


def test_ids_keep_their_type(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text('{"id": 7, "question": "a?"}\n{"id": "7", "question": "b?"}\n\n{"id": null, "question": "c?"}\n')
    assert list(questions(path)) == [(7, "a?"), ("7", "b?"), (None, "c?")]


@pytest.mark.parametrize("own", ["true", "1.5", "[1]", '{"n": 1}'])
def test_other_ids_are_refused_with_their_line(tmp_path, own):
    path = tmp_path / "questions.jsonl"
    path.write_text(f'{{"id": 1, "question": "a?"}}\n{{"id": {own}, "question": "b?"}}\n')
    with pytest.raises(RagError, match='line 2: its "id" is '):
        list(questions(path))
