"""What counts as an article of the folder, and what is said of the rest."""

from __future__ import annotations

import hashlib
import os

import pytest

from rag.errors import CorpusError
from rag.ingest.folder import scan
from rag.ingest.limits import Limits


def errors(failures):
    return {failure.path: failure.error for failure in failures}


def test_articles_are_found_in_order_with_the_hash_of_their_bytes(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("b/z.md", "a.TXT", "平壤.txt", "b/.secret.txt", "photo.png", "Makefile"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text("x")
    sources, failures = scan(tmp_path, Limits())
    assert [source.article_id for source in sources] == ["a.TXT", "b/z.md", "平壤.txt"]
    assert {source.sha256 for source in sources} == {hashlib.sha256(b"x").hexdigest()}
    assert failures == []


def test_each_line_of_a_feed_is_an_article(tmp_path):
    lines = [
        '{"text": "a"}',
        "",
        '{"id": "x", "text": "b"}',
        "{bad",
        '{"id": "x", "text": "c"}',
        '{"id": 7, "text": "d"}',
    ]
    (tmp_path / "feed.jsonl").write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    sources, failures = scan(tmp_path, Limits())
    assert [(source.article_id, source.line) for source in sources] == [
        ("feed.jsonl#1", 1),
        ("feed.jsonl#7", 6),
        ("feed.jsonl#x", 3),
    ]
    assert sources[2].sha256 == hashlib.sha256(lines[2].encode()).hexdigest()
    found = errors(failures)
    assert "not JSON" in found["feed.jsonl#4"] and "line 3" in found["feed.jsonl#5"] and len(found) == 2


def test_files_that_cannot_be_articles_are_named_with_the_reason(tmp_path):
    root = tmp_path / "corpus"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text("secret")
    (root / "in.txt").write_text("x")
    (root / "same.txt").symlink_to("in.txt")
    (root / "out.txt").symlink_to("../outside.txt")
    (root / "outfolder").symlink_to(tmp_path)
    (root / "loop.txt").symlink_to("loop.txt")
    (root / "gone.txt").symlink_to("nothing.txt")
    (root / "sub" / "up").symlink_to("..")
    os.mkfifo(root / "pipe.txt")
    (root / "empty.txt").touch()
    (root / "empty.jsonl").write_text("\n\n")
    (root / "big.txt").write_text("x" * 3000)
    (root / "big.jsonl").write_text('{"text": "' + "x" * 3000 + '"}\n{"text": "small"}')
    (root / "old.doc").write_text("x")
    (root / "bad\nname.txt").write_text("x")
    sources, failures = scan(root, Limits(file_mb=0.002))
    assert [source.article_id for source in sources] == ["big.jsonl#2", "in.txt"]
    found = errors(failures)
    expected = {
        "out.txt": "leaves the articles' folder",
        "outfolder": "leaves the articles' folder",
        "loop.txt": "leads back to itself",
        "gone.txt": "does not exist",
        "pipe.txt": "not a regular file",
        "empty.txt": "empty",
        "empty.jsonl": "empty",
        "big.txt": "more than",
        "big.jsonl#1": "more than",
        "old.doc": ".txt, .md, .html, .pdf, .docx, .jsonl",
        "bad\\nname.txt": "rename",
    }
    assert found.keys() == expected.keys()
    for path, reason in expected.items():
        assert reason in found[path]


def test_names_in_every_script_are_articles(tmp_path):
    names = [
        "می\u200cخواهم.txt",
        "क्\u200dष.txt",
        "東京\u3000大阪.txt",
        "10\xa0000.txt",
        "1\u202f000.txt",
        "soft\xadhyphen.txt",
    ]
    for name in names:
        (tmp_path / name).write_text("x")
    (tmp_path / "می\u200cخواهم.rtf").write_text("x")
    sources, failures = scan(tmp_path, Limits())
    assert [source.article_id for source in sources] == sorted(names)
    assert errors(failures).keys() == {"می\u200cخواهم.rtf"}


@pytest.mark.parametrize(
    "char", ["\x1b", "\x7f", "\x9b", "\t", "\u2028", "\u202e", "\u2067", "\u200f", "\u061c", "\udcff"]
)
def test_names_that_would_steer_what_shows_them_are_refused(tmp_path, char):
    for name in (f"a{char}b.txt", f"a{char}b.rtf"):
        try:
            (tmp_path / name).write_text("x")
        except (OSError, UnicodeError):
            pytest.skip("this file system allows no such name")
    sources, failures = scan(tmp_path, Limits())
    assert sources == []
    found = errors(failures)
    assert len(found) == 2
    assert all(path.isascii() and path.isprintable() for path in found)
    assert any("rename the file" in reason for reason in found.values())


@pytest.mark.parametrize(
    "make", [lambda path: None, lambda path: path.write_text("x"), lambda path: path.symlink_to(path)]
)
def test_a_corpus_that_is_no_folder_is_an_error(tmp_path, make):
    path = tmp_path / "corpus"
    make(path)
    with pytest.raises(CorpusError, match="corpus"):
        scan(path, Limits())
