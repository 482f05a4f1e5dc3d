"""Indexing a folder: what changes, what is kept, what is refused. Real parsing, real vectors, real Chroma."""

import contextlib
from dataclasses import replace

import pytest

from rag.errors import CorpusError, IndexLocked, IndexMismatch
from rag.index.fingerprint import LAYOUT, dumps, fingerprint
from rag.index.generations import Generation, Generations
from rag.index.library import Library, open_embedded
from rag.index.sync import sync
from rag.settings import Settings


@pytest.fixture
def run(settings, encoder):
    return lambda **options: sync(settings.corpus_dir, settings, encoder, **options)


def counts(report):
    return report.added, report.changed, report.deleted, report.unchanged


def contents(library):
    """Everything that the index holds, but for the time of indexing; vectors apart."""
    with library.reading() as store:
        articles = [replace(article, indexed_at="") for article in store.articles()]
        passages = {
            passage_id: (text, metadata, vector)
            for page in store._pages("passages", ["documents", "metadatas", "embeddings"])
            for passage_id, text, metadata, vector in zip(
                page["ids"], page["documents"], page["metadatas"], page["embeddings"], strict=True
            )
        }
        store.verify()
    vectors = {passage_id: vector for passage_id, (_, _, vector) in passages.items()}
    return articles, {passage_id: known[:2] for passage_id, known in passages.items()}, vectors


def same(one, other):
    """Vectors may differ by the rounding of bfloat16: a text's neighbours in its batch change the order of sums."""
    nearest = min((float(one[2][key] @ other[2][key]) for key in one[2]), default=1.0)
    return one[:2] == other[:2] and nearest > 0.9995


def fill(write):
    write("ru.txt", "Луна-25\n\nСтанция разбилась 19 августа 2023 года. Причина выясняется.")
    write("nested/th.md", "---\ntitle: ภูเขาไฟ\npublished: 2024-04-18\n---\nภูเขาไฟรวงปะทุอย่างรุนแรงบนเกาะสุลาเวสี")
    write("feed.jsonl", '{"id": "x", "title": "One", "text": "The first text of the feed."}\n')
    for number in range(8):
        write(f"{number}.txt", f"Article number {number}\n\nIt has a sentence about the number {number}.")


def test_added_changed_deleted_unchanged(run, write, settings, library):
    fill(write)
    assert counts(run()) == (11, 0, 0, 0)
    published = library.version()
    assert counts(run()) == (0, 0, 0, 11)
    assert library.version() == published, "an unchanged folder publishes nothing"
    write("0.txt", "Article number 0\n\nIt has changed.")
    write("new.txt", "A new one\n\nWith a text.")
    (settings.corpus_dir / "1.txt").unlink()
    assert counts(run()) == (1, 1, 1, 9)
    with library.reading() as store:
        assert store.article("0.txt").text == "It has changed."
        assert store.article("1.txt") is None


def test_an_unchanged_folder_loads_no_model(run, write, settings):
    fill(write)
    run()

    class Untouchable:
        name = "multilingual-e5-small-1571fc982750"

        def __getattr__(self, name):
            raise AssertionError(f"the encoder's {name} was used")

    assert counts(sync(settings.corpus_dir, settings, Untouchable())) == (0, 0, 0, 11)


def test_incremental_equals_fresh(run, write, settings, library):
    fill(write)
    write("gone.txt", "Gone\n\nThis will go.")
    run()
    (settings.corpus_dir / "gone.txt").unlink()
    write("3.txt", "Article number 3\n\nRewritten. Twice as long as it was before.")
    write("zh.txt", "地震\n\n能登半岛1月1日发生强烈地震。许多房屋倒塌。")
    run()
    incremental = contents(library)
    assert counts(run(rebuild=True)) == (12, 0, 0, 0)
    assert same(contents(library), incremental)


