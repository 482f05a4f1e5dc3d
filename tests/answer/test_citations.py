"""A citation holds only if the article and its file still say so."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rag.answer.citations import cite, holds, unchanged
from rag.ingest.folder import scan
from rag.ingest.limits import Limits
from rag.types import Article

TEXT = "Putin tiba di Pyongyang. 普京抵达平壤。 وصل بوتين إلى بيونغ يانغ. ปูตินถึงเปียงยาง"
ARTICLE = Article("a.txt", "0" * 64, TEXT, "t", "id")
OFFSETS = st.integers(0, len(TEXT))


@given(start=OFFSETS, end=OFFSETS)
def test_a_slice_of_the_article_holds(start, end):
    assert holds(cite(ARTICLE, start, end, 1), ARTICLE) == (start < end and bool(TEXT[start:end].strip()))


@given(start=st.integers(0, len(TEXT) - 5), shift=st.integers(-80, 80).filter(bool))
def test_shifted_swapped_and_invented_quotes_do_not(start, shift):
    true = cite(ARTICLE, start, start + 5, 1)
    shifted = replace(true, start=true.start + shift, end=true.end + shift)
    if TEXT[max(shifted.start, 0) : max(shifted.end, 0)] != true.quote:
        assert not holds(shifted, ARTICLE)
    assert not holds(replace(true, quote=true.quote[::-1] + "!"), ARTICLE)
    assert not holds(true, replace(ARTICLE, id="b.txt"))


def test_the_file_must_still_hold_what_was_indexed(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "f.jsonl").write_text('{"id": "x", "text": "One."}\n{"text": "Two."}\n')
    (tmp_path / "G.NDJSON").write_text('{"id": "#1", "text": "Three."}\n')
    known = {source.article_id: source.sha256 for source in scan(tmp_path, Limits())[0]}
    same = unchanged(tmp_path)
    assert set(known) == {"a.txt", "f.jsonl#x", "f.jsonl#2", "G.NDJSON##1"}
    assert all(same(*item) for item in known.items())
    (tmp_path / "f.jsonl").write_text('{"id": "x", "text": "Changed."}\n{"text": "Two."}\n')
    (tmp_path / "a.txt").unlink()
    assert [name for name, sha256 in known.items() if same(name, sha256)] == ["G.NDJSON##1", "f.jsonl#2"]
    assert not unchanged(None)("f.jsonl#2", known["f.jsonl#2"])
    assert not same("../outside.txt", "0")
