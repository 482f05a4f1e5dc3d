"""A broken index is told from one that was never made, and one command makes it anew."""

import contextlib
import shutil
import sqlite3

import pytest

from rag.errors import IndexDamaged, IndexMissing
from rag.index.damage import DATABASE, damage
from rag.index.generations import Generation, Generations
from rag.index.library import open_embedded
from rag.index.sync import sync


@pytest.fixture
def run(settings, encoder, write):
    write("one.txt", "One\n\nThe bridge was opened on 3 May 2024.")
    write("two.txt", "Two\n\nThe river rose on 4 May 2024.")
    return lambda **options: sync(settings.corpus_dir, settings, encoder, **options)


def ids(library):
    with library.reading() as store:
        store.verify()
        return [article.id for article in store.articles()]


def published(settings):
    return Generation(settings.index_dir / Generations(settings.index_dir).current_name())


def cut(database):
    database.write_bytes(database.read_bytes()[:20000])


def scramble(database):
    """All but the pages that are read to open it."""
    content = bytearray(database.read_bytes())
    content[len(content) // 2 :] = b"\xa5" * (len(content) - len(content) // 2)
    database.write_bytes(content)


@pytest.mark.parametrize(
    "hurt",
    [
        lambda database: database.unlink(),
        lambda database: database.write_bytes(b""),
        lambda database: database.write_bytes(b"no database" * 1000),
        cut,
        scramble,
    ],
)
def test_a_broken_index_says_so_and_is_built_anew(run, settings, library, hurt):
    run()
    hurt(published(settings).chroma / DATABASE)
    for attempt in (library.version, library.version, run):  # Chroma remembers that it failed
        with pytest.raises(IndexDamaged, match="index --rebuild"):
            attempt()
    assert run(rebuild=True).added == 2
    assert ids(library) == ["one.txt", "two.txt"]
    assert run().unchanged == 2


def test_what_is_whole_and_yet_cannot_be_read_is_built_anew(run, settings, library):
    run()
    with contextlib.closing(sqlite3.connect(published(settings).chroma / DATABASE)) as database:
        database.execute("DROP TABLE embedding_metadata")
        database.commit()
    assert run(rebuild=True).added == 2
    assert ids(library) == ["one.txt", "two.txt"]


def test_a_database_that_breaks_while_it_is_read_is_damage(run, settings, library):
    run()
    with pytest.raises(IndexDamaged, match="index --rebuild"), library.reading() as store:
        scramble(published(settings).chroma / DATABASE)
        store.articles()
    with pytest.raises(KeyError), library.reading():
        raise KeyError  # whatever the reader does wrong is no damage


def test_damage_is_told_in_the_words_of_the_database(tmp_path):
    with contextlib.closing(open_embedded(tmp_path, writing=True)):
        assert damage(tmp_path) is None
    assert damage(tmp_path / "nowhere") is None
    cut(tmp_path / DATABASE)
    assert damage(tmp_path).startswith(f"{DATABASE}: ")
    (tmp_path / DATABASE).write_bytes(b"no database")
    assert "not a database" in damage(tmp_path)


def test_an_index_that_is_removed_and_made_anew_is_followed(run, settings, library, write):
    run()
    before = library.version()
    assert ids(library) == ["one.txt", "two.txt"]
    shutil.rmtree(settings.index_dir)
    write("three.txt", "Three\n\nThe road was closed on 5 May 2024.")
    run()  # nobody asked in between
    assert library.version() != before
    assert ids(library) == ["one.txt", "three.txt", "two.txt"]
    with library.reading() as held:
        shutil.rmtree(settings.index_dir)
        with pytest.raises(IndexMissing):
            library.version()
        assert held.passage_count() == 3  # whoever reads is not disturbed
    assert run().added == 3
    assert ids(library) == ["one.txt", "three.txt", "two.txt"]


def test_the_command_that_the_message_names_repairs(run, settings, command_line):
    run()
    (published(settings).chroma / DATABASE).write_bytes(b"no database" * 1000)
    for command in ("list", "index"):
        said = command_line(command, status=1).stderr
        assert "python -m rag index --rebuild" in said
        assert "Traceback" not in said
    command_line("index", "--rebuild")
    assert len(command_line.json("list")) == 2