def test_bad_articles_are_reported_and_the_rest_is_indexed(run, write, settings):
    fill(write)
    write("empty.txt", "")
    write("date.md", "---\ntitle: Bad\ndate: 2024-13-45\n---\nText.")
    (settings.corpus_dir / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    report = run()
    assert report.added == 11
    assert [failure.path for failure in report.failed] == ["cut.pdf", "date.md", "empty.txt"]
    assert "2024-13-45" in report.failed[1].error
    again = run()
    assert counts(again) == (0, 0, 0, 11)
    assert again.failed == report.failed


def test_a_folder_of_which_nothing_can_be_read_says_why(run, write):
    with pytest.raises(CorpusError, match=r"has no articles\. Add"):
        run()
    write("a.rtf", "x")
    with pytest.raises(CorpusError, match=r"no article that can be read: a\.rtf: \.rtf is not a format.*\.jsonl\.$"):
        run()
    write("b.txt", "")
    with pytest.raises(CorpusError, match=r"a\.rtf: .* \(and 1 more\)\.$"):
        run()
    write("b.txt", "One\n\nIt can be read.")
    assert run().added == 1
    write("b.txt", "")
    with pytest.raises(CorpusError, match=r"--force.* What cannot be read there: a\.rtf: .* \(and 1 more\)\.$"):
        run()
    assert counts(run(force=True)) == (0, 0, 1, 0)


def test_an_article_that_breaks_is_dropped_and_reported(run, write, settings, library):
    fill(write)
    run()
    write("0.txt", "")
    report = run()
    assert [failure.path for failure in report.failed] == ["0.txt"]
    with library.reading() as store:
        assert store.article("0.txt") is None
    write("0.txt", "Back\n\nAgain.")
    assert counts(run()) == (1, 0, 0, 10)


def test_vanished_folders_need_force(run, write, settings, library, encoder):
    fill(write)
    run()
    before = contents(library)
    for number in range(6):
        (settings.corpus_dir / f"{number}.txt").unlink()
    with pytest.raises(CorpusError, match="6 of 11"):
        run()
    with pytest.raises(CorpusError, match="does not exist"):
        sync(settings.corpus_dir / "typo", settings, encoder)
    with pytest.raises(CorpusError, match="6 of 11"):
        run(force=True, at_most=5)
    assert same(contents(library), before)
    assert counts(run(force=True, at_most=6)) == (0, 0, 6, 5)


def test_a_renamed_folder_needs_no_force(run, write, settings, library):
    for number in range(8):
        write(f"old/{number}.txt", f"Article number {number}\n\nIt has a sentence about the number {number}.")
    run()
    (settings.corpus_dir / "old").rename(settings.corpus_dir / "new")
    assert counts(run()) == (8, 0, 8, 0)
    with library.reading() as store:
        assert sorted(article.id for article in store.articles()) == [f"new/{number}.txt" for number in range(8)]


def test_other_settings_are_refused_until_rebuilt(run, write, settings, encoder, library):
    fill(write)
    run()
    other = Settings(**{**settings.model_dump(), "passage_tokens": 64})
    with pytest.raises(IndexMismatch, match=r"passage_tokens = 160.*64.*--rebuild"):
        sync(settings.corpus_dir, other, encoder)
    reader = Library(settings.index_dir, None, fingerprint(other, encoder), encoder.words)
    with pytest.raises(IndexMismatch, match="index --rebuild"), reader.reading():
        pass
    with library.reading() as store:
        assert len(store.articles()) == 11
    assert sync(settings.corpus_dir, other, encoder, rebuild=True).added == 11
    with reader.reading() as store:
        assert len(store.articles()) == 11
    reader.close()


def test_an_index_of_an_older_version_is_built_anew(run, write, settings, encoder, library):
    fill(write)
    run()
    generation = settings.index_dir / Generations(settings.index_dir).current_name()
    with contextlib.closing(open_embedded(Generation(generation).chroma, writing=True)) as store:
        older = dumps(fingerprint(settings, encoder) | {"layout": LAYOUT - 1})
        for kind in ("passages", "articles"):
            collection = store._collection(kind)
            collection.modify(metadata={**collection.metadata, "fingerprint": older})
    reader = Library(settings.index_dir, None, fingerprint(settings, encoder), encoder.words)
    with pytest.raises(IndexMismatch, match=r"older version of Rujukan.*index --rebuild"), reader.reading():
        pass
    assert counts(run()) == (11, 0, 0, 0)
    with reader.reading() as store:
        assert len(store.articles()) == 11
    reader.close()
    assert counts(run()) == (0, 0, 0, 11)


def test_an_interrupted_run_leaves_the_published_index(run, write, settings, library):
    fill(write)
    run()
    before, version = contents(library), library.version()
    write("new.txt", "A new one\n\nWith a text.")

    def interrupt(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(progress=interrupt)
    assert same(contents(library), before)
    assert library.version() == version
    assert [path.name for path in settings.index_dir.iterdir() if path.is_dir()] == [version]
    assert counts(run()) == (1, 0, 0, 11)


def test_a_second_writer_is_refused(run, write, settings):
    fill(write)
    with Generations(settings.index_dir).writing("first"), pytest.raises(IndexLocked, match="first"):
        run()


def test_a_reader_keeps_its_state_until_it_is_done_and_then_follows(run, write, library):
    fill(write)
    run()
    with library.reading() as old:
        write("new.txt", "A new one\n\nWith a text.")
        run()
        with library.reading() as new:
            assert new.article("new.txt") is not None
        assert old.article("new.txt") is None
        assert len(old.articles()) == 11
    with library.reading() as store:
        assert store.article("new.txt") is not None
