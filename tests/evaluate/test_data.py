"""Every format is read as what it is, and what cannot be read is named."""

import gzip
import json

import pytest

from rag.errors import RagError
from rag.evaluate.data import read
from rag.evaluate.dataset import limited

LINE = {
    "id": "1",
    "lang": "id",
    "question": "Kapan?",
    "context": "Pada 1871.",
    "answers": [{"text": "1871", "start": 5}],
}


def by_id(things):
    return {thing.id: thing for thing in things}


def test_squad_files_are_parallel_by_the_ids_of_their_questions(parallel):
    dataset = read(parallel)
    assert len(dataset.versions) == len(dataset.questions) == 12
    keys = {version.article.id: version.key for version in dataset.versions}
    assert keys["made_up.en/1-0"] == keys["made_up.id/1-0"] == "made_up.en/1-0"
    questions = by_id(dataset.questions)
    assert questions["made_up.id/q3"].relevant == questions["made_up.en/q3"].relevant == {"made_up.en/1-0": 1}
    assert questions["made_up.id/q3"].lang == "id"
    assert {version.article.lang for version in dataset.versions} == {"en", "id"}
    assert not any(version.article.title for version in dataset.versions)


def test_parallel_paragraphs_may_stand_in_another_order(parallel):
    data = json.loads(parallel[1].read_text())
    data["data"].reverse()
    parallel[1].write_text(json.dumps(data))
    keys = {version.article.id: version.key for version in read(parallel).versions}
    assert keys["made_up.id/0-0"] == "made_up.en/1-0"
    assert keys["made_up.id/1-0"] == "made_up.en/0-0"


def test_a_paragraph_without_questions_is_parallel_by_its_place(parallel):
    for path in parallel:
        data = json.loads(path.read_text())
        data["data"][0]["paragraphs"][2]["qas"] = []
        path.write_text(json.dumps(data))
    keys = {version.article.id: version.key for version in read(parallel).versions}
    assert keys["made_up.id/0-2"] == "made_up.en/0-2"


def test_squad_of_no_named_language_is_detected(parallel):
    moved = parallel[1].rename(parallel[1].with_name("dev-v1.1.json"))
    dataset = read([moved])
    assert {version.article.lang for version in dataset.versions} == {"id"}
    assert {question.lang for question in dataset.questions} == {"id"}


def test_impossible_squad_questions_are_left_out(parallel):
    data = json.loads(parallel[0].read_text())
    data["data"][0]["paragraphs"][0]["qas"][0]["answers"] = []
    parallel[0].write_text(json.dumps(data))
    dataset = read(parallel[:1])
    assert (len(dataset.versions), len(dataset.questions)) == (6, 5)


def test_lines_with_contexts(lines):
    path = lines(
        "mrc.id.jsonl",
        LINE,
        LINE | {"id": "2", "question": "Tahun berapa?"},
        LINE | {"id": "3", "context": "Tak ada jawaban di sini.", "answers": []},
        {"id": 4, "question": "Who bakes the bread here?", "context": "Ilse Brandt bakes it.", "answers": [{}]},
    )
    dataset = read([path])
    assert [version.article.text for version in dataset.versions] == [
        "Pada 1871.", "Tak ada jawaban di sini.", "Ilse Brandt bakes it.",
    ]  # fmt: skip
    questions = by_id(dataset.questions)
    assert set(questions) == {"mrc.id/1", "mrc.id/2", "mrc.id/4"}
    assert questions["mrc.id/1"].relevant == questions["mrc.id/2"].relevant == {"mrc.id/0": 1}
    assert (questions["mrc.id/1"].lang, questions["mrc.id/4"].lang) == ("id", "en")


def test_gzip_is_told_from_the_content(lines, tmp_path):
    path = lines("mrc.jsonl", LINE)
    for name in ("mrc_packed.jsonl.gz", "mrc_unnamed.jsonl"):
        (tmp_path / name).write_bytes(gzip.compress(path.read_bytes()))
        assert len(read([tmp_path / name]).questions) == 1


def test_a_folder_of_data_files(parallel, lines, tmp_path):
    lines("mrc.id.jsonl", LINE)
    (tmp_path / "README.md").write_text("not data")
    dataset = read([tmp_path])
    assert (len(dataset.versions), len(dataset.questions)) == (13, 13)


@pytest.fixture
def beir(lines, tmp_path):
    lines(
        "zoo/corpus.jsonl",
        {"_id": "d1", "title": "Otters", "text": "Otters returned to Lake Soren.", "lang": "en"},
        {"_id": "d2", "title": "", "text": "Berang-berang kembali ke Danau Soren."},
    )
    lines("zoo/queries.jsonl", {"_id": "a", "text": "Which animals returned?"}, {"_id": "b", "text": "unjudged"})
    (tmp_path / "zoo" / "qrels").mkdir()
    (tmp_path / "zoo/qrels/test.tsv").write_text("query-id\tcorpus-id\tscore\na\td1\t2\na\td2\t0\n")
    return tmp_path / "zoo"


