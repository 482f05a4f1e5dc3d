"""Uploads: no name leaves the folder, hides, or overwrites; what is refused says why."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rag.chat.upload import FOLDER, FORMATS, safe_name, save
from rag.errors import ArticleError
from rag.ingest.folder import scan
from rag.ingest.limits import Limits

stems = st.one_of(
    st.text(max_size=300),
    st.text(alphabet='./\\: *?"<>|#%~-\x00\x1f\u202e\u200b\u2028\xa0\udcff中ก', max_size=40),
    st.sampled_from(["../../evil", "..", ".", "/etc/passwd", "C:\\Windows\\x", "con", "NUL", "com1.tar", " ", "-rf"]),
)


@given(stems, st.sampled_from(FORMATS), st.booleans())
@example("新闻" * 100, "txt", False)
def test_any_name_becomes_a_plain_one(stem, ending, shout):
    name = safe_name(f"{stem}.{ending.upper() if shout else ending}")
    assert Path(name).name == name and "/" not in name and "\\" not in name
    assert not name.startswith((".", "-", " ", "~")) and name.endswith(f".{ending}")
    assert name.isprintable() and not set(name) & set('<>:"|?*#%')
    assert len(name.encode()) <= 120
    assert name.split(".")[0].lower() not in {"con", "nul", "aux", "prn", "com1", "lpt1"}
    assert safe_name(name) == name


def test_names_stay_readable():
    assert safe_name("../../evil.txt") == "evil.txt"
    assert safe_name("C:\\News\\Отчёт №5.DOCX") == "Отчёт №5.docx"
    assert safe_name("مقال عن السد.pdf") == "مقال عن السد.pdf"
    assert safe_name("a\u202egpj.txt") == "agpj.txt"
    assert safe_name("می\u200cرود.txt") == "می\u200cرود.txt"
    assert safe_name(".hidden.md") == "hidden.md"
    assert safe_name("CON.txt") == "article CON.txt"
    assert safe_name("feed#3.jsonl") == "feed-3.jsonl"


@pytest.mark.parametrize("name", ["x.exe", "x", "", ".txt.zip", "txt", "x.txt\n.sh", "x.html.py"])
def test_other_formats_are_refused_with_a_reason(name):
    with pytest.raises(ArticleError, match=r"not in a format that is read \(\.txt, \.md"):
        safe_name(name)


def test_saved_below_uploads_and_found_by_the_indexer(tmp_path):
    saved = save(tmp_path, "../../evil.txt", b"An article.", 1)
    assert (tmp_path / FOLDER / "evil.txt").read_bytes() == b"An article."
    assert saved.name == "evil.txt" and not saved.known
    sources, failures = scan(tmp_path, Limits())
    assert [source.article_id for source in sources] == ["uploads/evil.txt"] and not failures
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["evil.txt"]


def test_a_taken_name_gets_a_number_and_the_first_file_stays(tmp_path):
    names = [save(tmp_path, name, data, 1).name for name, data in (("a.txt", b"1"), ("A.TXT", b"2"), ("a.txt", b"3"))]
    assert names == ["a.txt", "A-2.txt", "a-3.txt"]
    assert (tmp_path / FOLDER / "a.txt").read_bytes() == b"1"


def test_the_same_file_again_is_not_stored_twice(tmp_path):
    save(tmp_path, "a.txt", b"1", 1)
    assert save(tmp_path, "a.txt", b"1", 1).known
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_sessions_at_the_same_time_lose_nothing(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        saved = list(pool.map(lambda n: save(tmp_path, "a.txt", str(n).encode(), 1), range(40)))
    assert len({item.name for item in saved}) == 40
    assert {path.read_text() for path in (tmp_path / FOLDER).iterdir()} == {str(n) for n in range(40)}


@pytest.mark.parametrize("data, reason", [(b"", "empty"), (b"x" * 2_000_000, "1.9 MB; at most 1 MB")])
def test_refused_content_leaves_nothing_behind(tmp_path, data, reason):
    with pytest.raises(ArticleError, match=reason):
        save(tmp_path, "a.txt", data, 1)
    assert not (tmp_path / FOLDER).exists()


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "corpus" / FOLDER).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ArticleError, match="leaves the folder of articles"):
        save(tmp_path / "corpus", "a.txt", b"1", 1)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_that_cannot_be_written_is_an_error_with_its_name(tmp_path):
    (tmp_path / FOLDER).write_text("a file in the way")
    with pytest.raises(ArticleError, match=r"a\.txt cannot be saved in .*uploads"):
        save(tmp_path, "a.txt", b"1", 1)
