"""Words are found where they stand, and weighed as SQLite's own full-text search weighs them."""

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from rag.errors import IndexDamaged
from rag.index.sentence_vectors import packed
from rag.index.words import WordIndex, Words


@pytest.fixture
def index(tmp_path):
    """Sixty passages of one to forty subwords, of which small numbers are common; the first is deleted again."""
    with closing(WordIndex(tmp_path / "words.db")) as index:
        for number, subwords in enumerate(_texts()):
            lang = ("en", "de")[number % 2]
            words = Words(tuple(subwords), (f"word{number % 7}",))
            index.put(f"{number}.txt", lang, [(f"{number}.txt@0:0", np.full(4, number / 64), b"", words)])
        index.tidy()
        index.delete("0.txt")
        index.tidy()
        yield index


def _texts() -> list[list[int]]:
    random = np.random.default_rng(5)
    return [random.geometric(0.15, size=random.integers(1, 40)).tolist() for _ in range(60)]


@pytest.mark.parametrize("asked", [(2,), (1, 5, 9, 9, 14), (3, 999), (999,), ()])
def test_bm25_is_that_of_fts5(index, asked):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE texts USING fts5 (ids, article UNINDEXED, tokenize = ascii)")
        rows = [(" ".join(map(str, text)), f"{number}.txt") for number, text in enumerate(_texts()) if number]
        database.executemany("INSERT INTO texts VALUES (?, ?)", rows)
        match = " OR ".join(map(str, sorted(set(asked)))) or "nothing"
        expected = dict(database.execute("SELECT article, -rank FROM texts WHERE texts MATCH ?", (match,)).fetchall())
    numbers, scores = index.bm25(asked, 1.0)
    found = {index.ids[number].partition("@")[0]: score for number, score in zip(numbers.tolist(), scores, strict=True)}
    assert found == pytest.approx(expected, rel=1e-5)


def test_common_subwords_are_left_out(index):
    everywhere, _ = index.bm25((1, 30), 1.0)
    rare, _ = index.bm25((1, 30), 0.1)
    assert set(rare.tolist()) < set(everywhere.tolist())


def test_passages_written_in_any_of_several_ways(index):
    def articles(*ways):
        return {int(index.ids[number].partition(".")[0]) for number in index.passages(ways).tolist()}

    one, two = frozenset({"word1"}), frozenset({"word2", "nowhere"})
    assert articles((one,)) == set(range(1, 60, 7))
    assert articles((one,), (two,)) == set(range(1, 60, 7)) | set(range(2, 60, 7))
    assert articles((one, two)) == articles((frozenset(),)) == articles(()) == articles() == set()


def test_what_is_known_of_a_passage_by_id_and_by_number_agrees(index):
    assert {index.numbers[one]: one for one in index.numbers} == index.ids
    names, which = index.articles
    assert {one: names[which[number]] for one, number in index.numbers.items()} == {
        one: one.partition("@")[0] for one in index.numbers
    }
    for one, number in index.numbers.items():
        place = int(one.partition(".")[0])
        assert index.langs[number] == ("en", "de")[place % 2]
        assert index.vectors[number].tolist() == [place / 64] * 4
    by_order = sorted(index.ids, key=lambda number: index.order[number])
    assert [index.ids[number] for number in by_order] == sorted(index.numbers)


def test_numbers_are_given_again(tmp_path):
    with closing(WordIndex(tmp_path / "words.db")) as index:
        for turn in range(5):
            for number in range(4):
                rows = [
                    (f"{number}@{turn}:{i}", np.full(2, turn), b"", Words((turn,), (f"word{turn}",))) for i in range(3)
                ]
                index.put(f"{number}", "en", rows)
        index.tidy()
        assert sorted(index.ids) == list(range(1, 13))
        assert set(index.numbers) == {f"{number}@4:{i}" for number in range(4) for i in range(3)}
        assert (index.vectors[1:] == 4).all()
        assert len(index.bm25((4,), 1.0)[0]) == 12 and not len(index.bm25((3,), 1.0)[0])
        assert len(index.passages([(frozenset({"word4"}),)])) == 12


def test_sentences_come_back_in_their_directions_and_go_with_their_passages(tmp_path):
    vectors = np.random.default_rng(3).normal(size=(7, 16)).astype(np.float32)
    with closing(WordIndex(tmp_path / "words.db")) as index:
        for name, own in (("a", vectors[:1]), ("b", vectors[1:4]), ("c", vectors[4:])):
            index.put(name, "en", [(f"{name}@0:0", own.mean(0), packed(3 * own), Words((1,), ("word",)))])
        index.delete("a")
        numbers = np.asarray([index.numbers["c@0:0"], index.numbers["b@0:0"]])
        owners, found = index.sentences(numbers)
        assert owners.tolist() == [*[numbers[0]] * 3, *[numbers[1]] * 3]
        expected = vectors[[4, 5, 6, 1, 2, 3]]
        expected /= np.linalg.norm(expected, axis=1, keepdims=True)
        assert np.allclose(found, expected, atol=0.01) and np.allclose(np.linalg.norm(found, axis=1), 1)
        assert index.sentences(numbers[:0])[1].shape == (0, 16)


def test_words_of_other_scripts_are_found_by_their_consonants(tmp_path):
    with closing(WordIndex(tmp_path / "words.db")) as index:
        words = ("Putin", "Paton", "Путина", "بوتين", "プーチン")
        index.put("a", "en", [("a@0:0", np.ones(2), b"", Words((1,), words))])
        index.tidy()
        assert set(index.sounding("PTN", "بوتين")) == {"Putin", "Paton", "Путина", "プーチン"}
        assert set(index.sounding("PTN", "Putin")) == {
            "بوتين",
            "プーチン",
        }  # three are few where all sounds are written


def test_the_words_that_begin_so_come_once_each(tmp_path):
    with closing(WordIndex(tmp_path / "words.db")) as index:
        index.put("a", "en", [("a@0:0", np.ones(2), b"", Words((1,), ("Seoul", "seoulite", "Sejong", "Пекин")))])
        assert sorted(index.beginning(("seo", "seoul", "пек"))) == ["Seoul", "seoulite", "Пекин"]


def test_a_file_without_passages_is_a_damaged_one(tmp_path):
    sqlite3.connect(tmp_path / "words.db").close()
    (tmp_path / "words.db").touch()
    with pytest.raises(IndexDamaged, match="--rebuild"):
        WordIndex(tmp_path / "words.db", read_only=True)


def test_a_file_that_is_no_index_is_a_damaged_one(tmp_path):
    (tmp_path / "words.db").write_text("no database at all, but long enough to be looked at" * 40)
    with pytest.raises(IndexDamaged, match="--rebuild"):
        WordIndex(tmp_path / "words.db", read_only=True)