def test_beir_folder(beir):
    dataset = read([beir])
    first, second = (version.article for version in dataset.versions)
    assert (first.id, first.title, first.lang, second.lang) == ("zoo/d1", "Otters", "en", "id")
    (question,) = dataset.questions
    assert (question.id, question.lang, question.relevant) == ("zoo/a", "en", {"zoo/d1": 2})


def test_beir_folder_with_trec_judgements(beir):
    (beir / "qrels/test.tsv").unlink()
    (beir / "qrels.txt").write_text("a 0 d2 1\na 0 d1 0\n")
    (question,) = read([beir]).questions
    assert question.relevant == {"zoo/d2": 1}


@pytest.mark.parametrize(
    "lines_of_it, complaint",
    [
        ("a\td1\t1\nb\td1\n", "line 2: this is no judgement"),
        ("query-id\tcorpus-id\tscore\na\td9\t1\n", "line 2: the data set has no document 'zoo/d9'"),
        ("query-id\tcorpus-id\tscore\nz\td1\t1\n", "line 2: the data set has no query 'zoo/z'"),
    ],
)
def test_bad_judgements_are_named(beir, lines_of_it, complaint):
    (beir / "qrels/test.tsv").write_text(lines_of_it)
    with pytest.raises(RagError, match=complaint):
        read([beir])


@pytest.mark.parametrize("name", ["queries.jsonl", "qrels/test.tsv"])
def test_a_beir_folder_that_lacks_a_file(beir, name):
    (beir / name).unlink()
    with pytest.raises(RagError, match="zoo has no"):
        read([beir])


def test_questions_about_an_archive(lines):
    path = lines(
        "archive.jsonl",
        {"id": "1", "question": "When?", "lang": "en", "articles": ["a/b.txt", "feed.jsonl#7"]},
        {"id": "2", "question": "Never?", "lang": "en", "articles": []},
    )
    dataset = read([path], archive=True)
    assert dataset.versions == ()
    (question,) = dataset.questions
    assert question.relevant == {"a/b.txt": 1, "feed.jsonl#7": 1}
    with pytest.raises(RagError, match="--corpus DIR"):
        read([path])


def test_passages_of_their_own_need_no_archive(parallel):
    with pytest.raises(RagError, match="Leave --corpus out"):
        read(parallel, archive=True)


@pytest.mark.parametrize(
    "name, content, complaint",
    [
        ("empty.jsonl", b"", "the file is empty"),
        ("prose.json", b"It was a dark night.", "neither JSON nor JSON Lines"),
        ("other.json", b'{"data": 3}', 'no "data" list'),
        ("list.json", b"[1, 2]", 'no "data" list'),
        ("other.jsonl", b'{"name": "x"}\n', 'no "question"'),
        ("latin.jsonl", '{"question": "à"}'.encode("latin-1"), "not UTF-8"),
        ("cut.json.gz", gzip.compress(b'{"data": []}')[:-9], "Cannot unpack"),
        ("nothing.json", b'{"data": []}', "No question with an answer"),
        ("half.jsonl", json.dumps(LINE).encode() + b"\n{", "half.jsonl, line 2: this is not JSON"),
        ("lacks.jsonl", b'{"id": "1", "question": "", "context": "x", "answers": [1]}', 'no "question"'),
        ("lacks.jsonl", b'{"id": "1", "question": "q", "context": "x"}', 'no "answers" list'),
        ("lacks.json", b'{"data": [{"paragraphs": [{"context": "x"}]}]}', 'article 0, paragraph 0: there is no "qas"'),
    ],
)
def test_a_bad_file_is_named_with_its_cause(tmp_path, name, content, complaint):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RagError, match=complaint) as caught:
        read([path])
    assert name in str(caught.value)


def test_missing_and_empty_places_are_named(tmp_path):
    with pytest.raises(RagError, match=r"nowhere\.json"):
        read([tmp_path / "nowhere.json"])
    with pytest.raises(RagError, match="holds no data set"):
        read([tmp_path])


def test_nothing_is_given_twice(parallel):
    with pytest.raises(RagError, match="more than once"):
        read([parallel[0], parallel[0]])


def test_a_limit_keeps_the_same_questions_of_every_language(parallel):
    dataset = read(parallel)
    few = limited(dataset, 2, seed=0)
    assert few.versions == dataset.versions
    assert len(few.questions) == 4
    assert len({question.key for question in few.questions}) == 2
    picks = {tuple(question.id for question in limited(dataset, 2, seed).questions) for seed in range(8)}
    assert len(picks) > 1
    assert limited(dataset, None, 0) is dataset
